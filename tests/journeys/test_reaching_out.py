"""Somebody goes quiet: reached out to in several ways, let go with an open door, and back again; and a visit alone."""

from datetime import date, time, timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.measures.taking import take
from placewell.people.models import Account
from placewell.records import models
from tests.journeys import browser as sight
from tests.journeys.first_journey import Journey
from tests.journeys.hands import Mouse, day

PASSWORD = "three words apart 7"
LONG_AGO = date(2020, 1, 1)
pytestmark = pytest.mark.timeout(400)


@pytest.fixture
def unit(transactional_db, laying_down):
    """Ana holds Mo, who was last met 30 days ago; Ben is her colleague."""
    today = timezone.localdate()
    with laying_down(on=today):
        service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
        team = models.ClinicalTeam.objects.create(service=service, key="t", name="East team", kind="recovery")
        ana, ben = (specialist(service, name) for name in ("Ana Silva", "Ben Carter"))
        models.TeamAttachment.objects.create(service=service, staff=ana, team=team, started_on=LONG_AGO)
        mo = models.Client.objects.create(service=service, key="c", given_name="Mo", family_name="Ahmed")
        begun = models.Episode.objects.create(
            service=service, key="e", client=mo, team=team, entered_on=today - timedelta(days=60),
            work_status_at_entry="out_of_work",
        )  # fmt: skip
        models.Allocation.objects.create(
            service=service, episode=begun, staff=ana, kind="key_worker", started_on=begun.entered_on
        )
        models.Contact.objects.create(
            service=service, key="k", episode=begun, staff=ana, began_on=today - timedelta(days=30), began_time=time(9),
            minutes=30, mode="face_to_face", place="community", phase="engagement", attendance="attended",
            with_whom="client",
        )  # fmt: skip
        models.JobPreference.objects.create(
            service=service, episode=begun, stated_on=begun.entered_on, occupation_group="92"
        )
        models.LoneVisit.objects.create(
            service=service, staff=ana, checks=ben, episode=begun, place="3 Mill Lane", phone="07700 900001",
            begins_on=today - timedelta(days=1), begins_time=time(14), back_by=time(15),
        )  # fmt: skip
    return service, mo, today


def specialist(service, name: str):
    """A member of staff who signs in."""
    made = models.Staff.objects.create(service=service, key=name, full_name=name, started_on=LONG_AGO)
    models.StaffTerm.objects.create(
        service=service, staff=made, role="employment_specialist", fte=1, started_on=LONG_AGO
    )
    account = Account.objects.create(
        email=f"{name.split()[0].lower()}@example.org", full_name=name, password=make_password(PASSWORD)
    )
    RoleHeld.objects.create(
        account=account, service=service, role="employment_specialist", staff=made, started_on=LONG_AGO
    )
    return made


def item_25(service, today) -> dict:
    """What the measure of item 25 says, part by part, as numerators."""
    extra = take("assertive_outreach", service, as_at=today).extra
    return {name: told["numerator"] if isinstance(told, dict) else told for name, told in extra.items()}


def try_by(way: Journey, page_at: str, words: str, **answers) -> None:
    """From the page on reaching out: press a way, and record the try that it opens."""
    way.hand.page.goto(page_at)
    ways = way.hand.page.locator(".placewell-due")
    way.hand.lead(ways.get_by_role("link", name=words).first)
    way.look(way.hand.page, "people-outreach-contact")
    form = way.hand.page.locator("main")
    assert form.locator('[name="attendance"][value="no_answer"]').is_checked()
    for name, value in answers.items():
        assert form.locator(f'[name="{name}"][value="{value}"]').is_checked(), name
    way.hand.unfold("Today, ")
    day(way.hand, "began_on", way.ago(2))
    way.send("Record the contact", "Contact recorded")


@pytest.mark.parametrize("width", [360, 1280])
def test_reached_out_to_let_go_and_back_again(unit, live_server, page_at, looked_at, width):
    service, mo, today = unit
    page = page_at(width, live_server.url, may_be_refused=True)
    sight.sign_in(page, live_server.url, "ana@example.org", PASSWORD)
    way = Journey(Mouse(page), service, today, looked_at, 0)
    reaching_out = f"{live_server.url}/s/{service.pk}/clients/{mo.pk}/reaching-out/"
    page.goto(reaching_out)
    assert "29 days without a contact" in page.locator("main").inner_text()
    looked_at(page, "outreach-quiet")
    assert item_25(service, today)["attempts_logged"] == 0
    try_by(way, reaching_out, "Telephone or video", mode="telephone", attempt_by="employment_specialist")
    try_by(way, reaching_out, "Letter", mode="letter")
    try_by(way, reaching_out, "At home", mode="face_to_face", place="home")
    try_by(way, reaching_out, "A visit with a clinician, together", attempt_by="joint", place="home")
    page.goto(reaching_out)
    looked_at(page, "outreach-tried")
    assert item_25(service, today) == {
        "attempts_logged": 1, "clinician_tried": 1, "two_visits": 1, "tried_together": 1, "exits_against_outreach": 0,
    }  # fmt: skip
    note_a_concern(way)
    leave(way, reaching_out)
    come_back(way)
    assert item_25(service, today)["exits_against_outreach"] == 0


def note_a_concern(way: Journey) -> None:
    """From the page on reaching out."""
    way.open("Note a concern about their absence", "concern-new")
    way.hand.fill("note", "Nobody has seen Mo for a month.")
    way.send("Note the concern", "Concern noted")
    way.look(way.hand.page, "concern")


def leave(way: Journey, reaching_out: str) -> None:
    """Support ends; the form says what was tried."""
    page = way.hand.page
    page.goto(reaching_out)
    way.open("End support", "exit")
    assert "Ways used: telephone or video, letter, at home and through the clinical team." in (
        page.locator("main").inner_text()
    )
    way.hand.tick("end_reason", "cannot_be_reached")
    way.hand.fill("way_back", "Ring the clinic and ask for Ana.")
    way.hand.press("End support")
    way.look(page, "exit-check")
    assert "Few tries" not in page.locator("main").inner_text()
    way.send("End support", "End of support recorded")


def come_back(way: Journey) -> None:
    """The wish of the last time is ticked already."""
    way.open("Begin again", "begin-again")
    assert way.hand.page.locator('main [name="wishes"]').is_checked()
    way.hand.tick("work_status_at_entry", "out_of_work")
    way.send("Begin support again", "Support has begun again")
    assert models.JobPreference.objects.count() == 2


def test_a_colleague_sees_who_is_overdue_and_one_tap_ends_it(unit, live_server, page_at, looked_at):
    service, _, _ = unit
    ben, ana = (page_at(360, live_server.url, may_be_refused=True) for _ in range(2))
    sight.sign_in(ben, live_server.url, "ben@example.org", PASSWORD)
    ben.goto(f"{live_server.url}/s/{service.pk}/today/")
    assert "Overdue from a visit: Ana Silva" in ben.locator("main").inner_text()
    ben.goto(f"{live_server.url}/s/{service.pk}/visits/")
    looked_at(ben, "visits-overdue")
    assert "Mo Ahmed" not in ben.locator("main").inner_text()
    sight.sign_in(ana, live_server.url, "ana@example.org", PASSWORD)
    ana.goto(f"{live_server.url}/s/{service.pk}/visits/")
    hand = Mouse(ana)
    hand.follow("Ana Silva")
    looked_at(ana, "visit-own")
    hand.follow("I need longer")
    looked_at(ana, "visit-longer")
    hand.follow("Cancel")
    hand.press("I am safe")
    assert "Safe. Thank you for saying so" in ana.locator("main").inner_text()
    ben.reload()
    assert "Nobody is out on a visit alone" in ben.locator("main").inner_text()
