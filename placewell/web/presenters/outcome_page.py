"""One outcome of a period, opened: its definition, its groups, its curve, every row behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from placewell.measures.catalogue import Measure
from placewell.measures.figure import Figure
from placewell.measures.finish.survival import followed
from placewell.rules.kaplan_meier import Step
from placewell.rules.windows import Window
from placewell.web.charts.stairs import Stairs, stairs
from placewell.web.presenters import publishing
from placewell.web.presenters.addresses import address
from placewell.web.presenters.item_page import RuleWords, rule
from placewell.web.presenters.lines import NOBODY, LineRow, by_staff, hidden_row, line_row
from placewell.web.presenters.outcomes_page import OutcomeRow, outcome_row
from placewell.web.presenters.people import Names
from placewell.web.presenters.periods import Choice, in_words
from placewell.web.presenters.unit_rows import Asked, LeftOut, UnitTable, left_out, unit_table
from placewell.web.presenters.wording import number, per_cent, sentence

GROUPS = {
    "staff": "Employment specialist",
    "team": "Clinical team",
    "age_band": "Age",
    "gender": "Gender",
    "ethnic_group": "Ethnic group",
}
# Codes of the national list that English services record (NHS Data Dictionary, ethnic category; from memory).
ETHNIC_GROUPS = {
    "A": "White: British",
    "B": "White: Irish",
    "C": "White: any other background",
    "D": "Mixed: White and Black Caribbean",
    "E": "Mixed: White and Black African",
    "F": "Mixed: White and Asian",
    "G": "Mixed: any other background",
    "H": "Asian or Asian British: Indian",
    "J": "Asian or Asian British: Pakistani",
    "K": "Asian or Asian British: Bangladeshi",
    "L": "Asian or Asian British: any other background",
    "M": "Black or Black British: Caribbean",
    "N": "Black or Black British: African",
    "P": "Black or Black British: any other background",
    "R": "Chinese",
    "S": "Any other ethnic group",
    "Z": "Not stated",
}
SURVIVAL = {"median", "shares"}


@dataclass(frozen=True)
class StepRow:
    """One day of the curve's table on which it happened to somebody."""

    day: str
    followed: str
    events: str
    share: str


@dataclass(frozen=True)
class Given:
    """What the page is made from; ``is_published``: small numbers are hidden and no row is shown."""

    measure: Measure
    figure: Figure
    window: Window
    names: Names
    choices: tuple[Choice, ...] = ()
    is_published: bool = False
    sees_staff: bool = False
    sees_rows: bool = False
    asked: Asked = field(default_factory=Asked)


@dataclass(frozen=True)
class OutcomePage:
    """The whole page, ready to print."""

    row: OutcomeRow
    period: str
    choices: tuple[Choice, ...]
    rule: RuleWords
    curve: Stairs | None
    steps: tuple[StepRow, ...]
    groups: tuple[Choice, ...]
    head: str
    by: str
    is_published: bool
    lines: tuple[LineRow, ...]
    rows: UnitTable | None
    left_out: tuple[LeftOut, ...]
    back: str


def outcome_page(given: Given) -> OutcomePage:
    """The page of one outcome."""
    figure, measure, service = given.figure, given.measure, given.names.service
    shown = publishing.safe(figure) if given.is_published else figure
    table = () if given.is_published or measure.finisher not in SURVIVAL else followed(list(figure.units))
    return OutcomePage(
        row=outcome_row(shown, given.window, service),
        period=in_words(given.window),
        choices=given.choices,
        rule=rule(measure),
        curve=curve(measure, table),
        steps=tuple(step_row(step) for step in table if step.events),
        groups=groups(given),
        head=GROUPS[figure.by],
        by=f"By {GROUPS[figure.by].lower()}",
        is_published=given.is_published,
        lines=lines(given),
        rows=unit_table(measure, figure.units, given.names, given.asked) if given.sees_rows and figure.units else None,
        left_out=() if given.is_published else left_out(figure.units, measure.why_words),
        back=address("outcomes", service, from_=given.window.first, to=given.window.last),
    )


def curve(measure: Measure, table: Sequence[Step]) -> Stairs | None:
    """The share to whom it has happened, by day; None where nobody is followed."""
    if not any(step.events for step in table):
        return None
    last = table[-1]
    said = (
        f"{number(table[0].at_risk)} followed. By day {number(last.day)} it had happened to "
        f"{per_cent(1 - last.survival)}. A small upright line marks those last seen on that day."
    )
    return stairs("curve", f"{measure.title}: share so far, by day", said, table)


def step_row(step: Step) -> StepRow:
    """One day of the table."""
    return StepRow(number(step.day), number(step.at_risk), number(step.events), per_cent(1 - step.survival))


def groups(given: Given) -> tuple[Choice, ...]:
    """By what the figure can be broken down, for this person."""
    return tuple(
        Choice(
            words,
            address(
                "outcome", given.names.service, given.measure.name,
                from_=given.window.first, to=given.window.last, by=key,
            ),
            key == given.figure.by,
        )
        for key, words in GROUPS.items()
        if key != "staff" or given.sees_staff
    )  # fmt: skip


def lines(given: Given) -> tuple[LineRow, ...]:
    """A line for each specialist, team or group."""
    figure, measure = given.figure, given.measure
    if figure.by == "staff":
        own = given.names.own
        return by_staff(figure.breakdown, given.names.staff, own=own, measure=measure.name, unit=measure.unit)
    named: Mapping = given.names.teams if figure.by == "team" else {}
    shown = publishing.lines(figure) if given.is_published else figure.breakdown
    return tuple(
        hidden_row(name(original.owner, named))
        if line is None
        else line_row(line, name(line.owner, named), False, measure.name, measure.unit)
        for line, original in zip(shown, figure.breakdown[: len(shown)], strict=True)
    )


def name(owner: int | str | None, named: Mapping[int, str]) -> str:
    """A team by its name, a group by its words, an ethnic group by those of its code."""
    return named.get(owner, NOBODY) if isinstance(owner, int) else sentence(ETHNIC_GROUPS.get(owner, owner or NOBODY))
