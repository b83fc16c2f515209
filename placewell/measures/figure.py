"""What measures give: counted units, and the figure that they add up to.

Numbers inside are exact (whole numbers and fractions); only what is printed becomes a float.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from placewell.rules.rounding import Exact
from placewell.rules.windows import Window


@dataclass(frozen=True)
class Unit:
    """One row behind a figure: a person, job, specialist-week …, counted or left out with a why.

    ``kind`` names the table (`staff`, `staff_week`, `episode`, `job`, `employer_contact` …) and
    ``row`` the row in it; a `staff_week`, `week` or `month` is named by its owner and ``day``, the
    first day of it. ``day`` is otherwise the day on which the unit counts. ``staff``, ``team``,
    ``client`` and ``episode`` are the owners' row ids, None where nobody owns it. ``part`` tells
    components and indicators of one measure apart. ``why`` is a code of the measure's
    ``why_words``; None for a unit that is counted. ``more`` holds what the finisher also needs.
    """

    kind: str
    row: int | None
    day: date | None
    staff: int | None
    team: int | None
    client: int | None
    episode: int | None
    numerator: Exact
    denominator: Exact
    counted: bool
    why: str | None = None
    part: str = ""
    more: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """The figure of one specialist, team or group of people; ``owner`` is the row id or the group's words.

    ``key`` is the identifier that the data package knows (for a group of people its words, for nobody None).
    """

    owner: int | str | None
    key: str | None
    value: Exact | None
    numerator: Exact
    denominator: Exact | None
    rating: int | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Figure:
    """What a measure says of a service.

    ``value`` is rounded as the rule says and None when there is nothing to speak of; ``rating`` is
    1–5, None without bands or with a ``reason``; ``coverage`` is exact, 0 to 1. ``components`` are
    those that the record answers, ``extra`` what the measure says besides, ``breakdown`` one line
    for each owner (``by`` names what the owners are) and ``units`` the rows behind it.
    """

    measure: str
    service: str
    as_at: date
    window: Window | None
    value: Exact | None
    numerator: Exact | None
    denominator: Exact | None
    coverage: Fraction
    rating: int | None = None
    reason: str | None = None
    structural: bool = False
    components: Mapping[str, bool | None] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    by: str | None = None
    breakdown: tuple[Line, ...] = ()
    units: tuple[Unit, ...] = ()
