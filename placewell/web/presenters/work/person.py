"""All the work of a person, ready to print: one job after another, and what comes of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from placewell.records.application_courses import Told
from placewell.records.jobs import Contract, JobEnd
from placewell.records.models import Job, JobChange, JobEnding, JobView
from placewell.records.schedules import JobSupport
from placewell.rules.deadlines import Standard, deadline
from placewell.rules.finding import Verdict
from placewell.rules.in_work_support import Side
from placewell.scales.occupations import title_of_unit
from placewell.web.presenters.applications.came import Came, came_of
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.clients.due import DueLine
from placewell.web.presenters.timeline.saying import label, lower
from placewell.web.presenters.wording import counted, day, sentence
from placewell.web.presenters.work.pay import PayLine, pay_line
from placewell.web.presenters.work.support import due_words
from placewell.web.presenters.work.terms import lasted, terms_in_words, terms_on

A_DAY = timedelta(days=1)
A_CLAIM = "Help with a benefit claim"


@dataclass(frozen=True)
class Work:
    """One job on the page of a person's work. `told` are question and answer, `helps` what is due after its end."""

    title: str
    employer: str
    runs: bool
    dates: str
    kind: str
    terms: str
    pay: PayLine | None
    views: list[str]
    came: Came
    after: str
    told: list[tuple[str, str]]
    due: list[str]
    helps: list[DueLine]
    doings: list[Doing]


def work_of_person(
    supports: Sequence[JobSupport],
    changes: Mapping[int, Sequence[JobChange]],
    endings: Mapping[int, JobEnding],
    views: Mapping[int, Sequence[JobView]],
    applications: Sequence[Told] = (),
    *,
    country: str,
    standard: Standard | None,
    today: date,
    may_record: bool,
) -> list[Work]:
    """The jobs of a person, the latest first. `supports` come in the order in which the jobs started."""
    found, before = [], []
    for support in supports:
        job = support.job
        told = endings.get(job.pk)
        last_day = today if job.ended_on is None or job.ended_on > today else job.ended_on - A_DAY
        terms = terms_on(job, changes.get(job.pk, ()), last_day)
        found.append(
            Work(
                title=job.title,
                employer=str(job.employer) if job.employer else "Self-employed",
                runs=job.runs_on(today),
                dates=lasted(job, today),
                kind=kind_of(job),
                terms=terms_in_words(job, terms),
                pay=pay_line(job, terms, country, max(last_day, job.started_on)),
                views=[view_in_words(one) for one in views.get(job.pk, ())],
                came=came_of(job, applications, today, may_record=may_record),
                after=after(job, before),
                told=ending_in_words(job, told, today),
                due=due(support, today) if job.runs_on(today) else [],
                helps=helps(job, standard, today),
                doings=doings(job, told, today, may_record),
            )
        )
        before.append(job)
    return found[::-1]


def kind_of(job: Job) -> str:
    """Kitchen and catering assistants (9263), permanent, open to anyone, the employer pays."""
    title = title_of_unit(code=job.occupation_code)
    parts = [
        f"{title} ({job.occupation_code})" if title else job.occupation_code,
        lower(label(Contract, job.contract)),
        "open to anyone" if job.open_to_anyone else "set aside, not open to anyone",
    ]
    if job.contract != Contract.SELF_EMPLOYED:
        parts.append("the employer pays" if job.paid_by_employer else "somebody else than the employer pays")
    return ", ".join(parts)


def view_in_words(one: JobView) -> str:
    """“They treat me well”, 3 March 2026, satisfied 4 of 5."""
    satisfied = f", satisfied {one.satisfied} of 5" if one.satisfied else ""
    return f"“{one.words}”, {day(one.said_on)}{satisfied}"


def after(job: Job, before: Sequence[Job]) -> str:
    """How the job follows on the one before it: beside it, or so many days later."""
    ended = [one for one in before if one.ended_on is not None and one.ended_on <= job.started_on]
    beside = [one for one in before if one.runs_on(job.started_on)]
    if beside:
        return f"Began beside {beside[-1].title}"
    if not ended:
        return ""
    last = max(ended, key=lambda one: one.ended_on)
    days = (job.started_on - last.ended_on).days
    better = ", a better job" if last.end_reason == JobEnd.RESIGNED_BETTER_JOB else ""
    return f"The next job after {last.title}{better}: {counted(days, 'day')} between"


def ending_in_words(job: Job, told: JobEnding | None, today: date) -> list[tuple[str, str]]:
    """Why it ended by either side, what was learned and what help was offered."""
    if job.ended_on is None or job.ended_on > today:
        return []
    person = label(JobEnd, job.end_reason) or "Not recorded"
    lines = [("Why it ended, for the person", quoted(person, told.person_words if told else ""))]
    if told:
        employer = told.get_employer_reason_display() or told.get_employer_not_asked_display()
        lines += [
            ("Why it ended, for the employer", quoted(str(employer), told.employer_words)),
            ("Notice", str(told.get_notice_display())),
            ("Learned for the next job", told.learned),
            (A_CLAIM, str(told.get_claim_help_display())),
        ]
    if job.next_job_help_offered_on:
        lines.append(("Help towards the next job", f"Offered on {day(job.next_job_help_offered_on)}"))
    return [(asked, words) for asked, words in lines if words]


def quoted(reason: str, words: str) -> str:
    """The reason, and somebody's own words."""
    return f"{reason}: “{words}”" if words else reason


def due(support: JobSupport, today: date) -> list[str]:
    """What comes next with either side."""
    sides = {Side.PERSON: "With the person", Side.EMPLOYER: "With the employer"}
    coming = [(words, support.next_due(side)) for side, words in sides.items()]
    return [f"{words}: {due_words(one, today)}" for words, one in coming if one]


def helps(job: Job, standard: Standard | None, today: date) -> list[DueLine]:
    """Help towards the next job that is due or overdue, with the standard that asks for it."""
    if job.ended_on is None or job.ended_on > today:
        return []
    found = deadline(
        what="offer of help towards the next job", start=job.ended_on, done_on=job.next_job_help_offered_on,
        standard=standard, today=today, ended_on=job.episode.ended_on,
    )  # fmt: skip
    waiting = found.finding.verdict in (Verdict.NOT_MET, Verdict.NOT_DUE) and not job.next_job_help_offered_on
    is_late = found.finding.verdict == Verdict.NOT_MET
    return [DueLine(sentence(found.finding.because), is_late, found.standard or "")] if waiting else []


def doings(job: Job, told: JobEnding | None, today: date, may_record: bool) -> list[Doing]:
    """Where the worker goes on from here."""

    def to(words: str, name: str) -> Doing:
        return Doing(words, reverse(name, args=[job.service_id, job.pk]))

    found = [to("In-work support", "job_support"), to("The job’s clock", "job_clock")]
    if not may_record:
        return found
    if job.runs_on(today):
        found += [to("Change hours or pay", "job_change"), to("Record what the person thinks", "job_view")]
        return [*found, to("End the job", "job_end")]
    if told is None:
        found.append(to("Tell how it ended", "job_ending"))
    if not job.next_job_help_offered_on:
        found.append(to("Record help towards the next job", "job_next_help"))
    return found
