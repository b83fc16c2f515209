"""A person's work, and the in-work support of each job with both its sides."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.application_scope import applications_of
from placewell.access.permissions import Permission
from placewell.actions import in_work
from placewell.records.models import Client, Episode, Job, JobChange, JobEnding, JobView, SupportRhythm
from placewell.records.schedules import JobSupport, support_of
from placewell.records.standards import chosen_on
from placewell.rules.in_work_support import Side
from placewell.web.doors import Page
from placewell.web.forms.in_work import MissedForm, RhythmForm
from placewell.web.pages.jobs import job_in_words
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import find, may_for, note_reading
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.clients.due import Standards
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.recorded import recorded
from placewell.web.presenters.work.person import work_of_person
from placewell.web.presenters.work.support import is_open, side_of_job, waiting_for_reason

RECORD, SEE = Permission.RECORD_SUPPORT, Permission.SEE_PEOPLE


def work(request: HttpRequest, service, client: int) -> HttpResponse:
    """Every job of a person, the latest first: terms, what is due, how it ended, what came next."""
    person = find(request, Client, client)
    note_reading(request, person, "Work")
    today = request.worker.today(service)
    jobs = scope.about(person, Job).filter(started_on__lte=today).order_by("started_on", "pk")
    changes, views = by_job(scope.about(person, JobChange)), by_job(scope.about(person, JobView).order_by("-said_on"))
    may_record = may_for(request, person, RECORD)
    told = {
        "person": person,
        "work": work_of_person(
            support_of(jobs, today), changes, {one.job_id: one for one in scope.about(person, JobEnding)}, views,
            applications_of(person), country=service.country,
            standard=Standards(service.country, chosen_on(service, today)).of("days_to_next_job_help"), today=today,
            may_record=may_record,
        ),
        "doings": begin(person, today) if may_record else [],
        "pages_of_person": rooms_of(request.worker, person, "client_work"),
        "back": reverse("client", args=[service.pk, person.pk]),
        "recorded": recorded(request),
    }  # fmt: skip
    return render(request, "work/person.html", told)


def by_job(rows: Iterable) -> dict[int, list]:
    """Rows by the job they are about, in their order."""
    found = defaultdict(list)
    for row in rows:
        found[row.job_id].append(row)
    return found


def begin(person: Client, today: date) -> list[Doing]:
    """Where a job start is recorded, while support goes on."""
    held = next((one for one in scope.about(person, Episode) if one.lives_on(today)), None)
    return [Doing("Record a job start", reverse("job_new", args=[person.service_id, held.pk]))] if held else []


def support(request: HttpRequest, service, job: int) -> HttpResponse:
    """The in-work support of one job: what is next with either side, what was kept and what was missed."""
    held = find(request, Job, job)
    person, today = held.episode.client, request.worker.today(service)
    note_reading(request, person, "In-work support of a job")
    found, may_record = schedule_of(request, held), may_for(request, person, RECORD)
    rhythms = list(scope.about(person, SupportRhythm).filter(job=held).order_by("started_on"))
    told = {
        "person": person,
        "job": job_in_words(held),
        "sides": [side_of_job(found, side, rhythms, today=today, may_record=may_record) for side in Side],
        "doings": [Doing(words, address) for words, address in around(held, today)] if may_record else [],
        "pages_of_person": rooms_of(request.worker, person, "client_work"),
        "back": reverse("client_work", args=[service.pk, person.pk]),
        "recorded": recorded(request),
    }
    return render(request, "work/support.html", told)


def around(job: Job, today) -> list[tuple[str, str]]:
    """What goes with the support of a job: its plan, benefits advice after a change, the step down."""
    service, episode = job.service_id, job.episode_id
    if not is_open(job, today):
        return []
    found = [
        ("Record a plan for in-work support", reverse("plan_new", args=[service, episode])),
        ("Record benefits advice", reverse("benefits_advice_new", args=[service, episode])),
    ]
    if not job.episode.stepped_down_on:
        found.append(("Step down to the clinical team", reverse("episode_step_down", args=[service, episode])))
    return found


def schedule_of(request: HttpRequest, job: Job) -> JobSupport:
    """The schedule of a job that was opened through a door."""
    return support_of(scope.about(job.episode.client, Job).filter(pk=job.pk), request.worker.today(request.service))[0]


def rhythm(request: HttpRequest, service, job: int) -> HttpResponse:
    """Agree how often one side of a job is seen."""
    held = find(request, Job, job, to=RECORD)
    side = request.GET.get("side", "")
    initial = {"started_on": request.worker.today(service), "side": side if side in set(Side) else None}
    form = RhythmForm(**sent(request, initial=initial))
    return ask(
        request, form, about(held, "Agree the rhythm of in-work support"),
        lambda: in_work.agree_rhythm(by=request.worker, service=service, job=held, **form.facts()),
    )  # fmt: skip


def missed(request: HttpRequest, service, job: int) -> HttpResponse:
    """Say why a contact of the schedule was missed."""
    held = find(request, Job, job, to=RECORD)
    waiting = {value: words for value, words in waiting_for_reason(schedule_of(request, held))}
    asked = request.GET.get("which", "")
    offered = {asked: waiting[asked]} if asked in waiting else waiting
    form = MissedForm(**sent(request, missed=offered.items(), initial={"which": asked}))

    def do():
        side, began_on, over_on = form.cleaned_data["which"].split(":")
        return in_work.explain_missed(
            by=request.worker, service=service, job=held, side=side, began_on=date.fromisoformat(began_on),
            over_on=date.fromisoformat(over_on), **form.facts(),
        )  # fmt: skip

    return ask(request, form, about(held, "Why a contact was missed"), do)


def about(job: Job, heading: str) -> Question:
    """A question about the support of one job."""
    back = reverse("job_support", args=[job.service_id, job.pk])
    return Question(heading, job.episode.client, intro=job_in_words(job), back=back)


PAGES = [
    Page("s/<int:service>/clients/<int:client>/work/", work, "client_work", SEE),
    Page("s/<int:service>/jobs/<int:job>/support/", support, "job_support", SEE),
    Page("s/<int:service>/jobs/<int:job>/rhythm/", rhythm, "job_rhythm", RECORD),
    Page("s/<int:service>/jobs/<int:job>/missed/", missed, "job_missed", RECORD),
]
