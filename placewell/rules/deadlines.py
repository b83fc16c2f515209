"""When something is due, which standard says so, and whether it was done in time.

The amounts are settings of a service (``scales/local_standards.yaml`` lists them with their
sources: the documents disagree, so none is built in). A service that has set none has no
deadline. Saturdays, Sundays and the holidays given are not working days.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta

from placewell.rules.finding import Finding, Verdict, said
from placewell.rules.windows import months_back

SATURDAY = 5


@dataclass(frozen=True)
class Standard:
    """So many days, working days, weeks or months, and the name of what asks for them.

    ``unit`` is one of ``days``, ``working days``, ``weeks``, ``months``. Raises ``ValueError``
    for another unit, an amount below 0 or a standard without a name.
    """

    amount: int
    unit: str
    name: str

    def __post_init__(self) -> None:
        if self.unit not in ADDING:
            raise ValueError(f"{self.unit!r} is no unit of time: use one of {sorted(ADDING)}")
        if self.amount < 0 or not self.name.strip():
            raise ValueError("A standard needs an amount of 0 or more, and the name of its source")


@dataclass(frozen=True)
class Due:
    """A due date (None without a standard or a start), who asks for it, and how it stands."""

    on: date | None
    standard: str | None
    finding: Finding


def add_working_days(*, start: date, days: int, holidays: Collection[date] = ()) -> date:
    """The day that is so many working days after ``start``; the start itself is not counted.

    With 0 days: ``start`` if it is a working day, else the next one.
    """
    day, left = start, days
    while left > 0 or not _is_working(day, holidays):
        day += timedelta(days=1)
        left -= _is_working(day, holidays)
    return day


def due_on(*, start: date, standard: Standard, holidays: Collection[date] = ()) -> date:
    """The last day on which the standard is still kept."""
    return ADDING[standard.unit](start, standard.amount, holidays)


def deadline(
    *,
    what: str,
    start: date | None,
    done_on: date | None,
    standard: Standard | None,
    today: date,
    ended_on: date | None = None,
    holidays: Collection[date] = (),
) -> Due:
    """Whether ``what`` was done by its due date, counted from ``start``.

    ``what`` reads after "the": "first employer contact". ``done_on`` and ``ended_on`` after
    today have not happened. Support that ended before the due date, undone, is not held to it.
    """
    if standard is None:
        return Due(None, None, Finding(Verdict.DOES_NOT_APPLY, "the service has set no standard"))
    if start is None:
        finding = Finding(Verdict.NOT_RECORDED, "the day it is counted from is not recorded")
        return Due(None, standard.name, finding)
    last_day = due_on(start=start, standard=standard, holidays=holidays)
    finding = _stands(
        what=what,
        done_on=_past(done_on, today),
        due=last_day,
        ended=_past(ended_on, today),
        today=today,
    )
    return Due(last_day, standard.name, finding)


def _stands(*, what: str, done_on: date | None, due: date, ended: date | None, today: date) -> Finding:
    if done_on is not None and done_on <= due:
        return Finding(Verdict.MET, f"the {what} was on {said(done_on)}")
    if ended is not None and ended <= due:
        return Finding(Verdict.DOES_NOT_APPLY, f"support ended on {said(ended)}, before it was due")
    if done_on is not None:
        return Finding(Verdict.NOT_MET, f"the {what} was on {said(done_on)}; it was due by {said(due)}")
    if today <= due:
        return Finding(Verdict.NOT_DUE, f"the {what} is due by {said(due)}")
    return Finding(Verdict.NOT_MET, f"the {what} was due by {said(due)}")


def _past(day: date | None, today: date) -> date | None:
    return day if day is not None and day <= today else None


def _is_working(day: date, holidays: Collection[date]) -> bool:
    return day.weekday() < SATURDAY and day not in holidays


ADDING: dict[str, Callable[[date, int, Collection[date]], date]] = {
    "days": lambda start, amount, holidays: start + timedelta(days=amount),
    "weeks": lambda start, amount, holidays: start + timedelta(weeks=amount),
    "months": lambda start, amount, holidays: months_back(as_at=start, months=-amount),
    "working days": lambda start, amount, holidays: add_working_days(start=start, days=amount, holidays=holidays),
}
