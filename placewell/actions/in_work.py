"""In-work support: a rhythm is agreed for one side of a job, a missed contact gets its reason."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.records.models import Job, MissedSupport, Service, SupportRhythm


@action("support_rhythm.agreed", needs=Permission.RECORD_SUPPORT)
def agree_rhythm(
    *, by: Worker, service: Service, job: Job, side: str, started_on: date, every: int | None = None, **facts
) -> SupportRhythm:
    """Note how often one side of a job is seen from a day on; the rhythm before it ends on that day.

    Without `every` no more contact is agreed. Raises ValidationError for a day before the job, or where a
    rhythm from a later day is agreed already.
    """
    require_client(by, job.episode.client, to=Permission.RECORD_SUPPORT)
    if started_on < job.started_on:
        raise ValidationError({"started_on": f"The job began on {job.started_on:%-d %B %Y}. Choose that day or later."})
    held = SupportRhythm.objects.standing().filter(job=job, side=side)
    for before in held.filter(started_on__lt=started_on).covering(started_on):
        correct(before, ended_on=started_on)
    return keep(SupportRhythm(service=service, job=job, side=side, started_on=started_on, every=every, **facts))


@action("support.missed", needs=Permission.RECORD_SUPPORT)
def explain_missed(*, by: Worker, service: Service, job: Job, side: str, **facts) -> MissedSupport:
    """Note why a contact of a job's schedule was missed. Raises ValidationError before its days are over."""
    require_client(by, job.episode.client, to=Permission.RECORD_SUPPORT)
    if facts["over_on"] >= service.today(by.now):
        raise ValidationError({"over_on": f"It can still be kept until {facts['over_on']:%-d %B %Y}."})
    return keep(MissedSupport(service=service, job=job, side=side, **facts))
