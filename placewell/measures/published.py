"""A breakdown as it may be shown to anybody: small numbers hidden, and what would give them away.

Covers one breakdown with its total, by ``rules.small_numbers``. People who may see the rows behind a
figure are shown the figure itself; this is for tables that leave the service.
"""

from dataclasses import dataclass

from placewell.measures.figure import Figure
from placewell.rules.rounding import Exact
from placewell.rules.small_numbers import hide


@dataclass(frozen=True)
class PublishedLine:
    """One group, or the total (``group`` None and ``is_total``); None stands for a hidden number."""

    group: str | None
    numerator: int | None
    denominator: int | None
    value: Exact | None
    is_total: bool = False

    @property
    def is_hidden(self) -> bool:
        """True when a number of the line is hidden."""
        return self.numerator is None


def published(figure: Figure) -> tuple[PublishedLine, ...]:
    """The lines of a breakdown, the total last.

    A share is shown when neither its numerator, nor its denominator, nor the difference of the two is
    hidden: each of them counts people. Raises ``ValueError`` for a figure that is not broken down.
    """
    if figure.by is None or not figure.breakdown:
        raise ValueError(f"{figure.measure} is not broken down: take it by a group first")
    lines = figure.breakdown
    shown, is_total_shown = _shown([line.numerator for line in lines])
    if figure.denominator is not None:
        for counts in (
            [line.denominator for line in lines],
            [line.denominator - line.numerator for line in lines],
        ):
            more, total = _shown(counts)
            shown = [one and other for one, other in zip(shown, more, strict=True)]
            is_total_shown = is_total_shown and total
    told = [
        PublishedLine(line.key, line.numerator, line.denominator, line.value)
        if is_shown
        else PublishedLine(line.key, None, None, None)
        for line, is_shown in zip(lines, shown, strict=True)
    ]
    whole = (figure.numerator, figure.denominator, figure.value) if is_total_shown else (None, None, None)
    return (*told, PublishedLine(None, *whole, is_total=True))


def _shown(counts: list[int]) -> tuple[list[bool], bool]:
    found = hide(counts=counts)
    return [count is not None for count in found.counts], found.total is not None
