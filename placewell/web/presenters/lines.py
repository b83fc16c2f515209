"""One figure for each specialist, team or group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from placewell.measures.figure import Line
from placewell.web.presenters.counted_as import both
from placewell.web.presenters.reasons import in_words
from placewell.web.presenters.wording import figure

HIDDEN = "Hidden, because a number of 1 to 4 stands behind it or beside it"
NOBODY = "Nobody’s"


@dataclass(frozen=True)
class LineRow:
    """One line of a breakdown, ready to print."""

    name: str
    is_own: bool
    figure: str
    numbers: str
    rating: int | None
    note: str


def by_staff(
    lines: Sequence[Line], names: Mapping[int, str], *, own: int | None, measure: str, unit: str | None
) -> tuple[LineRow, ...]:
    """A line for each specialist by name, one's own first: an order that ranks nobody."""
    rows = [line_row(line, names.get(line.owner, NOBODY), line.owner == own, measure, unit) for line in lines]
    return tuple(sorted(rows, key=lambda row: (not row.is_own, row.name == NOBODY, row.name.casefold())))


def line_row(line: Line, name: str, is_own: bool, measure: str, unit: str | None) -> LineRow:
    """One line."""
    return LineRow(
        name=name,
        is_own=is_own,
        figure=figure(line.value, unit)[0],
        numbers=both(measure, line.numerator, line.denominator),
        rating=line.rating,
        note=in_words(line.reason) if line.value is None else "",
    )


def hidden_row(name: str) -> LineRow:
    """A line whose numbers may not be shown."""
    return LineRow(name=name, is_own=False, figure="", numbers="", rating=None, note=HIDDEN)
