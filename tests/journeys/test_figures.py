"""From the live picture to the people behind a figure: as supervisor, as specialist, on phone and laptop."""

import re

import pytest

WIDTHS = [360, 1280]


def number_of(address: str) -> str:
    """The service that an address speaks of: /s/1/."""
    return re.search(r"/s/\d+/", address)[0]


def open_fidelity(demo, page, role):
    """Sign in, and press what the first page shows; answers with the part of the address that names the service."""
    demo.sign_in(page, role)
    page.get_by_role("link", name="Fidelity", exact=True).first.click()
    page.wait_for_selector("h1:has-text('Fidelity on')")
    return number_of(page.url)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_supervisor_opens_item_17_down_to_the_weeks(demo, page_at, looked_at, width):
    page = page_at(width, demo.address)
    open_fidelity(demo, page, "supervisor")
    looked_at(page, "figures-fidelity")
    assert re.search(r"\d+ of 25 items have a rating", page.inner_text("main"))
    page.get_by_role("link", name="Job development: frequent employer contact").first.click()
    page.wait_for_selector("h1:has-text('Job development: frequent employer contact')")
    looked_at(page, "figures-item-17")
    page.get_by_label("Show", exact=True).select_option("Not counted")
    page.locator("#rows").get_by_role("button", name="Show").click()
    page.wait_for_url("**show=left_out**")
    assert "Not counted:" in page.inner_text("#rows")
    page.get_by_role("link", name="18 Job development: quality of employer contact").click()
    page.wait_for_selector("h1:has-text('quality of employer contact')")
    looked_at(page, "figures-item-18")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_specialist_sees_their_own_line_first(demo, page_at, looked_at, width):
    page = page_at(width, demo.address)
    service = open_fidelity(demo, page, "employment specialist")
    page.goto(f"{demo.address}{service}fidelity/1/")
    lines = page.locator("table", has_text="By employment specialist").locator("tbody th")
    assert "(you)" in lines.first.inner_text()
    looked_at(page, "figures-item-1-specialist")


@pytest.mark.parametrize("width", WIDTHS)
def test_outcomes_side_by_side_and_one_opened(demo, page_at, looked_at, width):
    page = page_at(width, demo.address)
    demo.sign_in(page, "supervisor")
    page.goto(demo.address + "/")
    page.get_by_role("link", name="Outcomes", exact=True).first.click()
    page.wait_for_selector("h1:has-text('Outcomes')")
    looked_at(page, "figures-outcomes")
    page.get_by_role("link", name="Days to the first job").first.click()
    page.wait_for_selector("h1:has-text('Days to the first job')")
    looked_at(page, "figures-outcome-curve")
    page.get_by_role("link", name="Ethnic group").click()
    page.wait_for_selector("caption:has-text('By ethnic group')")
    page.get_by_role("link", name="All about this measure").click()
    page.wait_for_selector("h1:has-text('Days to the first job')")
    looked_at(page, "figures-measure")


def test_without_scripts_another_day_is_asked_for_and_found(demo, page_at, looked_at):
    page = page_at(360, demo.address, javascript=False)
    open_fidelity(demo, page, "supervisor")
    page.get_by_text("Choose another day").click()
    for label, typed in (("Day", "31"), ("Month", "2"), ("Year", "2026")):
        page.get_by_label(label, exact=True).fill(typed)
    page.get_by_role("button", name="Show that day").click()
    page.wait_for_selector("text=There is a problem")
    assert "there is no 31 February 2026" in page.inner_text("main")
    looked_at(page, "figures-no-such-day")
    page.get_by_label("Month", exact=True).fill("March")
    page.get_by_role("button", name="Show that day").click()
    page.wait_for_selector("h1:has-text('Fidelity on 31 March 2026')")
    assert "as_at=2026-03-31" in page.url


def test_with_the_keyboard_alone(demo, page_at):
    page = page_at(1280, demo.address)
    service = open_fidelity(demo, page, "supervisor")
    page.goto(f"{demo.address}{service}fidelity/?show=low&sort=rating")
    tab_to(page, "#maincontent table tbody a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fidelity/*/?**")
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.parentElement.open")


def tab_to(page, selector, at_most=80):
    """Press Tab until what has the focus is one of these."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached within {at_most} presses of Tab")
