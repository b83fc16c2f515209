"""The fidelity picture of a service on a day: 25 items, two totals, the bands between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from placewell.measures.figure import Line
from placewell.measures.numbers import plain, six_places
from placewell.rules.rounding import Exact

COMPUTED, ATTESTED, REVIEWED, NONE = "computed", "attested", "reviewed", "none"


@dataclass(frozen=True)
class PictureItem:
    """One item: its figure from the record, its rating, and where the rating comes from (``basis``).

    Figure, coverage and ``reason`` are those of the record even where the rating is that of a
    fallback. ``measure`` is the key to open it with, None when no rule reads the record.
    ``review`` is the key of the review that rated it, ``review_id`` its row.
    """

    number: int
    key: str
    section: str
    basis: str
    rating: int | None
    value: Exact | None = None
    numerator: Exact | None = None
    denominator: Exact | None = None
    unit: str | None = None
    coverage: Exact | None = None
    structural: bool = False
    measure: str | None = None
    by_staff: tuple[Line, ...] | None = None
    components: Mapping[str, bool | None] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None
    reviewed_on: date | None = None
    review: str | None = None
    review_id: int | None = None

    @property
    def is_figure(self) -> bool:
        """True for an item whose rule gives a figure, not only components."""
        return self.numerator is not None

    def as_json(self) -> dict:
        """The item as `placewell fidelity --json` prints it."""
        said = {"number": self.number, "key": self.key, "section": self.section, "basis": self.basis}
        if self.is_figure:
            said |= {
                "value": plain(self.value),
                "numerator": plain(self.numerator),
                "denominator": plain(self.denominator),
                "unit": self.unit,
            }
        if self.components:
            said["components"] = dict(self.components)
        said["rating"] = self.rating
        if self.is_figure:
            said |= {"coverage": six_places(self.coverage), "structural": self.structural}
        if self.measure:
            said["measure"] = self.measure
        if self.extra:
            said["extra"] = {name: plain(value) for name, value in self.extra.items()}
        if self.by_staff is not None:
            said["by_staff"] = [_line(line) for line in self.by_staff]
        if self.reason:
            said["reason"] = self.reason
        if self.review is not None:
            said |= {"reviewed_on": self.reviewed_on.isoformat(), "review": self.review}
        return said


@dataclass(frozen=True)
class Picture:
    """All items of a scale on a day. An unrated item counts 1 in the lowest total, 5 in the highest."""

    scale: str
    service: str
    as_at: date
    items: tuple[PictureItem, ...]
    rated: int
    lowest_total: int
    highest_total: int
    bands: tuple[str, ...]

    def item(self, which: int | str) -> PictureItem:
        """The item of this number or key. Raises ``KeyError`` when there is none."""
        for one in self.items:
            if which in (one.number, one.key):
                return one
        raise KeyError(f"There is no item {which!r}")

    def as_json(self) -> dict:
        """The document that `placewell fidelity --json` prints."""
        return {
            "scale": self.scale,
            "service": self.service,
            "as_at": self.as_at.isoformat(),
            "items": [item.as_json() for item in self.items],
            "rated": self.rated,
            "lowest_total": self.lowest_total,
            "highest_total": self.highest_total,
            "bands": list(self.bands),
        }


def _line(line: Line) -> dict:
    return {
        "staff": line.key,
        "value": plain(line.value),
        "numerator": plain(line.numerator),
        "denominator": plain(line.denominator),
        "rating": line.rating,
    }
