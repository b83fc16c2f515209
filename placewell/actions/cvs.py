"""A CV made with the person: kept as it was handed over, so that it can be made again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, keep
from placewell.actions.days import not_to_come
from placewell.records.models import Client, Cv, CvJob, Service


@dataclass(frozen=True)
class JobTold:
    """A job as the CV tells it."""

    title: str
    employer: str = ""
    dates: str = ""
    duties: str = ""


@action("cv.made", needs=Permission.RECORD_SUPPORT)
def make(
    *, by: Worker, service: Service, client: Client, aimed_at: str, made_on: date, jobs: Sequence[JobTold] = (), **words
) -> Cv:
    """Keep a CV with the words and jobs that the person chose, in the order in which they stand in it.

    Raises ValidationError for a day to come, and for a CV that says nothing.
    """
    require_client(by, client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, made_on=made_on)
    if not jobs and not any(one.strip() for one in words.values()):
        raise ValidationError("Nothing is chosen for this CV yet. Tick at least one part or job.")
    cv = keep(Cv(service=service, client=client, aimed_at=aimed_at.strip(), made_on=made_on, **words))
    for position, job in enumerate(jobs, start=1):
        facts = {"title": job.title, "employer": job.employer, "dates": job.dates, "duties": job.duties}
        keep(CvJob(service=service, cv=cv, position=position, **facts))
    return cv
