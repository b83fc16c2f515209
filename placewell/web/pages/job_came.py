"""That a job which stands in the record came of an application: said from the page of either."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from placewell.access import scope
from placewell.access.application_scope import applications_of
from placewell.access.permissions import Permission
from placewell.actions import application_jobs
from placewell.records.application_courses import Told
from placewell.records.models import Application, ApplicationJob, Client, Job
from placewell.web.doors import Page
from placewell.web.forms.applications import CameForm
from placewell.web.pages.records.asking import Question, ask, seen_at, sent
from placewell.web.pages.records.finding import find
from placewell.web.presenters.applications.came import Offer, came_of, jobs_offered
from placewell.web.presenters.applications.words import what
from placewell.web.presenters.wording import day

RECORD = Permission.RECORD_SUPPORT


def came(request: HttpRequest, service, application: int, job: int) -> HttpResponse:
    """A job came of an application; of one that answers a lead it is asked whether the lead is filled."""
    found, started = find(request, Application, application, to=RECORD), find(request, Job, job, to=RECORD)
    if started.episode.client_id != found.episode.client_id:
        raise Http404("the job of another person")
    form = CameForm(**sent(request, initial={"is_filled": True}))
    if found.lead_id is None:
        del form.fields["is_filled"]
    back = reverse("application", args=[service.pk, found.pk])
    question = Question(
        "Did the job come of this application?", found.episode.client, button="The job came of it", back=back,
        intro=f"{what(found)}, applied {day(found.applied_on)}. The job: {started.title}, "
        f"since {day(started.started_on)}.",
        leads_to=lambda made: f"{back}?recorded={made.event_id}",
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: application_jobs.link(
            by=request.worker, service=service, application=found, job=started, **form.facts()
        ),
    )  # fmt: skip


def offered(person: Client, told: Told, today: date) -> list[Offer]:
    """Jobs of the person that may have come of an application, and came of no other."""
    if told.came is not None:
        return []
    linked = scope.about(person, ApplicationJob).values("job")
    jobs = scope.about(person, Job).filter(employer=told.application.employer_id, started_on__lte=today)
    return jobs_offered(told, jobs.exclude(pk__in=linked).order_by("-started_on", "-pk"), today)


def next_after(request: HttpRequest, job: Job) -> str:
    """Where a job just recorded is seen: on the person's work, if it may have come of an application."""
    person, today = job.episode.client, request.worker.today(request.service)
    if not came_of(job, applications_of(person), today, may_record=True).offers:
        return seen_at(request, job)
    return f"{reverse('client_work', args=[job.service_id, person.pk])}?recorded={job.event_id}"


PAGES = [Page("s/<int:service>/applications/<int:application>/came/<int:job>/", came, "application_came", RECORD)]
