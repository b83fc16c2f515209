"""A browser, a service to visit, and what is held against every page that is visited.

    def test_a_specialist_opens_item_17(demo, page_at, looked_at):
        page = page_at(360, demo.address)
        demo.sign_in(page, "employment specialist")
        page.goto(demo.address + "/fidelity/")
        looked_at(page, "fidelity")
"""

import os
import sys

import pytest
from playwright.sync_api import sync_playwright

from tests.journeys import browser as sight
from tests.journeys.demo import Demo, copied

ARGUMENTS = ["--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             sight.ALONE]  # fmt: skip
HEIGHTS = {360: 740, 1280: 800}


def pytest_itemcollected(item):
    """Everything in this folder drives a browser."""
    item.add_marker("journey")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Those begin first that may take longest, so that no process works on alone at the end."""
    items.sort(key=longest_first)


def longest_first(item) -> int:
    """Of a journey, less the longer its timeout; anything else stays where it is, before the journeys."""
    if item.get_closest_marker("journey") is None:
        return -sys.maxsize
    timeout = item.get_closest_marker("timeout")
    return -timeout.args[0] if timeout else 0


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all journeys of this process."""
    with pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop going in this thread, which Django takes for async code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=sight.chromium(), args=ARGUMENTS)
            yield opened
            opened.close()


@pytest.fixture(scope="session")
def copy_of_demo(tmp_path_factory):
    """`copy_of_demo("name")`: a home with a demo in it, like one that is made once for all processes of this run."""

    def copy(name, *people):
        base = tmp_path_factory.getbasetemp()
        shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
        return copied(shared, tmp_path_factory.mktemp(name) / "home", *people)

    return copy


@pytest.fixture(scope="session")
def demo(copy_of_demo):
    """The made-up service of `placewell demo`, served as the README says."""
    with Demo.served(copy_of_demo("demo")) as served:
        yield served


@pytest.fixture
def page_at(browser):
    """Opens a page of a width in a session of its own: `page_at(360, address)`.

    `javascript=False` turns scripts off; `may_be_refused=True` lets pages answer 4xx. When the
    test ends, an error in the console or a request to another site fails it.
    """
    opened = []

    def open_page(width, address, *, javascript=True, may_be_refused=False):
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHTS.get(width, 800)},
            service_workers="block",
            locale="en-GB",
        )
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.runs_scripts = javascript
        sight.turn_scripts(page, on=javascript)
        watch = sight.Watch(address.rstrip("/"), may_be_refused)
        watch.over(page)
        opened.append((context, watch))
        return page

    yield open_page
    for context, _ in opened:
        context.close()
    assert [fault for _, watch in opened for fault in watch.faults] == []


@pytest.fixture
def looked_at():
    """`looked_at(page, "name")`: sound by axe, fits, whole; and its picture kept."""

    def look(page, name):
        sight.picture(page, name)
        sight.check(page)

    return look
