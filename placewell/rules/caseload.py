"""The columns of a caseload board, the flags beside a name, and how large a caseload is.

A column says what the work with a person is about just now, so that it is finer than a stage: it is
worked out from the same dated facts and never typed in, and nobody has to pass through all of them.
The stages of `placewell.rules.stages` hold everywhere else; every column lies within one of them.

Source of the columns: the phases of IPS-25, item "Vocational generalists" (edition of 7 January
2008, partly verified); their words and the two weeks are the product's own (ADR 20).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from placewell.rules.deadlines import Due, Standard, due_on
from placewell.rules.disclosure import Talk, may_speak_about
from placewell.rules.finding import Finding, Verdict, said
from placewell.rules.stages import Stage, Standing

RECENT = timedelta(days=14)


class Column(StrEnum):
    """What the work with a person is about just now, in the order of the board."""

    ENGAGEMENT = "engagement"
    SEARCHING = "searching"
    INTERVIEWING = "interviewing"
    STARTING = "starting"
    IN_WORK = "in_work"
    STEPPING_DOWN = "stepping_down"


class Flag(StrEnum):
    """What is worth a second look beside a name. None of them is a mark against the person."""

    NO_NEXT_STEP = "no_next_step"
    STEP_LATE = "step_late"
    QUIET = "quiet"
    REVIEW_LATE = "review_late"
    LOCKED = "locked"
    NOT_TALKED = "not_talked"
    PUT_OFF = "put_off"


@dataclass(frozen=True)
class Placed:
    """A column, the day it speaks of, and because."""

    column: Column
    since: date
    because: str


@dataclass(frozen=True)
class Closeness:
    """What brings a person and employers together; None where it has not happened.

    ``latest_job_on`` is the start of the newest job that runs, ``put_forward_on`` the latest day on
    which the person was presented to an employer, ``meets_on`` the day of a meeting with an employer
    that is booked and not called off: the next one, else the latest. ``interview_on`` is the day of an
    interview of an application that is open: the next one, else the latest held
    (`placewell.rules.applications.interviewing_on`).
    """

    latest_job_on: date | None = None
    put_forward_on: date | None = None
    meets_on: date | None = None
    interview_on: date | None = None


def column_of(*, standing: Standing, closeness: Closeness, today: date) -> Placed | None:
    """The column at the end of ``today`` for a person in support; None before it begins and after it ended.

    *Starting* are the first 14 days of a job (a new one beside another counts). *Interviewing*: no job
    runs, and an interview of an open application is booked, or was held and its answer is awaited, for as
    long as that takes; or an employer is met about the person on a day to come, or was in the last 14 days;
    or the person was presented to one in the last 14 days. *Stepping down*: the clinical team carries the
    support on and the episode is still open.
    """
    if standing.stage == Stage.STEPPED_DOWN:
        return Placed(Column.STEPPING_DOWN, standing.since, standing.because)
    if standing.stage == Stage.IN_WORK:
        newest = closeness.latest_job_on
        if newest is not None and newest <= today < newest + RECENT:
            return Placed(Column.STARTING, newest, f"a job began on {said(newest)}")
        return Placed(Column.IN_WORK, standing.since, standing.because)
    if standing.stage not in (Stage.ENGAGEMENT, Stage.SEARCHING):
        return None
    return _near_an_interview(closeness, today) or Placed(
        Column(standing.stage.value), standing.since, standing.because
    )


def _near_an_interview(closeness: Closeness, today: date) -> Placed | None:
    meets, put_forward, interview = closeness.meets_on, closeness.put_forward_on, closeness.interview_on
    if interview is not None:
        booked = interview >= today
        because = f"an interview is booked for {said(interview)}" if booked else f"interviewed on {said(interview)}"
        return Placed(Column.INTERVIEWING, interview, because)
    if meets is not None and meets >= today:
        return Placed(Column.INTERVIEWING, meets, f"an employer is met on {said(meets)}")
    if meets is not None and today < meets + RECENT:
        return Placed(Column.INTERVIEWING, meets, f"an employer was met on {said(meets)}")
    if put_forward is not None and put_forward <= today < put_forward + RECENT:
        return Placed(Column.INTERVIEWING, put_forward, f"presented to an employer on {said(put_forward)}")
    return None


def quiet(
    *, entered_on: date, last_contact_on: date | None, last_try_on: date | None, standard: Standard | None, today: date
) -> Finding:
    """Whether somebody was met, or somebody tried to reach them, within the standard; not met when nobody has.

    Counted from the last contact or try, else from the first appointment: as `placewell.rules.due` counts when
    to reach out (IPS-25, item 25). In work the rhythm of in-work support asks instead: give no standard.
    """
    if standard is None:
        return Finding(Verdict.DOES_NOT_APPLY, "no standard asks for it")
    since = max(filter(None, (entered_on, last_contact_on, last_try_on)))
    if today < due_on(start=since, standard=standard):
        return Finding(Verdict.MET, f"in contact, or a try, on {said(since)}")
    return Finding(Verdict.NOT_MET, f"no contact and no try since {said(since)}")


def flags_of(
    *,
    has_next: bool,
    step_due_on: date | None,
    quiet_for: Finding,
    review: Due | None,
    talks: list[Talk],
    has_put_off: bool,
    today: date,
) -> list[Flag]:
    """The flags of a person in support, in the order in which they press.

    ``has_next``: a step is open or a meeting booked; ``step_due_on``: the earliest day by which an
    open step is to be taken. ``review`` is the next review of the action plan, None without a plan.
    ``has_put_off``: something of the person is put off, and not back yet.
    """
    may = may_speak_about(talks=talks, on=today).verdict
    raised = {
        Flag.NO_NEXT_STEP: not has_next,
        Flag.STEP_LATE: step_due_on is not None and step_due_on < today,
        Flag.QUIET: quiet_for.verdict == Verdict.NOT_MET,
        Flag.REVIEW_LATE: review is not None and review.finding.verdict == Verdict.NOT_MET,
        Flag.LOCKED: may == Verdict.NOT_MET,
        Flag.NOT_TALKED: may == Verdict.NOT_RECORDED,
        Flag.PUT_OFF: has_put_off,
    }
    return [flag for flag, stands in raised.items() if stands]


@dataclass(frozen=True)
class Range:
    """How many people a full-time specialist holds: at least, at most or both, and who says so."""

    at_least: int | None
    at_most: int | None
    source: str


@dataclass(frozen=True)
class Size:
    """How many people are held, how many that is for a full-time post, and how it stands to the range."""

    held: int
    for_a_full_post: Decimal
    finding: Finding


def size_of(*, held: int, fte: Decimal | None, range_: Range | None) -> Size:
    """A caseload against the standard of a full-time specialist.

    Part-time posts are compared by what the caseload would be in a full one. ``fte`` None is not
    recorded: then nothing is compared.
    """
    if not fte:
        return Size(held, Decimal(held), Finding(Verdict.NOT_RECORDED, "the whole-time equivalent is not recorded"))
    full = Decimal(held) / fte
    if range_ is None:
        return Size(held, full, Finding(Verdict.DOES_NOT_APPLY, "the service has set no standard"))
    if range_.at_most is not None and full > range_.at_most:
        return Size(held, full, Finding(Verdict.NOT_MET, "more than the standard"))
    if range_.at_least is not None and full < range_.at_least:
        return Size(held, full, Finding(Verdict.NOT_MET, "fewer than the standard"))
    return Size(held, full, Finding(Verdict.MET, "within the standard"))
