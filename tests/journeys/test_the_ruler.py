"""The ruler that pages are held against: it must see what is wrong."""

import socket

import pytest

from tests.journeys import browser as sight
from tests.journeys.demo import sign_ins

SOUND = "<html lang=en-GB><title>A page</title><main><h1>A page</h1><p>Words.</p></main></html>"
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def page(page_at):
    return page_at(360, NOWHERE)


def test_a_sound_page_passes(page):
    page.set_content(SOUND)
    sight.check(page)


def test_a_sound_page_passes_without_scripts(page_at):
    page = page_at(1280, NOWHERE, javascript=False)
    script = "<script>document.querySelector('h1').textContent = 'Changed'</script>"
    page.set_content(SOUND.replace("</main>", f"</main>{script}"))
    sight.check(page)
    assert page.locator("h1").text_content() == "A page"
    page.set_content(SOUND.replace("</main>", f"</main>{script}"))
    assert page.locator("h1").text_content() == "A page"


@pytest.mark.parametrize(
    ("wrong", "seen"),
    [
        ("<img src='data:,'>", "image-alt"),
        ("<input name=a>", "label"),
        ("<p style='color:#aaa;background:#fff'>pale</p>", "color-contrast"),
        ("<div style='width:900px'>wide</div>", "px wide"),
        ("<p>«undefined: name»</p>", "undefined"),
        ("<label id=a>x<input id=b aria-labelledby=a></label><p id=a>y</p>", "duplicate-id-aria"),
    ],
)
def test_what_is_wrong_is_seen(page, wrong, seen):
    page.set_content(SOUND.replace("</main>", f"{wrong}</main>"))
    with pytest.raises(AssertionError, match=seen):
        sight.check(page)


@pytest.mark.parametrize("host", ["127.0.0.2", "other.example"])
def test_another_site_is_neither_reached_nor_missed(browser, host):
    with socket.create_server(("127.0.0.2", 0)) as other:
        asked = f"http://{host}:{other.getsockname()[1]}/x.js"
        page = browser.new_page()
        watch, failures = sight.Watch(NOWHERE), []
        watch.over(page)
        page.on("requestfailed", lambda request: failures.append((request.url, request.failure)))
        page.set_content(SOUND.replace("</main>", f"<script src='{asked}'></script></main>"))
        page.evaluate("() => console.error('it broke')")
        page.context.close()
        other.settimeout(0)
        with pytest.raises(BlockingIOError):
            other.accept()
    assert failures == [(asked, "net::ERR_NAME_NOT_RESOLVED")]
    assert f"asked another site: {asked}" in watch.faults
    assert "console: it broke" in watch.faults


def test_sign_ins_are_read_from_what_the_demo_prints():
    printed = "Open http://127.0.0.1:8000/\n  Supervisor        sam@demo.invalid   a-word-or-two\n"
    assert sign_ins(printed) == {"supervisor": ("sam@demo.invalid", "a-word-or-two")}
