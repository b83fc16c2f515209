"""Applications undone, corrected and withdrawn, with all that was made with them."""

import pytest
from django.core.exceptions import ValidationError

from placewell.access.disclosure import NotAllowedToTell
from placewell.actions import applications, corrections
from placewell.records.models import Application, Appointment, EmployerContact, Interview
from placewell.rules.applications import State
from tests.actions.test_applications.conftest import DAY, JOB, TODAY, counts, state, talk

pytestmark = pytest.mark.django_db


def test_everything_of_one_event_is_undone_together(about, episode, apply, staff, bakery):
    talk(about, episode, may=True)
    before = counts()
    made = apply(sent_by="specialist", staff=staff)
    booked = applications.book_interview(**about, application=made, held_on=TODAY, kind="in_person", goes_along=staff)
    whole = counts()
    told = applications.tell_interview(**about, interview=booked, came_of="held")
    undo(about, told)
    assert counts() == whole
    assert (Interview.objects.get().came_of, Interview.objects.get().employer_contact) == ("", None)
    job = applications.start_job(**about, application=made, employer=bakery, **JOB)
    undo(about, job)
    corrections.withdraw(**about, record=Interview.objects.get(), because="Wrong person")
    undo(about, made)
    assert counts() == before


def undo(about, record):
    return corrections.undo(**about, event=record.event, because="Wrong person")


def test_correcting_an_interview_moves_what_was_made_with_it(about, episode, apply, staff):
    talk(about, episode, may=True)
    made = apply()
    booked = applications.book_interview(
        **about, application=made, held_on=TODAY + DAY, kind="in_person", goes_along=staff
    )
    corrections.correct_record(
        **about, record=booked, read_version=1, held_on=TODAY + 4 * DAY, kind="video", place="Link in the email"
    )
    one = Appointment.objects.get()
    assert (one.begins_on, one.mode, one.place) == (TODAY + 4 * DAY, "video", "Link in the email")
    past = applications.book_interview(**about, application=made, held_on=TODAY - DAY, kind="in_person")
    past = applications.tell_interview(**about, interview=past, came_of="held")
    corrections.correct_record(**about, record=past, read_version=2, held_on=TODAY - 2 * DAY)
    assert EmployerContact.objects.get().made_on == TODAY - 2 * DAY


def test_an_application_is_not_corrected_past_the_lock_or_past_what_came_of_it(about, episode, apply, staff):
    talk(about, episode, may=True)
    made = apply(sent_by="specialist", staff=staff)
    with pytest.raises(NotAllowedToTell):
        corrections.correct_record(**about, record=made, read_version=1, applied_on=TODAY - 30 * DAY)
    moved = corrections.correct_record(**about, record=made, read_version=1, applied_on=TODAY - 9 * DAY)
    assert EmployerContact.objects.get().made_on == TODAY - 9 * DAY
    applications.answer(**about, application=made, came_on=TODAY - 5 * DAY, kind="invited")
    with pytest.raises(ValidationError, match="Something came of it before"):
        corrections.correct_record(**about, record=moved, read_version=2, applied_on=TODAY)


def test_withdrawing_takes_along_what_was_made_with_it(about, episode, apply, staff, bakery):
    talk(about, episode, may=True)
    before = counts()
    made = apply(sent_by="specialist", staff=staff)
    booked = applications.book_interview(
        **about, application=made, held_on=TODAY + DAY, kind="in_person", goes_along=staff
    )
    applications.answer(**about, application=made, came_on=TODAY, kind="offered")
    corrections.withdraw(**about, record=booked, because="Not ours")
    assert Appointment.objects.standing().count() == 0
    job = applications.start_job(**about, application=made, employer=bakery, **JOB)
    corrections.withdraw(**about, record=job, because="Not begun")
    assert state(made) == State.OFFERED
    corrections.withdraw(**about, record=Application.objects.get(), because="Somebody else’s")
    assert counts() == before
