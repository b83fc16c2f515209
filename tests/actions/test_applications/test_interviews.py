"""Interviews, what came of an application, and the job that it led to."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from placewell.access.disclosure import NotAllowedToTell
from placewell.actions import applications
from placewell.records import guard
from placewell.records.models import (
    Appointment,
    Job,
    Lead,
)
from placewell.rules.applications import State
from tests.actions.test_applications.conftest import DAY, JOB, TEN_AGO, TODAY, counts, state, talk, wrote

pytestmark = pytest.mark.django_db


def test_an_interview_alone_needs_nobody_s_leave(about, episode, apply):
    talk(about, episode, may=False)
    made = apply()
    before = counts()
    applications.book_interview(**about, application=made, held_on=TODAY + 3 * DAY, kind="in_person", place="Back door")
    assert wrote(before) == {"Interview": 1}
    assert state(made) == State.BOOKED


def test_going_along_is_an_appointment_of_ours_and_subject_to_the_plan(about, episode, apply, staff, bakery):
    talk(about, episode, may=False)
    made = apply()
    facts = {"held_on": TODAY + 3 * DAY, "held_time": time(10, 30), "kind": "trial_shift", "place": "Back door"}
    before = counts()
    with pytest.raises(NotAllowedToTell, match="Let the person go alone"):
        applications.book_interview(**about, application=made, goes_along=staff, **facts)
    assert wrote(before) == {}
    talk(about, episode, may=True, on=TODAY)
    booked = applications.book_interview(**about, application=made, goes_along=staff, **facts)
    assert wrote(before) == {"Interview": 1, "Appointment": 1}
    one = booked.appointment
    assert (one.employer, one.staff, one.begins_time, one.place) == (bakery, staff, time(10, 30), "Back door")
    assert (one.mode, one.purpose) == ("face_to_face", "Trial shift: Porter")


def test_an_interview_opens_again_what_was_given_up(about, apply):
    made = apply()
    applications.answer(**about, application=made, came_on=TODAY - DAY, kind="no_answer")
    applications.book_interview(**about, application=made, held_on=TODAY + DAY, kind="phone")
    assert state(made) == State.BOOKED
    with pytest.raises(ValidationError, match="before the application"):
        applications.book_interview(**about, application=made, held_on=TEN_AGO - DAY, kind="phone")


def test_an_interview_that_was_held_is_a_contact_of_who_went(about, episode, apply, staff):
    talk(about, episode, may=True)
    made = apply()
    alone = applications.book_interview(**about, application=made, held_on=TODAY - 2 * DAY, kind="in_person")
    along = applications.book_interview(
        **about, application=made, held_on=TODAY - DAY, kind="trial_shift", goes_along=staff
    )
    assert along.appointment is None  # past already
    before = counts()
    told = applications.tell_interview(**about, interview=alone, came_of="held", words="They were kind")
    contact = told.employer_contact
    assert (contact.mode, contact.made_by_client, contact.staff) == ("face_to_face", True, None)
    told = applications.tell_interview(
        **about, interview=along, came_of="held", hiring_authority=True,
        result={"kind": "offered", "came_on": TODAY, "words": ""},
    )  # fmt: skip
    assert (told.employer_contact.made_by_client, told.employer_contact.staff) == (False, staff)
    assert wrote(before) == {"EmployerContact": 2, "ApplicationResult": 1}
    assert state(made) == State.OFFERED


def test_an_interview_that_was_called_off_frees_its_appointment(about, episode, apply, staff):
    talk(about, episode, may=True)
    made = apply()
    booked = applications.book_interview(
        **about, application=made, held_on=TODAY + DAY, kind="in_person", goes_along=staff
    )
    with pytest.raises(ValidationError, match="after today"):
        applications.tell_interview(**about, interview=booked, came_of="held")
    told = applications.tell_interview(**about, interview=booked, came_of="off_by_employer")
    assert Appointment.objects.get().cancelled_because == "The employer called it off"
    assert (told.employer_contact, state(made)) == (None, State.WAITING)
    with pytest.raises(ValidationError, match="recorded already"):
        applications.tell_interview(**about, interview=told, came_of="held")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"came_on": TODAY + DAY}, "after today"),
        ({"came_on": TEN_AGO - DAY}, "before the application"),
        ({"kind": "maybe"}, "not a valid choice"),
        ({"starts_on": TODAY}, "once the person said yes"),
    ],
)
def test_a_result_that_cannot_be_is_refused(about, apply, wrong, said):
    made = apply()
    before = counts()
    with pytest.raises(ValidationError, match=said):
        applications.answer(**about, **{"application": made, "came_on": TODAY, "kind": "offered", **wrong})
    assert wrote(before) == {}


@pytest.mark.parametrize("is_filled", [True, False])
def test_the_job_that_came_of_it_closes_the_application_and_may_fill_the_lead(about, service, apply, bakery, is_filled):
    with guard.acting(by=None, verb="tests.given"):
        lead = Lead.objects.create(
            service=service, key="l", employer=bakery, title="Porter", found_on=TEN_AGO, status="shared"
        )
    made = apply(lead=lead)
    before = counts()
    job = applications.start_job(**about, application=made, employer=bakery, is_filled=is_filled, **JOB)
    assert wrote(before) == {"Job": 1, "ApplicationJob": 1}
    assert (job.episode, job.employer, state(made)) == (made.episode, bakery, State.STARTED)
    assert Lead.objects.get().status == ("filled" if is_filled else "shared")
    for late in (
        lambda: applications.answer(**about, application=made, came_on=TODAY, kind="offered"),
        lambda: applications.book_interview(**about, application=made, held_on=TODAY, kind="phone"),
        lambda: applications.start_job(**about, application=made, employer=bakery, **JOB | {"title": "Baker"}),
    ):
        with pytest.raises(ValidationError, match="has started|already recorded"):
            late()
    assert Job.objects.count() == 1
