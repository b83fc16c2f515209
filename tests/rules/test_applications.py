"""Where an application stands, around each boundary, and when somebody is asked to look after it."""

from datetime import date, timedelta

import pytest

from placewell.rules.applications import (
    Course,
    Met,
    State,
    answer_due,
    interviewing_on,
    may_have_led,
    next_interview,
    stands,
    start_due,
    to_be_told,
)
from placewell.rules.deadlines import Standard
from placewell.rules.finding import Verdict

TODAY = date(2026, 6, 30)
TWO_WEEKS = Standard(2, "weeks", "the service")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def course(*results, met=(), applied=30, **more) -> Course:
    """Results as (days ago, kind), interviews as (days ago, what came of them)."""
    told = tuple((ago(days), kind) for days, kind in results)
    return Course(ago(applied), told, tuple(Met(ago(days), came_of) for days, came_of in met), **more)


@pytest.mark.parametrize(
    ("told", "state", "since"),
    [
        (course(), State.WAITING, ago(30)),
        (course((9, "invited")), State.INVITED, ago(9)),
        (course((-1, "offered")), State.WAITING, ago(30)),  # not yet
        (course(met=[(-2, "")]), State.BOOKED, ago(-2)),
        (course(met=[(0, "")]), State.BOOKED, TODAY),
        (course(met=[(1, "")]), State.INTERVIEWED, ago(1)),
        (course(met=[(0, "held")]), State.INTERVIEWED, TODAY),
        (course(met=[(5, "off_by_employer")]), State.WAITING, ago(30)),
        (course(met=[(5, "did_not_go")]), State.WAITING, ago(30)),
        (course(met=[(-3, "off_by_person")]), State.WAITING, ago(30)),
        (course(met=[(9, "held"), (-4, ""), (-2, "")]), State.BOOKED, ago(-2)),
        (course((4, "offered"), met=[(4, "held")]), State.OFFERED, ago(4)),
        (course((4, "offered"), (4, "accepted")), State.ACCEPTED, ago(4)),
        (course((4, "offered"), (2, "turned_down_by_person")), State.DECLINED, ago(2)),
        (course((2, "turned_down_by_employer"), met=[(2, "held")]), State.TURNED_DOWN, ago(2)),
        (course((9, "no_answer")), State.NO_ANSWER, ago(9)),
        (course((9, "no_answer"), (3, "invited")), State.INVITED, ago(3)),
        (course((9, "no_answer"), met=[(3, "held")]), State.INTERVIEWED, ago(3)),
        (course((9, "no_answer"), met=[(-3, "")]), State.NO_ANSWER, ago(9)),  # booked opens nothing that is closed
        (course((1, "withdrawn"), met=[(-3, "")]), State.WITHDRAWN, ago(1)),
        (course((4, "offered"), met=[(-3, "")]), State.OFFERED, ago(4)),
        (course((4, "accepted"), job_on=ago(0)), State.STARTED, TODAY),
        (course((4, "accepted"), job_on=ago(-1)), State.ACCEPTED, ago(4)),
        (course((1, "turned_down_by_employer"), job_on=ago(3)), State.STARTED, ago(3)),
        (course(ended_on=ago(0)), State.UNFINISHED, TODAY),
        (course(ended_on=ago(-1)), State.WAITING, ago(30)),
        (course((4, "no_answer"), ended_on=ago(1)), State.NO_ANSWER, ago(4)),
    ],
)
def test_a_state_is_worked_out_from_what_happened(told, state, since):
    found = stands(course=told, today=TODAY)
    assert (found.state, found.since) == (state, since)
    assert found.because
    assert found.is_open == (state in {"waiting", "invited", "booked", "interviewed", "offered", "accepted"})


def test_the_next_interview_is_the_first_of_which_nothing_is_told():
    told = course(met=[(-9, ""), (-2, "off_by_employer"), (-5, ""), (3, "")])
    assert next_interview(course=told, today=TODAY) == ago(-5)
    assert next_interview(course=course(), today=TODAY) is None


@pytest.mark.parametrize(
    ("told", "on"),
    [
        (course(), None),
        (course(met=[(-4, "")]), ago(-4)),
        (course(met=[(60, "held")], applied=90), ago(60)),
        (course((2, "invited")), None),
        (course((2, "offered"), met=[(4, "held")]), None),
        (course((2, "turned_down_by_employer"), met=[(4, "held")]), None),
        (course(met=[(4, "did_not_go")]), None),
    ],
)
def test_who_interviews_has_an_interview_booked_or_waits_after_one(told, on):
    assert interviewing_on(course=told, today=TODAY) == on


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (course(met=[(0, "")]), []),
        (course(met=[(1, "")]), [ago(1)]),
        (course(met=[(1, "held")]), []),
        (course(met=[(8, ""), (1, "")]), [ago(8), ago(1)]),
        (course((2, "invited"), met=[(8, ""), (1, "")]), [ago(1)]),
        (course((1, "turned_down_by_employer"), met=[(1, "")]), []),
        (course(met=[(1, "")], ended_on=ago(0)), []),
    ],
)
def test_how_an_interview_went_is_asked_from_the_day_after(told, days):
    assert to_be_told(course=told, today=TODAY) == days


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (course(applied=14), Verdict.NOT_DUE),
        (course(applied=15), Verdict.NOT_MET),
        (course(met=[(14, "held")]), Verdict.NOT_DUE),
        (course(met=[(15, "held")]), Verdict.NOT_MET),
    ],
)
def test_an_application_that_waits_is_asked_after_by_the_standard(told, verdict):
    assert answer_due(course=told, standard=TWO_WEEKS, today=TODAY).finding.verdict == verdict


def test_nobody_is_asked_after_what_the_employer_has_answered():
    for told in (course((9, "invited")), course(met=[(-1, "")]), course((20, "offered")), course((20, "no_answer"))):
        assert answer_due(course=told, standard=TWO_WEEKS, today=TODAY) is None
    assert answer_due(course=course(), standard=None, today=TODAY).finding.verdict == Verdict.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("starts_on", "verdict"),
    [(None, Verdict.NOT_RECORDED), (ago(-1), Verdict.NOT_DUE), (ago(0), Verdict.NOT_MET), (ago(3), Verdict.NOT_MET)],
)
def test_the_start_is_to_be_written_down_once_its_day_has_come(starts_on, verdict):
    assert start_due(course=course((4, "accepted")), starts_on=starts_on, today=TODAY).verdict == verdict
    assert start_due(course=course((4, "offered")), starts_on=starts_on, today=TODAY) is None


@pytest.mark.parametrize(
    ("told", "may"),
    [
        (course(applied=5), True),
        (course(applied=4), False),  # made the day after the job started
        (course((3, "offered"), applied=9), True),
        (course((8, "no_answer"), applied=9), True),
        (course(applied=9, ended_on=ago(6)), True),
        (course((8, "turned_down_by_employer"), applied=9), False),
        (course((8, "turned_down_by_person"), applied=9), False),
        (course((8, "withdrawn"), applied=9), False),
        (course(applied=9, job_on=ago(2)), False),
    ],
)
def test_a_job_may_have_come_of_what_was_made_by_then_and_nobody_said_no_to(told, may):
    assert may_have_led(course=told, job_on=ago(5), today=TODAY) is may
