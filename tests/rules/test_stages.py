from dataclasses import replace
from datetime import date, timedelta

import pytest

from placewell.rules.stages import Facts, Stage, stage_of

RECEIVED = date(2026, 1, 1)


def day(number: int) -> date:
    return RECEIVED + timedelta(days=number)


STORY = Facts(
    received_on=RECEIVED,
    decided_on=day(2),
    is_accepted=True,
    entered_on=day(5),
    search_began_on=day(10),
    in_work_since=day(60),
    stepped_down_on=day(400),
    ended_on=day(500),
)


@pytest.mark.parametrize(
    ("today", "stage", "since"),
    [
        (0, Stage.REFERRED, 0),
        (1, Stage.REFERRED, 0),
        (2, Stage.WAITING_TO_START, 2),
        (5, Stage.ENGAGEMENT, 5),
        (9, Stage.ENGAGEMENT, 5),
        (10, Stage.SEARCHING, 10),
        (59, Stage.SEARCHING, 10),
        (60, Stage.IN_WORK, 60),
        (400, Stage.STEPPED_DOWN, 400),
        (500, Stage.CLOSED, 500),
    ],
)
def test_a_person_goes_from_referral_to_work_and_on(today, stage, since):
    standing = stage_of(facts=STORY, today=day(today))
    assert (standing.stage, standing.since) == (stage, day(since))


def test_somebody_between_jobs_is_searching_since_the_last_one_ended():
    lost = replace(STORY, in_work_since=None, last_job_ended_on=day(90))
    standing = stage_of(facts=lost, today=day(100))
    assert (standing.stage, standing.since) == (Stage.SEARCHING, day(90))
    assert standing.because == "the last job ended on 1 April 2026"


def test_a_second_job_that_runs_outweighs_the_first_that_ended():
    again = replace(STORY, last_job_ended_on=day(90), in_work_since=day(95))
    assert stage_of(facts=again, today=day(100)).stage is Stage.IN_WORK


@pytest.mark.parametrize("is_accepted", [False, None])
def test_a_referral_that_came_to_nothing_is_not_taken_up(is_accepted):
    facts = Facts(received_on=RECEIVED, decided_on=day(3), is_accepted=is_accepted)
    assert stage_of(facts=facts, today=day(3)).stage is Stage.NOT_TAKEN_UP


def test_somebody_entered_without_a_referral_has_a_stage():
    assert stage_of(facts=Facts(entered_on=day(5)), today=day(5)).stage is Stage.ENGAGEMENT


def test_before_anything_happened_there_is_no_stage():
    with pytest.raises(ValueError, match="Neither a referral nor an entry"):
        stage_of(facts=STORY, today=day(-1))
