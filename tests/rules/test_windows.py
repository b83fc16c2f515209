from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placewell.rules.windows import (
    Window,
    days_back,
    last_months,
    last_three_months,
    mondays,
    month_ends,
    months_back,
    thirteen_weeks,
)

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("as_at", "first", "last"),
    [
        (date(2026, 6, 30), date(2026, 3, 30), date(2026, 6, 28)),  # a Tuesday
        (date(2026, 6, 28), date(2026, 3, 30), date(2026, 6, 28)),  # the Sunday itself
        (date(2026, 6, 27), date(2026, 3, 23), date(2026, 6, 21)),  # the Saturday before
        (date(2026, 6, 29), date(2026, 3, 30), date(2026, 6, 28)),  # the Monday after
    ],
)
def test_thirteen_weeks_end_with_the_last_whole_week(as_at, first, last):
    assert thirteen_weeks(as_at=as_at) == (first, last)


@given(as_at=days)
def test_thirteen_weeks_are_91_days_monday_to_sunday(as_at):
    window = thirteen_weeks(as_at=as_at)
    assert (window.last - window.first).days == 90
    assert (window.first.isoweekday(), window.last.isoweekday()) == (1, 7)
    assert as_at - timedelta(days=6) <= window.last <= as_at
    assert len(mondays(window=window)) == 13


def test_mondays_of_a_window_that_starts_midweek_begin_with_the_next():
    window = Window(date(2026, 7, 1), date(2026, 7, 13))
    assert mondays(window=window) == (date(2026, 7, 6), date(2026, 7, 13))


@pytest.mark.parametrize(
    ("as_at", "months", "day"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 5, 31), 6, date(2025, 11, 30)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 6, 30), 0, date(2026, 6, 30)),
        (date(2026, 1, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_back_are_clipped_to_the_length_of_the_month(as_at, months, day):
    assert months_back(as_at=as_at, months=months) == day


def test_the_start_of_a_stretch_of_months_is_left_out_and_its_end_is_in():
    window = last_months(as_at=date(2026, 6, 30), months=6)
    assert window == (date(2025, 12, 31), date(2026, 6, 30))
    assert not window.covers(date(2025, 12, 30))
    assert window.covers(date(2025, 12, 31))
    assert window.covers(date(2026, 6, 30))
    assert not window.covers(date(2026, 7, 1))


def test_the_last_three_months_at_the_end_of_may():
    latest, middle, oldest = last_three_months(as_at=date(2026, 5, 31))
    assert latest == (date(2026, 5, 1), date(2026, 5, 31))
    assert middle == (date(2026, 4, 1), date(2026, 4, 30))
    assert oldest == (date(2026, 3, 1), date(2026, 3, 31))


@given(as_at=days)
def test_the_three_months_follow_one_another_without_gap_and_make_three_months(as_at):
    latest, middle, oldest = last_three_months(as_at=as_at)
    assert latest.last == as_at
    assert middle.last + timedelta(days=1) == latest.first
    assert oldest.last + timedelta(days=1) == middle.first
    assert (oldest.first, latest.last) == last_months(as_at=as_at, months=3)


def test_month_ends_include_today_when_it_is_one():
    assert month_ends(as_at=date(2026, 6, 30), count=2) == (date(2026, 5, 31), date(2026, 6, 30))
    assert month_ends(as_at=date(2026, 6, 29), count=2) == (date(2026, 4, 30), date(2026, 5, 31))


@given(as_at=days)
def test_twelve_month_ends_are_each_the_day_before_a_first(as_at):
    ends = month_ends(as_at=as_at)
    assert len(set(ends)) == 12
    assert list(ends) == sorted(ends)
    assert all((day + timedelta(days=1)).day == 1 for day in ends)
    assert ends[-1] <= as_at < months_back(as_at=ends[-1] + timedelta(days=1), months=-1)


def test_a_window_moves_back_whole():
    window = days_back(window=Window(date(2025, 7, 1), date(2026, 6, 30)), days=91)
    assert window == (date(2025, 4, 1), date(2026, 3, 31))
