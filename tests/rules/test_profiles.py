"""When a job start or end asks for a new version of the profile, and what changed between two."""

from datetime import date, timedelta

import pytest

from placewell.rules.deadlines import Standard
from placewell.rules.finding import Verdict
from placewell.rules.profiles import END, START, Change, Said, Turn, changes, missing, renewals

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
