"""Every form of the day can wait, and the contact form with all its parts."""

import re
from datetime import datetime, time, timedelta

import pytest

from tests.journeys.offline.day import fill, kept, last, nothing_waits, press, wait_until

pytestmark = pytest.mark.timeout(400)
STEPS = "SELECT what FROM records_step WHERE what LIKE ? || '%' AND withdrawn_at IS NULL ORDER BY id"
WAITING = "form[data-outbox]"


def with_a_next_step(page, note: str) -> None:
    """Write a contact with what is next and an appointment, and send it."""
    page.wait_for_selector(WAITING)
    page.locator("textarea[name=note]").fill(note)
    last(page, "45")
    page.locator("textarea[name=next_what]").fill(f"Next after {note}")
    page.locator("[name=next_due]").nth(1).check()
    page.locator("summary", has_text="Book an appointment").click()
    soon = datetime.now() + timedelta(days=3)
    for part, words in (("day", soon.day), ("month", soon.month), ("year", soon.year)):
        page.locator(f"[name='meet_on[{part}]']").fill(str(words))
    page.locator("[name=meet_where]").fill(note)
    press(page, "Record the contact")


def recorded(ours, note: str) -> tuple[list, list, list]:
    """Notes, steps and appointments that came of contacts whose notes begin so."""
    steps = [what for (what,) in ours.rows(STEPS, f"Next after {note}")]
    places = ours.rows("SELECT place FROM records_appointment WHERE place LIKE ? || '%' ORDER BY id", note)
    return ours.notes(note), steps, [place for (place,) in places]


def is_contact_sent(asked) -> bool:
    """Whether a request sends a contact."""
    return asked.method == "POST" and "contacts/new" in asked.url


def test_a_contact_with_its_parts_waits_in_two_tabs_and_is_taken_in_once_by_a_server_that_dies(phone, page, ours):
    address = phone.open_form(page)
    other = phone.page()
    other.goto(address)
    phone.context.set_offline(True)
    for number, tab in enumerate((page, other, page)):
        tab.goto(address)
        with_a_next_step(tab, f"Parts {number}")
        kept(tab)
    # Either of the two tabs sends.
    with phone.context.expect_event("request", is_contact_sent, timeout=90_000):
        phone.context.set_offline(False)
    ours.kill()
    ours.start()
    for tab in (page, other):
        nothing_waits(tab)
    notes, steps, places = recorded(ours, "Parts ")
    assert notes == places == ["Parts 0", "Parts 1", "Parts 2"]
    assert steps == [f"Next after {note}" for note in notes]


def test_parts_that_are_refused_come_back_with_their_words(phone, page, ours):
    address = phone.open_form(page)
    phone.context.set_offline(True)
    page.goto(address)
    page.locator("summary", has_text="Book an appointment").click()
    page.locator("[name=meet_where]").fill("By the fountain")
    fill(page, "Mend: no day was said")
    kept(page)
    phone.context.set_offline(False)
    page.get_by_role("link", name="Mend what came back").click()
    page.get_by_role("link", name="Mend “Record a contact").click()
    page.get_by_role("link", name="Enter the day of the appointment").wait_for()
    assert page.locator("[name=meet_where]").input_value() == "By the fountain"
    assert page.locator("textarea[name=note]").input_value() == "Mend: no day was said"
    page.locator("[name=meet_where]").fill("")
    press(page, "Record the contact")
    page.wait_for_url("**/clients/*/?recorded=*")
    nothing_waits(page)
    assert ours.notes("Mend:") == ["Mend: no day was said"]


def test_without_a_connection_nothing_is_offered_that_changes_a_record(phone, page, ours):
    address = phone.open_form(page)
    with_a_next_step(page, "Offered: once")
    page.wait_for_url("**/clients/*/?recorded=*")
    page.goto(address)
    page.get_by_text("Next after Offered: once").wait_for()
    phone.context.set_offline(True)
    page.goto(address)
    page.get_by_text("There is no connection. You can fill in this form").wait_for()
    assert page.locator("[name=steps_done]").count() == 0


def test_a_page_of_yesterday_asks_for_the_day(phone, page, ours):
    evening = datetime.combine(datetime.now().date(), time(23))
    page.clock.set_fixed_time(evening)
    address = phone.open_form(page)
    phone.context.set_offline(True)
    page.clock.set_fixed_time(evening + timedelta(hours=2))
    page.goto(address)
    page.get_by_text("Check the dates.").wait_for()
    assert page.locator("summary", has_text="Enter the day and the time").is_visible()
    assert page.locator("[name='began_on[day]']").is_visible()
    assert page.locator("[name='began_on[day]']").input_value() == ""


def forms_of(page, start: str) -> dict[str, str]:
    """Addresses of the forms that can wait, by heading, one link away from a page."""
    page.goto(start)
    found = {}
    for address in page.eval_on_selector_all("main a[href*='/s/']", "all => all.map(a => a.href)"):
        if not re.search(r"/(new|change|end|safe|profile|write|plan\w*)/(\?|$)", address):
            continue
        page.goto(address)
        if page.locator(WAITING).count():
            found[page.locator("h1").inner_text()] = address
    return found


def test_every_form_of_the_day_waits_and_none_is_lost(phone, page, ours):
    phone.open_form(page)
    person = page.get_by_role("link", name="Back").get_attribute("href")
    forms = forms_of(page, ours.address + person)
    assert len(forms) >= 6, forms
    wait_until(lambda: phone.counts(page)["pages"] >= len(forms))
    phone.context.set_offline(True)
    for address in forms.values():
        page.goto(address)
        page.get_by_text("There is no connection. You can fill in this form").wait_for()
        page.locator(f"{WAITING} button[type=submit], {WAITING} button:not([type])").last.click()
        kept(page)
    assert phone.counts(page)["waiting"] == len(forms)
    phone.context.set_offline(False)
    page.goto(ours.address + "/waiting/")
    page.locator("main article").first.wait_for()
    page.get_by_text("Waits to be sent.").first.wait_for(state="hidden", timeout=60_000)
    waiting = page.locator("main article").count()
    refused = page.get_by_text("It came back: something must be mended.").count()
    assert refused == waiting > 0
    for left in reversed(range(waiting)):
        press_first(page, "Throw away")
        press_first(page, "Yes, throw it away")
        wait_until(lambda left=left: page.locator("main article").count() == left)
    page.get_by_text("Nothing waits on this device.").wait_for()


def test_a_question_stays_while_something_else_on_the_list_goes(phone, page, ours):
    address = phone.open_form(page)
    phone.context.set_offline(True)
    for note in ("First of two", "Second of two"):
        page.goto(address)
        with_a_next_step(page, note)
        kept(page)
    page.goto(ours.address + "/waiting/")
    first, second = (page.locator("main article").filter(has_text=note) for note in ("First of two", "Second of two"))
    for article in (first, second):
        article.get_by_role("button", name="Throw away").click()
    first.get_by_role("button", name="Yes, throw it away").click()
    first.wait_for(state="detached")
    second.get_by_role("button", name="Yes, throw it away").click()
    page.get_by_text("Nothing waits on this device.").wait_for()
    assert phone.counts(page)["waiting"] == 0
    phone.context.set_offline(False)
    page.goto(ours.address + "/waiting/")
    assert ours.notes("First of two") == ours.notes("Second of two") == []


def press_first(page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).first.click()


def test_a_change_of_hours_noted_without_signal_is_recorded_later(phone, page, ours):
    sql = """SELECT job.id FROM records_job job JOIN records_allocation held ON held.episode_id = job.episode_id
             JOIN access_roleheld role ON role.staff_id = held.staff_id JOIN people_account account
             ON account.id = role.account_id WHERE account.email = ? AND job.ended_on IS NULL AND held.ended_on IS NULL"""
    (job,) = ours.rows(sql, ours.accounts["employment specialist"][0])[0]
    phone.open_form(page)
    service = re.search(r"/s/\d+/", page.url)[0]
    address = phone.keep(page, f"{service}jobs/{job}/change/")
    phone.context.set_offline(True)
    page.goto(address)
    page.locator("[name=hours_per_week]").fill("17.5")
    press(page, "Save")
    kept(page)
    phone.context.set_offline(False)
    nothing_waits(page)
    assert ours.rows("SELECT hours_per_week FROM records_jobchange WHERE job_id = ? ORDER BY id DESC", job)[0] == (
        17.5,
    )
