"""When a job start or end asks for a new version of the profile, and what changed between two."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placewell.rules.deadlines import Standard
from placewell.rules.due import EpisodeFacts, JobFacts, of_episode
from placewell.rules.finding import Verdict
from placewell.rules.profiles import END, START, Change, Said, Turn, changes, missing, renewals, turns_of

STANDARD = Standard(30, "days", "IPS-25, item 14")
STARTED = date(2026, 3, 1)
TURN = Turn(START, STARTED, "Baker")


def days(number: int) -> date:
    return STARTED + timedelta(days=number)


@pytest.mark.parametrize(
    ("written", "today", "verdict"),
    [
        ([], days(30), Verdict.NOT_DUE),
        ([], days(31), Verdict.NOT_MET),
        ([days(0)], days(31), Verdict.MET),
        ([days(30)], days(31), Verdict.MET),
        ([days(31)], days(31), Verdict.NOT_MET),
        ([days(-1)], days(31), Verdict.NOT_MET),
        ([days(5)], days(4), Verdict.NOT_DUE),
    ],
)
def test_a_version_is_asked_for_within_the_standard(written, today, verdict):
    (found,) = renewals(turns=[TURN], written_on=written, standard=STANDARD, today=today)
    assert found.due.finding.verdict == verdict
    assert found.due.on == days(30)


def test_one_version_answers_every_turn_before_it_and_a_late_one_is_not_missing():
    turns = [Turn(END, days(10), "Baker"), TURN]
    assert missing(turns=turns, written_on=[days(50)], standard=STANDARD, today=days(60)) == []
    asked = missing(turns=turns, written_on=[days(5)], standard=STANDARD, today=days(60))
    assert [one.turn.why for one in asked] == [END]
    assert [one.turn.on for one in missing(turns=turns, written_on=[], standard=STANDARD, today=days(60))] == [
        days(0), days(10),
    ]  # fmt: skip


def test_nothing_is_asked_of_a_turn_to_come_or_once_support_has_ended():
    asked = {"turns": [TURN], "written_on": [], "standard": STANDARD}
    assert missing(**asked, today=days(-1)) == []
    assert missing(**asked, today=days(9), ended_on=days(9)) == []
    assert len(missing(**asked, today=days(9), ended_on=days(10))) == 1


def test_without_a_standard_it_is_asked_without_a_day():
    (found,) = missing(turns=[TURN], written_on=[], standard=None, today=days(90))
    assert (found.due.on, found.due.finding.verdict) == (None, Verdict.DOES_NOT_APPLY)


def test_what_changed():
    goal, pay = Said("goal", "Baker", "person"), Said("pay", "12 an hour", "person")
    sister = Said("goal", "Not nights", "family", "Amal")
    assert changes(before=[goal, pay, sister], after=[sister, pay, goal]) == []
    after = [Said("goal", "Florist", "person"), sister, Said("travel", "By bus", "person")]
    assert changes(before=[goal, pay, sister], after=after) == [
        Change("goal", "Baker", "Florist"), Change("travel", "", "By bus"), Change("pay", "12 an hour", ""),
    ]  # fmt: skip


def test_words_of_two_people_are_never_taken_for_one_another():
    before, after = [Said("goal", "Baker", "person")], [Said("goal", "Not nights", "family", "Amal")]
    assert changes(before=before, after=after) == [Change("goal", "", "Not nights"), Change("goal", "Baker", "")]


SOME_DAY = st.integers(-60, 60).map(lambda number: days(number))
SOME_JOB = st.tuples(SOME_DAY, st.none() | st.integers(0, 60)).map(
    lambda drawn: JobFacts(1, "Baker", drawn[0], None if drawn[1] is None else drawn[0] + timedelta(days=drawn[1]))
)


@given(
    jobs=st.lists(SOME_JOB, max_size=3),
    written=st.lists(st.integers(-60, 30).map(days), min_size=1, max_size=3),
    support_ends=st.none() | st.integers(31, 60).map(days),
)
def test_today_asks_for_the_version_that_the_page_of_the_profile_has_missed_longest(jobs, written, support_ends):
    today = days(30)
    jobs = [job for job in jobs if job.started_on <= today]
    # The slow way: each day on which a job started or ended, and whether a version was written since.
    moved = [day for job in jobs for day in (job.started_on, job.ended_on) if day is not None and day <= today]
    missed = sorted(day for day in moved if not any(version >= day for version in written))
    asked = missing(turns=turns_of(jobs), written_on=written, standard=STANDARD, today=today, ended_on=support_ends)
    assert [one.turn.on for one in asked] == missed
    facts = EpisodeFacts(entered_on=days(-90), ended_on=support_ends, profile_on=max(written), jobs=tuple(jobs))
    of = {"days_to_profile_after_a_job_change": STANDARD}.get
    clocks = [one.due for one in of_episode(facts, standard=of, today=today) if one.rule == "profile_after_a_job"]
    assert clocks == [one.due for one in asked[:1]]
    assert [due.on for due in clocks] == [day + timedelta(days=30) for day in missed[:1]]
