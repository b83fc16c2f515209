"""A served demo for one module, a phone, and a specialist who has signed in on it."""

import pytest

from tests.journeys.offline.day import PEOPLE, Phone, served


@pytest.fixture(scope="module")
def ours(copy_of_demo):
    """A served demo for this module alone."""
    with served(copy_of_demo("offline", PEOPLE)) as found:
        yield found


@pytest.fixture
def phone(browser, ours):
    """A phone on which nobody has signed in."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB")
    context.set_default_timeout(30_000)
    yield Phone(context, ours)
    context.close()


@pytest.fixture
def page(phone):
    """A tab in which a specialist has signed in."""
    tab = phone.page()
    tab.faults = []
    tab.on("pageerror", lambda error: tab.faults.append(str(error)))
    tab.on("console", lambda said: tab.faults.append(said.text) if "Content Security" in said.text else None)
    phone.sign_in(tab)
    yield tab
    assert tab.faults == []
