"""Days, weeks and months as the measures speak of them, and rounding."""

import calendar
from datetime import date, timedelta
from fractions import Fraction
from math import floor


def months_before(day, months):
    """The day `months` calendar months earlier, clipped to the length of its month."""
    year, month = day.year, day.month
    for _ in range(months):
        month -= 1
        if month == 0:
            year, month = year - 1, 12
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def within_months(day, as_at, months):
    """Does the day lie in (as-at − months, as-at]?"""
    return day is not None and months_before(as_at, months) < day <= as_at


def in_month(day, as_at, number):
    """Does the day lie in month `number` (1 is the latest) counted back from the as-at day?"""
    return months_before(as_at, number) < day <= months_before(as_at, number - 1)


def thirteen_mondays(as_at):
    """The Mondays of the 13 whole weeks of which the last ends on or before the as-at day."""
    sunday = as_at
    while sunday.weekday() != 6:
        sunday -= timedelta(days=1)
    last_monday = sunday - timedelta(days=6)
    return [last_monday - timedelta(weeks=back) for back in range(12, -1, -1)]


def in_week(day, monday):
    """Does the day lie in the seven days that begin on this Monday?"""
    return day is not None and monday <= day <= monday + timedelta(days=6)


def in_thirteen_weeks(day, as_at):
    """Does the day lie in one of the 13 weeks?"""
    return any(in_week(day, monday) for monday in thirteen_mondays(as_at))


def covers(row, day):
    """Does a period (`started_on` included, `ended_on` not) cover the day?"""
    return row["started_on"] <= day and (row["ended_on"] is None or day < row["ended_on"])


def half_up(number):
    """The nearest whole number, halves up."""
    return floor(Fraction(number) + Fraction(1, 2))


def per_cent(numerator, denominator):
    """A whole per cent, rounded half-up; None when there is nothing to divide by."""
    return half_up(Fraction(100 * numerator) / denominator) if denominator else None


def nearest_ties_down(ratings):
    """The mean of some ratings to the nearest whole one, ties down; None when there are none."""
    ratings = list(ratings)
    if not ratings:
        return None
    mean = Fraction(sum(ratings), len(ratings))
    below = floor(mean)
    return below + 1 if mean - below > Fraction(1, 2) else below


def plain(number):
    """A number as JSON would carry it: whole if it is whole, else a float; None stays None."""
    if number is None or isinstance(number, (bool, int)):
        return number
    number = Fraction(number)
    return number.numerator if number.denominator == 1 else float(number)
