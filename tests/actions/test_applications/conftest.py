"""A specialist, somebody whom they hold, and an employer; what a test says of applications in a few words."""

from datetime import timedelta

import pytest

from placewell.access.roles import Role
from placewell.actions import applications, disclosure
from placewell.records.application_courses import told_of
from placewell.records.models import (
    Application,
    ApplicationJob,
    ApplicationResult,
    Appointment,
    EmployerContact,
    Episode,
    Interview,
    Job,
)
from placewell.rules.applications import State
from tests import given

DAY, TODAY = timedelta(days=1), given.TODAY
TEN_AGO = TODAY - 10 * DAY
KEPT = (Application, Interview, ApplicationResult, ApplicationJob, Appointment, EmployerContact, Job)
JOB = {
    "title": "Porter", "occupation_code": "9263", "started_on": TODAY, "hours_per_week": 16, "contract": "permanent",
    "meets_minimum_wage": True, "open_to_anyone": True, "paid_by_employer": True,
}  # fmt: skip


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def ana(service):
    return given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))


@pytest.fixture
def staff(ana):
    return ana.roles[0].staff


@pytest.fixture
def episode(staff):
    return Episode.objects.get(client=given.client_held_by(staff))


@pytest.fixture
def bakery(service):
    return given.employer(service)


@pytest.fixture
def about(ana, service):
    return {"by": ana, "service": service}


@pytest.fixture
def apply(about, episode, bakery):
    def do(**changed):
        facts = {"title": "Porter", "applied_on": TEN_AGO, "how": "cv", "sent_by": "person", "occupation_code": "9263"}
        return applications.record(**about, **{"episode": episode, "employer": bakery, **facts, **changed})

    return do


def talk(about, episode, may: bool, *, on=TODAY - 20 * DAY, **terms):
    """Record a talk in which the person allowed us to speak with employers, or did not."""
    facts = {"pros_and_cons": True, "wording_agreed": may, "specialist_may_contact_employers": may}
    choice = "tell_some" if may else "tell_nobody"
    return disclosure.discuss(**about, episode=episode, held_on=on, choice=choice, terms=terms, **facts)


def state(application) -> State:
    """Where an application stands today."""
    return told_of([Application.objects.get(pk=application.pk)])[0].stands(TODAY).state


def counts() -> dict:
    """How many records of each kind stand."""
    return {model.__name__: model.objects.standing().count() for model in KEPT}


def wrote(before: dict) -> dict:
    """How many more of each kind stand since."""
    return {name: number - before[name] for name, number in counts().items() if number != before[name]}
