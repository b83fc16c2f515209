"""Today on the web: whose it is, what is on it, how many questions it asks."""

import re
from datetime import time

import pytest

from placewell.access.roles import Role
from placewell.records import guard
from placewell.records.models import (
    Appointment,
    Episode,
    Referral,
    StaffTerm,
    StaffWeek,
)
from tests import given
from tests.questions import asks
from tests.web.browsers import date_of, form, send, signed_in, words
from tests.web.test_today.conftest import DAY, closed, held_by, last_monday, lay, lines_of, page, step_of

pytestmark = pytest.mark.django_db


def test_what_is_late_and_what_is_due_within_a_week_with_rule_and_source(sam, today):
    held_by(sam.staff, today - 30 * DAY, given_name="Mo", family_name="Ahmed")
    held_by(sam.staff, today - 24 * DAY, given_name="Noor", family_name="Begum")
    held_by(sam.staff, today - 2 * DAY, given_name="Olu", family_name="Cole")
    said = page(sam)
    late, _, soon = said.partition("Due within a week")
    assert "Mo Ahmed The first vocational profile was due by" in late
    assert "Within 28 days, Key IPS Fidelity Standards (London)" in late
    assert "Write the profile Mo Ahmed" in late
    assert "Noor Begum The first employer contact is due by" in soon
    assert "Olu Cole" not in said.partition("Without a next step")[0]


def test_a_colleague_s_people_are_not_there(sam, service, today):
    held_by(given.staff(service), today - 30 * DAY, given_name="Mo", family_name="Ahmed")
    said = page(sam)
    assert "Mo Ahmed" not in said
    assert "Nothing is due, and nothing is late" not in said  # last week's log is still to close


def test_referrals_to_the_team_wait_for_their_specialist(service, today):
    team = given.team(service)
    sam = given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service, team=team))
    given.client(service, team, given_name="Ria", family_name="Dean")
    given.client(service, given.team(service), given_name="Tom", family_name="Elsewhere")
    said = page(sam)
    assert "Ria Dean The first contact was due by" in said
    assert "Record the first contact" in said
    assert "Tom Elsewhere" not in said


def test_a_supervisor_sees_the_unit_or_a_colleague(sam, sue, service, today):
    ben = given.staff(service, full_name="Ben Carter")
    held_by(sam.staff, today - 30 * DAY, given_name="Mo", family_name="Ahmed")
    held_by(ben, today - 30 * DAY, given_name="Noor", family_name="Begum")
    said = page(sue)
    assert "Today in the unit" in said
    assert "Mo Ahmed" in said
    assert "Noor Begum" in said
    said = page(sue, worker=ben.pk)
    assert "Today for Ben Carter" in said
    assert "Mo Ahmed" not in said
    assert "Noor Begum" in said


def test_the_unit_is_whom_the_supervisor_leads(sam, sue, service, today):
    ben = given.staff(service, full_name="Ben Carter")
    with guard.acting(by=None, verb="tests.given"):
        StaffTerm.objects.filter(staff=sam.staff).update(supervisor=sue.staff)
    held_by(sam.staff, today - 30 * DAY, given_name="Mo", family_name="Ahmed")
    held_by(ben, today - 30 * DAY, given_name="Noor", family_name="Begum")
    said = page(sue)
    assert "Mo Ahmed" in said
    assert "Noor Begum" not in said


def test_a_specialist_does_not_open_a_colleague_s_day(sam, service):
    other = given.staff(service)
    browser = signed_in(sam.account)
    for wrong in (other.pk, "unit", "0", "x"):
        assert browser.get(f"/s/{service.pk}/today/", {"worker": wrong}).status_code == 404


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.SERVICE_MANAGER, Role.TRAINER, Role.ADMINISTRATOR])
def test_who_does_not_support_people_has_no_today(service, role):
    assert signed_in(given.role(service, role).account).get(f"/s/{service.pk}/today/").status_code == 403


@pytest.mark.parametrize("people", [1, 25])
def test_the_questions_do_not_grow_with_the_caseload(sam, today, people):
    lines_of(sam, today, people)
    browser = signed_in(sam.account)
    address = f"/s/{sam.service_id}/today/"
    browser.get(address)
    with asks(QUESTIONS):
        assert browser.get(address).status_code == 200


QUESTIONS = 22


def test_a_referral_that_was_declined_asks_for_nothing(service):
    team = given.team(service)
    sam = given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service, team=team))
    person = given.client(service, team)
    with guard.acting(by=None, verb="tests.given"):
        Referral.objects.filter(client=person).update(decision="withdrawn_by_person", decided_on=given.LONG_AGO)
    assert "first contact" not in page(sam)


def test_when_nothing_is_due_it_says_so_kindly(sam, today):
    closed(sam, today)
    assert "People appear here when they are referred to the team" in page(sam)
    step_of(sam, today, due_on=today + 20 * DAY)
    said = page(sam)
    assert "Nothing is due, and nothing is late. A good moment to see an employer" in said
    assert "Late" not in said


def test_last_week_s_log_waits_to_be_closed(sam, sue, today):
    assert "Close the log of" in page(sam)
    assert "Sam Okafor Close the log of" in page(sue)
    lay(
        StaffWeek, service=sam.service, staff=sam.staff, week_starting=last_monday(today), employment_minutes=60,
        other_minutes=0, log_complete=False,
    )  # fmt: skip
    assert "Close the log of" in page(sam)
    with guard.acting(by=None, verb="tests.given"):
        StaffWeek.objects.update(log_complete=True)
    assert "Close the log of" not in page(sam)
    assert "Close the log of" not in page(sue)


def test_a_step_is_done_by_one_tap(sam, today):
    step = step_of(sam, today)
    browser = signed_in(sam.account)
    shown = browser.get(f"/s/{sam.service_id}/today/").content.decode()
    tap = re.search(r'name="submission" value="(?P<id>[^"]+)" formaction="(?P<address>[^"]+/done/)"', shown)
    assert "Ring the library" in shown
    for _ in range(2):
        said = send(browser, tap["address"], {"submission": tap["id"]})
        assert "Step done" in said
    step.refresh_from_db()
    assert (step.done_on, step.version) == (today, 2)
    assert "Step of the employment specialist" not in said


def test_a_step_done_another_day_is_told(sam, today):
    step = step_of(sam, today)
    browser = signed_in(sam.account)
    address = f"/s/{sam.service_id}/today/steps/{step.pk}/done/"
    assert "When was it done?" in words(browser.get(address))
    assert "after today" in words(browser.post(address, form(**date_of("done_on", today + DAY))))
    send(browser, address, form(**date_of("done_on", today - DAY)))
    step.refresh_from_db()
    assert step.done_on == today - DAY


def test_the_next_step_is_noted(sam, today):
    held_by(sam.staff, today - 2 * DAY, given_name="Mo", family_name="Ahmed")
    browser = signed_in(sam.account)
    said = words(browser.get(f"/s/{sam.service_id}/today/"))
    assert "1 person without a next step" in said
    episode = Episode.objects.get()
    address = f"/s/{sam.service_id}/episodes/{episode.pk}/steps/new/"
    assert "Say what will be done" in words(browser.post(address, form(by_whom="person")))
    said = send(browser, address, form(what="Visit the bakery", by_whom="person", **date_of("due_on", today)))
    assert "Step recorded" in said
    assert "Visit the bakery Step of the person, by" in said
    assert "without a next step" not in said


def test_who_has_something_booked_has_a_next_step(sam, today):
    episode = held_by(sam.staff, today - 2 * DAY, given_name="Mo", family_name="Ahmed")
    of = {"service": sam.service, "staff": sam.staff, "mode": "face_to_face", "episode": episode}
    lay(Appointment, **of, begins_on=today, begins_time=time(14), place="Café Rosa", purpose="Profile")
    lay(Appointment, **of, begins_on=today + 3 * DAY)
    lay(Appointment, **of, begins_on=today, cancelled_because="Ill", place="Nowhere")
    said = page(sam)
    assert "2 booked" in said
    assert "Booked today 14:00 Mo Ahmed Face to face, Café Rosa, Profile" in said
    assert f"Booked within a week {today + 3 * DAY:%A}" in said
    assert "Nowhere" not in said
    assert "without a next step" not in said


def test_a_long_list_has_pages(sam, today):
    for _ in range(20):
        held_by(sam.staff, today - 30 * DAY)
    said = page(sam)
    assert "1 to 30 of 61 things" in said
    assert "Page 1 of 3" in said
    assert "Page 2 of 3" in page(sam, page=2)
    assert "Page 1 of 3" in page(sam, page="x")
