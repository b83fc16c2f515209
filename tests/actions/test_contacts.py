"""A contact is noted with what comes next, in one event, and undone with it."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.roles import Role
from placewell.actions import corrections, steps, support
from placewell.records.models import Appointment, Contact, Episode, Event, Step
from tests import given

pytestmark = pytest.mark.django_db
SOON = given.TODAY + timedelta(days=3)
MET = {
    "began_on": given.TODAY, "began_time": time(9), "minutes": 30, "mode": "face_to_face", "place": "home",
    "phase": "engagement", "attendance": "attended", "with_whom": "client",
}  # fmt: skip
RING = {"what": "Ring the library", "by_whom": "specialist", "named": "", "due_on": SOON}
MEET = {"begins_on": SOON, "begins_time": time(10), "mode": "video", "place": "", "purpose": "CV"}


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def specialist(service):
    return given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))


@pytest.fixture
def staff(specialist):
    return specialist.roles[0].staff


@pytest.fixture
def episode(staff):
    return Episode.objects.select_related("client").get(client=given.client_held_by(staff))


@pytest.fixture
def note(service, specialist, staff, episode):
    """Note a contact as the specialist."""
    about = {"by": specialist, "service": service, "episode": episode, "staff": staff}
    return lambda **more: support.note_contact(**{**about, **MET, **more})


def test_a_contact_alone_is_a_contact_alone(note):
    note()
    assert (Contact.objects.count(), Step.objects.count(), Appointment.objects.count()) == (1, 0, 0)


def test_the_next_step_and_the_appointment_are_noted_in_the_same_event(note, staff, episode):
    before = Event.objects.count()
    contact = note(next_step=RING, appointment=MEET)
    step, booked = Step.objects.get(), Appointment.objects.get()
    assert Event.objects.count() == before + 1
    assert (step.what, step.due_on, step.contact, step.episode, step.staff) == (
        "Ring the library", SOON, contact, episode, staff,
    )  # fmt: skip
    assert (booked.begins_on, booked.staff, booked.purpose) == (SOON, staff, "CV")
    assert {contact.event_id, step.event_id, booked.event_id} == {Event.objects.get(verb="contact.noted").pk}


def test_a_step_of_the_person_is_nobodys_of_the_staff(note):
    note(next_step=RING | {"by_whom": "person"})
    assert Step.objects.get().staff is None


def test_what_is_wrong_with_a_step_leaves_no_contact(note, episode):
    with pytest.raises(ValidationError):
        note(next_step=RING | {"what": ""})
    with pytest.raises(ValidationError, match="no support on that day"):
        note(appointment=MEET | {"begins_on": episode.entered_on - timedelta(days=1)})
    assert Contact.objects.count() == Step.objects.count() == Appointment.objects.count() == 0


def test_steps_are_done_on_the_day_of_the_contact_once(note, service, specialist, episode):
    about = {"by": specialist, "service": service, "episode": episode}
    taken, dropped = (steps.note(**about, what=what) for what in ("Write", "Ring"))
    steps.drop(by=specialist, service=service, step=dropped, because="They wrote first")
    yesterday = given.TODAY - timedelta(days=1)
    note(began_on=yesterday, steps_done=Step.objects.all())
    note(steps_done=Step.objects.all())
    taken.refresh_from_db()
    dropped.refresh_from_db()
    assert (taken.done_on, taken.version, dropped.done_on) == (yesterday, 2, None)


def test_a_step_of_somebody_else_is_left_alone(note, service, specialist, staff):
    other = Episode.objects.get(client=given.client_held_by(staff))
    step = steps.note(by=specialist, service=service, episode=other, what="Ring")
    note(steps_done=[step])
    step.refresh_from_db()
    assert step.done_on is None


def test_an_undo_takes_all_of_it_back(note, service, specialist, episode):
    step = steps.note(by=specialist, service=service, episode=episode, what="Write")
    contact = note(next_step=RING, appointment=MEET, steps_done=Step.objects.open())
    corrections.undo(by=specialist, service=service, event=contact.event, because="Wrong person")
    step.refresh_from_db()
    assert step.done_on is None
    assert list(Step.objects.open()) == [step]
    assert Contact.objects.standing().count() == Appointment.objects.standing().count() == 0
    assert Appointment.objects.get().withdrawn_because == "Wrong person"


def test_an_undo_is_refused_once_the_step_was_taken(note, service, specialist):
    contact = note(next_step=RING)
    steps.finish(by=specialist, service=service, step=Step.objects.get(), done_on=given.TODAY)
    with pytest.raises(ValidationError, match="Other records rest on this one: 1 step"):
        corrections.undo(by=specialist, service=service, event=contact.event, because="Wrong day")


def test_a_contact_that_is_withdrawn_takes_its_open_steps_along(note, service, specialist):
    contact = note(next_step=RING)
    corrections.withdraw(by=specialist, service=service, record=contact, because="Wrong person")
    assert Step.objects.get().withdrawn_because == "Wrong person"


def test_nobody_notes_a_contact_beyond_their_reach(note, service):
    other = Episode.objects.get(client=given.client_held_by(given.staff(service)))
    with pytest.raises(PermissionDenied):
        note(episode=other, next_step=RING)
    assert Contact.objects.count() == Step.objects.count() == 0
