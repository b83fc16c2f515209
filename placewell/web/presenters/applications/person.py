"""The applications of a person, and one of them with its course, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.records.application_courses import Told
from placewell.records.applications import Told as WhatWasTold
from placewell.records.models import Interview
from placewell.rules.applications import State
from placewell.web.presenters.applications.words import (
    STATES,
    came_of,
    how_sent,
    interview,
    kind_of_work,
    result,
    what,
    when,
    words_of,
)
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.wording import day, sentence

SHOWN = {"open": "Open", "closed": "Closed", "all": "All"}


@dataclass(frozen=True)
class Line:
    """One application in a list. `lines` say what was and what is to come, `doings` what can be recorded."""

    title: str
    address: str
    tag: str
    colour: str
    because: str
    lines: list[str]
    doings: list[Doing]


@dataclass(frozen=True)
class Event:
    """One dated thing of an application, and the record in which it is put right."""

    when: str
    heading: str
    words: str
    address: str


@dataclass(frozen=True)
class Whole:
    """One application: where it stands, what is known of it, and everything that came of it, the latest first.

    `record` and `link` are where it, and that a job came of it ('' for none), are put right.
    """

    title: str
    tag: str
    colour: str
    because: str
    facts: list[tuple[str, str]]
    events: list[Event]
    doings: list[Doing]
    record: str
    link: str


def line(told: Told, today: date, *, may_record: bool, notes: bool) -> Line:
    """One application as a line."""
    application, now = told.application, told.stands(today)
    words, colour = STATES[now.state]
    coming = [one for one in told.interviews if is_to_come(one, today)]
    lines = [f"Applied {day(application.applied_on)}: {how_sent(application)}"]
    lines += [f"{when(one)}: {interview(one)}" for one in coming]
    lines += [result(told.results[-1])] if notes and told.results and told.results[-1].words else []
    return Line(
        title=what(application), address=to(told, "application"), tag=words, colour=colour,
        because=sentence(now.because), lines=lines, doings=doings(told, today) if may_record else [],
    )  # fmt: skip


def lines(every: Sequence[Told], shown: str, today: date, **may: bool) -> list[Line]:
    """Those that are open, closed, or all. `may_record` and `notes` say what the reader may do and read."""
    wanted = [one for one in every if shown == "all" or one.stands(today).is_open == (shown == "open")]
    return [line(one, today, **may) for one in wanted]


def counts(every: Sequence[Told], shown: str, today: date) -> list[tuple[str, str, int, bool]]:
    """The ways to narrow the list: value, words, how many, and whether it is the one chosen."""
    are_open = sum(one.stands(today).is_open for one in every)
    how_many = {"open": are_open, "closed": len(every) - are_open, "all": len(every)}
    return [(value, words, how_many[value], value == shown) for value, words in SHOWN.items()]


def is_to_come(one: Interview, today: date) -> bool:
    """Whether an interview lies ahead and was not called off."""
    return not one.came_of and one.held_on >= today


def to(told: Told, page: str) -> str:
    """The address of a page of an application."""
    return reverse(page, args=[told.application.service_id, told.application.pk])


def doings(told: Told, today: date) -> list[Doing]:
    """What is most likely recorded next, the likeliest first."""
    service, state = told.application.service_id, told.stands(today).state
    if state == State.STARTED:
        return [Doing("The job", reverse("job_clock", args=[service, told.came.job_id]))]
    waiting = [one for one in told.interviews if not one.came_of and one.held_on <= today]
    found = [
        Doing(f"How did the interview of {day(one.held_on)} go?", reverse("interview_told", args=[service, one.pk]))
        for one in waiting
    ]
    start = Doing("Record the job start", to(told, "application_job"))
    found += [start] if state == State.ACCEPTED else []
    found += [
        Doing("Record an answer", to(told, "application_result")),
        Doing("Record an interview", to(told, "interview_new")),
    ]
    return [*found, start] if state == State.OFFERED else found


def whole(told: Told, today: date, *, may_record: bool, notes: bool) -> Whole:
    """One application with its course; without `notes` what either side said is left out."""
    application, now = told.application, told.stands(today)
    words, colour = STATES[now.state]
    facts = [
        ("Applied", day(application.applied_on)),
        ("How", how_sent(application)),
        ("The employer was told", words_of(WhatWasTold, application.told) or "Not recorded"),
        ("Kind of work", kind_of_work(application) or "Not recorded"),
        ("Lead", application.lead.title if application.lead else ""),
    ]
    return Whole(
        title=what(application), tag=words, colour=colour, because=sentence(now.because),
        facts=[(asked, answer) for asked, answer in facts if answer],
        events=events(told, today, notes), doings=doings(told, today) if may_record else [],
        record=reverse("record", args=[application.service_id, "application", application.pk]),
        link=record(application.service_id, "application-job", told.came.pk) if told.came else "",
    )  # fmt: skip


def events(told: Told, today: date, notes: bool) -> list[Event]:
    """Interviews, results and the job, the latest first."""
    service = told.application.service_id
    found = [(one.held_on, of_interview(one, today, notes)) for one in told.interviews]
    for one in told.results:
        address = record(service, "application-result", one.pk)
        found.append((one.came_on, Event(day(one.came_on), result(one, notes), "", address)))
    if told.came:
        job = told.came.job
        address = reverse("job_clock", args=[service, job.pk])
        found.append((job.started_on, Event(day(job.started_on), f"Job started: {job.title}", "", address)))
    return [event for _, event in sorted(found, key=lambda one: one[0], reverse=True)]


def of_interview(one: Interview, today: date, notes: bool) -> Event:
    """An interview: how it is prepared, and how it went."""
    untold = "" if one.held_on >= today else "How it went is not recorded yet"
    prepared = f"Prepared: {one.preparation}" if notes and one.preparation else ""
    words = "\n".join(filter(None, (prepared, came_of(one, notes) or untold)))
    return Event(when(one), interview(one), words, record(one.service_id, "interview", one.pk))


def record(service: int, kind: str, pk: int) -> str:
    """Where a record is seen, corrected and withdrawn."""
    return reverse("record", args=[service, kind, pk])
