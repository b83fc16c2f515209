from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placewell.rules.sustainment import Spell, clocks, lasted, spans_worked, thirteen_in_sixteen

START = date(2026, 1, 5)  # a Monday


def day(number: int) -> date:
    return START + timedelta(days=number)


@pytest.mark.parametrize(
    ("ended", "as_at", "verdict"),
    [
        (None, 90, "not_due"),
        (None, 91, "met"),
        (90, 200, "not_met"),
        (91, 200, "met"),
        (90, 89, "not_due"),  # the end has not happened yet
        (90, 90, "not_met"),
        (0, 10, "not_met"),
        (None, -1, "not_due"),
    ],
)
def test_thirteen_weeks_are_91_days_from_the_start_to_the_end(ended, as_at, verdict):
    ended_on = None if ended is None else day(ended)
    finding = lasted(started_on=START, ended_on=ended_on, weeks=13, as_at=day(as_at))
    assert finding.verdict == verdict


def test_the_reason_tells_how_far_a_job_came():
    finding = lasted(started_on=START, ended_on=day(60), weeks=13, as_at=day(200))
    assert finding.because == "the job ended on 6 March 2026, after 60 days of 91"


def test_the_clock_of_a_job_that_has_reached_half_a_year():
    found = clocks(started_on=START, ended_on=None, as_at=day(182))
    assert [(clock.weeks, clock.due_on, clock.finding.verdict) for clock in found] == [
        (13, day(91), "met"),
        (26, day(182), "met"),
        (52, day(364), "not_due"),
    ]


@pytest.mark.parametrize(
    ("jobs", "as_at", "verdict"),
    [
        ([Spell(START, None, 7)], 84, "met"),  # the first day of the thirteenth week
        ([Spell(START, None, 7)], 83, "not_due"),
        ([Spell(START, None, Decimal("6.9"))], 200, "not_met"),
        ([Spell(START, None, 4), Spell(START, None, 3)], 111, "met"),  # hours are added up
        ([Spell(START, day(85), 16)], 111, "met"),  # one day in the thirteenth week is enough
        ([Spell(START, day(84), 16)], 111, "not_met"),
        ([Spell(START, day(84), 16)], 110, "not_due"),  # the sixteenth week is not over
        ([Spell(START, day(70), 16), Spell(day(91), None, 16)], 111, "met"),  # three weeks off
        ([Spell(START, day(63), 16), Spell(day(91), None, 16)], 111, "not_met"),  # four weeks off
        ([Spell(START, day(63), 16), Spell(day(91), None, 16)], 90, "not_met"),  # lost on day 90
        ([Spell(START, day(63), 16), Spell(day(91), None, 16)], 89, "not_due"),
        ([Spell(START, None, 3), Spell(day(21), None, 4)], 111, "met"),
        ([Spell(START, None, 3), Spell(day(28), None, 4)], 111, "not_met"),
    ],
)
def test_thirteen_weeks_within_sixteen(jobs, as_at, verdict):
    finding = thirteen_in_sixteen(first_job_on=START, jobs=jobs, as_at=day(as_at))
    assert finding.verdict == verdict


def test_a_job_that_covers_no_day_counts_in_no_week():
    empty = Spell(START, START, 30)
    assert spans_worked(first_job_on=START, jobs=[empty], as_at=day(111)) == (False,) * 16


@given(
    jobs=st.lists(
        st.builds(
            lambda start, length, hours: Spell(day(start), day(start + length), hours),
            st.integers(0, 130),
            st.integers(0, 130),
            st.integers(0, 20),
        ),
        max_size=5,
    )
)
def test_each_week_is_what_a_day_by_day_look_finds(jobs):
    def running(job, number):
        return job.started_on <= day(number) < job.ended_on

    slow = tuple(
        sum(job.hours_per_week for job in jobs if any(running(job, 7 * week + weekday) for weekday in range(7))) >= 7
        for week in range(16)
    )
    assert spans_worked(first_job_on=START, jobs=jobs, as_at=day(111)) == slow
    verdict = thirteen_in_sixteen(first_job_on=START, jobs=jobs, as_at=day(111)).verdict
    assert verdict == ("met" if sum(slow) >= 13 else "not_met")
