"""The catalogue of measures in words."""

from dataclasses import dataclass

from placewell.measures.catalogue import MEASURES, Measure
from placewell.web.presenters import marks
from placewell.web.presenters.addresses import address
from placewell.web.presenters.counted_as import form, words_of

WINDOWS = {
    "as at": "As things stand on the day",
    "13 weeks": "The 13 whole weeks, Monday to Sunday, that ended last",
    "period": "The period asked for, both ends included",
}


@dataclass(frozen=True)
class Entry:
    """A measure in the list."""

    title: str
    name: str
    address: str
    unit: str
    mark: str


@dataclass(frozen=True)
class Group:
    """Measures of one kind."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class MeasurePage:
    """One measure: what it counts, how it adds up, over which days, by whose rule."""

    title: str
    name: str
    of: str
    facts: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    sql: str
    mark: str
    source: str


def measure_list() -> tuple[Group, ...]:
    """All measures: first those of the fidelity items, then the outcomes."""
    fidelity = [one for one in MEASURES.values() if not one.is_outcome]
    outcomes = [one for one in MEASURES.values() if one.is_outcome]
    return (
        Group("Fidelity, item by item", tuple(map(entry, fidelity))),
        Group("Outcomes, each under its definitions", tuple(map(entry, outcomes))),
    )


def entry(measure: Measure) -> Entry:
    """A measure as it stands in the list."""
    return Entry(titled(measure), measure.name, where(measure), unit(measure), marks.in_short(measure.mark))


def titled(measure: Measure) -> str:
    """The title, with the number of the item it speaks of."""
    return measure.title if measure.item is None else f"{measure.item} {measure.title}"


def where(measure: Measure) -> str:
    """The page of a measure."""
    return address("measure", measure.name)


def unit(measure: Measure) -> str:
    """The unit as words."""
    return measure.unit.replace("% of", "per cent of")


def measure_page(measure: Measure) -> MeasurePage:
    """One measure, ready to print."""
    words = words_of(measure.name)
    facts = [
        ("Looks at", measure.counts),
        ("Rule", measure.rule),
        ("Beside it", measure.also),
        ("Figure in", unit(measure)),
        ("Counts", form(words.above) + (f", out of {form(words.below)}" if words.below else "")),
        ("Over which days", window(measure.window)),
        ("What should be recorded", measure.coverage),
    ]
    return MeasurePage(
        title=titled(measure),
        name=measure.name,
        of="An outcome" if measure.is_outcome else f"Fidelity item {measure.item}",
        facts=tuple((name, told) for name, told in facts if told),
        left_out=tuple(measure.why_words.values()),
        sql=measure.sql,
        mark=marks.in_words(measure.mark),
        source=measure.source,
    )


def window(name: str) -> str:
    """The days that a measure looks at, in words."""
    return WINDOWS.get(name, f"The last {name}")
