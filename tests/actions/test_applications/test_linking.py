"""A job that was recorded by itself is said to have come of an application, once both stand."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.roles import Role
from placewell.actions import application_jobs, applications, corrections, jobs
from placewell.records import guard
from placewell.records.models import ApplicationJob, Episode, Job, Lead
from placewell.rules.applications import State
from tests import given
from tests.actions.test_applications.conftest import DAY, JOB, TEN_AGO, counts, state, wrote

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(service, bakery):
    with guard.acting(by=None, verb="tests.given"):
        return Lead.objects.create(
            service=service, key="l", employer=bakery, title="Porter", found_on=TEN_AGO, status="shared"
        )


@pytest.fixture
def begin(about, episode, bakery):
    def do(**changed) -> Job:
        return jobs.start(**about, **{"episode": episode, "employer": bakery, **JOB, **changed})

    return do


@pytest.mark.parametrize("is_filled", [True, False])
def test_the_job_closes_the_application_and_may_fill_the_lead(about, apply, begin, lead, is_filled):
    made, job = apply(lead=lead), begin()
    before = counts()
    application_jobs.link(**about, application=made, job=job, is_filled=is_filled)
    assert wrote(before) == {"ApplicationJob": 1}
    assert state(made) == State.STARTED
    assert (Job.objects.get().version, Lead.objects.get().status) == (1, "filled" if is_filled else "shared")


def test_it_is_undone_with_the_lead_and_withdrawn(about, apply, begin, lead):
    made, job = apply(lead=lead), begin()
    before = counts()
    linked = application_jobs.link(**about, application=made, job=job, is_filled=True)
    corrections.undo(**about, event=linked.event, because="Another one")
    assert (wrote(before), state(made), Lead.objects.get().status) == ({}, State.WAITING, "shared")
    linked = application_jobs.link(**about, application=made, job=job)
    corrections.withdraw(**about, record=linked, because="Another one")
    assert (wrote(before), state(made)) == ({}, State.WAITING)


def test_another_persons_job_and_what_is_linked_already_are_refused(about, staff, apply, begin, bakery):
    made, job = apply(), begin()
    other = Episode.objects.get(client=given.client_held_by(staff))
    theirs = jobs.start(**about, episode=other, employer=bakery, **JOB)
    first = apply(title="Cleaner")
    application_jobs.link(**about, application=first, job=job)
    before = counts()
    for wrong, said in (
        ({"application": made, "job": theirs}, "another person’s job"),
        ({"application": made, "job": job}, "another application already"),
        ({"application": first, "job": begin(title="Baker")}, "already recorded"),
        ({"application": made, "job": begin(title="Cook", started_on=made.applied_on - DAY)}, "before the application"),
    ):
        with pytest.raises(ValidationError, match=said):
            application_jobs.link(**about, **wrong)
    assert wrote(before) == {"Job": 2}  # those that were recorded for the test
    assert ApplicationJob.objects.count() == 1


def test_who_does_not_hold_the_person_may_not(service, apply, begin):
    made, job = apply(), begin()
    stranger = given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))
    with pytest.raises(PermissionDenied):
        application_jobs.link(by=stranger, service=service, application=made, job=job)


def test_the_job_of_a_linked_application_is_not_started_again(about, apply, begin, bakery):
    made = apply()
    application_jobs.link(**about, application=made, job=begin())
    with pytest.raises(ValidationError, match="already recorded"):
        applications.start_job(**about, application=made, employer=bakery, **JOB | {"title": "Baker"})
