"""A specialist's morning: Today on the demo, one thing put off, a step done; and a day on which nothing is due."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.people.models import Account
from placewell.records import models
from tests.journeys import browser as sight
from tests.journeys.hands import Mouse, day

PASSWORD = "three words apart 7"
LONG_AGO = date(2020, 1, 1)


def banner(page) -> str:
    """What was just done."""
    return page.locator(".nhsuk-notification-banner").inner_text()


def unlooked(page, name: str) -> None:
    """Without scripts, axe is not let in; the same pages are looked at with them."""


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("width", "javascript"), [(360, True), (1280, False)])
def test_one_thing_is_put_off_with_a_reason_and_brought_back(demo, page_at, looked_at, width, javascript):
    # A form that an outbox sends comes back as 422 when something is asked again.
    page = page_at(width, demo.address, javascript=javascript, may_be_refused=True)
    look = looked_at if javascript else unlooked
    demo.sign_in(page, "employment specialist")
    hand, main = Mouse(page), page.locator("main")
    assert page.locator("h1").inner_text().endswith("Today")
    look(page, "today")
    # Who is overdue from a visit stands above all else, and cannot be put off.
    late = page.locator(".placewell-lines--late .placewell-lines__line")
    line = late.filter(has=page.get_by_role("link", name="Put off")).first
    said = line.locator(".placewell-lines__what").inner_text()
    hand.lead(line.get_by_role("link", name="Put off"))
    look(page, "today-put-off")
    hand.press("Put off")
    assert "Say why it can wait" in main.inner_text()
    hand.fill("put_off_because", f"Away until Monday, {width}")
    hand.press("Put off")
    assert "Put off" in banner(page)
    quiet = page.locator(".placewell-lines--quiet .placewell-lines__line", has_text=f"Away until Monday, {width}")
    assert said.splitlines()[0] in quiet.inner_text()
    look(page, "today-with-what-was-put-off")
    hand.lead(quiet.get_by_role("button", name="Bring back"))
    assert "Brought back" in banner(page)
    assert f"Away until Monday, {width}" not in main.inner_text()


@pytest.mark.timeout(300)
def test_a_supervisor_opens_the_unit_s_day_and_a_colleague_s(demo, page_at, looked_at):
    page = page_at(360, demo.address)
    demo.sign_in(page, "supervisor")
    assert "Today in the unit" in page.locator("h1").inner_text()
    looked_at(page, "today-unit")
    page.get_by_label("Whose day").select_option(index=1)
    hand = Mouse(page)
    hand.press("Show")
    assert "Today for" in page.locator("h1").inner_text()
    looked_at(page, "today-colleague")


@pytest.fixture
def small_service(transactional_db, laying_down):
    """A service whose one specialist has closed last week's log, and supports one person since the day before yesterday."""
    today = timezone.localdate()
    last_monday = today - timedelta(days=today.weekday() + 7)
    with laying_down(on=today):
        service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
        ana = models.Staff.objects.create(service=service, key="ana", full_name="Ana Silva", started_on=LONG_AGO)
        of = {"service": service, "staff": ana, "started_on": LONG_AGO}
        models.StaffTerm.objects.create(**of, role="employment_specialist", fte=1)
        models.StaffWeek.objects.create(
            service=service, staff=ana, week_starting=last_monday, employment_minutes=2000, other_minutes=0,
            log_complete=True,
        )  # fmt: skip
        account = Account.objects.create(
            email="ana@example.org", full_name="Ana Silva", password=make_password(PASSWORD)
        )
        RoleHeld.objects.create(**of, account=account, role="employment_specialist")
        mo = models.Client.objects.create(service=service, key="mo", given_name="Mo", family_name="Ahmed")
        entered = today - timedelta(days=2)
        held = models.Episode.objects.create(
            service=service, key="e1", client=mo, entered_on=entered, work_status_at_entry="out_of_work"
        )
        models.Allocation.objects.create(
            service=service, episode=held, staff=ana, kind="key_worker", started_on=entered
        )
    return service


def note_step(hand, what: str, due_on: date, look) -> None:
    """Note the next step for the one person who has none."""
    hand.follow("Note the next step")
    look(hand.page, "today-step")
    hand.fill("what", what)
    hand.tick("by_whom", "person")
    day(hand, "due_on", due_on)
    hand.press("Save")
    assert "Step recorded" in banner(hand.page)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("width", "javascript"), [(360, True), (1280, True), (360, False)])
def test_a_step_is_done_and_then_there_is_nothing_to_nag_about(
    small_service, live_server, page_at, looked_at, width, javascript
):
    page = page_at(width, live_server.url, javascript=javascript)
    look = looked_at if javascript else unlooked
    sight.sign_in(page, live_server.url, "ana@example.org", PASSWORD)
    page.wait_for_url(f"{live_server.url}/s/{small_service.pk}/today/")
    hand, main, today = Mouse(page), page.locator("main"), timezone.localdate()
    assert "1 person without a next step" in main.inner_text()
    note_step(hand, "Ring the library", today, look)
    assert "Ring the library" in main.inner_text()
    look(page, "today-one-step")
    hand.lead(page.get_by_role("button", name="Ring the library"))
    assert "Step done" in banner(page)
    assert "Ring the library" not in main.inner_text()
    note_step(hand, "Visit the bakery", today + timedelta(days=20), look)
    assert "Nothing is due, and nothing is late." in main.inner_text()
    assert page.get_by_role("heading", name="Late").count() == 0
    look(page, "today-nothing")
