"""Doors to applications: of a person, of a caseload, of the unit."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from placewell.access.scope import about, records_for
from placewell.access.worker import Worker
from placewell.records.application_courses import Told, briefly_told, told_of
from placewell.records.models import Application, ApplicationJob, Client, Job, Service
from placewell.records.worded import Worded


def applications_of(client: Client) -> list[Told]:
    """Every application of a person whose record has been opened through a door, the newest first; four queries."""
    rows = about(client, Application).select_related("episode", "employer", "lead", "staff")
    return told_of(list(rows.order_by("-applied_on", "-pk")))


def one_told(application: Application) -> Told:
    """One application that came through a door, with all that came of it; three queries."""
    return told_of([application])[0]


def applications_without_a_job(episodes: Collection[int]) -> list[Told]:
    """Applications of episodes that came through a caseload's door, from which no job came, briefly; one to three queries."""
    return briefly_told(_without_a_job(episodes=tuple(episodes)), may_have_jobs=False)


@Worded
def _without_a_job(*, episodes: tuple[int, ...]) -> QuerySet[Application]:
    came = ApplicationJob.objects.standing().filter(application=OuterRef("pk"))
    rows = Application.objects.standing().filter(~Exists(came), episode__in=episodes)
    found = rows.select_related("episode", "employer").order_by("applied_on", "pk")
    return found.only("service", "title", "applied_on", "employer__name", "episode__ended_on")


def applications_for(worker: Worker, service: Service, since: date) -> list[Told]:
    """Applications since a day of everybody within the worker's reach, the newest first; four queries."""
    rows = records_for(worker, Application).filter(service=service, applied_on__gte=since)
    found = rows.select_related("episode__client", "employer").order_by("-applied_on", "-pk")
    return told_of(list(found), among=rows)


def application_of_job(job: Job) -> Application | None:
    """The application from which a job came that was opened through a door; None for none."""
    came = ApplicationJob.objects.standing().filter(job=job).select_related("application").first()
    return came.application if came else None
