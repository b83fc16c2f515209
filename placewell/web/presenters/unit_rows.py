"""The rows behind a figure: counted or left out, and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from placewell.measures.catalogue import Measure
from placewell.measures.figure import Unit
from placewell.web.presenters.counted_as import amount, form, words_of
from placewell.web.presenters.indicators import name_of
from placewell.web.presenters.people import Names, Person
from placewell.web.presenters.wording import counted, day, number, sentence

A_PAGE = 50
WHOLE_STAFF = "staff"
KINDS = {
    "employer_contact": "Employer contact",
    "episode": "Episode of support",
    "client": "Person",
    "job": "Job",
    "meeting": "Meeting",
    "team": "Clinical team",
    "referral": "Referral",
    "contact": "Contact",
    "profile": "Vocational profile",
}
WEEKS, MONTHS = {"staff_week", "week"}, {"month"}


@dataclass(frozen=True)
class Asked:
    """Which rows, in what order, which page: as the address says."""

    staff: str = ""
    part: str = ""
    show: str = ""
    sort: str = ""
    page: int = 1


@dataclass(frozen=True)
class UnitRow:
    """One row, ready to print."""

    what: str
    day: str
    part: str
    person: Person | None
    specialist: str
    first: str
    second: str
    why: str


@dataclass(frozen=True)
class LeftOut:
    """A reason why rows are not counted, and how many."""

    why: str
    how_many: str


@dataclass(frozen=True)
class UnitTable:
    """One page of rows with the heads of its columns; '' for a column that says nothing here."""

    rows: tuple[UnitRow, ...]
    part: str
    person: str
    specialist: str
    day: str
    first: str
    second: str
    says: str
    page: int
    pages: int
    can_be_sorted: bool


def chosen(units: Sequence[Unit], asked: Asked) -> list[Unit]:
    """The rows asked for, in the order asked for; specialists are never put in order of a figure."""
    found = [
        unit
        for unit in units
        if (not asked.staff or str(unit.staff) == asked.staff)
        and (not asked.part or unit.part == asked.part)
        and (not asked.show or unit.counted == (asked.show == "counted"))
    ]
    if not can_be_sorted(units):
        return found
    if asked.sort == "most":
        return sorted(found, key=lambda unit: (-unit.numerator, unit.day or date.min))
    return sorted(found, key=lambda unit: unit.day or date.min, reverse=asked.sort != "oldest")


def can_be_sorted(units: Sequence[Unit]) -> bool:
    """Whether rows are events: a row that stands for a colleague is in the order of names only."""
    return not any(unit.kind == WHOLE_STAFF for unit in units)


def page_of(units: Sequence[Unit], asked: Asked) -> tuple[list[Unit], int, int]:
    """The rows of one page, the page's number and how many there are."""
    pages = max(1, -(-len(units) // A_PAGE))
    page = min(max(1, asked.page), pages)
    return list(units[(page - 1) * A_PAGE : page * A_PAGE]), page, pages


def unit_table(measure: Measure, units: Sequence[Unit], names: Names, asked: Asked) -> UnitTable:
    """The page of rows that was asked for."""
    ordered = chosen(units, asked)
    if not can_be_sorted(units):
        ordered.sort(key=lambda unit: (unit.part, unit.staff != names.own, names.colleague(unit.staff).casefold()))
    shown, page, pages = page_of(ordered, asked)
    yes_no = is_yes_no(units)
    words = words_of(measure.name)
    parts = any(unit.part for unit in units)
    return UnitTable(
        rows=tuple(row(unit, measure, names, yes_no=yes_no) for unit in shown),
        part="For" if parts else "",
        person="Person" if any(unit.client for unit in units) else "",
        specialist="Employment specialist" if any(unit.staff and unit.kind != WHOLE_STAFF for unit in units) else "",
        day="Day" if any(has_day(unit) for unit in units) else "",
        first="Counts" if parts else sentence(with_hours(form(words.above), words.minutes)),
        second=second_head(measure, units),
        says=f"{counted(len(ordered), 'row')}" + (f", page {page} of {pages}" if pages > 1 else ""),
        page=page,
        pages=pages,
        can_be_sorted=can_be_sorted(units),
    )


def second_head(measure: Measure, units: Sequence[Unit]) -> str:
    """The head of the second column of numbers; '' where it would hold only ones."""
    words = words_of(measure.name)
    if are_followed(units):
        return "Days followed"
    return "" if is_single(units) or not words.below else sentence(with_hours(form(words.below), words.minutes))


def are_followed(units: Sequence[Unit]) -> bool:
    """Whether rows are followed until something happens, so that the days are what counts."""
    return all("days" in unit.more for unit in units)


def with_hours(words: str, minutes: bool) -> str:
    """Hours worked: the head of a column of hours."""
    return f"hours {words}" if minutes else words


def is_single(units: Sequence[Unit]) -> bool:
    """Whether each row counts as one, so that a column of ones would say nothing."""
    return all(unit.denominator in (0, 1) for unit in units)


def is_yes_no(units: Sequence[Unit]) -> bool:
    """Whether each row either is or is not what is counted."""
    return is_single(units) and all(unit.numerator in (0, 1) for unit in units)


def row(unit: Unit, measure: Measure, names: Names, *, yes_no: bool) -> UnitRow:
    """One row, ready to print; a row left out says why in place of numbers."""
    first = ("Yes" if unit.numerator else "No") if yes_no else amount(measure.name, unit.numerator)
    return UnitRow(
        what=what(unit, names),
        day=day(unit.day) if has_day(unit) else "",
        part=part_name(unit.part),
        person=names.person(unit.client),
        specialist="" if unit.kind == WHOLE_STAFF else names.colleague(unit.staff),
        first=first if unit.counted else "",
        second=second(unit, measure) if unit.counted else "",
        why="" if unit.counted else reason(unit, measure.why_words),
    )


def has_day(unit: Unit) -> bool:
    """Whether a row happened on a day: a colleague, a team, a week or a month did not."""
    return unit.day is not None and unit.kind not in WEEKS | MONTHS | {WHOLE_STAFF, "team"}


def second(unit: Unit, measure: Measure) -> str:
    """The second number of a row: the days it was followed, else what it counts out of."""
    return number(unit.more["days"]) if "days" in unit.more else amount(measure.name, unit.denominator)


def what(unit: Unit, names: Names) -> str:
    """What the row is: Week of 5 January 2026, Job: kitchen assistant."""
    if unit.kind in WEEKS and unit.day:
        return f"Week of {day(unit.day)}"
    if unit.kind in MONTHS and unit.day:
        return f"Month from {day(unit.day)}"
    if unit.kind == WHOLE_STAFF:
        return sentence(names.colleague(unit.staff))
    if unit.kind == "job" and unit.row in names.jobs:
        return f"Job: {names.jobs[unit.row]}"
    if unit.kind == "team" and unit.row in names.teams:
        return names.teams[unit.row]
    return KINDS.get(unit.kind, sentence(unit.kind.replace("_", " ")))


def part_name(part: str) -> str:
    """A component by its letter, an indicator by its words."""
    return f"({part})" if len(part) == 1 and part.isalpha() else name_of(part) if part else ""


def reason(unit: Unit, words: Mapping[str, str]) -> str:
    """Why a row is left out."""
    return words.get(unit.why or "", "Not counted for the figure")


def left_out(units: Sequence[Unit], words: Mapping[str, str]) -> tuple[LeftOut, ...]:
    """The reasons why rows are not counted, the commonest first."""
    found = Counter(reason(unit, words) for unit in units if not unit.counted)
    return tuple(LeftOut(why, counted(times, "row")) for why, times in found.most_common())


def parts_of(units: Sequence[Unit]) -> list[tuple[str, str]]:
    """The parts that rows belong to, for a list to choose from."""
    return [(part, part_name(part)) for part in sorted({unit.part for unit in units}) if part]
