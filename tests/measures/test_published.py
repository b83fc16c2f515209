"""What leaves the service hides small numbers, and what would let them be worked out."""

from datetime import date
from fractions import Fraction

import pytest

from placewell.measures.figure import Figure, Line
from placewell.measures.published import published


def figure(pairs, by="gender"):
    lines = tuple(Line(name, name, None, numerator, denominator) for name, numerator, denominator in pairs)
    denominators = [line.denominator for line in lines]
    return Figure(
        measure="employment_rate@quarterly",
        service="S1",
        as_at=date(2026, 6, 30),
        window=None,
        value=None,
        numerator=sum(line.numerator for line in lines),
        denominator=None if None in denominators else sum(denominators),
        coverage=Fraction(1),
        by=by,
        breakdown=lines,
    )


def hidden(found):
    return [line.group for line in found if line.is_hidden and not line.is_total]


def test_a_small_count_is_hidden_and_so_is_the_next_one_up():
    found = published(figure([("female", 12, None), ("male", 9, None), ("other", 2, None)]))
    assert hidden(found) == ["male", "other"]
    assert found[-1].is_total
    assert found[-1].numerator == 23


def test_a_share_is_hidden_where_few_are_not_in_work_too():
    found = published(figure([("female", 30, 60), ("male", 20, 22), ("other", 40, 90)]))
    assert "male" in hidden(found)
    assert len(hidden(found)) >= 2


def test_large_counts_are_shown():
    found = published(figure([("female", 30, 60), ("male", 20, 52)]))
    assert hidden(found) == []
    assert (found[-1].numerator, found[-1].denominator) == (50, 112)


def test_a_figure_that_is_not_broken_down_cannot_be_published_so():
    with pytest.raises(ValueError, match="broken down"):
        published(figure([], by=None))
