"""What of an outcome may be shown to those who see published figures only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from placewell.measures.figure import Figure, Line
from placewell.rules.rounding import Exact
from placewell.rules.small_numbers import hide

HIDDEN = "hidden, because a number of 1 to 4 stands behind it"


@dataclass(frozen=True)
class Published:
    """A figure and its lines; ``is_hidden`` and ``None`` in ``lines`` stand for what is not shown."""

    is_hidden: bool
    lines: tuple[Line | None, ...]


def shows_few(numerator: Exact | None, denominator: Exact | None) -> bool:
    """Whether a figure would show a count of 1 to 4: those it counts, or the others."""
    if numerator is None:
        return False
    others = [] if denominator is None else [max(0, int(denominator) - int(numerator))]
    return None in hide(counts=[int(numerator), *others]).counts


def published(figure: Figure) -> Published:
    """What may be shown of a figure and of its breakdown.

    A line is hidden with its own small counts, and then a second one, so that the first cannot be
    worked out from the figure; where there is no second, the figure goes too.
    """
    lines = figure.breakdown
    hidden = {place for place, line in enumerate(lines) if shows_few(line.numerator, line.denominator)}
    hidden |= hidden_together([int(line.numerator) for line in lines])
    hidden |= hidden_together([int(line.denominator or 0) for line in lines])
    others = [place for place in range(len(lines)) if place not in hidden and lines[place].numerator]
    alone = len(hidden) == 1
    if alone and others:
        hidden.add(min(others, key=lambda place: lines[place].numerator))
    is_hidden = shows_few(figure.numerator, figure.denominator) or (alone and not others)
    return Published(is_hidden, tuple(None if place in hidden else line for place, line in enumerate(lines)))


def hidden_together(counts: Sequence[int]) -> set[int]:
    """The places that the rule about small counts hides in a row of counts."""
    return {place for place, count in enumerate(hide(counts=counts).counts) if count is None}


def without_numbers(figure: Figure) -> Figure:
    """The figure with nothing in it."""
    return replace(figure, value=None, numerator=None, denominator=None, reason=HIDDEN, extra={}, units=())
