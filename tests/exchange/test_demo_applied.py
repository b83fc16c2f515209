"""What the made-up service's people applied for: at every state but one, the same twice, and within the lock."""

from datetime import timedelta

import pytest

from placewell.exchange.demo.applied import WENT_SO, put_applications
from placewell.records.application_courses import told_of
from placewell.records.models import Application, ApplicationJob, EmployerContact, Episode, Job
from placewell.rules.applications import State
from tests import given

pytestmark = pytest.mark.django_db
# Nobody has a job here, support that ended is nobody's caseload, and nobody took one back.
NOT_THERE = {State.STARTED, State.UNFINISHED, State.WITHDRAWN}


def test_there_is_one_of_every_state_and_none_is_ours_without_leave():
    service = given.service()
    keeper = given.staff(service)
    for name in ("Bakery", "Shop", "Hotel"):
        given.employer(service, name=name)
    for _ in range(len(WENT_SO)):
        given.client_held_by(keeper)
    ended = given.client_held_by(keeper)
    with given._laid_down():
        Episode.objects.filter(client=ended).update(ended_on=given.TODAY)
    by = given.worker(service, "supervisor")
    made = put_applications(by=by, service=service, today=given.TODAY)
    rows = list(Application.objects.select_related("episode").order_by("pk"))
    assert len(rows) == made
    assert {one.stands(given.TODAY).state for one in told_of(rows)} == set(State) - NOT_THERE
    assert not Application.objects.filter(episode__client=ended).exists()
    assert not Application.objects.filter(sent_by="specialist").exists()  # nobody has talked about it
    assert not EmployerContact.objects.filter(made_by_client=False).exists()


def test_every_second_of_the_jobs_of_half_a_year_came_of_an_application():
    service = given.service()
    keeper, employer = given.staff(service), given.employer(service)
    jobs = [a_job(keeper, employer, days_ago) for days_ago in (200, 100, 60, 30, 5)]
    alone = a_job(keeper, None, 20)
    by = given.worker(service, "supervisor")
    made = put_applications(by=by, service=service, today=given.TODAY)
    told = told_of(list(Application.objects.select_related("episode").order_by("pk")))
    assert [one.came.job for one in told] == [jobs[1], jobs[3]]  # not the oldest, and then every second
    assert made == len(told)
    assert {one.stands(given.TODAY).state for one in told} == {State.STARTED}
    assert [one.starts_on for one in told] == [jobs[1].started_on, jobs[3].started_on]
    assert not ApplicationJob.objects.filter(job=alone).exists()


def a_job(keeper, employer, days_ago: int) -> Job:
    """A job that runs, of somebody whom a specialist holds."""
    episode = Episode.objects.get(client=given.client_held_by(keeper))
    with given._laid_down():
        return Job.objects.create(
            service=keeper.service, key=f"j{episode.pk}", episode=episode, employer=employer, title="Porter",
            occupation_code="9263", started_on=given.TODAY - timedelta(days=days_ago), hours_per_week=16,
            contract="permanent" if employer else "self_employed", meets_minimum_wage=True, open_to_anyone=True,
            paid_by_employer=True,
        )  # fmt: skip
