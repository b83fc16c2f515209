"""The application that a job came of, said once both stand in the record."""

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.applications import fill
from placewell.actions.base import action, keep
from placewell.records.models import Application, ApplicationJob, Job, Service


@action("application.job_linked", needs=Permission.RECORD_SUPPORT)
def link(
    *, by: Worker, service: Service, application: Application, job: Job, is_filled: bool = False
) -> ApplicationJob:
    """Note that a job which stands in the record came of an application, and that its lead is filled, if so.

    Raises ValidationError for another person's job, one that started before the application was made, and
    where either of the two is linked already.
    """
    require_client(by, application.episode.client, to=Permission.RECORD_SUPPORT)
    if job.started_on < application.applied_on:
        raise ValidationError("The job started before the application was made. Check the two days.")
    made = keep(ApplicationJob(service=service, application=application, job=job))
    if is_filled and application.lead is not None:
        fill(application.lead)
    return made
