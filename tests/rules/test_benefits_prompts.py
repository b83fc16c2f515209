"""When benefits advice is to be offered, with the days beside each boundary."""

from datetime import date, timedelta

import pytest

from placewell.rules.benefits_prompts import Advice, at_change, at_start
from placewell.rules.deadlines import Standard
from placewell.rules.finding import Verdict

DAY = timedelta(days=1)
ON = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("advice", "verdict", "is_open"),
    [
        ([], Verdict.NOT_MET, True),
        ([Advice(ON - 9 * DAY, ON - DAY, by_adviser=True)], Verdict.MET, False),
        ([Advice(ON - 9 * DAY, ON, by_adviser=True)], Verdict.MET, False),
        ([Advice(ON - 9 * DAY, ON + DAY, by_adviser=True)], Verdict.NOT_MET, True),
        ([Advice(ON - 9 * DAY, ON - DAY, by_adviser=False)], Verdict.NOT_MET, True),
        ([Advice(ON - 9 * DAY, None)], Verdict.NOT_MET, True),
        ([Advice(ON, declined=True)], Verdict.MET, False),
        ([Advice(ON + DAY, declined=True)], Verdict.NOT_MET, False),
        ([Advice(ON + DAY)], Verdict.NOT_MET, False),
        ([Advice(ON - DAY, ON - DAY, by_adviser=True, job="another")], Verdict.NOT_MET, True),
        ([Advice(ON - DAY, ON - DAY, by_adviser=True, job="this")], Verdict.MET, False),
    ],
)
def test_before_a_start(advice, verdict, is_open):
    found = at_start(job="this", started_on=ON, advice=advice)
    assert (found.finding.verdict, found.is_open) == (verdict, is_open)


@pytest.mark.parametrize(
    ("offered", "today", "verdict", "is_open"),
    [
        (None, 0, Verdict.NOT_DUE, True),
        (None, 14, Verdict.NOT_DUE, True),
        (None, 15, Verdict.NOT_MET, True),
        (-1, 5, Verdict.NOT_DUE, True),
        (0, 5, Verdict.MET, False),
        (14, 20, Verdict.MET, False),
        (15, 20, Verdict.NOT_MET, False),
        (15, 14, Verdict.NOT_DUE, True),
    ],
)
def test_after_a_change(offered, today, verdict, is_open):
    advice = [] if offered is None else [Advice(ON + offered * DAY)]
    found = at_change(job="this", changed_on=ON, advice=advice, today=ON + today * DAY)
    assert (found.finding.verdict, found.is_open, found.due_on) == (verdict, is_open, ON + 14 * DAY)


def test_advice_that_was_declined_was_offered():
    found = at_change(job=1, changed_on=ON, advice=[Advice(ON + DAY, declined=True)], today=ON + 9 * DAY)
    assert (found.finding.verdict, found.finding.because) == (Verdict.MET, "advice was offered on 2 June 2026")


def test_the_days_are_the_service_s_to_set():
    found = at_change(job=1, changed_on=ON, advice=[], today=ON + 8 * DAY, standard=Standard(1, "weeks", "Contract"))
    assert (found.finding.verdict, found.due_on) == (Verdict.NOT_MET, ON + 7 * DAY)
