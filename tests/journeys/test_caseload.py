"""A specialist's caseload in a browser: board and table, on a laptop and a phone, remembered and printed."""

import pytest

from tests.journeys import browser as sight

ROLE = "employment specialist"


@pytest.fixture
def opened(demo, page_at):
    """`opened(360)`: the caseload of the demo's specialist, reached from the first page."""

    def open_at(width):
        page = page_at(width, demo.address)
        demo.sign_in(page, ROLE)
        page.locator(".placewell-ways").get_by_role("link", name="Caseload", exact=True).click()
        return page

    return open_at


@pytest.mark.parametrize("width", [360, 1280])
def test_the_board_and_the_table_are_sound(opened, looked_at, width):
    page = opened(width)
    page.get_by_role("heading", name="Your caseload").wait_for()
    assert page.get_by_role("heading", level=2, name="Searching").is_visible()
    assert page.locator(".placewell-card").count() > 3
    looked_at(page, "caseload-board")
    page.get_by_role("link", name="Table", exact=True).click()
    page.get_by_role("table").wait_for()
    looked_at(page, "caseload-table")
    page.get_by_role("link", name="Board", exact=True).click()


def test_what_was_looked_for_is_there_after_signing_out_and_in(demo, opened, page_at):
    page = opened(1280)
    page.get_by_label("Stage").select_option("in_work")
    page.get_by_label("In order of").select_option("contact")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**stage=in_work**")
    page.get_by_role("button", name="Sign out").or_(page.get_by_role("link", name="Sign out")).click()
    page.get_by_role("heading", name="Sign in").wait_for()
    other = page_at(360, demo.address)
    demo.sign_in(other, ROLE)
    other.locator(".placewell-ways").get_by_role("link", name="Caseload", exact=True).click()
    other.get_by_role("heading", name="Your caseload").wait_for()
    assert other.get_by_label("Stage").input_value() == "in_work"
    assert other.get_by_label("In order of").input_value() == "contact"
    other.get_by_role("link", name="Show everybody").click()
    other.wait_for_url("**caseload/?**")
    assert other.get_by_label("Stage").input_value() == ""


def test_printed_it_shows_people_and_no_filters(opened):
    page = opened(1280)
    page.get_by_label("Stage").wait_for()
    page.emulate_media(media="print")
    assert page.get_by_text("As recorded on").is_visible()
    assert not page.get_by_label("Stage").is_visible()
    assert not page.get_by_role("link", name="Table").is_visible()
    assert page.locator(".placewell-card").first.is_visible()
    assert sight.too_wide(page) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_colleague_finds_all_they_need_in_the_handover(opened, looked_at, width):
    page = opened(width)
    page.get_by_role("link", name="Handover of all of them").click()
    page.get_by_role("heading", level=1, name="Handover of the people of").wait_for()
    looked_at(page, "handover-caseload")
    page.locator("h2 a").first.click()
    page.locator(".placewell-rooms").get_by_role("link", name="Handover", exact=True).click()
    for heading in (
        "Where things stand", "How to reach them", "What comes next", "What is due", "In their own words",
        "What employers may hear", "The work they want", "Jobs and in-work support", "Plans", "Last contacts",
    ):  # fmt: skip
        page.locator("h2", has_text=heading).first.wait_for()
    looked_at(page, "handover-person")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="Last contacts", exact=True).is_visible()
    assert not page.get_by_role("link", name="PDF in large print").is_visible()
