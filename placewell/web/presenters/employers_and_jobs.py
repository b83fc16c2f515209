"""Items 16 to 21 put together: what kinds of jobs, at which employers, visited how often, planned or not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from placewell.measures.fidelity import Picture, PictureItem
from placewell.measures.figure import Unit
from placewell.rules.industries import SECTIONS
from placewell.rules.next_rating import more_needed
from placewell.rules.occupations import title_of
from placewell.scales import Item, Scale
from placewell.scales.occupations import title_of_unit
from placewell.web.presenters import basis
from placewell.web.presenters.addresses import address
from placewell.web.presenters.counted_as import both
from placewell.web.presenters.fidelity_page import item_address
from placewell.web.presenters.indicators import out_of
from placewell.web.presenters.item_figure import unit_of, value_of
from placewell.web.presenters.people import Names
from placewell.web.presenters.sheet import Cell, Part, Table
from placewell.web.presenters.wording import counted, number, per_cent

ITEMS = (16, 17, 18, 19, 20, 21)
SHARES = {16, 19, 20, 21}
UNKNOWN_EMPLOYER = "An employer that is not named here"
NO_EMPLOYER, NO_SECTOR, MOST = "No employer: self-employed", "Not recorded", 10
PAGE = "employers_and_jobs"


@dataclass(frozen=True)
class Given:
    """What the page is made of: the day's picture, the items' own units, and what those units are.

    `units` are by item; `jobs` and `met` are rows of the record by their row id; names only as far as the
    worker may know them.
    """

    picture: Picture
    scale: Scale
    units: Mapping[int, Sequence[Unit]]
    jobs: Mapping[int, Mapping]
    met: Sequence[Mapping]
    employers: Mapping[int, str]
    names: Names
    sees_staff: bool = False
    sees_rows: bool = False
    asked: Mapping[str, str] = field(default_factory=dict)

    @property
    def as_at(self) -> date:
        """The day that the page speaks of."""
        return self.picture.as_at

    def employer(self, pk: int | None) -> str:
        """The name of an employer, where the worker may know it."""
        return NO_EMPLOYER if pk is None else self.employers.get(pk, UNKNOWN_EMPLOYER)

    def at(self, **asked) -> str:
        """The address of this page with a choice; '' for who sees no rows."""
        where = address(PAGE, self.names.service, as_at=self.as_at, **asked)
        return f"{where}#rows" if self.sees_rows else ""


def parts(given: Given) -> list[Part]:
    """The page, part by part."""
    jobs = [given.jobs[unit.row] for unit in given.units[19]]
    found = [items_part(given), *kinds_parts(given, jobs), *employers_parts(given, jobs), competitive_part(given)]
    return [*found, visits_part(given), *([specialists_part(given)] if given.sees_staff else [])]


def items_part(given: Given) -> Part:
    """The six items: where each stands, and what the next rating asks for."""
    heads = ["Item", "Rating", "Figure", "From", "Next rating"]
    rows = [item_row(given, given.picture.item(one), given.scale.item(one)) for one in ITEMS]
    return Part("Items 16 to 21", table=Table("Where each item stands, and what the next rating asks for", heads, rows))


def item_row(given: Given, item: PictureItem, form: Item) -> list[Cell]:
    """One item."""
    where = item_address(given.names.service, item.number, given.as_at)
    figure, numbers = f"{value_of(item)} {unit_of(item)}".strip(), both(item.key, item.numerator, item.denominator)
    if item.number == 18:
        met, twice = len(given.units[18]), sum(unit.numerator for unit in given.units[18])
        figure, numbers = "Rated by people", f"Met as planned twice or more: {out_of('', twice, met)}"
    rating = Cell("Not rated: " + basis.missing(item, form)) if item.rating is None else Cell(f"{item.rating} of 5")
    name = Cell(f"{item.number} {form.name}", where)
    return [name, rating, Cell(figure or "–"), Cell(numbers or "–"), Cell(next_rating(item, form))]


def next_rating(item: PictureItem, form: Item) -> str:
    """What the next rating looks like, and how far it is."""
    if item.rating is None:
        return "–"
    if item.rating == 5:
        return "This is the highest rating"
    said = f"{item.rating + 1}: {form.descriptor(item.rating + 1).says}"
    if item.structural:
        return f"{said.rstrip('.')}. {basis.structural(item)}"
    if item.number not in SHARES or not item.denominator or not form.cuts or form.cuts[item.rating] is None:
        return said
    more = more_needed(numerator=item.numerator, denominator=item.denominator, cut=form.cuts[item.rating])
    return f"{said.rstrip('.')}. {number(more)} more of the same {number(item.denominator)} would do." if more else said


def kinds_parts(given: Given, jobs: Sequence[Mapping]) -> list[Part]:
    """What kinds of work, the commonest first, and which group each belongs to."""
    if not jobs:
        return [Part("Kinds of work", "No job runs or started in the last 6 months.")]
    found = Counter(one["occupation_code"] for one in jobs)
    heads = ["Kind of work", "Group", "Jobs", "Share"]
    rows = [
        [
            Cell(title_of_unit(code=code), given.at(kind=code)), Cell(title_of(group=code[:2])),
            Cell(number(times)), Cell(share(times, len(jobs))),
        ]
        for code, times in in_order(found)
    ]  # fmt: skip
    text = largest(in_order(found), len(jobs), lambda code: title_of_unit(code=code))
    return [Part("Kinds of work", text, table=Table("Jobs that run or started in the last 6 months", heads, rows))]


def employers_parts(given: Given, jobs: Sequence[Mapping]) -> list[Part]:
    """Which employers, those with several jobs first, and what they do."""
    if not jobs:
        return []
    # Each job without an employer is an employer of its own, as item 20 has it.
    found = Counter(one["employer"] for one in jobs if one["employer"] is not None)
    alone = sum(one["employer"] is None for one in jobs)
    sectors = {one["employer"]: one["sector"] or "" for one in jobs}
    again = [(pk, times) for pk, times in in_order(found) if times > 1]
    heads = ["Employer", "What they do", "Jobs", "Share"]
    rows = [
        [
            Cell(given.employer(pk), given.at(employer=pk)), Cell(sector(sectors[pk])),
            Cell(number(times)), Cell(share(times, len(jobs))),
        ]
        for pk, times in again
    ]  # fmt: skip
    several, once = (counted(many, "employer has", "employers have") for many in (len(again), len(found) - len(again)))
    text = f"{several} more than one job, {once} one" + (
        f", and {counted(alone, 'job has', 'jobs have')} no employer." if alone else "."
    )
    kinds = Counter(sector(one["sector"] or "") for one in jobs if one["employer"] is not None)
    fields = [[Cell(words), Cell(number(times)), Cell(share(times, len(jobs)))] for words, times in in_order(kinds)]
    wide = f"{counted(len(fields), 'sector')} in {counted(len(jobs) - alone, 'job')} with an employer."
    return [
        Part("Employers with more than one job", text, table=table(Table("Jobs at the same employer", heads, rows))),
        Part("What the employers do", wide, table=table(Table("Jobs by sector", ["Sector", "Jobs", "Share"], fields))),
    ]


def table(told: Table) -> Table | None:
    """A table, or none where it would be empty."""
    return told if told.rows else None


def sector(letter: str) -> str:
    """A section of SIC 2007 in words."""
    return SECTIONS.get(letter, letter) or NO_SECTOR


def competitive_part(given: Given) -> Part:
    """Which jobs item 21 does not count, and why."""
    units = given.units[21]
    left = Counter(why for unit in units if not unit.numerator for why in why_not(given.jobs[unit.row]))
    heads = ["Why not", "Jobs"]
    rows = [[Cell(why, given.at(why=why)), Cell(number(times))] for why, times in in_order(left)]
    counts = sum(unit.numerator for unit in units)
    text = f"{counted(counts, 'job counts', 'jobs count')} of {number(len(units))}."
    text += " A job can have several reasons not to." if rows else ""
    listed = table(Table("Jobs that do not count for item 21", heads, rows))
    return Part("Competitive and lasting jobs", text if units else "No job to look at.", table=listed)


def why_not(job: Mapping) -> list[str]:
    """Why a job does not count as competitive and lasting; a job can have several reasons."""
    reasons = {
        "Below the minimum wage, or not known to reach it": job["meets_minimum_wage"] != 1,
        "Not open to anyone": job["open_to_anyone"] != 1,
        "Not paid by the employer": job["paid_by_employer"] != 1 and job["contract"] != "self_employed",
        "For a fixed term": job["contract"] == "fixed_term",
        "An apprenticeship": job["contract"] == "apprenticeship",
    }
    return [words for words, holds in reasons.items() if holds]


def visits_part(given: Given) -> Part:
    """Employers visited in the 13 weeks: how often, planned or dropped in, and with somebody who can hire."""
    visits = in_person(given)
    found = Counter(one["employer"] for one in visits)
    heads = ["Employer", *VISITS]
    rows = [
        [Cell(given.employer(pk), given.at(visits=pk)), *visit_cells([one for one in visits if one["employer"] == pk])]
        for pk, _ in in_order(found)[:MOST]
    ]
    several = sum(times > 1 for times in found.values())
    text = f"{counted(len(visits), 'visit')} to {counted(len(found), 'employer')}; {number(several)} of them more than once."
    if len(found) > MOST:
        text += f" The {MOST} visited most are listed."
    if not rows:
        return Part("Visits to employers", "No employer was met in person in the 13 weeks.")
    return Part("Visits to employers", text, table=Table("Visits in the last 13 whole weeks", heads, rows))


VISITS = ["Visits", "Planned", "Dropped in", "Not recorded which", "Met who can hire"]


def visit_cells(visits: Sequence[Mapping]) -> list[Cell]:
    """How many visits, planned or not or not recorded, and how many with somebody who can hire."""
    planned = Counter(one["planned"] for one in visits)
    hire = sum(one["hiring_authority"] == 1 for one in visits)
    return [Cell(number(each)) for each in (len(visits), planned[1], planned[0], planned[None], hire)]


def in_person(given: Given) -> list[Mapping]:
    """Contacts face to face."""
    return [one for one in given.met if one["mode"] == "face_to_face"]


def specialists_part(given: Given) -> Part:
    """The same by specialist: one's own first, the others by name; nobody is put in order of a number."""
    visits = in_person(given)
    known = {one["staff"]: given.names.colleague(one["staff"]) for one in visits}
    ordered = sorted(known.items(), key=lambda one: (one[0] != given.names.own, one[1].casefold()))
    rows = []
    for staff, name in ordered:
        own = [one for one in visits if one["staff"] == staff]
        rows.append([Cell(name), *visit_cells(own), Cell(number(len({one["employer"] for one in own})))])
    if not rows:
        return Part("By specialist", "No employer was met in person in the 13 weeks.")
    heads = ["Specialist", *VISITS, "Employers"]
    text = f"{counted(len(rows), 'specialist')}, in the order of names."
    return Part("By specialist", text, table=Table("Visits by specialist, 13 weeks", heads, rows))


def in_order(found: Counter) -> list[tuple]:
    """The commonest first, those alike by their words."""
    return sorted(found.items(), key=lambda one: (-one[1], str(one[0])))


def share(part: int, whole: int) -> str:
    """A whole per cent."""
    return per_cent(Fraction(part, whole))


def largest(found: Sequence[tuple], whole: int, words) -> str:
    """The largest share in a sentence."""
    code, times = found[0]
    if times == 1 and whole > 1:
        return "Each job is of another kind."
    return f"Largest share: {words(code)}, {number(times)} of {number(whole)} jobs ({share(times, whole)})."
