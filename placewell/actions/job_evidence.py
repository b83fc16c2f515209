"""Proofs of a job that were seen, what the person thinks of it, and their word that they still work there."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, keep
from placewell.records.job_evidence import ToldHow
from placewell.records.models import Job, JobConfirmation, JobProof, JobView, Service


@action("job.proof_seen", needs=Permission.RECORD_SUPPORT)
def see_proof(*, by: Worker, service: Service, job: Job, covers_from: date, covers_to: date, **facts) -> JobProof:
    """Note a proof that was seen. Raises ValidationError when it shows days before the job or after today."""
    require_client(by, job.episode.client, to=Permission.RECORD_SUPPORT)
    if covers_from < job.started_on:
        raise ValidationError(
            {"covers_from": f"The job began on {job.started_on:%-d %B %Y}. Choose that day or later."}
        )
    if covers_to > service.today(by.now):
        raise ValidationError({"covers_to": "A proof shows days that are over. Choose today or an earlier day."})
    return keep(JobProof(service=service, job=job, covers_from=covers_from, covers_to=covers_to, **facts))


@action("job.view_told", needs=Permission.RECORD_SUPPORT)
def tell_view(*, by: Worker, service: Service, job: Job, **facts) -> JobView:
    """Note what the person thinks of their job."""
    require_client(by, job.episode.client, to=Permission.RECORD_SUPPORT)
    return keep(JobView(service=service, job=job, **facts))


@action("job.confirmed", needs=Permission.RECORD_SUPPORT)
def note_confirmation(*, by: Worker, service: Service, job: Job, said_on: date, still_in_work: bool) -> JobConfirmation:
    """Note that the person told one of us whether they are still in the job."""
    require_client(by, job.episode.client, to=Permission.RECORD_SUPPORT)
    return _confirmed(service, job, said_on, still_in_work, ToldHow.TOLD_US)


@action("job.confirmed_oneself", needs=Permission.SEE_OWN_RECORD)
def confirm(*, by: Worker, service: Service, job: Job, still_in_work: bool) -> JobConfirmation:
    """The person says on their own page, today, whether they are still in a job of theirs."""
    require_client(by, job.episode.client, to=Permission.SEE_OWN_RECORD)
    return _confirmed(service, job, service.today(by.now), still_in_work, ToldHow.OWN_PAGE)


def _confirmed(service: Service, job: Job, said_on: date, still_in_work: bool, how: str) -> JobConfirmation:
    if said_on < job.started_on:
        raise ValidationError({"said_on": f"The job began on {job.started_on:%-d %B %Y}. Choose that day or later."})
    return keep(JobConfirmation(service=service, job=job, said_on=said_on, still_in_work=still_in_work, how=how))
