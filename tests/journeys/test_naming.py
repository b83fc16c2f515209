"""The name of an employer while it is typed: offered and doubted with keys alone, asked about without scripts."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from placewell.records import models
from placewell.web.pages import naming
from tests.journeys import browser as sight
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.one_person import PASSWORD, SPECIALIST, lay_down

LOOKS = "This looks like an employer that the unit knows:"


@pytest.fixture
def unit(transactional_db, laying_down, monkeypatch):
    """Of the unit's two employers one goes with the form; the server offers the other."""
    monkeypatch.setattr(naming, "OFFERED", 1)
    with laying_down(on=timezone.localdate()):
        made = lay_down()
        models.Employer.objects.create(service=made.service, key="c", name="Rose Café", postcode="LE2 7GH")
    return made


def box(page: Page):
    return page.locator("main [name=employer_name]")


def names_offered(page: Page) -> set[str]:
    return set(page.eval_on_selector_all("#employers option", "all => all.map(one => one.value)"))


def tap(hand: Keyboard, words: str) -> None:
    """Press a button that stays on the page."""
    hand.reach(lambda own, value, said: said == words)
    hand.page.keyboard.press("Enter")


def choose_while_typing(hand: Keyboard, looked_at) -> None:
    """Names come as letters do; one that looks like a known one is taken up, or is another one."""
    page = hand.page
    assert len(names_offered(page)) == 1
    hand.fill("employer_name", "ros")
    page.wait_for_function("() => document.querySelectorAll('#employers option').length === 2")
    assert names_offered(page) == {"Rose Bakery Ltd", "Rose Café"}
    hand.fill("employer_name", "The Rose Bakery")
    page.get_by_text(LOOKS).wait_for()
    looked_at(page, "naming-looks-like")
    tap(hand, "Use Rose Bakery Ltd")
    expect(box(page)).to_have_value("Rose Bakery Ltd")
    expect(box(page)).to_be_focused()
    expect(page.get_by_text(LOOKS)).to_have_count(0)
    hand.fill("employer_name", "Rose Bakery Two")
    tap(hand, "It is another one")
    expect(page.get_by_text(LOOKS)).to_have_count(0)
    expect(box(page)).to_be_focused()


def ask_afterwards(hand: Mouse, employer: int, looked_at) -> None:
    """Without scripts the form asks once it was sent, with every word kept."""
    hand.fill("employer_name", "The Rose Bakery")
    hand.fill("title", "Cleaner")
    hand.press("Record the application")
    assert "Which employer do you mean?" in hand.page.locator("main").inner_text()
    expect(box(hand.page)).to_have_value("The Rose Bakery")
    expect(hand.page.locator("main [name=title]")).to_have_value("Cleaner")
    looked_at(hand.page, "naming-asked")
    hand.tick("which_employer", str(employer))
    hand.press("Record the application")


@pytest.mark.timeout(120)
def test_an_employer_is_named_with_keys_alone_and_without_scripts(unit, live_server, page_at, looked_at):
    address = f"{live_server.url}/s/{unit.service.pk}"
    form = f"{address}/episodes/{unit.episode.pk}/applications/new/"
    page = page_at(1280, live_server.url)
    sight.sign_in(page, live_server.url, SPECIALIST, PASSWORD)
    page.goto(form)
    hand = Keyboard(page)
    choose_while_typing(hand, looked_at)
    hand.fill("title", "Porter")
    hand.press("Record the application")
    expect(page.locator("main")).to_contain_text("Application recorded")
    page.goto(f"{address}/employers/new/")
    hand.fill("name", "rose cafe limited")
    hand.follow("Use Rose Café of LE2 7GH")
    assert "Rose Café" in page.locator("h1").inner_text()
    plain = page_at(360, live_server.url, javascript=False)
    plain.context.add_cookies(page.context.cookies())
    plain.goto(form)
    ask_afterwards(Mouse(plain), unit.employer.pk, looked_at)
    made = models.Application.objects.order_by("pk").values_list("title", "employer__name")
    assert list(made) == [("Porter", "Rose Bakery Two"), ("Cleaner", "Rose Bakery Ltd")]
    assert models.Employer.objects.count() == 3
