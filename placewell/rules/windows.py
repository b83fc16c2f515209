"""The stretches of time that measures look at, each worked out from one as-at date.

All ends are included. Source: the product's published counting rules ("13 weeks", "k months",
"month 1 of the last three"); the IPS-25 form itself leaves windows open.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


class Window(NamedTuple):
    """First and last day, both included."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        """True when the day lies in the window, its ends included."""
        return self.first <= day <= self.last


def thirteen_weeks(*, as_at: date) -> Window:
    """The 13 whole weeks, Monday to Sunday, of which the last ends on or before ``as_at``."""
    last_sunday = as_at - timedelta(days=as_at.isoweekday() % 7)
    return Window(last_sunday - 13 * WEEK + DAY, last_sunday)


def mondays(*, window: Window) -> tuple[date, ...]:
    """The Mondays of a window, oldest first."""
    monday = window.first + timedelta(days=-window.first.weekday() % 7)
    found = []
    while monday <= window.last:
        found.append(monday)
        monday += WEEK
    return tuple(found)


def months_back(*, as_at: date, months: int) -> date:
    """The same day of the month, so many months earlier, clipped to that month's length."""
    year, month0 = divmod(as_at.year * 12 + as_at.month - 1 - months, 12)
    return date(year, month0 + 1, min(as_at.day, monthrange(year, month0 + 1)[1]))


def last_months(*, as_at: date, months: int) -> Window:
    """The ``months`` months to ``as_at``: (as_at - months, as_at]."""
    return Window(months_back(as_at=as_at, months=months) + DAY, as_at)


def last_three_months(*, as_at: date) -> tuple[Window, Window, Window]:
    """Months 1, 2, 3 of the last three, the latest first: month n is (t - n, t - n + 1 months]."""
    starts = [months_back(as_at=as_at, months=months) for months in range(4)]
    return (
        Window(starts[1] + DAY, starts[0]),
        Window(starts[2] + DAY, starts[1]),
        Window(starts[3] + DAY, starts[2]),
    )


def month_ends(*, as_at: date, count: int = 12) -> tuple[date, ...]:
    """The last ``count`` month-ends on or before ``as_at``, oldest first."""
    day_after = as_at + DAY
    first_of_month = day_after.replace(day=1)
    firsts = (months_back(as_at=first_of_month, months=back) for back in range(count))
    return tuple(sorted(first - DAY for first in firsts))


def days_back(*, window: Window, days: int) -> Window:
    """The same window, so many days earlier: for figures that give jobs the time to last."""
    return Window(window.first - timedelta(days=days), window.last - timedelta(days=days))
