"""What a measure hands back, and the bands that turn a value into a rating."""

from collections import namedtuple
from fractions import Fraction

from .days import plain

Unit = namedtuple("Unit", "unit numerator denominator counted why")

ENOUGH = Fraction(4, 5)
TOO_SMALL = "denominator too small"
TOO_FEW_ROWS = "coverage below 0.8"


def band_up(value, two, three, four, five):
    """1 to 5 by the lowest value of each rating from 2 on (more is better)."""
    return 1 + sum(value >= lowest for lowest in (two, three, four, five))


def band_down(value, one, two, three, four):
    """1 to 5 by the lowest value of each rating up to 4 (less is better)."""
    return 5 - sum(value >= lowest for lowest in (one, two, three, four))


def counted(unit, numerator, denominator=1):
    """A unit that counts."""
    return Unit(unit, numerator, denominator, True, None)


def left_out(unit, why, numerator=0, denominator=0):
    """A unit that does not count, and why."""
    return Unit(unit, numerator, denominator, False, why)


def totals(units):
    """Numerators and denominators of the units that count, added up."""
    counting = [unit for unit in units if unit.counted]
    return (
        sum((unit.numerator for unit in counting), Fraction(0)),
        sum((unit.denominator for unit in counting), Fraction(0)),
    )


def staff_line(staff_id, value, numerator, denominator, rating):
    """One specialist's line of a breakdown."""
    return {
        "staff": staff_id,
        "value": plain(value),
        "numerator": plain(numerator),
        "denominator": plain(denominator),
        "rating": rating,
    }


def figure(units, value, rating, *, coverage=Fraction(1), sums=None, **extras):
    """A measure's whole answer; no rating where coverage or denominator are too small."""
    numerator, denominator = sums or totals(units)
    reason = None
    if denominator == 0:
        value, rating, reason = None, None, TOO_SMALL
    elif coverage < ENOUGH:
        rating, reason = None, TOO_FEW_ROWS
    answer = {
        "value": plain(value),
        "numerator": plain(numerator),
        "denominator": plain(denominator),
        "rating": rating,
        "coverage": None if coverage is None else float(coverage),
        "reason": reason,
        "structural": False,
        "rows": list(units),
    }
    answer.update(extras)
    return answer
