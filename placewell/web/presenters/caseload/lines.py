"""Each person of a caseload in words: what the work is about just now, what comes next, and the flags."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from placewell.records.caseload import Held, Holders, Next, Work
from placewell.records.support import AllocationKind
from placewell.rules import pathway
from placewell.rules.caseload import Column, Flag, Placed, column_of, flags_of, quiet
from placewell.rules.deadlines import Due, Standard
from placewell.rules.stages import stage_of
from placewell.web.presenters.wording import counted, day, sentence

FLAGS = {
    Flag.NO_NEXT_STEP: ("No next step", "orange"),
    Flag.STEP_LATE: ("Step late", "red"),
    Flag.QUIET: ("Quiet", "orange"),
    Flag.REVIEW_LATE: ("Plan review late", "red"),
    Flag.LOCKED: ("Employers: locked", "red"),
    Flag.NOT_TALKED: ("Not talked about employers", "grey"),
    Flag.PUT_OFF: ("Put off", "blue"),
}
COLUMNS = {
    Column.ENGAGEMENT: "Engagement",
    Column.SEARCHING: "Searching",
    Column.INTERVIEWING: "Interviewing",
    Column.STARTING: "Starting",
    Column.IN_WORK: "In work",
    Column.STEPPING_DOWN: "Stepping down",
}
COLOURS = {
    Column.ENGAGEMENT: "aqua-green",
    Column.SEARCHING: "blue",
    Column.INTERVIEWING: "pink",
    Column.STARTING: "green",
    Column.IN_WORK: "green",
    Column.STEPPING_DOWN: "purple",
}
# Here the rhythm of in-work support asks, and not the standard for reaching out.
AT_WORK = {Column.STARTING, Column.IN_WORK}
# Columns whose name says why somebody stands there.
TOLD_BY_COLUMN = {Column.ENGAGEMENT, Column.SEARCHING, Column.IN_WORK}
LAST = date.max


@dataclass(frozen=True, slots=True)
class Line:
    """One person, ready to print. `mark` says that the person is covered, and for whom."""

    name: str
    address: str
    stage: str
    colour: str
    because: str
    mark: str
    staff: str
    last: str
    next: str
    next_on: str
    flags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """One person with what was worked out: what a caseload is narrowed and ordered by."""

    held: Held
    work: Work
    placed: Placed
    flags: list[Flag]

    @property
    def next(self) -> Next | None:
        """The step or the meeting that comes first; a step without a day comes after all that have one."""
        return min((*self.work.meetings, *self.work.steps), key=lambda one: one.on or LAST, default=None)


class Asked(NamedTuple):
    """The standards of which a caseload tells, as they hold in the service today."""

    plan_review: Standard | None
    reach_out: Standard | None


def known(held: Held, work: Work, *, asked: Asked, today: date) -> Known | None:
    """What the rules say of one person; None for one whose support has not begun or is over."""
    standing = stage_of(facts=work.stage_facts(held), today=today)
    placed = column_of(standing=standing, closeness=work.closeness, today=today)
    if placed is None:
        return None
    if placed.column == Column.STEPPING_DOWN:
        # The clinical team carries on: what is asked of a specialist is not asked of it.
        return Known(held, work, placed, [])
    flags = flags_of(
        has_next=bool(work.steps or work.meetings),
        step_due_on=min((one.on for one in work.steps if one.on), default=None),
        quiet_for=quiet(
            entered_on=held.entered_on,
            last_contact_on=work.last_contact_on,
            last_try_on=work.last_try_on,
            standard=None if placed.column in AT_WORK else asked.reach_out,
            today=today,
        ),
        review=review_of(held, work, asked, today),
        talks=work.talks,
        has_put_off=work.has_put_off,
        today=today,
    )
    return Known(held, work, placed, flags)


def review_of(held: Held, work: Work, asked: Asked, today: date) -> Due | None:
    """The next review of the action plan; None without a plan."""
    if work.plan_agreed_on is None:
        return None
    return pathway.plan_review(
        agreed_on=work.plan_agreed_on, reviewed_on=work.plan_reviewed_on, today=today, ended_on=held.ended_on,
        standard=asked.plan_review,
    )  # fmt: skip


@dataclass(frozen=True)
class Telling:
    """How people are told of: the address of the list of people, and who holds and covers whom."""

    clients: str
    holders: Mapping[int, Holders]
    today: date

    def line(self, one: Known) -> Line:
        """One person in words."""
        held, comes = one.held, one.next
        return Line(
            name=f"{held.family_name}, {held.preferred_name or held.given_name}",
            address=f"{self.clients}{held.client}/",
            stage=COLUMNS[one.placed.column],
            colour=COLOURS[one.placed.column],
            because=self.because(one.placed),
            mark=self.mark(held),
            staff=held.staff_name,
            last=ago(one.work.last_contact_on, self.today),
            next=words_of(comes),
            next_on=when_of(comes, self.today),
            flags=tuple(FLAGS[flag] for flag in one.flags),
        )

    def because(self, placed: Placed) -> str:
        """Since when, where the column says the rest; else what put the person there."""
        if placed.column in TOLD_BY_COLUMN:
            return f"Since {near(placed.since, self.today)}"
        return sentence(placed.because)

    def mark(self, held: Held) -> str:
        """That somebody stands in, and for whom: seen from either side."""
        there = self.holders[held.episode]
        until = f" until {day(there.cover_until)}" if there.cover_until else ""
        if held.kind == AllocationKind.COVER:
            return f"Covered for {there.key_worker}{until}" if there.key_worker else f"Covered{until}"
        return f"Covered by {there.cover}{until}" if there.cover else ""


def near(when: date, today: date) -> str:
    """12 November, with its year where that is not this one."""
    return f"{when.day} {when:%B}" if when.year == today.year else day(when)


def ago(when: date | None, today: date) -> str:
    """13 days ago, 12 November."""
    if when is None:
        return "none yet"
    days = (today - when).days
    told = "today" if days == 0 else "yesterday" if days == 1 else f"{counted(days, 'day')} ago"
    return f"{told}, {near(when, today)}"


def words_of(comes: Next | None) -> str:
    """What comes next, in the words in which it was noted."""
    if comes is None:
        return ""
    return sentence(comes.words) or ("Meeting with an employer" if comes.with_employer else "Meeting")


def when_of(comes: Next | None, today: date) -> str:
    """By which day, or on which day and at what time."""
    if comes is None or comes.on is None:
        return ""
    if not comes.is_meeting:
        return f"by {near(comes.on, today)}"
    return f"{near(comes.on, today)}, {comes.at:%H:%M}" if comes.at else near(comes.on, today)
