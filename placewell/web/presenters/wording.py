"""Dates, numbers and small sentences, as people write them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from placewell.rules.rounding import Exact, half_up

MINUTES_AN_HOUR = 60
HUNDREDTHS = 100


# A page says the same days again and again.
@lru_cache(maxsize=4096)
def day(when: date) -> str:
    """30 June 2026."""
    return f"{when.day} {when:%B %Y}"


def month(when: date) -> str:
    """June 2026."""
    return f"{when:%B %Y}"


def short_month(when: date) -> str:
    """Jun 26, where there is little room."""
    return f"{when:%b %y}"


def number(value: Exact | float | None) -> str:
    """At most two decimals, thousands apart; '' for nothing.

    A number just below a whole one is not written as that whole one, because ratings begin there:
    5.999 contacts a week are 5.99.
    """
    if value is None:
        return ""
    exact = Fraction(Decimal(repr(value))) if isinstance(value, float) else Fraction(value)
    hundredths = half_up(numerator=exact)
    if hundredths % HUNDREDTHS == 0 and exact * HUNDREDTHS != hundredths:
        hundredths = int(exact * HUNDREDTHS)
    whole, rest = divmod(abs(hundredths), HUNDREDTHS)
    decimals = f".{rest:02d}".rstrip("0") if rest else ""
    return f"{'-' if hundredths < 0 else ''}{whole:,}{decimals}"


def per_cent(share: Exact | float | None) -> str:
    """A share of 1 as a whole per cent: 92%. Just below all is not all: 99.6 % are 99%."""
    if share is None:
        return ""
    exact = Fraction(share)
    rounded = half_up(numerator=exact)
    return f"{min(rounded, 99) if exact < 1 else rounded}%"


def hours(minutes: Exact) -> str:
    """Minutes as hours: 1,046 hours."""
    return counted(half_up(numerator=minutes, denominator=MINUTES_AN_HOUR, times=1), "hour")


def counted(how_many: int, one: str, several: str = "") -> str:
    """1 person, 2 people."""
    return f"{how_many:,} {one if how_many == 1 else several or one + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """a, b and c."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]


def figure(value: Exact | None, unit: str | None) -> tuple[str, str]:
    """A figure and what it is a figure of; a per cent stands with its number: ("93%", "of jobs")."""
    if value is None:
        return "", unit or ""
    if unit and unit.startswith("%"):
        return f"{number(value)}%", unit[1:].strip()
    return number(value), unit or ""
