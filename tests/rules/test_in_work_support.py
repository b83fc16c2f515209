"""The schedule of a job with both sides, day by day beside each boundary."""

from datetime import date, timedelta

import pytest

from placewell.rules.deadlines import Standard
from placewell.rules.disclosure import Talk
from placewell.rules.finding import Verdict
from placewell.rules.in_work_support import Rhythm, Side, Touch, Work, next_due, schedule

START = date(2026, 3, 2)
YES = [Talk(START - timedelta(days=30), True)]
NO = [Talk(START - timedelta(days=30), False)]
WEEKLY = Standard(1, "weeks", "Agreed with the person")


def day(number: int) -> date:
    return START + timedelta(days=number)


def met(number: int, how: str = "face to face") -> Touch:
    return Touch(day(number), how, how == "face to face")


def found(*, at: int, side=Side.PERSON, touches=(), work=None, talks=YES, **more):
    """Name of a stretch → how it stands."""
    planned = schedule(side=side, work=work or Work(START), touches=touches, today=day(at), talks=talks, **more)
    return {one.name: one.finding.verdict for one in planned}


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("The week before the start", -7, -1),
        ("The first 3 days", 0, 3),
        ("Week 1", 0, 6),
        ("Week 2", 7, 13),
        ("Week 4", 21, 27),
        ("Month 2", 30, 59),
        ("Month 12", 330, 359),
    ],
)
def test_each_stretch_is_kept_by_a_contact_on_its_first_and_its_last_day_and_on_no_other(name, first, last):
    for number, verdict in [
        (first - 1, Verdict.NOT_MET),
        (first, Verdict.MET),
        (last, Verdict.MET),
        (last + 1, Verdict.NOT_MET),
    ]:
        assert found(at=last + 1, touches=[met(number)])[name] == verdict, number


@pytest.mark.parametrize(("at", "verdict"), [(13, Verdict.NOT_DUE), (14, Verdict.NOT_MET)])
def test_a_stretch_is_missed_once_its_last_day_is_over(at, verdict):
    assert found(at=at)["Week 2"] == verdict


def test_a_call_does_not_keep_a_stretch_of_the_scale_and_is_told():
    planned = schedule(side=Side.PERSON, work=Work(START), touches=[met(8, "by telephone")], today=day(14))
    week = next(one for one in planned if one.name == "Week 2")
    assert week.finding.verdict == Verdict.NOT_MET
    assert week.finding.because == (
        "no face-to-face contact is recorded from 9 March 2026 to 15 March 2026; a contact by telephone on "
        "10 March 2026 does not count"
    )


def test_a_call_with_the_employer_keeps_their_side():
    assert found(at=14, side=Side.EMPLOYER, touches=[met(8, "by telephone")])["Week 2"] == Verdict.MET


def test_the_employer_is_not_seen_before_the_start():
    assert "The week before the start" not in found(at=0, side=Side.EMPLOYER)


@pytest.mark.parametrize(
    ("work", "talks", "verdict"),
    [
        (Work(START), YES, Verdict.NOT_MET),
        (Work(START), NO, Verdict.DOES_NOT_APPLY),
        (Work(START), [], Verdict.NOT_RECORDED),
        (Work(START, has_employer=False), YES, Verdict.DOES_NOT_APPLY),
    ],
)
def test_the_employers_side_is_asked_for_only_where_the_person_said_yes(work, talks, verdict):
    assert found(at=14, side=Side.EMPLOYER, work=work, talks=talks)["Week 2"] == verdict


def test_a_no_from_today_on_does_not_excuse_what_was_missed_before():
    talks = [*YES, Talk(day(20), False)]
    stands = found(at=21, side=Side.EMPLOYER, talks=talks)
    assert (stands["Week 2"], stands["Week 3"], stands["Week 4"]) == (
        Verdict.NOT_MET, Verdict.DOES_NOT_APPLY, Verdict.DOES_NOT_APPLY,
    )  # fmt: skip


@pytest.mark.parametrize(("ended", "verdict"), [(13, Verdict.DOES_NOT_APPLY), (14, Verdict.NOT_MET)])
def test_a_stretch_that_the_job_did_not_last_is_not_asked_for(ended, verdict):
    assert found(at=30, work=Work(START, ended_on=day(ended)))["Week 2"] == verdict


def test_support_that_ended_or_was_stepped_down_asks_for_no_more():
    for work in (Work(START, support_ended_on=day(10)), Work(START, stepped_down_on=day(10))):
        stands = found(at=30, work=work)
        assert (stands["Week 1"], stands["Week 2"]) == (Verdict.NOT_MET, Verdict.DOES_NOT_APPLY)


@pytest.mark.parametrize(
    ("number", "at", "verdict"),
    [(40, 44, Verdict.MET), (43, 44, Verdict.MET), (44, 44, Verdict.NOT_MET), (None, 43, Verdict.NOT_DUE)],
)
def test_after_an_end_became_known_any_contact_within_3_days_keeps_it(number, at, verdict):
    work = Work(START, ended_on=day(38), end_known_on=day(40))
    touches = [] if number is None else [met(number, "by telephone")]
    assert found(at=at, work=work, touches=touches)["After the end became known"] == verdict


def test_what_was_agreed_takes_the_place_of_the_scale_from_its_first_day():
    planned = schedule(
        side=Side.PERSON, work=Work(START), today=day(45), touches=[met(36, "by telephone")],
        rhythms=[Rhythm(WEEKLY, day(30), day(50)), Rhythm(Standard(2, "weeks", "Agreed"), day(50))],
    )  # fmt: skip
    assert [(one.name, (one.first_on - START).days, (one.last_on - START).days) for one in planned[6:]] == [
        ("As agreed", 30, 36), ("As agreed", 37, 43), ("As agreed", 44, 49), ("As agreed", 50, 63),
    ]  # fmt: skip
    assert [one.finding.verdict for one in planned[6:]] == [
        Verdict.MET, Verdict.NOT_MET, Verdict.NOT_DUE, Verdict.NOT_DUE,
    ]  # fmt: skip


def test_no_more_contact_can_be_agreed():
    planned = schedule(
        side=Side.PERSON, work=Work(START), today=day(45), touches=[],
        rhythms=[Rhythm(None, day(30), because="wants to do it alone")],
    )  # fmt: skip
    assert planned[-1].finding.verdict == Verdict.DOES_NOT_APPLY
    assert planned[-1].finding.because.endswith("from 1 April 2026: wants to do it alone")


@pytest.mark.parametrize(("at", "there"), [(359, False), (360, True)])
def test_after_the_year_it_is_by_agreement(at, there):
    assert (found(at=at).get("By agreement") == Verdict.NOT_RECORDED) is there


def test_a_missed_one_says_why_and_waits_for_no_more():
    planned = schedule(
        side=Side.PERSON, work=Work(START), today=day(14), touches=[], missed={day(7): "the person was away"}
    )
    week_2 = next(one for one in planned if one.name == "Week 2")
    assert week_2.finding.because.endswith("; the person was away")
    assert [one.name for one in planned if one.waits_for_reason] == [
        "The week before the start", "The first 3 days", "Week 1",
    ]  # fmt: skip


def test_the_next_one_is_the_first_that_can_still_be_kept():
    planned = schedule(side=Side.PERSON, work=Work(START), today=day(2), touches=[])
    assert next_due(planned=planned).name == "The first 3 days"
    planned = schedule(side=Side.PERSON, work=Work(START), today=day(2), touches=[met(1)])
    assert next_due(planned=planned).name == "Week 2"
    assert next_due(planned=schedule(side=Side.PERSON, work=Work(START), today=day(400), touches=[])) is None
