"""A contact with its next step on a phone: taps, questions and seconds, counted in the browser.

Taps are counted by the browser itself. Seconds are those that the pages took, and what a person
needs besides, by the keystroke-level model (Card, Moran and Newell 1983): 1.1 s to point and tap,
1.35 s to make up one's mind before each, words dictated at 2.5 a second.
"""

import time

import pytest

PEOPLE = "main a[href*='/clients/']"
MOST_TAPS, MOST_QUESTIONS, A_MINUTE = 12, 5, 60
TO_TAP, TO_THINK, WORDS_A_SECOND = 1.1, 1.35, 2.5
COUNTED = """addEventListener("pointerdown", () => {
  sessionStorage.setItem("taps", Number(sessionStorage.getItem("taps") ?? 0) + 1);
}, true);"""
# Questions in sight, and those of them that stand open; boxes that need not be ticked are none.
QUESTIONS = """() => [...document.querySelectorAll("main form fieldset, main form label[for]")]
  .filter((asked) => asked.checkVisibility() && !asked.closest("details:not([open])") && !asked.closest(".placewell-tap"))
  .filter((asked) => !asked.matches("fieldset") || asked.querySelector("input:not([type=checkbox])"))
  .filter((asked) => !asked.closest(".nhsuk-checkboxes"))
  .map((asked) => ({
    words: (asked.querySelector("legend") ?? asked).textContent.trim(),
    open: asked.matches("fieldset") ? !asked.querySelector("input:checked") : false,
  }))"""
NOTE = "Met at the library. Sam said I want mornings, near the bus. We wrote to two bakeries together."
NEXT = "Ring the bakery on the quay"


@pytest.fixture
def form(demo, page_at):
    """The page of somebody whom the specialist supports, on a phone: (page, their contact form's link)."""
    page = page_at(360, demo.address)
    page.add_init_script(COUNTED)
    demo.sign_in(page, "employment specialist")
    page.goto(demo.address + "/")
    page.goto(demo.address + page.locator("main a[href$='/clients/']").first.get_attribute("href"))
    for person in page.eval_on_selector_all(PEOPLE, "all => all.map(a => a.href)"):
        page.goto(person)
        link = page.get_by_role("link", name="Record a contact", exact=True)
        if link.count():
            page.evaluate("() => sessionStorage.setItem('taps', 0)")
            return page, link.first
    raise AssertionError("nobody has a contact form")


def taps(page) -> int:
    return int(page.evaluate("() => sessionStorage.getItem('taps')"))


def dictate(page, name: str, words: str) -> None:
    """Tap into a box and speak: the words come all at once, as from a phone's keyboard."""
    page.locator(f"textarea[name={name}]").click()
    page.keyboard.insert_text(words)


def tap(page, name: str, value: str) -> None:
    page.locator(f"main [name='{name}'][value='{value}']").click()


def needed(page, began: float, words: str) -> float:
    """Seconds: the pages' own, and those of the person."""
    return time.monotonic() - began + taps(page) * (TO_TAP + TO_THINK) + len(words.split()) / WORDS_A_SECOND


def test_a_contact_with_its_next_step_takes_less_than_a_minute(form):
    page, link = form
    began = time.monotonic()
    link.click()
    page.wait_for_load_state("load")
    asked = page.evaluate(QUESTIONS)
    dictate(page, "note", NOTE)
    tap(page, "minutes", "45")
    tap(page, "phase", "job_search")
    dictate(page, "next_what", NEXT)
    page.locator("main [name='next_due']").nth(2).click()
    page.locator("main").get_by_role("button", name="Record the contact", exact=True).click()
    page.get_by_text("Contact recorded").wait_for()
    seconds, tapped = needed(page, began, f"{NOTE} {NEXT}"), taps(page)
    assert tapped <= MOST_TAPS
    assert seconds < A_MINUTE, seconds
    required = [one["words"] for one in asked if "optional" not in one["words"] and one["words"] != "What happened?"]
    assert len(required) <= MOST_QUESTIONS, required
    assert [one["words"] for one in asked if one["open"]] == ["How many minutes?"]


def test_a_try_without_an_answer_takes_five_taps(form, looked_at):
    page, link = form
    began = time.monotonic()
    link.click()
    page.wait_for_load_state("load")
    tap(page, "attendance", "no_answer")
    assert not page.get_by_text("How many minutes?").is_visible()
    tap(page, "attempt_by", "employment_specialist")
    tap(page, "mode", "telephone")
    assert not page.get_by_text("Where?", exact=True).first.is_visible()
    looked_at(page, "contact-tried")
    page.locator("main").get_by_role("button", name="Record the contact", exact=True).click()
    page.get_by_text("Contact recorded").wait_for()
    assert taps(page) <= 5
    assert needed(page, began, "") < A_MINUTE


def test_everything_unfolded_is_sound(form, looked_at):
    page, link = form
    link.click()
    page.wait_for_load_state("load")
    for folded in page.locator("main summary").all():
        folded.click()
    dictate(page, "next_what", NEXT)
    tap(page, "next_due", "other")
    tap(page, "next_by", "clinician")
    tap(page, "minutes", "other")
    looked_at(page, "contact-unfolded")
    page.set_viewport_size({"width": 1280, "height": 800})
    looked_at(page, "contact-unfolded")
