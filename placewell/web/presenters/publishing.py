"""What of an outcome is shown to those who see published figures only."""

from dataclasses import replace

from placewell.measures.figure import Figure, Line
from placewell.measures.published import published
from placewell.rules.rounding import Exact
from placewell.rules.small_numbers import hide

HIDDEN = "hidden, because a number of 1 to 4 stands behind it"


def shows_few(numerator: Exact | None, denominator: Exact | None) -> bool:
    """Whether a figure would show a count of 1 to 4: those it counts, or the others."""
    if numerator is None:
        return False
    others = [] if denominator is None else [max(0, int(denominator) - int(numerator))]
    return None in hide(counts=[int(numerator), *others]).counts


def safe(figure: Figure) -> Figure:
    """The figure, or what is left of it when small numbers stand behind it."""
    if not shows_few(figure.numerator, figure.denominator):
        return figure
    return replace(figure, value=None, numerator=None, denominator=None, reason=HIDDEN, extra={}, units=())


def lines(figure: Figure) -> tuple[Line | None, ...]:
    """The lines of a breakdown, None for one that is hidden; none where too few people stand behind all.

    The figure itself stands on another page, so a breakdown that could be worked out from it goes whole.
    """
    if not figure.breakdown:
        return ()
    *told, total = published(figure)
    if total.is_hidden:
        return ()
    return tuple(None if one.is_hidden else line for one, line in zip(told, figure.breakdown, strict=True))
