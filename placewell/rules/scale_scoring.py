"""From figures and counts to ratings, and from ratings to a lowest and a highest total.

Source: Supported Employment Fidelity Scale (IPS-25), edition of 7 January 2008. Bands of items 1
and 2 verified; the order of rating, averaging and choosing the closest point is from memory;
ties go down by the product's scoring policy. A rating from the record is indicative: people score.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Protocol

from placewell.rules.rounding import Exact, exact

LOWEST, HIGHEST = 1, 5


class Band(Protocol):
    """A named stretch of totals, both ends included."""

    key: str
    lowest: int
    highest: int


@dataclass(frozen=True)
class Totals:
    """What the rated items leave possible: every unrated item counts 1, then 5."""

    rated: int
    lowest: int
    highest: int


def rating_by_cuts(*, value: Exact, cuts: Sequence[Exact | None], descending: bool = False) -> int:
    """Band a figure: rating 1–5 by five cuts, ``cuts[i]`` belonging to rating i + 1.

    Each cut is the lowest value of its rating. Ascending: the highest rating whose cut is
    reached; descending (fewer is better): the lowest rating whose cut is reached. A cut of None
    is a rating that no figure gives (``team_assignment`` rates 1 when there is no team at all).
    Raises ``ValueError`` when there are not five cuts or the value lies below them all.
    """
    if len(cuts) != HIGHEST:
        raise ValueError(f"A scale item has five cuts, one a rating; these are {len(cuts)}")
    figure = exact(value)
    reached = [rating for rating, cut in enumerate(cuts, start=LOWEST) if cut is not None and figure >= exact(cut)]
    if not reached:
        raise ValueError(f"{value} lies below every cut of {list(cuts)}")
    return min(reached) if descending else max(reached)


def rating_for_count(*, count: int, ratings: Mapping[int, int]) -> int:
    """The rating that a number of components, phases or strategies gives.

    Raises ``ValueError`` when the map does not speak of that count.
    """
    if count not in ratings:
        raise ValueError(f"No rating for a count of {count}: the map has {sorted(ratings)}")
    return ratings[count]


def rating_for_components(*, components: Mapping[str, bool | None], ratings: Mapping[int, int]) -> int | None:
    """The rating of an item made of components; None while any of them is unknown (None)."""
    if any(met is None for met in components.values()):
        return None
    return rating_for_count(count=sum(map(bool, components.values())), ratings=ratings)


def mean_rating(*, ratings: Iterable[int]) -> int | None:
    """The mean of specialists' ratings to the nearest whole rating, ties down; None without any."""
    given = list(ratings)
    if not given:
        return None
    return ceil(Fraction(sum(given), len(given)) - Fraction(1, 2))


def totals(*, ratings: Iterable[int | None]) -> Totals:
    """The lowest and the highest total that these ratings, one an item, leave possible.

    Raises ``ValueError`` for a rating outside 1–5.
    """
    given = list(ratings)
    known = [rating for rating in given if rating is not None]
    for rating in known:
        if not LOWEST <= rating <= HIGHEST:
            raise ValueError(f"A rating is {LOWEST} to {HIGHEST}, not {rating}")
    unrated = len(given) - len(known)
    return Totals(
        rated=len(known),
        lowest=sum(known) + LOWEST * unrated,
        highest=sum(known) + HIGHEST * unrated,
    )


def bands_spanned(*, lowest: int, highest: int, bands: Iterable[Band]) -> tuple[str, ...]:
    """The keys of all bands between two totals, lowest band first.

    Raises ``ValueError`` when the totals are the wrong way round.
    """
    if lowest > highest:
        raise ValueError(f"The lowest total {lowest} is above the highest {highest}")
    upwards = sorted(bands, key=lambda band: band.lowest)
    return tuple(band.key for band in upwards if band.lowest <= highest and band.highest >= lowest)
