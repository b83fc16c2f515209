"""What the clock of a job needs besides its weeks: days not shown by a proof, days without a job, the next check.

Source: the product's published counting rules for sustained work; that funders ask for proof of the days that
count, from ordinary practice (from memory). All ends are included.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from placewell.rules.sustainment import MILESTONES, WEEKS_ALLOWED, Spell
from placewell.rules.windows import DAY, Window


def days_not_covered(*, first: date, last: date, spans: Iterable[tuple[date, date]]) -> tuple[Window, ...]:
    """The stretches between two days that no span covers, the earliest first; none when `last` is before `first`."""
    found, day = [], first
    for began, ended in sorted(spans):
        if began > day:
            found.append(Window(day, min(began - DAY, last)))
        day = max(day, ended + DAY)
        if day > last:
            break
    if day <= last:
        found.append(Window(day, last))
    return tuple(gap for gap in found if gap.first <= gap.last)


def days_without_a_job(*, jobs: Sequence[Spell], until: date) -> tuple[Window, ...]:
    """The stretches from the first job on in which none runs, up to a day."""
    if not jobs:
        return ()
    spans = [(job.started_on, _last_day(job, until)) for job in jobs if _last_day(job, until) >= job.started_on]
    return days_not_covered(first=min(job.started_on for job in jobs), last=until, spans=spans)


def days_beside_one_another(*, jobs: Sequence[Spell], until: date) -> tuple[Window, ...]:
    """The stretches in which two jobs or more run, up to a day."""
    days = sorted({day for job in jobs for day in (job.started_on, _last_day(job, until) + DAY) if day <= until + DAY})
    found: list[Window] = []
    for first, after in zip(days, days[1:], strict=False):
        if sum(job.started_on <= first <= _last_day(job, until) for job in jobs) < 2:
            continue
        if found and found[-1].last + DAY == first:
            found[-1] = Window(found[-1].first, after - DAY)
        else:
            found.append(Window(first, after - DAY))
    return tuple(found)


def next_check(*, started_on: date, ended_on: date | None, first_job_on: date, as_at: date) -> date | None:
    """The next day on which a definition can be decided for a job that runs: 13, 26, 52 weeks or the 16 weeks' end.

    None for a job that has ended, or once all of them are behind.
    """
    if ended_on is not None and ended_on <= as_at:
        return None
    days = [started_on + timedelta(weeks=weeks) for weeks in MILESTONES]
    days.append(first_job_on + timedelta(weeks=WEEKS_ALLOWED))
    return min((day for day in days if day > as_at), default=None)


def _last_day(job: Spell, until: date) -> date:
    return until if job.ended_on is None else min(job.ended_on - DAY, until)
