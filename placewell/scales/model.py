"""What a fidelity scale is made of. Frozen: a scale is published, not edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

KINDS = ("figure_ascending", "figure_descending", "count", "components", "ladder")
RATED = ("computed", "in_part", "people")
PER = ("team", "specialists")
RATINGS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Source:
    """Where a statement comes from."""

    key: str
    title: str
    address: str | None


@dataclass(frozen=True)
class Section:
    """A part of the scale."""

    key: str
    name: str


@dataclass(frozen=True)
class Band:
    """A named stretch of totals, both ends included."""

    key: str
    name: str
    lowest: int
    highest: int
    mark: str
    source: tuple[str, ...]


@dataclass(frozen=True)
class Descriptor:
    """What one rating of an item looks like, in our own or in licensed words."""

    rating: int
    says: str
    mark: str
    source: tuple[str, ...]


@dataclass(frozen=True)
class Component:
    """One part of an item that is rated by counting parts.

    ``is_from_record`` is true when a published counting rule answers it from the record; else it
    needs somebody's statement with evidence.
    """

    key: str
    says: str
    is_from_record: bool
    mark: str
    source: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """One criterion, rated 1 to 5.

    ``kind`` says how a rating comes about: a figure against ``cuts`` (``cuts[i]`` is the lowest
    value of rating i + 1; None: no figure gives that rating), a count or the components met
    against ``ratings``, or a ladder of situations. ``per`` is ``specialists`` when each of them is
    rated and the mean taken. ``rated`` is ``computed`` (the record answers all), ``in_part``
    (components, from the record or stated with evidence) or ``people``, who may be shown the
    indicator ``measure``. ``numbers`` holds further thresholds by name.
    """

    number: int
    key: str
    section: str
    name: str
    asks: str
    kind: str
    unit: str | None
    cuts: tuple[int | None, ...]
    ratings: Mapping[int, int]
    counted: tuple[str, ...]
    numbers: Mapping[str, int | float]
    components: tuple[Component, ...]
    descriptors: tuple[Descriptor, ...]
    per: str
    rated: str
    measure: str | None
    evidence: tuple[str, ...]
    mark: str
    source: tuple[str, ...]
    verified_on: date | None

    def descriptor(self, rating: int) -> Descriptor:
        """What this rating looks like. Raises ``ValueError`` for anything but 1 to 5."""
        for one in self.descriptors:
            if one.rating == rating:
                return one
        raise ValueError(f"Item {self.number} has ratings 1 to 5, not {rating}")

    @property
    def is_descending(self) -> bool:
        """True when fewer is better."""
        return self.kind == "figure_descending"


@dataclass(frozen=True)
class Scale:
    """An edition of a fidelity scale, with its words filled in for one country."""

    key: str
    title: str
    edition: str
    licence: str
    lowest_total: int
    highest_total: int
    sections: tuple[Section, ...]
    bands: tuple[Band, ...]
    items: tuple[Item, ...]
    evidence: Mapping[str, str]
    sources: Mapping[str, Source]
    verified_on: date | None

    def item(self, which: int | str) -> Item:
        """The item of this number or key. Raises ``KeyError`` naming it when there is none."""
        for one in self.items:
            if which in (one.number, one.key):
                return one
        raise KeyError(f"{self.title} has no item {which!r}")

    def in_section(self, key: str) -> tuple[Item, ...]:
        """The items of a section, by number."""
        return tuple(one for one in self.items if one.section == key)

    def cited(self, keys: tuple[str, ...]) -> tuple[Source, ...]:
        """The sources behind a statement."""
        return tuple(self.sources[key] for key in keys)
