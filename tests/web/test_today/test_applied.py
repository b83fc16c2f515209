"""Today about applications: interviews that come, how they went, answers that stay away, jobs to start."""

from datetime import time

import pytest

from placewell.records.models import Application, ApplicationResult, Appointment, Interview
from tests import given
from tests.web.test_today.conftest import DAY, held_by, lay, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def apply(sam, service, today):
    """Mo, held by Sam, applied so many days ago."""
    episode = held_by(sam.staff, today - 60 * DAY, given_name="Mo", family_name="Ahmed")
    employer = given.employer(service)

    def do(days: int, title="Porter"):
        return lay(
            Application, service=service, episode=episode, employer=employer, title=title, applied_on=today - days * DAY,
            how="cv", sent_by="person",
        )  # fmt: skip

    return do


def interview(application, on, **facts):
    return lay(Interview, service=application.service, application=application, held_on=on, kind="in_person", **facts)


def test_an_interview_alone_is_named_and_is_a_next_step(sam, apply, today):
    made = apply(10)
    assert "Mo Ahmed" in page(sam).partition("Without a next step")[2]
    interview(made, today + 2 * DAY, held_time=time(10, 30))
    said = page(sam)
    assert "Interview in person, the person goes alone at 10:30, for Porter at Bright Bakery" in said
    assert "Mo Ahmed" not in said.partition("Without a next step")[2]


def test_one_to_which_somebody_goes_along_is_booked_and_named_once(sam, apply, today, service):
    made = apply(10)
    booked = lay(
        Appointment, service=service, episode=made.episode, employer=made.employer, staff=sam.staff, begins_on=today,
        mode="face_to_face", purpose="Interview: Porter",
    )  # fmt: skip
    interview(made, today, goes_along=sam.staff, appointment=booked)
    assert page(sam).count("Porter") == 1


def test_how_it_went_is_asked_from_the_day_after(sam, apply, today):
    made = apply(10)
    interview(made, today)
    assert "How did the interview" not in page(sam)
    interview(made, today - DAY, came_of="held")
    assert "How did the interview" not in page(sam)
    lay(Interview, service=made.service, application=made, held_on=today - 2 * DAY, kind="phone")
    assert "How did the interview of" in page(sam)


@pytest.mark.parametrize(("days", "is_asked"), [(14, False), (15, True)])
def test_an_answer_that_stays_away_is_asked_after_and_never_late(sam, apply, days, is_asked):
    apply(days)
    said = page(sam)
    assert ("No answer since" in said) == is_asked
    if is_asked:
        assert "Within 2 weeks, Common advice to people who apply for jobs; no IPS document names a number" in said
        assert "No answer since" not in said.partition("Due within a week")[0]


def test_several_of_one_person_are_one_line(sam, apply):
    apply(20)
    apply(21, "Baker")
    said = page(sam)
    assert said.count("See the applications") == 1
    assert "(and 1 more)" in said


@pytest.mark.parametrize(
    ("starts_in", "says"),
    [(None, "the first day is not known yet"), (3, "the job is to start on"), (-2, "the job was to start on"), (9, "")],
)
def test_the_start_of_a_job_that_was_accepted_is_to_be_recorded(sam, apply, today, starts_in, says):
    made = apply(20)
    starts_on = today + starts_in * DAY if starts_in is not None else None
    lay(ApplicationResult, service=made.service, application=made, came_on=today, kind="accepted", starts_on=starts_on)
    said = page(sam)
    assert ("An offer was accepted" in said) == bool(says)
    assert says in said
