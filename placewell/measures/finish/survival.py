"""Kaplan–Meier figures: how long until something happens, when some are still waiting."""

from placewell.measures.figure import Unit
from placewell.measures.finish.sums import NOTHING, Counted, Sums
from placewell.rules.kaplan_meier import Step, life_table, median_day, share_by

NOT_REACHED = "median not reached"


def followed(units: list[Unit]) -> tuple[Step, ...]:
    """The life table of units: numerator 1 when it happened, ``days`` until then or until last seen."""
    return life_table(
        counts=[(unit.more["days"], unit.numerator, 1 - unit.numerator) for unit in units if unit.counted]
    )


def median(counted: Counted) -> Sums:
    """The median in days; events over units followed."""
    steps, events, units = _events(counted)
    value = median_day(steps=steps)
    reason = NOTHING if not units else None if value is not None else NOT_REACHED
    return Sums(value=value, numerator=events, denominator=units, reason=reason)


def shares(counted: Counted) -> Sums:
    """The shares to whom it has happened by so many days, each under its number of months."""
    steps, events, units = _events(counted)
    found = {str(months): share_by(steps=steps, day=day) for months, day in counted.option["days"].items()}
    return Sums(numerator=events, denominator=units, reason=None if units else NOTHING, extra=found)


def _events(counted: Counted) -> tuple[tuple[Step, ...], int, int]:
    counting = [unit for unit in counted.main if unit.counted]
    return followed(counting), sum(unit.numerator for unit in counting), len(counting)
