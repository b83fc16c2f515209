"""The vocational profile: when a new version is asked for, and what changed from one to the next.

Source: IPS-25, 7 January 2008, item 14 (ongoing, work-based vocational assessment): every job that
is tried teaches something, so the profile is renewed when one starts or ends, within 30 days (the
number: from memory). How many days is the service's own standard; none is built in.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from placewell.rules.deadlines import Due, Standard, deadline

START, END = "job_start", "job_end"
CALLED = {START: "start", END: "end"}


class Working(Protocol):
    """A job as far as the profile asks."""

    pk: Hashable
    title: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True)
class Turn:
    """A job that started or ended: `why` is ``job_start`` or ``job_end``, `title` the job's, `job` names it."""

    why: str
    on: date
    title: str = ""
    job: Hashable = None


@dataclass(frozen=True)
class Renewal:
    """A turn, and how the version of the profile that it asks for stands."""

    turn: Turn
    due: Due
    is_written: bool


def turns_of(jobs: Iterable[Working]) -> list[Turn]:
    """The starts and ends of jobs of one stretch of support."""
    jobs = list(jobs)
    starts = [Turn(START, job.started_on, job.title, job.pk) for job in jobs]
    return starts + [Turn(END, job.ended_on, job.title, job.pk) for job in jobs if job.ended_on]


def renewals(
    *,
    turns: Iterable[Turn],
    written_on: Iterable[date],
    standard: Standard | None,
    today: date,
    ended_on: date | None = None,
) -> list[Renewal]:
    """For each job start and end up to today, oldest first: whether a version was written since, and in time.

    `written_on` are the days of all versions. One version answers every turn before it; a version of
    the very day does too. `ended_on` is the end of the support, after which nothing is asked.
    """
    written = sorted(day for day in written_on if day <= today)
    found = []
    for turn in sorted(turns, key=lambda one: (one.on, one.why)):
        if turn.on > today:
            continue
        since = next((day for day in written if day >= turn.on), None)
        due = deadline(
            what=f"new version of the profile after the {CALLED[turn.why]} of the job as {turn.title}",
            start=turn.on, done_on=since, standard=standard, today=today, ended_on=ended_on,
        )  # fmt: skip
        found.append(Renewal(turn, due, since is not None))
    return found


def missing(
    *,
    turns: Iterable[Turn],
    written_on: Iterable[date],
    standard: Standard | None,
    today: date,
    ended_on: date | None = None,
) -> list[Renewal]:
    """The versions that a job start or end has prompted and that nobody has written yet, oldest first.

    None once support has ended: nobody is left to write them with.
    """
    if ended_on is not None and ended_on <= today:
        return []
    asked = renewals(turns=turns, written_on=written_on, standard=standard, today=today, ended_on=ended_on)
    return [one for one in asked if not one.is_written]


@dataclass(frozen=True)
class Said:
    """What stands in a profile under one part: the words, and whose they are."""

    part: str
    words: str
    source: str
    told_by: str = ""


@dataclass(frozen=True)
class Change:
    """What became of one part: `before` is '' for what is new, `after` '' for what was taken out."""

    part: str
    before: str
    after: str


def changes(*, before: Iterable[Said], after: Iterable[Said]) -> list[Change]:
    """What is new, changed and taken out between two versions, in the order of the later one.

    The same words of the same source are the same; what is left is compared in its order, by part
    and whose words they are.
    """
    old, new = list(before), list(after)
    for one in list(new):
        if one in old:
            old.remove(one)
            new.remove(one)
    found = []
    for one in new:
        was = next((other for other in old if _of_one_voice(other, one)), None)
        if was is not None:
            old.remove(was)
        found.append(Change(one.part, was.words if was else "", one.words))
    return found + [Change(one.part, one.words, "") for one in old]


def _of_one_voice(one: Said, other: Said) -> bool:
    return (one.part, one.source, one.told_by) == (other.part, other.source, other.told_by)
