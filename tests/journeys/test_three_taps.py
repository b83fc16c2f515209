"""A repeat visit to an employer on a phone: three taps, counted by the browser itself, with a signal and without."""

import re

import pytest

from tests.journeys.test_a_contact_in_a_minute import COUNTED, taps

LEARNED = "They bake from four and want somebody for the mornings."


@pytest.fixture
def page(demo, page_at):
    """An employer that was visited before, on a specialist's phone, nothing tapped yet."""
    page = page_at(360, demo.address)
    page.add_init_script(COUNTED)
    demo.sign_in(page, "employment specialist")
    page.goto(demo.address + "/")
    page.goto(demo.address + page.locator("main a[href$='/employers/']").first.get_attribute("href"))
    page.goto(page.url + "next/?cup=learned")
    page.goto(page.eval_on_selector("main table a[href*='/visit-again/']", "a => a.href.replace('visit-again/', '')"))
    page.evaluate("() => sessionStorage.setItem('taps', 0)")
    return page


def visit(page) -> int:
    """Tap, speak, tap; answers with the number of the visit."""
    page.get_by_role("link", name="Visit again").click()
    page.wait_for_load_state("load")
    page.locator("form[data-outbox]").wait_for()
    number = re.search(r"Visit (\d+) to", page.locator("h1").inner_text()).group(1)
    page.locator("textarea[name=learned]").click()
    page.keyboard.insert_text(LEARNED)
    return int(number)


def test_another_visit_is_recorded_with_three_taps(page, looked_at):
    looked_at(page, "employer-visited")
    number = visit(page)
    looked_at(page, "visit-again")
    page.get_by_role("button", name="Record the visit").click()
    page.get_by_text("Employer contact recorded").wait_for()
    assert taps(page) == 3
    assert LEARNED in page.locator("main").inner_text()
    assert f"{number} visits in person so far" in page.locator("main").inner_text()
