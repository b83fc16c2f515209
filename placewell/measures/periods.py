"""The windows of measures, as the whole-day integers that their SQL is given.

Day 0 is 1 January 2000. A measure sees ``t`` (the as-at date), ``w`` and ``w_end`` (first Monday and
last Sunday of the 13 weeks), ``m1`` … ``m24`` (the same day so many months earlier: a window of k
months is ``> :mk and <= :t``) and, for a period, ``from`` and ``to``.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from placewell.rules.windows import Window, last_months, months_back, thirteen_weeks

DAY_0 = date(2000, 1, 1)
MONTHS = (1, 2, 3, 6, 12, 24)


def day_number(day: date) -> int:
    """Whole days since 1 January 2000."""
    return (day - DAY_0).days


def day_of(number: int) -> date:
    """The date of a day number."""
    return DAY_0 + timedelta(days=number)


def parameters(*, as_at: date, from_: date | None = None) -> Mapping[str, int]:
    """Every whole-day parameter that a measure may name; ``from`` and ``to`` only for a period."""
    weeks = thirteen_weeks(as_at=as_at)
    found = {"t": as_at, "w": weeks.first, "w_end": weeks.last}
    found |= {f"m{months}": months_back(as_at=as_at, months=months) for months in MONTHS}
    if from_ is not None:
        found |= {"from": from_, "to": as_at}
    return {name: day_number(day) for name, day in found.items()}


def window(name: str, *, as_at: date, from_: date | None = None) -> Window | None:
    """The window that a measure names: `13 weeks`, `6 months`, `period`; None for `as at`.

    Raises ``ValueError`` for a name that is none of these.
    """
    amount, _, unit = name.partition(" ")
    if name == "as at":
        return None
    if name == "13 weeks":
        return thirteen_weeks(as_at=as_at)
    if unit == "months" and amount.isdecimal():
        return last_months(as_at=as_at, months=int(amount))
    if name == "period" and from_ is not None:
        return Window(from_, as_at)
    raise ValueError(f"A measure's window is `as at`, `13 weeks`, `6 months` or `period`, not {name!r}")
