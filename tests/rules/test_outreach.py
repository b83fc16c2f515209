"""Reaching out: since when quiet, which ways, what item 25 asks, what comes before an exit."""

from datetime import date, timedelta

import pytest

from placewell.rules.finding import Verdict
from placewell.rules.outreach import Quiet, Try, Way, asked_for, quiet, tried_enough

TODAY = date(2026, 6, 30)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def attempt(**told) -> Try:
    facts = {"made_on": days_ago(2), "mode": "telephone", "place": "remote", "with_whom": ("client",)}
    return Try(**{**facts, "by": "employment_specialist", **told})


@pytest.mark.parametrize(
    ("ago", "days", "verdict"),
    [(0, 0, Verdict.NOT_DUE), (1, 0, Verdict.NOT_DUE), (14, 13, Verdict.NOT_DUE), (15, 14, Verdict.NOT_MET)],
)
def test_quiet_counts_whole_days_without_a_contact(ago, days, verdict):
    found = quiet(entered_on=days_ago(100), last_met_on=days_ago(ago), today=TODAY, after_days=14)
    assert (found.days, found.finding.verdict) == (days, verdict)
    assert "last met on" in found.finding.because


def test_who_was_never_met_is_quiet_since_support_began():
    found = quiet(entered_on=days_ago(20), last_met_on=None, today=TODAY, after_days=14)
    assert found.since == days_ago(20)
    assert "not met since support began" in found.finding.because


@pytest.mark.parametrize(
    ("told", "ways"),
    [
        ({"mode": "telephone"}, {Way.TELEPHONE}),
        ({"mode": "video"}, {Way.TELEPHONE}),
        ({"mode": "text"}, {Way.MESSAGE}),
        ({"mode": "email"}, {Way.MESSAGE}),
        ({"mode": "letter"}, {Way.LETTER}),
        ({"mode": "face_to_face", "place": "home"}, {Way.HOME}),
        ({"mode": "face_to_face", "place": "community"}, {Way.COMMUNITY}),
        ({"mode": "face_to_face", "place": "clinical_base"}, set()),
        ({"mode": "face_to_face", "place": "home", "by": "joint"}, {Way.HOME, Way.CLINICIAN}),
        ({"with_whom": ("family",)}, {Way.TELEPHONE, Way.FAMILY}),
        ({"with_whom": ("clinician",)}, {Way.TELEPHONE, Way.CLINICIAN}),
    ],
)
def test_the_ways_of_a_try(told, ways):
    assert attempt(**told).ways == ways


def long_quiet() -> Quiet:
    return quiet(entered_on=days_ago(100), last_met_on=days_ago(30), today=TODAY, after_days=14)


def verdicts(*tries: Try) -> list[str]:
    return [found.verdict.value for found in asked_for(tries=tries, found=long_quiet(), visits=2).values()]


def test_item_25_asks_for_four_things():
    home = {"mode": "face_to_face", "place": "home"}
    assert verdicts() == ["not_met"] * 4
    assert verdicts(attempt()) == ["met", "not_met", "not_met", "not_met"]
    assert verdicts(attempt(by="clinician")) == ["met", "met", "not_met", "not_met"]
    assert verdicts(attempt(**home), attempt(**home)) == ["met", "not_met", "met", "not_met"]
    assert verdicts(attempt(**home), attempt(**home, by="joint")) == ["met"] * 4


def test_tries_not_marked_as_such_and_tries_before_count_for_nothing():
    assert verdicts(attempt(by=""), attempt(made_on=days_ago(31))) == ["not_met"] * 4


def test_nothing_is_asked_while_somebody_is_in_touch():
    found = quiet(entered_on=days_ago(100), last_met_on=days_ago(3), today=TODAY, after_days=14)
    asked = asked_for(tries=[], found=found, visits=2)
    assert {one.verdict for one in asked.values()} == {Verdict.DOES_NOT_APPLY}


@pytest.mark.parametrize(
    ("tries", "reason", "verdict"),
    [
        ([], "cannot_be_reached", Verdict.NOT_MET),
        ([attempt(), attempt()], "cannot_be_reached", Verdict.NOT_MET),
        ([attempt(), attempt(mode="letter")], "cannot_be_reached", Verdict.MET),
        ([attempt()], "missed_appointments", Verdict.NOT_MET),
        ([], "person_chose_to_stop", Verdict.DOES_NOT_APPLY),
        ([], "goal_met", Verdict.DOES_NOT_APPLY),
    ],
)
def test_several_ways_come_before_an_end_that_nobody_chose(tries, reason, verdict):
    assert tried_enough(tries=tries, end_reason=reason, ways_needed=2).verdict == verdict
