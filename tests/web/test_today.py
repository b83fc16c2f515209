"""Today on the web: whose it is, what is on it, how many questions it asks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from placewell.access.roles import Role
from placewell.records import guard
from placewell.records.models import Episode, Job, Plan, Referral, StaffTerm, VocationalProfile
from tests import given
from tests.questions import asks
from tests.web.browsers import signed_in, words

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def today(service):
    return service.today(timezone.now())


@pytest.fixture
def sam(service):
    return given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service, full_name="Sam Okafor"))


@pytest.fixture
def sue(service):
    return given.role(service, Role.SUPERVISOR, staff=given.staff(service, role="supervisor", full_name="Sue Hart"))


def page(held, **asked) -> str:
    return words(signed_in(held.account).get(f"/s/{held.service_id}/today/", asked))


def lay(model, **facts):
    with guard.acting(by=None, verb="tests.given"):
        return model.objects.create(**facts)


def held_by(staff, entered_on, **names) -> Episode:
    """A person entered on a day, held since."""
    person = given.client_held_by(staff, started_on=entered_on)
    with guard.acting(by=None, verb="tests.given"):
        type(person).objects.filter(pk=person.pk).update(**names)
        Episode.objects.filter(client=person).update(entered_on=entered_on)
    return Episode.objects.get(client=person)


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
    assert "Olu Cole" not in said


def test_a_colleague_s_people_are_not_there(sam, service, today):
    held_by(given.staff(service), today - 30 * DAY, given_name="Mo", family_name="Ahmed")
    said = page(sam)
    assert "Mo Ahmed" not in said
    assert "Nothing is due, and nothing is late" in said


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
    for number in range(people):
        episode = held_by(sam.staff, today - (20 + number) * DAY)
        of = {"service": sam.service, "episode": episode}
        lay(VocationalProfile, **of, number=1, written_on=episode.entered_on)
        lay(Plan, **of, kind="action_plan", agreed_on=episode.entered_on)
        lay(
            Job, **of, key=f"j{number}", title="Baker", occupation_code="5432", started_on=today - 5 * DAY,
            hours_per_week=20, contract="permanent", meets_minimum_wage=True, open_to_anyone=True,
            paid_by_employer=True,
        )  # fmt: skip
    browser = signed_in(sam.account)
    address = f"/s/{sam.service_id}/today/"
    browser.get(address)
    with asks(QUESTIONS):
        browser.get(address)


QUESTIONS = 11


def test_a_referral_that_was_declined_asks_for_nothing(service):
    team = given.team(service)
    sam = given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service, team=team))
    person = given.client(service, team)
    with guard.acting(by=None, verb="tests.given"):
        Referral.objects.filter(client=person).update(decision="withdrawn_by_person", decided_on=given.LONG_AGO)
    assert "Nothing is due" in page(sam)
