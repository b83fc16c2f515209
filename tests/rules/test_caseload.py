"""The columns around each boundary, the flags, and the size of a caseload."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from placewell.rules.caseload import (
    Closeness,
    Column,
    Flag,
    Range,
    column_of,
    flags_of,
    quiet,
    size_of,
)
from placewell.rules.deadlines import Standard
from placewell.rules.disclosure import Talk
from placewell.rules.finding import Verdict
from placewell.rules.pathway import plan_review
from placewell.rules.stages import Facts, Stage, Standing, stage_of

TODAY = date(2026, 6, 30)
ENTERED = date(2026, 1, 5)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def placed(closeness=None, **facts):
    standing = stage_of(facts=Facts(entered_on=ENTERED, **facts), today=TODAY)
    return column_of(standing=standing, closeness=closeness or Closeness(), today=TODAY)


@pytest.mark.parametrize(
    ("facts", "closeness", "column"),
    [
        ({}, {}, Column.ENGAGEMENT),
        ({"search_began_on": ago(30)}, {}, Column.SEARCHING),
        ({"search_began_on": ago(30)}, {"put_forward_on": ago(0)}, Column.INTERVIEWING),
        ({"search_began_on": ago(30)}, {"put_forward_on": ago(13)}, Column.INTERVIEWING),
        ({"search_began_on": ago(30)}, {"put_forward_on": ago(14)}, Column.SEARCHING),
        ({"search_began_on": ago(30)}, {"meets_on": ago(-60)}, Column.INTERVIEWING),
        ({"search_began_on": ago(30)}, {"meets_on": ago(0)}, Column.INTERVIEWING),
        ({"search_began_on": ago(30)}, {"meets_on": ago(13)}, Column.INTERVIEWING),
        ({"search_began_on": ago(30)}, {"meets_on": ago(14)}, Column.SEARCHING),
        ({}, {"meets_on": ago(-1)}, Column.INTERVIEWING),
        ({"search_began_on": ago(30)}, {"interview_on": ago(-20)}, Column.INTERVIEWING),
        ({"search_began_on": ago(30)}, {"interview_on": ago(60)}, Column.INTERVIEWING),  # its answer is awaited
        ({}, {"interview_on": ago(3)}, Column.INTERVIEWING),
        ({"in_work_since": ago(90)}, {"latest_job_on": ago(90), "interview_on": ago(2)}, Column.IN_WORK),
        ({"in_work_since": ago(0)}, {"latest_job_on": ago(0)}, Column.STARTING),
        ({"in_work_since": ago(13)}, {"latest_job_on": ago(13)}, Column.STARTING),
        ({"in_work_since": ago(14)}, {"latest_job_on": ago(14)}, Column.IN_WORK),
        ({"in_work_since": ago(90)}, {"latest_job_on": ago(3)}, Column.STARTING),
        ({"in_work_since": ago(90)}, {"latest_job_on": ago(90), "put_forward_on": ago(2)}, Column.IN_WORK),
        ({"in_work_since": ago(90), "stepped_down_on": ago(1)}, {"latest_job_on": ago(2)}, Column.STEPPING_DOWN),
        ({"in_work_since": ago(90), "stepped_down_on": ago(-1)}, {"latest_job_on": ago(90)}, Column.IN_WORK),
        ({"last_job_ended_on": ago(5)}, {}, Column.SEARCHING),
    ],
)
def test_a_column_is_worked_out_from_what_happened(facts, closeness, column):
    found = placed(Closeness(**closeness), **facts)
    assert found.column == column
    assert found.because


def test_who_is_not_in_support_stands_in_no_column():
    assert placed(ended_on=ago(1)) is None
    referred = Standing(Stage.REFERRED, ago(2), "referred")
    assert column_of(standing=referred, closeness=Closeness(put_forward_on=ago(1)), today=TODAY) is None


def test_an_interview_to_come_speaks_before_one_that_was():
    found = placed(Closeness(put_forward_on=ago(3), meets_on=ago(-2)), search_began_on=ago(40))
    assert found.because == "an employer is met on 2 July 2026"


@pytest.mark.parametrize(
    ("on", "because"),
    [(ago(-2), "an interview is booked for 2 July 2026"), (ago(2), "interviewed on 28 June 2026")],
)
def test_an_interview_speaks_before_a_meeting(on, because):
    found = placed(Closeness(put_forward_on=ago(3), meets_on=ago(-1), interview_on=on), search_began_on=ago(40))
    assert (found.because, found.since) == (because, on)


@pytest.mark.parametrize(
    ("last", "tried", "verdict"),
    [
        (ago(0), None, Verdict.MET), (ago(13), None, Verdict.MET), (ago(14), ago(14), Verdict.NOT_MET),
        (ago(40), ago(13), Verdict.MET), (ago(40), ago(20), Verdict.NOT_MET), (None, ago(1), Verdict.MET),
        (None, None, Verdict.NOT_MET),
    ],
)  # fmt: skip
def test_somebody_is_quiet_from_the_day_the_standard_names(last, tried, verdict):
    reach_out = Standard(14, "days", "Item 25")
    found = quiet(entered_on=ENTERED, last_contact_on=last, last_try_on=tried, standard=reach_out, today=TODAY)
    assert found.verdict == verdict


def test_without_a_standard_nobody_is_quiet():
    found = quiet(entered_on=ENTERED, last_contact_on=None, last_try_on=None, standard=None, today=TODAY)
    assert found.verdict == Verdict.DOES_NOT_APPLY


def raised(**changed):
    told = {
        "has_next": True, "step_due_on": None, "review": None, "talks": [Talk(ago(9), True)], "has_put_off": False,
        "quiet_for": quiet(entered_on=ENTERED, last_contact_on=ago(1), last_try_on=None, standard=None, today=TODAY),
        "today": TODAY,
    } | changed  # fmt: skip
    return flags_of(**told)


def test_who_is_looked_after_bears_no_flag():
    assert raised() == []


@pytest.mark.parametrize(
    ("changed", "flags"),
    [
        ({"has_next": False}, [Flag.NO_NEXT_STEP]),
        ({"step_due_on": ago(1)}, [Flag.STEP_LATE]),
        ({"step_due_on": ago(0)}, []),
        ({"talks": []}, [Flag.NOT_TALKED]),
        ({"talks": [Talk(ago(9), True), Talk(ago(2), False)]}, [Flag.LOCKED]),
        ({"has_put_off": True}, [Flag.PUT_OFF]),
    ],
)
def test_each_flag_has_its_reason(changed, flags):
    assert raised(**changed) == flags


@pytest.mark.parametrize(("days", "flags"), [(28, []), (29, [Flag.REVIEW_LATE])])
def test_a_review_is_late_from_the_day_after_its_last(days, flags):
    review = plan_review(
        agreed_on=ago(days), reviewed_on=None, today=TODAY, standard=Standard(4, "weeks", "the service")
    )
    assert raised(review=review) == flags


@pytest.mark.parametrize(
    ("held", "fte", "verdict", "full"),
    [
        (20, "1", Verdict.MET, "20"),
        (21, "1", Verdict.NOT_MET, "21"),
        (12, "0.6", Verdict.MET, "20"),
        (13, "0.6", Verdict.NOT_MET, None),
        (0, "1", Verdict.MET, "0"),
        (5, None, Verdict.NOT_RECORDED, "5"),
    ],
)
def test_a_caseload_is_sized_by_what_it_would_be_in_a_full_post(held, fte, verdict, full):
    range_ = Range(None, 20, "Specification")
    found = size_of(held=held, fte=fte and Decimal(fte), range_=range_)
    assert found.finding.verdict == verdict
    assert full is None or found.for_a_full_post == Decimal(full)


def test_a_range_has_two_ends_and_none_says_nothing():
    wanted = Range(20, 25, "Key standards")
    assert size_of(held=19, fte=Decimal(1), range_=wanted).finding.verdict == Verdict.NOT_MET
    assert size_of(held=25, fte=Decimal(1), range_=wanted).finding.verdict == Verdict.MET
    assert size_of(held=25, fte=Decimal(1), range_=None).finding.verdict == Verdict.DOES_NOT_APPLY
