"""Charts as numbers, before they are drawn."""

import pytest

from placewell.rules.kaplan_meier import life_table
from placewell.web.charts.lines import chart, round_scale, spark
from placewell.web.charts.stairs import day_marks, stairs


def test_a_gap_breaks_the_line_and_a_lone_value_is_a_dot():
    drawn = spark("a", "", [1, 2, None, 5], low=1, high=5).line
    assert len(drawn.pieces) == 1
    assert len(drawn.dots) == 3
    assert drawn.last == (92.0, 4.0)


def test_a_line_that_ends_in_nothing_has_no_last_value():
    assert spark("a", "", [3, None], low=1, high=5).line.last is None
    assert spark("a", "", [], low=1, high=5).line.dots == ()


def test_higher_is_further_up_and_the_last_month_is_named():
    names = [f"m{number}" for number in range(12)]
    drawn = chart("r", "", "", [1, *[None] * 10, 5], names=names, scale=[(1, "1"), (5, "5")])
    (_, low), (_, high) = drawn.line.dots
    assert (low, high) == (drawn.bottom, drawn.top)
    assert [label.words for label in drawn.across] == ["m3", "m7", "m11"]
    assert drawn.across[-1].anchor == "end"


@pytest.mark.parametrize(
    ("values", "top", "marks"),
    [([0], "1", 5), ([19], "20", 5), ([5.2], "6", 4), ([836], "1,000", 5), ([0.3], "0.3", 4)],
)
def test_marks_are_round_and_reach_above_the_highest(values, top, marks):
    scale = round_scale(values)
    assert scale[0] == (0, "0")
    assert scale[-1][1] == top
    assert len(scale) == marks


def test_the_curve_climbs_where_it_happens_and_marks_who_was_last_seen():
    drawn = stairs("k", "", "", life_table(counts=[(10, 1, 0), (20, 0, 1), (40, 1, 0)]))
    assert drawn.path == "M48.0,178.0H127.5V122.7H207.0H366.0V12.0"
    assert drawn.ticks == ((207.0, 118.7, 126.7),)
    assert [label.words for label in drawn.across] == ["0", "10", "20", "30", "40"]


def test_days_end_soon_after_the_longest():
    assert [words for _, words in day_marks(1059)] == ["0", "500", "1,000", "1,500"]
    assert day_marks(0)[0] == (0, "0")
