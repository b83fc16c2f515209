"""Jobs: started, changed, ended, and help towards the next one."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from placewell.access import scope
from placewell.access.disclosure import may_tell
from placewell.access.permissions import Permission
from placewell.actions import jobs
from placewell.records.job_endings import NotAsked
from placewell.records.models import Job
from placewell.rules.finding import Verdict
from placewell.web.doors import Page
from placewell.web.forms.job_endings import EndingForm, JobEndForm
from placewell.web.forms.jobs import JobChangeForm, JobForm, NextHelpForm
from placewell.web.pages.episodes import find_open
from placewell.web.pages.job_came import next_after
from placewell.web.pages.naming import employer_named, named, names
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import find
from placewell.web.presenters.country import currency
from placewell.web.presenters.kinds_of_work import kinds_offered, used_before
from placewell.web.presenters.work.pay import rates_in_words

RECORD = Permission.RECORD_SUPPORT


def start(request: HttpRequest, service, episode: int) -> HttpResponse:
    """A job start."""
    held = find_open(request, episode)
    initial = {"started_on": request.worker.today(service), "currency": currency(service.country)}
    form = JobForm(**named(request, initial=initial))
    question = replace(about_a_start(request, form, held.client), leads_to=lambda made: next_after(request, made))
    return ask(request, form, question, lambda: started(request, form, held, initial["currency"]))


def about_a_start(request: HttpRequest, form: JobForm, person) -> Question:
    """What the page of a job start says around its form; a currency is asked for where the country has none."""
    if currency(request.service.country):
        # The country has one currency: a question would only be in the way.
        form.fields.pop("currency", None)
    reached = scope.records_for(request.worker, Job).filter(service=request.service)
    more = {
        "names": names(request), "codes": used_before(reached), "kinds": kinds_offered(),
        "minimum": rates_in_words(request.service.country, request.worker.today(request.service)),
    }  # fmt: skip
    return Question("Record a job start", person, button="Record the job", template="jobs/form.html", more=more)


def started(request: HttpRequest, form: JobForm, episode, own_currency: str) -> Job:
    """Record the job that a form tells of."""
    employer = employer_named(request, form)
    return jobs.start(
        by=request.worker, service=request.service, episode=episode, employer=employer, **paid(form, own_currency)
    )


def paid(form: JobForm, own_currency: str) -> dict:
    """The facts of a form of a job start, with the currency of its pay."""
    facts = {"currency": own_currency, **form.facts()}
    if facts["pay_per_hour"] is None:
        facts["currency"] = ""
    return facts


def change(request: HttpRequest, service, job: int) -> HttpResponse:
    """New hours or pay."""
    held = find(request, Job, job, to=RECORD)
    form = JobChangeForm(**sent(request, initial={"changed_on": request.worker.today(service)}))
    return ask(
        request, form, Question("Change of hours or pay", held.episode.client, intro=job_in_words(held)),
        lambda: jobs.change(by=request.worker, service=service, job=held, **form.facts()),
    )  # fmt: skip


def end(request: HttpRequest, service, job: int) -> HttpResponse:
    """The end of a job, as both sides tell it."""
    held = find(request, Job, job, to=RECORD)
    today = request.worker.today(service)
    initial = {"ended_on": today, "end_known_on": today, "employer_said": not_asked(held, today)}
    form = JobEndForm(**sent(request, initial=initial))
    return ask(
        request, form, Question("End of a job", held.episode.client, intro=job_in_words(held)),
        lambda: jobs.end(by=request.worker, service=service, job=held, **form.facts()),
    )  # fmt: skip


def ending(request: HttpRequest, service, job: int) -> HttpResponse:
    """How a job that has ended did so, as both sides tell it."""
    held = find(request, Job, job, to=RECORD)
    form = EndingForm(**sent(request, initial={"employer_said": not_asked(held, request.worker.today(service))}))
    return ask(
        request, form, Question("How the job ended", held.episode.client, intro=job_in_words(held)),
        lambda: jobs.tell_ending(by=request.worker, service=service, job=held, **form.facts()),
    )  # fmt: skip


def not_asked(job: Job, today) -> str:
    """Why the employer's reason is not asked for, where the record says it already."""
    if job.employer_id is None:
        return NotAsked.NO_EMPLOYER
    told = may_tell(job.episode.client, job.employer, on=today)
    return NotAsked.TOLD_NOBODY if told.finding.verdict == Verdict.NOT_MET else ""


def next_help(request: HttpRequest, service, job: int) -> HttpResponse:
    """Help towards the next job was offered."""
    held = find(request, Job, job, to=RECORD)
    form = NextHelpForm(**sent(request, initial={"next_job_help_offered_on": request.worker.today(service)}))
    return ask(
        request, form, Question("Help towards the next job", held.episode.client, intro=job_in_words(held)),
        lambda: jobs.offer_next_help(by=request.worker, service=service, job=held, **form.facts()),
    )  # fmt: skip


def job_in_words(job: Job) -> str:
    """Which job a form is about."""
    employer = f" at {job.employer}" if job.employer else ", self-employed"
    return f"{job.title}{employer}, since {job.started_on:%-d %B %Y}."


PAGES = [
    Page("s/<int:service>/episodes/<int:episode>/jobs/new/", start, "job_new", RECORD),
    Page("s/<int:service>/jobs/<int:job>/change/", change, "job_change", RECORD),
    Page("s/<int:service>/jobs/<int:job>/end/", end, "job_end", RECORD),
    Page("s/<int:service>/jobs/<int:job>/ending/", ending, "job_ending", RECORD),
    Page("s/<int:service>/jobs/<int:job>/next-help/", next_help, "job_next_help", RECORD),
]
