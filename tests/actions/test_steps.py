"""What comes next: noted, taken, dropped, booked, called off; no figure changes by it."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import steps
from placewell.records import guard
from placewell.records.models import Appointment, Episode, Event, Step
from tests import given

pytestmark = pytest.mark.django_db
SOON = given.TODAY + timedelta(days=3)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def specialist(service):
    return given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))


@pytest.fixture
def episode(service, specialist):
    return Episode.objects.get(client=given.client_held_by(specialist.roles[0].staff))


def test_a_step_is_noted_and_taken(service, specialist, episode):
    about = {"by": specialist, "service": service}
    step = steps.note(**about, episode=episode, what=" Ring the library ", due_on=SOON)
    assert list(Step.objects.open()) == [step]
    steps.finish(**about, step=step, done_on=given.TODAY)
    assert (Step.objects.get().done_on, Step.objects.open().count()) == (given.TODAY, 0)
    assert Event.objects.filter(facts_from__isnull=False).count() == 0


def test_a_step_is_not_taken_on_a_day_to_come(service, specialist, episode):
    about = {"by": specialist, "service": service}
    step = steps.note(**about, episode=episode, what="Ring the library")
    with pytest.raises(ValidationError, match="after today"):
        steps.finish(**about, step=step, done_on=SOON)


def test_a_step_is_dropped_with_a_reason_only(service, specialist, episode):
    about = {"by": specialist, "service": service}
    step = steps.note(**about, episode=episode, what="Ring the library")
    with pytest.raises(ValidationError, match="Say why"):
        steps.drop(**about, step=step, because=" ")
    steps.drop(**about, step=step, because="They wrote first")
    with pytest.raises(ValidationError, match="either done or dropped"):
        steps.finish(**about, step=step, done_on=given.TODAY)


def test_an_appointment_is_booked_and_called_off(service, specialist, episode):
    about = {"by": specialist, "service": service}
    staff = specialist.roles[0].staff
    booked = steps.book(
        **about, episode=episode, staff=staff, begins_on=SOON, begins_time=time(10), mode="face_to_face"
    )
    with pytest.raises(ValidationError, match="Say why"):
        steps.call_off(**about, appointment=booked, because="")
    steps.call_off(**about, appointment=booked, because="Ill")
    assert Appointment.objects.get().cancelled_because == "Ill"


def test_nobody_books_or_notes_beyond_their_reach(service, specialist):
    other = Episode.objects.get(client=given.client_held_by(given.staff(service)))
    with pytest.raises(PermissionDenied):
        steps.note(by=specialist, service=service, episode=other, what="Ring")
    with pytest.raises(PermissionDenied):
        steps.book(
            by=specialist, service=service, episode=other, staff=specialist.roles[0].staff, begins_on=SOON, mode="text"
        )
    assert Step.objects.count() == Appointment.objects.count() == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": ""},
        {"by_whom": "robot"},
        {"episode": None},
        {"done_on": given.TODAY, "dropped_because": "no"},
    ],
)
def test_impossible_steps_are_refused_by_the_database(service, episode, wrong):
    facts = {"service": service, "episode": episode, "what": "Ring", "by_whom": "person", **wrong}
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        Step.objects.create(**facts)


@pytest.mark.parametrize("wrong", [{"mode": "pigeon"}, {"episode": None}])
def test_impossible_appointments_are_refused_by_the_database(service, specialist, episode, wrong):
    facts = {
        "service": service, "episode": episode, "staff": specialist.roles[0].staff, "begins_on": SOON, "mode": "text",
    }  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        Appointment.objects.create(**facts | wrong)
