"""The live fidelity page: 25 items in their sections, two totals, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from placewell.measures.fidelity import Picture, PictureItem
from placewell.scales import Scale
from placewell.web.charts.lines import Chart
from placewell.web.charts.totals import TotalsBar, totals_bar
from placewell.web.presenters import basis, months
from placewell.web.presenters.addresses import address
from placewell.web.presenters.item_figure import unit_of, value_of
from placewell.web.presenters.wording import counted, day, listed, short_month

RATINGS = range(1, 6)
LOW = 3
FIDELITY = " fidelity"


@dataclass(frozen=True)
class Row:
    """One item as it stands in the list."""

    number: int
    name: str
    address: str
    rating: int | None
    pips: tuple[bool, ...]
    figure: str
    unit: str
    basis: str
    coverage: str
    is_thin: bool
    note: str
    spark: Chart
    months: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """A part of the scale, with those of its items that are shown."""

    key: str
    name: str
    rows: tuple[Row, ...]
    months: tuple[str, ...]


@dataclass(frozen=True)
class Missing:
    """An item without a rating, and what it waits for."""

    number: int
    name: str
    address: str
    why: str


@dataclass(frozen=True)
class Change:
    """An item that has another rating than at the month-end before."""

    number: int
    name: str
    was: str
    now: str
    address: str


@dataclass(frozen=True)
class Choice:
    """One way to look at the list."""

    words: str
    address: str
    is_chosen: bool


@dataclass(frozen=True)
class FidelityPage:
    """The whole page, ready to print."""

    day: str
    scale: str
    rated: str
    total: str
    bar: TotalsBar
    missing: tuple[Missing, ...]
    since: str
    changes: tuple[Change, ...]
    filters: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    sections: tuple[Section, ...]


def fidelity_page(
    picture: Picture, trend: Sequence[Picture], scale: Scale, *, service: int, show: str, sort: str
) -> FidelityPage:
    """The page of a picture, in the chosen order and with the chosen items."""
    said = totals(picture, scale)
    return FidelityPage(
        day=day(picture.as_at),
        scale=scale.title,
        rated=f"{picture.rated} of {len(picture.items)} items have a rating.",
        total=said,
        bar=totals_bar(picture, scale, said),
        missing=missing(picture, scale, service),
        since=months.since(months.before(trend, picture.as_at)),
        changes=changes(picture, trend, scale, service),
        filters=filters(picture, service, show, sort),
        orders=orders(picture.as_at, service, show, sort),
        sections=sections(picture, trend, scale, service=service, show=show, sort=sort),
    )


def totals(picture: Picture, scale: Scale) -> str:
    """Between which totals the service lies, and in which bands."""
    bands = in_bands(picture, scale)
    if picture.lowest_total == picture.highest_total:
        return f"The lowest and the highest total are both {picture.lowest_total} of {scale.highest_total}: {bands}."
    return (
        f"The total lies between {picture.lowest_total} and {picture.highest_total} of {scale.highest_total}: {bands}."
    )


def in_bands(picture: Picture, scale: Scale) -> str:
    """The bands between the totals: Fair or Good fidelity."""
    names = [band.name for key in picture.bands for band in scale.bands if band.key == key]
    return listed([*(name.removesuffix(FIDELITY) for name in names[:-1]), names[-1]], last="or")


def item_address(service: int, number: int, as_at: date) -> str:
    """The page of an item on a day."""
    return address("fidelity_item", service, number, as_at=as_at)


def missing(picture: Picture, scale: Scale, service: int) -> tuple[Missing, ...]:
    """The items without a rating."""
    return tuple(
        Missing(
            item.number,
            scale.item(item.number).name,
            item_address(service, item.number, picture.as_at),
            basis.missing(item, scale.item(item.number)),
        )
        for item in picture.items
        if item.rating is None
    )


def changes(picture: Picture, trend: Sequence[Picture], scale: Scale, service: int) -> tuple[Change, ...]:
    """The items whose rating is another than at the month-end before."""
    earlier = months.before(trend, picture.as_at)
    if earlier is None:
        return ()
    return tuple(
        Change(
            item.number,
            scale.item(item.number).name,
            months.rated(earlier.item(item.number).rating),
            months.rated(item.rating),
            item_address(service, item.number, picture.as_at),
        )
        for item in picture.items
        if item.rating != earlier.item(item.number).rating
    )


def is_shown(item: PictureItem, show: str) -> bool:
    """Whether an item belongs to what was asked for."""
    if show == "unrated":
        return item.rating is None
    return show != "low" or (item.rating is not None and item.rating <= LOW)


def filters(picture: Picture, service: int, show: str, sort: str) -> tuple[Choice, ...]:
    """All items, those without a rating, those rated low; each with how many there are."""
    words = {"": "All", "unrated": "Without a rating", "low": f"Rated {LOW} or lower"}
    return tuple(
        Choice(
            f"{label} ({sum(is_shown(item, key) for item in picture.items)})",
            address("fidelity", service, as_at=picture.as_at, show=key, sort=sort),
            show == key,
        )
        for key, label in words.items()
    )


def orders(as_at: date, service: int, show: str, sort: str) -> tuple[Choice, ...]:
    """The order of the scale, or the lowest rating first."""
    words = {"": "In the order of the scale", "rating": "Lowest rating first"}
    return tuple(
        Choice(label, address("fidelity", service, as_at=as_at, show=show, sort=key), sort == key)
        for key, label in words.items()
    )


def sections(
    picture: Picture, trend: Sequence[Picture], scale: Scale, *, service: int, show: str, sort: str
) -> tuple[Section, ...]:
    """The sections with their items; one list when the lowest rating goes first."""
    shown = [item for item in picture.items if is_shown(item, show)]
    heads = tuple(short_month(one.as_at) for one in trend)
    if sort == "rating":
        ordered = sorted(shown, key=lambda item: (item.rating or 0, item.number))
        return (Section("all", "Lowest rating first", rows(ordered, picture, trend, scale, service), heads),)
    found = []
    for section in scale.sections:
        inside = [item for item in shown if item.section == section.key]
        if inside:
            found.append(Section(section.key, section.name, rows(inside, picture, trend, scale, service), heads))
    return tuple(found)


def rows(
    items: Sequence[PictureItem], picture: Picture, trend: Sequence[Picture], scale: Scale, service: int
) -> tuple[Row, ...]:
    """Items, ready to print."""
    return tuple(row(item, trend, scale, item_address(service, item.number, picture.as_at)) for item in items)


def row(item: PictureItem, trend: Sequence[Picture], scale: Scale, where: str) -> Row:
    """One item, ready to print."""
    return Row(
        number=item.number,
        name=scale.item(item.number).name,
        address=where,
        rating=item.rating,
        pips=pips(item.rating),
        figure=value_of(item),
        unit=unit_of(item),
        basis=basis.basis(item),
        coverage=basis.coverage(item),
        is_thin=basis.is_thin(item),
        note=note(item, scale),
        spark=months.rating_spark(trend, item.number),
        months=tuple((short_month(one.as_at), months.rated(one.item(item.number).rating)) for one in trend),
    )


def pips(rating: int | None) -> tuple[bool, ...]:
    """Five marks, as many of them filled as the rating says."""
    return tuple(rating is not None and one <= rating for one in RATINGS)


def note(item: PictureItem, scale: Scale) -> str:
    """What must be said beside the figure: why it does not rate, or what is met of the components."""
    if item.rating is None:
        return basis.missing(item, scale.item(item.number))
    if said := basis.fallen_back(item) or basis.structural(item):
        return said
    known = [met for met in item.components.values() if met is not None]
    if item.basis != "reviewed" and known:
        return f"{sum(known)} of {counted(len(item.components), 'component')} met"
    return ""
