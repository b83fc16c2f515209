"""Adding up: numerators over denominators, coverage, the rating of a figure, each specialist's own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from placewell.measures.catalogue import Measure
from placewell.measures.counting import OWNERS
from placewell.measures.figure import Line, Unit
from placewell.rules.rounding import Exact, exact, half_up, share
from placewell.rules.scale_scoring import rating_by_cuts
from placewell.scales import Item

ENOUGH = Fraction(4, 5)
TOO_LITTLE = "coverage below 0.8"
NOTHING = "nothing to count: the denominator is 0"


# A specialist's rating from their units and their rounded value.
Rate = Callable[[list[Unit], Exact | None], int | None]


@dataclass(frozen=True)
class Counted:
    """What a finisher is given: the measure, the scale's item (None for outcomes), the units."""

    measure: Measure
    item: Item | None
    units: tuple[Unit, ...]

    @property
    def main(self) -> list[Unit]:
        """The units of the figure itself: those without a part."""
        return [unit for unit in self.units if unit.part == ""]

    @property
    def option(self) -> Mapping[str, Any]:
        """How the measure asks to be added up."""
        return self.measure.options


@dataclass(frozen=True)
class Sums:
    """What a finisher gives back; the names are those of ``figure.Figure``."""

    value: Exact | None = None
    numerator: Exact | None = None
    denominator: Exact | None = None
    coverage: Fraction = Fraction(1)
    rating: int | None = None
    reason: str | None = None
    structural: bool = False
    components: Mapping[str, bool | None] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    by_staff: tuple[Line, ...] | None = None


def added(units: Iterable[Unit]) -> tuple[Exact, Exact]:
    """Sum of the numerators and sum of the denominators of the units counted."""
    counting = [unit for unit in units if unit.counted]
    return sum(unit.numerator for unit in counting), sum(unit.denominator for unit in counting)


def added_alike(units: Iterable[Unit], alike: str | None) -> tuple[Exact, Exact]:
    """As ``added``; where units that are ``alike`` count once, once among these units."""
    if alike is None:
        return added(units)
    counting = [unit for unit in units if unit.counted]
    kinds = {getattr(unit, alike) if alike in OWNERS else unit.more[alike] for unit in counting}
    return len(kinds), sum(unit.denominator for unit in counting)


def covered(counted: Counted) -> Fraction:
    """The share of the rows that should exist and do; 1 where the measure names no coverage."""
    by = counted.option.get("covered")
    due = counted.main
    if by is None or not due:
        return Fraction(1)
    there = sum(unit.counted if by == "counted" else bool(unit.more[by]) for unit in due)
    return Fraction(there, len(due))


def banded(item: Item | None, value: Exact | None) -> int | None:
    """The rating of a figure by the item's cuts; None without either."""
    if item is None or value is None or not item.cuts:
        return None
    return rating_by_cuts(value=value, cuts=item.cuts, descending=item.is_descending)


def gated(rating: int | None, *, denominator: Exact | None, coverage: Fraction) -> tuple[int | None, str | None]:
    """The rating, unless too little is recorded or there is nothing to speak of; and then why."""
    if denominator == 0:
        return None, NOTHING
    if coverage < ENOUGH:
        return None, TOO_LITTLE
    return rating, None


def ratio(counted: Counted) -> Sums:
    """Σ numerators over Σ denominators, half-up, rated by the item's cuts."""
    numerator, denominator = added_alike(counted.main, counted.option.get("alike"))
    value = half_up(numerator=numerator, denominator=denominator, times=counted.option["times"])
    coverage = covered(counted)
    rating, reason = gated(banded(counted.item, value), denominator=denominator, coverage=coverage)
    return Sums(
        value=value,
        numerator=numerator,
        denominator=denominator,
        coverage=coverage,
        rating=rating,
        reason=reason,
        by_staff=by_specialist(counted),
    )


def tally(counted: Counted) -> Sums:
    """How many; of units that are ``alike`` (two jobs of one person) each once. No denominator."""
    number, _ = added_alike(counted.main, counted.option.get("alike"))
    return Sums(value=number, numerator=number, denominator=None)


def specialists(units: Iterable[Unit]) -> Mapping[int, list[Unit]]:
    """Units by the specialist who owns them, in the order of their row ids."""
    found: dict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.staff is not None:
            found[unit.staff].append(unit)
    return dict(sorted(found.items()))


def by_specialist(counted: Counted, rate: Rate | None = None) -> tuple[Line, ...] | None:
    """A line for each specialist, when the measure gives them; ``rate`` in place of the cuts.

    Where specialists are rated, those who have left since have no line.

    The value is exact or rounded as the measure says; the rating is always that of the rounded one,
    save where the measure is not rounded at all.
    """
    how = counted.option.get("by_staff")
    if how is None:
        return None
    lines = []
    for staff, units in specialists(counted.main).items():
        if not (counted.option.get("leavers") == "shown" or units[0].more.get("in_post", 1)):
            continue
        numerator, denominator = added(units)
        rounded = half_up(numerator=numerator, denominator=denominator, times=counted.option["times"])
        rating = rate(units, rounded) if rate else banded(counted.item, rounded)
        lines.append(
            Line(
                owner=staff,
                key=None,
                value=rounded if how == "rounded" else exact_share(numerator, denominator),
                numerator=numerator,
                denominator=denominator,
                rating=rating,
            )
        )
    return tuple(lines)


def exact_share(numerator: Exact, denominator: Exact) -> Exact | None:
    """The unrounded share, whole where it is whole; None out of nothing."""
    found = share(numerator=exact(numerator), denominator=exact(denominator))
    return found.numerator if found is not None and found.denominator == 1 else found
