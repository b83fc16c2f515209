from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.duration.survfunc import SurvfuncRight

from placewell.rules.kaplan_meier import life_table, median_day, share_by

tables = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=25).filter(
    lambda rows: any(events for _, events, _ in rows)
)


def test_somebody_censored_on_a_day_is_still_at_risk_on_it():
    (first, second) = life_table(counts=[(10, 1, 1), (20, 1, 0)])
    assert (first.at_risk, first.survival) == (3, Fraction(2, 3))
    assert (second.at_risk, second.survival) == (1, 0)


def test_the_median_is_the_first_day_at_exactly_one_half():
    assert median_day(steps=life_table(counts=[(5, 1, 0), (9, 1, 0)])) == 5
    assert median_day(steps=life_table(counts=[(5, 1, 0), (9, 1, 1)])) == 9


def test_thirds_multiplied_out_reach_a_half_without_rounding():
    steps = life_table(counts=[(1, 1, 0), (2, 1, 0), (3, 1, 0), (4, 1, 0), (5, 1, 0), (6, 1, 0)])
    assert steps[2].survival == Fraction(1, 2)
    assert median_day(steps=steps) == 3


def test_there_is_no_median_when_most_are_still_waiting():
    steps = life_table(counts=[(5, 1, 0), (30, 0, 3)])
    assert median_day(steps=steps) is None
    assert share_by(steps=steps, day=30) == Fraction(1, 4)


def test_with_nobody_followed_there_is_no_figure():
    assert life_table(counts=[]) == () == life_table(counts=[(3, 0, 0)])
    assert median_day(steps=()) is None
    assert share_by(steps=(), day=30) is None


@pytest.mark.parametrize(("day", "share"), [(4, 0), (5, Fraction(1, 2)), (8, Fraction(1, 2)), (9, 1)])
def test_the_share_by_a_day_includes_that_day(day, share):
    assert share_by(steps=life_table(counts=[(9, 1, 0), (5, 1, 0)]), day=day) == share


@pytest.mark.parametrize("row", [(-1, 1, 0), (1, -1, 0), (1, 0, -1)])
def test_days_and_counts_below_nought_are_refused(row):
    with pytest.raises(ValueError, match="below 0"):
        life_table(counts=[row])


def test_a_day_given_in_parts_is_the_day_given_whole():
    assert life_table(counts=[(3, 1, 0), (3, 1, 2)]) == life_table(counts=[(3, 2, 2)])


@settings(deadline=None)
@given(rows=tables)
def test_survival_agrees_with_statsmodels(rows):
    times = [day for day, events, left in rows for _ in range(events + left)]
    status = [one for _, events, left in rows for one in [1] * events + [0] * left]
    oracle = SurvfuncRight(np.array(times), np.array(status))
    steps = {step.day: step for step in life_table(counts=rows) if step.events}
    assert list(steps) == [int(day) for day in oracle.surv_times]
    assert [step.at_risk for step in steps.values()] == list(oracle.n_risk)
    assert [float(step.survival) for step in steps.values()] == pytest.approx(list(oracle.surv_prob), abs=1e-12)
