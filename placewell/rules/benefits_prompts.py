"""When benefits advice is to be offered: before a job starts, when hours or pay change, and when it ends.

Source: IPS-25, 7 January 2008, item 12 (comprehensive and personal planning before a job starts,
again when hours or pay change): advice given by an adviser before the start answers for the start,
however long before it was. The days are the service's standard, which may also ask at a job's end.
Advice that was declined was offered.
"""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from placewell.rules import profiles
from placewell.rules.deadlines import Due, Standard, deadline, due_on
from placewell.rules.finding import Finding, Verdict, said

START, CHANGE, END = "start", "change", "end"


class Working(profiles.Working, Protocol):
    """A job as far as advice asks: also the days on which its hours or pay changed."""

    changes: Sequence[date]


@dataclass(frozen=True)
class Advice:
    """One offer of advice. `by_adviser`: a trained adviser or a specialist service gave it."""

    offered_on: date
    held_on: date | None = None
    declined: bool = False
    by_adviser: bool = False
    job: Hashable = None


@dataclass(frozen=True)
class Answer:
    """Whether advice went with a start, change or end, and whether that is still open."""

    finding: Finding
    is_open: bool


@dataclass(frozen=True)
class Prompt:
    """A start, change or end of a job with its answer.

    `asks` says whether somebody is to offer advice now, and `due` until when, by the service's standard.
    """

    kind: str
    job: Hashable
    on: date
    finding: Finding
    is_open: bool
    asks: bool
    due: Due


def prompts(
    *,
    jobs: Sequence[Working],
    advice: Collection[Advice],
    standard: Standard | None,
    today: date,
    ended_on: date | None = None,
) -> list[Prompt]:
    """Every start and change of these jobs and the end that left the person without one, the earliest first.

    Jobs and advice are those of one stretch of support; once it has ended, at `ended_on`, nothing
    asks. Neither does the start or a change of a job that is over: its end does.
    """
    supported = ended_on is None or ended_on > today
    found = []
    for job in jobs:
        asks = supported and _runs(job, today)
        if job.started_on <= today:
            answer = at_start(job=job.pk, started_on=job.started_on, advice=advice, today=today)
            found.append(_prompt(START, job, job.started_on, answer, asks, standard, today))
        for changed_on in (day for day in job.changes if day <= today):
            answer = after(on=changed_on, advice=advice, standard=standard, today=today)
            found.append(_prompt(CHANGE, job, changed_on, answer, asks, standard, today))
    last = max((job for job in jobs if job.started_on <= today), key=_end, default=None)
    if supported and last is not None and not _runs(last, today):
        answer = after(on=last.ended_on, advice=advice, standard=standard, today=today)
        found.append(_prompt(END, last, last.ended_on, answer, True, standard, today))
    return sorted(found, key=lambda one: one.on)


def asking(found: Sequence[Prompt]) -> Prompt | None:
    """The prompt that asks for advice and has waited longest; None when no advice is to be offered."""
    return next((one for one in found if one.asks), None)


def at_start(*, job: Hashable, started_on: date, advice: Collection[Advice], today: date) -> Answer:
    """Whether advice about the job, or none in particular, went before its start: by an adviser, or declined.

    Without that it stays open until some is offered or given after the start.
    """
    about = [one for one in advice if one.job in (None, job) and one.offered_on <= today]
    given = [one for one in about if _between(one.held_on, None, started_on) and one.by_adviser]
    declined = [one for one in about if one.declined and one.offered_on <= started_on]
    if given:
        day = said(max(one.held_on for one in given))
        return Answer(Finding(Verdict.MET, f"advice was given on {day}, before the start"), False)
    if declined:
        day = said(max(one.offered_on for one in declined))
        return Answer(Finding(Verdict.MET, f"advice was offered on {day}, before the start, and not wanted"), False)
    later = any(one.offered_on >= started_on or _between(one.held_on, started_on, today) for one in about)
    return Answer(Finding(Verdict.NOT_MET, "no advice by a benefits adviser was given before the start"), not later)


def after(*, on: date, advice: Collection[Advice], standard: Standard | None, today: date) -> Answer:
    """Whether advice was offered in time after a change of hours or pay, or an end; open until it is at all."""
    first = min((one.offered_on for one in advice if _between(one.offered_on, on, today)), default=None)
    if standard is None:
        return Answer(Finding(Verdict.DOES_NOT_APPLY, "the service has set no standard"), first is None)
    last_day = due_on(start=on, standard=standard)
    if first is not None and first <= last_day:
        finding = Finding(Verdict.MET, f"advice was offered on {said(first)}")
    elif first is not None:
        finding = Finding(Verdict.NOT_MET, f"advice was offered on {said(first)}; it was due by {said(last_day)}")
    elif today <= last_day:
        finding = Finding(Verdict.NOT_DUE, f"advice is to be offered by {said(last_day)}")
    else:
        finding = Finding(Verdict.NOT_MET, f"advice was to be offered by {said(last_day)}")
    return Answer(finding, first is None)


def _prompt(
    kind: str, job: Working, on: date, answer: Answer, asks: bool, standard: Standard | None, today: date
) -> Prompt:
    what = f"benefits advice after the {kind} of the job as {job.title}"
    due = deadline(what=what, start=on, done_on=None, standard=standard, today=today)
    return Prompt(kind, job.pk, on, answer.finding, answer.is_open, asks and answer.is_open, due)


def _runs(job: Working, today: date) -> bool:
    return job.started_on <= today and (job.ended_on is None or job.ended_on > today)


def _end(job: Working) -> date:
    return date.max if job.ended_on is None else job.ended_on


def _between(day: date | None, first: date | None, last: date) -> bool:
    return day is not None and (first is None or day >= first) and day <= last
