"""Outcomes of a period: each under every definition in use, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from placewell.measures.catalogue import MEASURES, Measure
from placewell.measures.figure import Figure
from placewell.rules.windows import Window
from placewell.web.presenters import marks, publishing
from placewell.web.presenters.addresses import address
from placewell.web.presenters.counted_as import both
from placewell.web.presenters.indicators import Indicator, name_of
from placewell.web.presenters.periods import Choice, in_words
from placewell.web.presenters.reasons import in_words as reason_in_words
from placewell.web.presenters.wording import figure as figure_words
from placewell.web.presenters.wording import per_cent

QUESTIONS = (
    ("Who gets access", ("access_first_direct_contact", "access_first_meaningful_contact", "access_profile_started",
                         "caseload_at_end")),
    ("Into work", ("into_work", "job_starts", "employment_rate")),
    ("How fast", ("employment_by_months", "days_to_first_job")),
    ("How long it lasts", ("sustained_13_weeks", "sustained_13_in_16", "sustained_26_weeks", "job_tenure")),
)  # fmt: skip
OTHERWISE = "Also"


@dataclass(frozen=True)
class OutcomeRow:
    """One outcome under one definition."""

    title: str
    name: str
    rule: str
    address: str
    figure: str
    unit: str
    numbers: str
    shares: tuple[Indicator, ...]
    reason: str
    source: str
    mark: str


@dataclass(frozen=True)
class Question:
    """What somebody wants to know, and the outcomes that answer it."""

    words: str
    rows: tuple[OutcomeRow, ...]


@dataclass(frozen=True)
class OutcomesPage:
    """The whole page, ready to print."""

    period: str
    choices: tuple[Choice, ...]
    questions: tuple[Question, ...]
    is_published: bool


def outcomes_page(
    figures: Sequence[Figure], window: Window, choices: tuple[Choice, ...], *, service: int, is_published: bool
) -> OutcomesPage:
    """The page of a period; figures with small numbers are hidden where only published ones are seen."""
    shown = [publishing.safe(figure) if is_published else figure for figure in figures]
    return OutcomesPage(in_words(window), choices, questions(shown, window, service), is_published)


def questions(figures: Sequence[Figure], window: Window, service: int) -> tuple[Question, ...]:
    """The outcomes grouped by what they answer; none is left out."""
    placed = {key: words for words, keys in QUESTIONS for key in keys}
    order = [key for _, keys in QUESTIONS for key in keys]
    groups: dict[str, list[OutcomeRow]] = {words: [] for words, _ in QUESTIONS} | {OTHERWISE: []}
    ranked = sorted(figures, key=lambda one: order.index(key_of(one)) if key_of(one) in order else len(order))
    for figure in ranked:
        groups[placed.get(key_of(figure), OTHERWISE)].append(outcome_row(figure, window, service))
    return tuple(Question(words, tuple(rows)) for words, rows in groups.items() if rows)


def key_of(figure: Figure) -> str:
    """The key of a figure's measure, without its definition."""
    return figure.measure.partition("@")[0]


def outcome_row(figure: Figure, window: Window, service: int) -> OutcomeRow:
    """One outcome, ready to print."""
    measure = MEASURES[figure.measure]
    value, unit = figure_words(figure.value, measure.unit)
    return OutcomeRow(
        title=measure.title,
        name=measure.name,
        rule=measure.rule,
        address=address("outcome", service, measure.name, from_=window.first, to=window.last),
        figure=value,
        unit=unit if value else "",
        numbers=numbers(figure, measure),
        shares=shares(figure),
        reason=reason_in_words(figure.reason) if not value else "",
        source=measure.source,
        mark=marks.in_short(measure.mark),
    )


def numbers(figure: Figure, measure: Measure) -> str:
    """The two numbers behind a figure; '' for a count, whose figure already says it."""
    if figure.denominator is None:
        return ""
    return both(measure.name, figure.numerator, figure.denominator)


def shares(figure: Figure) -> tuple[Indicator, ...]:
    """The shares of an outcome that has several."""
    return tuple(Indicator(name_of(name), share_words(value)) for name, value in figure.extra.items())


def share_words(value: Fraction | None) -> str:
    """A share, or that it cannot be told."""
    return "cannot be told yet" if value is None else per_cent(value)
