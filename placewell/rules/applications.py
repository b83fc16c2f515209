"""Where an application for a job stands, worked out from its dated events and never typed in.

Source: seed 004 of the product (share leads, applications and interviews per person with results); the
words of the states are the product's own. How long an answer may take is a local standard, given as an
argument.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from placewell.rules.deadlines import Due, Standard, deadline
from placewell.rules.finding import Finding, Verdict, said


class State(StrEnum):
    """Where an application stands, the open ones first, in the order in which it goes."""

    WAITING = "waiting"
    INVITED = "invited"
    BOOKED = "booked"
    INTERVIEWED = "interviewed"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    STARTED = "started"
    TURNED_DOWN = "turned_down_by_employer"
    DECLINED = "turned_down_by_person"
    WITHDRAWN = "withdrawn"
    NO_ANSWER = "no_answer"
    UNFINISHED = "unfinished"


OPEN = frozenset((
    State.WAITING, State.INVITED, State.BOOKED, State.INTERVIEWED, State.OFFERED, State.ACCEPTED,
))  # fmt: skip
# The employer has the next word.
ASKED = frozenset((State.WAITING, State.INTERVIEWED))
HELD, NOT_TOLD = "held", ""
# So many courses are kept with where they stand: a page asks it of each several times.
KEPT = 2**12
# What is told of one day comes in this order.
ORDER = ("invited", "met", "offered", "accepted", "no_answer", "turned_down_by_employer", "turned_down_by_person",
         "withdrawn")  # fmt: skip


@dataclass(frozen=True)
class Met:
    """An interview: its day, and what came of it ("" not told, "held", or why it was not)."""

    on: date
    came_of: str = NOT_TOLD

    @property
    def counts(self) -> bool:
        """Whether it was held, or was to be and nobody has said otherwise."""
        return self.came_of in (HELD, NOT_TOLD)


@dataclass(frozen=True)
class Course:
    """The events of one application. ``results`` are (day, kind); ``job_on`` is the start of the job that came of it.

    ``ended_on`` is the end of the support in which it was made.
    """

    applied_on: date
    results: tuple[tuple[date, str], ...] = ()
    interviews: tuple[Met, ...] = ()
    job_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class Stands:
    """A state, the day it speaks of, and because."""

    state: State
    since: date
    because: str

    @property
    def is_open(self) -> bool:
        """Whether more is to come of it."""
        return self.state in OPEN


@lru_cache(maxsize=KEPT)
def stands(*, course: Course, today: date) -> Stands:
    """Where an application stands at the end of ``today``.

    The latest of results and interviews held decides; of one day, the one that comes later in the order of
    things. An interview that is booked moves on what is open, and opens nothing that is closed. A job that
    came of it goes before everything; an end of support closes what had no result by then.
    """
    if course.job_on is not None and course.job_on <= today:
        return Stands(State.STARTED, course.job_on, f"the job started on {said(course.job_on)}")
    found = _latest(course, today)
    if found.state in OPEN and course.ended_on is not None and course.ended_on <= today:
        return Stands(State.UNFINISHED, course.ended_on, f"support ended on {said(course.ended_on)} without a result")
    coming = next_interview(course=course, today=today)
    if coming is not None and found.state in (State.WAITING, State.INVITED, State.INTERVIEWED):
        return Stands(State.BOOKED, coming, f"an interview is booked for {said(coming)}")
    return found


def _latest(course: Course, today: date) -> Stands:
    told = [(on, ORDER.index(kind), kind) for on, kind in course.results if on <= today]
    told += [(one.on, ORDER.index("met"), "met") for one in course.interviews if one.counts and one.on < today]
    told += [
        (one.on, ORDER.index("met"), "met") for one in course.interviews if one.came_of == HELD and one.on == today
    ]
    if not told:
        return Stands(State.WAITING, course.applied_on, f"applied on {said(course.applied_on)}")
    on, _, kind = max(told)
    if kind == "met":
        return Stands(State.INTERVIEWED, on, f"the interview was on {said(on)}")
    return Stands(State(kind), on, f"{SAID[kind]} on {said(on)}")


SAID = {
    "invited": "invited",
    "offered": "offered",
    "accepted": "the person said yes",
    "no_answer": "given up without an answer",
    "turned_down_by_employer": "the employer said no",
    "turned_down_by_person": "the person said no",
    "withdrawn": "the person took it back",
}


def next_interview(*, course: Course, today: date) -> date | None:
    """The day of the next interview from ``today`` on of which nothing is told yet."""
    return min((one.on for one in course.interviews if one.came_of == NOT_TOLD and one.on >= today), default=None)


def interviewing_on(*, course: Course, today: date) -> date | None:
    """The day of an interview that makes its person one who interviews: booked, or held and still open.

    None without one, and for what is closed, offered or accepted already.
    """
    found = stands(course=course, today=today)
    return found.since if found.state in (State.BOOKED, State.INTERVIEWED) else None


def to_be_told(*, course: Course, today: date) -> list[date]:
    """The days of interviews that are over and of which nobody has said how they went, while the course is open.

    A result written down since says enough.
    """
    if not stands(course=course, today=today).is_open:
        return []
    last = max((on for on, _ in course.results), default=course.applied_on)
    return sorted(one.on for one in course.interviews if one.came_of == NOT_TOLD and one.on < today and one.on >= last)


def answer_due(*, course: Course, standard: Standard | None, today: date) -> Due | None:
    """When to ask after an application that waits; None while nobody but us has the next word.

    Counted from the day applied, or the last day on which something was heard.
    """
    found = stands(course=course, today=today)
    if found.state not in ASKED:
        return None
    return deadline(
        what="question how the application stands", start=found.since, done_on=None, standard=standard, today=today
    )


def may_have_led(*, course: Course, job_on: date, today: date) -> bool:
    """Whether a job at the same employer that started on ``job_on`` may have come of it.

    It was made by then, no job came of it yet, and neither side said no to it or took it back.
    """
    return (
        course.job_on is None
        and course.applied_on <= job_on
        and stands(course=course, today=today).state in (*OPEN, State.NO_ANSWER, State.UNFINISHED)
    )


def start_due(*, course: Course, starts_on: date | None, today: date) -> Finding | None:
    """Whether the start of a job that was accepted is to be written down; None for any other state."""
    if stands(course=course, today=today).state != State.ACCEPTED:
        return None
    if starts_on is None:
        return Finding(Verdict.NOT_RECORDED, "the first day is not known yet")
    if starts_on > today:
        return Finding(Verdict.NOT_DUE, f"the job is to start on {said(starts_on)}")
    return Finding(Verdict.NOT_MET, f"the job was to start on {said(starts_on)}")
