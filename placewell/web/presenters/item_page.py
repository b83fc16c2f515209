"""One item of the scale: what it asks, where the service stands, and every row behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from placewell.measures.catalogue import Measure
from placewell.measures.fidelity import Picture, PictureItem
from placewell.measures.figure import Figure
from placewell.records.models import Attestation, FidelityScore
from placewell.scales import Item, Scale
from placewell.web.charts.lines import Chart
from placewell.web.presenters import basis, evidence, marks, months
from placewell.web.presenters.addresses import address
from placewell.web.presenters.counted_as import both
from placewell.web.presenters.fidelity_page import item_address, pips
from placewell.web.presenters.indicators import Indicator, indicators
from placewell.web.presenters.item_figure import unit_of, value_of
from placewell.web.presenters.lines import LineRow, by_staff
from placewell.web.presenters.measure_pages import window
from placewell.web.presenters.people import Names
from placewell.web.presenters.unit_rows import Asked, LeftOut, UnitTable, left_out, unit_table
from placewell.web.presenters.wording import day


@dataclass(frozen=True)
class DescriptorRow:
    """What one rating looks like, and whether the service stands there."""

    rating: int
    says: str
    mark: str
    is_current: bool


@dataclass(frozen=True)
class Neighbour:
    """The item before or after."""

    words: str
    address: str


@dataclass(frozen=True)
class RuleWords:
    """How the record is read for an item."""

    rule: str
    also: str
    window: str
    coverage: str
    source: str
    mark: str
    address: str


@dataclass(frozen=True)
class Given:
    """What the page of an item is made from; ``figure`` is None where no rule reads the record."""

    picture: Picture
    trend: Sequence[Picture]
    scale: Scale
    number: int
    measure: Measure | None
    figure: Figure | None
    names: Names
    attestations: Sequence[Attestation] = ()
    scores: Sequence[FidelityScore] = ()
    sees_staff: bool = False
    sees_rows: bool = False
    asked: Asked = field(default_factory=Asked)

    @property
    def item(self) -> PictureItem:
        """The item as the picture has it."""
        return self.picture.item(self.number)

    @property
    def form(self) -> Item:
        """The item as the scale has it."""
        return self.scale.item(self.number)


@dataclass(frozen=True)
class ItemPage:
    """The whole page, ready to print."""

    number: int
    name: str
    section: str
    asks: str
    day: str
    rating: int | None
    pips: tuple[bool, ...]
    basis: str
    note: str
    figure: str
    unit: str
    numbers: str
    coverage: str
    descriptors: tuple[DescriptorRow, ...]
    evidence: tuple[str, ...]
    sources: tuple[marks.Cited, ...]
    mark: str
    rule: RuleWords | None
    indicators: tuple[Indicator, ...]
    components: tuple[evidence.ComponentRow, ...]
    review: evidence.ReviewNote | None
    charts: tuple[Chart, ...]
    months: tuple[months.Month, ...]
    lines: tuple[LineRow, ...]
    lines_are_rated: bool
    rows: UnitTable | None
    left_out: tuple[LeftOut, ...]
    earlier: Neighbour | None
    later: Neighbour | None
    back: str


def item_page(given: Given) -> ItemPage:
    """The page of an item."""
    item, form, scale = given.item, given.form, given.scale
    recorded = given.figure.components if given.figure else {}
    stated = evidence.latest_valid(given.attestations, given.picture.as_at)
    units = given.figure.units if given.figure else ()
    return ItemPage(
        number=item.number,
        name=form.name,
        section=next(section.name for section in scale.sections if section.key == form.section),
        asks=form.asks,
        day=day(given.picture.as_at),
        rating=item.rating,
        pips=pips(item.rating),
        basis=basis.basis(item),
        note=note(item, form),
        figure=value_of(item),
        unit=unit_of(item),
        numbers=both(item.key, item.numerator, item.denominator),
        coverage=basis.coverage(item),
        descriptors=descriptors(item, form),
        evidence=tuple(scale.evidence[code] for code in form.evidence),
        sources=marks.cited(scale.cited(form.source)),
        mark=marks.in_words(form.mark),
        rule=rule(given.measure),
        indicators=indicators(given.figure.extra) if given.figure else (),
        components=evidence.components(item, form, recorded, stated),
        review=evidence.review_note(given.scores, given.picture.as_at),
        charts=charts(given),
        months=months.table(given.trend, item.number),
        lines=lines(given),
        lines_are_rated=any(line.rating for line in lines(given)),
        rows=unit_table(given.measure, units, given.names, given.asked) if units and given.sees_rows else None,
        left_out=left_out(units, given.measure.why_words) if given.measure else (),
        earlier=neighbour(given, item.number - 1),
        later=neighbour(given, item.number + 1),
        back=address("fidelity", given.names.service, as_at=given.picture.as_at),
    )


def note(item: PictureItem, form: Item) -> str:
    """What must be said beside the rating."""
    if item.rating is None:
        return basis.missing(item, form)
    return basis.fallen_back(item) or basis.structural(item)


def descriptors(item: PictureItem, form: Item) -> tuple[DescriptorRow, ...]:
    """What each rating looks like, the highest first."""
    return tuple(
        DescriptorRow(one.rating, one.says, marks.in_short(one.mark), one.rating == item.rating)
        for one in sorted(form.descriptors, key=lambda one: -one.rating)
    )


def rule(measure: Measure | None) -> RuleWords | None:
    """How the record is read; None where people rate without it."""
    if measure is None:
        return None
    return RuleWords(
        rule=measure.rule,
        also=measure.also,
        window=window(measure.window),
        coverage=measure.coverage,
        source=measure.source,
        mark=marks.in_words(measure.mark),
        address=address("measure", measure.name),
    )


def charts(given: Given) -> tuple[Chart, ...]:
    """The rating over the month-ends, and the figure where there is one."""
    drawn = [months.rating_chart(given.trend, given.number), months.figure_chart(given.trend, given.number)]
    return tuple(one for one in drawn if one) if given.trend else ()


def lines(given: Given) -> tuple[LineRow, ...]:
    """A line for each specialist, for who may see figures by staff."""
    if not given.sees_staff or given.figure is None or given.figure.by != "staff":
        return ()
    return by_staff(
        given.figure.breakdown,
        given.names.staff,
        own=given.names.own,
        measure=given.measure.name,
        unit=given.measure.unit,
    )


def neighbour(given: Given, number: int) -> Neighbour | None:
    """The item of another number, None beyond the ends of the scale."""
    if not 1 <= number <= len(given.scale.items):
        return None
    where = item_address(given.names.service, number, given.picture.as_at)
    return Neighbour(f"{number} {given.scale.item(number).name}", where)
