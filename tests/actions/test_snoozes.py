"""What is due is put off with a reason, for one thing of one person, and brought back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import snoozes, steps
from placewell.records import guard
from placewell.records.models import Client, Episode, Event, Job, Snooze
from tests import given

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SOON = given.TODAY + 7 * DAY


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def specialist(service):
    return given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))


@pytest.fixture
def person(specialist):
    return given.client_held_by(given.staff_of(specialist))


@pytest.fixture
def told(service, specialist):
    return {
        "by": specialist,
        "service": service,
        "rule": "first_profile",
        "until_on": SOON,
        "put_off_because": " On holiday ",
    }


def job_of(person: Client) -> Job:
    with guard.acting(by=None, verb="tests.given"):
        return Job.objects.create(
            service=person.service, key=f"job-{person.pk}", episode=Episode.objects.get(client=person), title="Baker",
            occupation_code="5432", started_on=given.LONG_AGO, hours_per_week=20, contract="permanent",
            meets_minimum_wage=True, open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip


def test_it_is_put_off_and_nothing_else_changes(told, person):
    put_off = snoozes.put_off(**told, client=person)
    assert (put_off.rule, put_off.client, put_off.put_off_on, put_off.until_on, put_off.put_off_because) == (
        "first_profile", person, given.TODAY, SOON, "On holiday",
    )  # fmt: skip
    assert list(Snooze.objects.in_force(given.TODAY)) == [put_off]
    assert not Snooze.objects.in_force(SOON).exists()
    assert Event.objects.filter(facts_from__isnull=False).count() == 0


def test_it_is_brought_back(told, person, service, specialist):
    put_off = snoozes.put_off(**told, client=person)
    back = snoozes.bring_back(by=specialist, service=service, snooze=put_off)
    assert (back.until_on, back.version) == (given.TODAY, 2)
    assert not Snooze.objects.in_force(given.TODAY).exists()
    assert snoozes.bring_back(by=specialist, service=service, snooze=back).version == 2


def test_a_step_and_a_week_of_one_s_own_are_put_off(told, person, service, specialist):
    step = steps.note(by=specialist, service=service, episode=Episode.objects.get(client=person), what="Ring")
    snoozes.put_off(**told | {"rule": "step"}, step=step)
    snoozes.put_off(**told | {"rule": "week_log"}, staff=given.staff_of(specialist))
    assert Snooze.objects.in_force(given.TODAY).count() == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"put_off_because": " "}, "Say why"),
        ({"until_on": given.TODAY}, "after today"),
        ({"until_on": given.TODAY + 93 * DAY}, "Choose a day up to 30 September 2026"),
    ],
)
def test_without_a_reason_or_a_day_that_can_be_it_is_refused(told, person, wrong, said):
    with pytest.raises(ValidationError, match=said):
        snoozes.put_off(**told | wrong, client=person)
    assert not Snooze.objects.exists()


def test_a_quarter_is_the_longest(told, person):
    assert snoozes.put_off(**told | {"until_on": given.TODAY + 92 * DAY}, client=person).pk


def test_a_job_is_the_person_s_own(told, person, specialist):
    job = job_of(given.client_held_by(given.staff_of(specialist)))
    with pytest.raises(ValidationError, match="another person"):
        snoozes.put_off(**told, client=person, job=job)
    assert snoozes.put_off(**told, client=person, job=job_of(person)).job.title == "Baker"


def test_nobody_puts_off_beyond_their_reach(told, person, service, specialist):
    other = given.client_held_by(given.staff(service))
    with guard.acting(by=None, verb="tests.given"):
        strange = Snooze.objects.create(
            service=service, rule="step", client=other, put_off_on=given.TODAY, until_on=SOON, put_off_because="Away"
        )
    with pytest.raises(PermissionDenied):
        snoozes.put_off(**told, client=other)
    with pytest.raises(PermissionDenied):
        snoozes.put_off(**told, staff=given.staff(service))
    with pytest.raises(PermissionDenied):
        snoozes.bring_back(by=specialist, service=service, snooze=strange)
    clinician = given.worker(service, Role.CLINICIAN)
    with pytest.raises(PermissionDenied):
        snoozes.put_off(**told | {"by": clinician}, client=person)
    assert list(Snooze.objects.all()) == [strange]


def test_a_supervisor_puts_off_for_a_colleague(told, service):
    supervisor = given.worker(service, Role.SUPERVISOR)
    assert snoozes.put_off(**told | {"by": supervisor, "rule": "week_log"}, staff=given.staff(service)).pk


@pytest.mark.parametrize(
    "wrong",
    [
        {"rule": ""},
        {"put_off_because": ""},
        {"client": None},
        {"staff": "own"},
        {"client": None, "job": "own", "staff": "own"},
        {"until_on": given.TODAY - DAY},
    ],
)
def test_impossible_snoozes_are_refused_by_the_database(service, specialist, person, wrong):
    own = {"staff": given.staff_of(specialist), "job": job_of(person)}
    wrong = {name: own[name] if value == "own" else value for name, value in wrong.items()}
    facts = {
        "service": service, "rule": "step", "client": person, "put_off_on": given.TODAY, "until_on": SOON,
        "put_off_because": "Away",
    }  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        Snooze.objects.create(**facts | wrong)
