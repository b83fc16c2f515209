"""How long a job has lasted, by the definitions funders use.

Sources: 13 and 26 weeks in one job, as IPS Grow and drug and alcohol reports count them (13 weeks
verified, 26 and 52 from memory); 7 hours a week for 13 weeks within 16, Department for Work and
Pensions, IPS in Primary Care, December 2023 (verified). A period runs to the day before its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from placewell.rules.finding import Finding, Verdict, said
from placewell.rules.rounding import Exact, exact

WEEKS_ASKED, WEEKS_ALLOWED, HOURS_ASKED = 13, 16, 7
MILESTONES = (13, 26, 52)


@dataclass(frozen=True)
class Spell:
    """One job of an episode: its first day, the day it had ended, and its hours a week."""

    started_on: date
    ended_on: date | None
    hours_per_week: Exact

    def runs_within(self, *, first: date, last: date) -> bool:
        """True when the job runs on at least one day of the span."""
        begins_in_time = self.started_on <= last
        covers_a_day = self.ended_on is None or self.ended_on > max(first, self.started_on)
        return begins_in_time and covers_a_day


@dataclass(frozen=True)
class Clock:
    """A milestone of a job: so many weeks, the day they are reached, and how it stands."""

    weeks: int
    due_on: date
    finding: Finding


def lasted(*, started_on: date, ended_on: date | None, weeks: int, as_at: date) -> Finding:
    """Whether a job lasted so many weeks; an end after ``as_at`` has not happened yet."""
    reached_on = started_on + timedelta(weeks=weeks)
    if started_on > as_at:
        return Finding(Verdict.NOT_DUE, f"the job starts on {said(started_on)}")
    if ended_on is not None and ended_on <= as_at and ended_on < reached_on:
        days = (ended_on - started_on).days
        return Finding(Verdict.NOT_MET, f"the job ended on {said(ended_on)}, after {days} days of {7 * weeks}")
    if as_at < reached_on:
        return Finding(Verdict.NOT_DUE, f"{weeks} weeks are reached on {said(reached_on)}")
    return Finding(Verdict.MET, f"the job reached {weeks} weeks on {said(reached_on)}")


def clocks(*, started_on: date, ended_on: date | None, as_at: date) -> tuple[Clock, ...]:
    """The 13, 26 and 52 week milestones of one job, each with its date and how it stands."""
    return tuple(
        Clock(
            weeks=weeks,
            due_on=started_on + timedelta(weeks=weeks),
            finding=lasted(started_on=started_on, ended_on=ended_on, weeks=weeks, as_at=as_at),
        )
        for weeks in MILESTONES
    )


def spans_worked(*, first_job_on: date, jobs: Sequence[Spell], as_at: date) -> tuple[bool, ...]:
    """For each seven-day span from the first job, begun by ``as_at``: 7 hours a week or more?

    At most 16 spans. A job counts with all its weekly hours in every span in which it runs on at
    least one day; only days up to ``as_at`` are looked at.
    """
    spans = []
    for number in range(WEEKS_ALLOWED):
        first = first_job_on + timedelta(weeks=number)
        if first > as_at:
            break
        last = min(first + timedelta(days=6), as_at)
        hours = sum(exact(job.hours_per_week) for job in jobs if job.runs_within(first=first, last=last))
        spans.append(hours >= HOURS_ASKED)
    return tuple(spans)


def thirteen_in_sixteen(*, first_job_on: date, jobs: Sequence[Spell], as_at: date) -> Finding:
    """Whether 13 of the first 16 weeks had at least 7 hours of work a week, all jobs together."""
    spans = spans_worked(first_job_on=first_job_on, jobs=jobs, as_at=as_at)
    worked = sum(spans)
    if worked >= WEEKS_ASKED:
        return Finding(Verdict.MET, f"{worked} weeks of {HOURS_ASKED} hours or more")
    over_on = first_job_on + timedelta(weeks=WEEKS_ALLOWED)
    finished = [
        is_worked
        for number, is_worked in enumerate(spans, start=1)
        if first_job_on + timedelta(weeks=number) <= as_at + timedelta(days=1)
    ]
    if finished.count(False) > WEEKS_ALLOWED - WEEKS_ASKED:
        return Finding(
            Verdict.NOT_MET,
            f"{worked} weeks of {HOURS_ASKED} hours or more; {WEEKS_ASKED} were asked for",
        )
    return Finding(
        Verdict.NOT_DUE,
        f"{worked} weeks of {HOURS_ASKED} hours or more so far; the 16 weeks end on "
        f"{said(over_on - timedelta(days=1))}",
    )
