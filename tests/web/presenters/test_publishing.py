"""What those who see published figures only are shown."""

from datetime import date
from fractions import Fraction

import pytest

from placewell.measures.figure import Figure, Line
from placewell.web.presenters import periods, publishing


def figure(pairs):
    lines = tuple(Line(name, name, None, numerator, denominator) for name, numerator, denominator in pairs)
    whole = [line.denominator for line in lines]
    return Figure(
        measure="employment_rate@quarterly", service="S1", as_at=date(2026, 6, 30), window=None, value=30,
        numerator=sum(line.numerator for line in lines), denominator=None if None in whole else sum(whole),
        coverage=Fraction(1), by="gender", breakdown=lines, extra={"6": Fraction(1, 2)},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("numerator", "denominator", "few"),
    [
        (0, None, False),
        (1, None, True),
        (4, None, True),
        (5, None, False),
        (20, 40, False),
        (38, 40, True),
        (2, 40, True),
    ],
)
def test_few_counted_and_few_left_are_both_few(numerator, denominator, few):
    assert publishing.shows_few(numerator, denominator) is few


def test_a_hidden_figure_holds_no_number():
    told = publishing.safe(figure([("a", 3, 30)]))
    assert (told.value, told.numerator, told.denominator, dict(told.extra)) == (None, None, None, {})
    assert "1 to 4" in told.reason


def test_a_small_line_takes_another_with_it():
    assert [line is None for line in publishing.lines(figure([("a", 12, None), ("b", 9, None), ("c", 2, None)]))] == [
        False, True, True,
    ]  # fmt: skip


def test_a_breakdown_that_the_figure_would_give_away_goes_whole():
    assert publishing.lines(figure([("a", 4, None), ("b", 4, None)])) == ()


def test_published_periods_end_with_quarters():
    shown = periods.published(date(2026, 11, 22))
    assert [window.last for _, window in shown] == [
        date(2026, 9, 30), date(2026, 6, 30), date(2026, 3, 31), date(2025, 12, 31),
    ]  # fmt: skip
    assert shown[0][1].first == date(2025, 10, 1)


@pytest.mark.parametrize(
    ("country", "begins"), [("GB", date(2026, 4, 1)), ("NZ", date(2026, 7, 1)), ("NO", date(2026, 1, 1))]
)
def test_the_financial_year_is_the_countrys(country, begins):
    this_year, last_year = periods.financial_years(date(2026, 11, 22), country)
    assert this_year.first == begins
    assert last_year.last.toordinal() == begins.toordinal() - 1


def test_on_the_last_day_of_a_month_that_month_is_full():
    assert periods.last_full_year(date(2026, 6, 30)) == (date(2025, 7, 1), date(2026, 6, 30))
    assert periods.last_full_year(date(2026, 6, 29)) == (date(2025, 6, 1), date(2026, 5, 31))
