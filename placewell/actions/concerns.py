"""Concerns about a person: noted, told on, read, closed."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.permissions import Permission
from placewell.access.roles import Reach
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.actions.days import not_to_come, within
from placewell.records.concerns import ReaderOf
from placewell.records.models import Concern, ConcernRead, Episode, Service, Staff


@action("concern.noted", needs=Permission.RECORD_SUPPORT)
def note(
    *, by: Worker, service: Service, episode: Episode, staff: Staff, noticed_on: date, kind: str, note: str, **facts
) -> Concern:
    """Note what somebody noticed about a person. A supervisor's own concern is read by a supervisor already.

    Raises ValidationError for a day to come or outside the person's support.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    _days(by, service, facts)
    within(episode, noticed_on=noticed_on)
    made = keep(
        Concern(
            service=service, episode=episode, staff=staff, noticed_on=noticed_on, kind=kind, note=note.strip(), **facts
        )
    )
    if reader_of(by, service) == ReaderOf.SUPERVISOR:
        _keep_reading(service, made, ReaderOf.SUPERVISOR, by.today(service))
    return made


@action("concern.followed_up", needs=Permission.RECORD_SUPPORT)
def follow_up(*, by: Worker, service: Service, concern: Concern, read_version: int | None = None, **facts) -> Concern:
    """Note who was told since, what was decided, and whether it is closed, as a new version.

    Raises ChangedMeanwhile when somebody else did so since `read_version` was read.
    """
    require_client(by, concern.episode.client, to=Permission.RECORD_SUPPORT)
    _days(by, service, facts)
    return correct(concern, read_version=read_version, **facts)


@action("concern.read", needs=Permission.HEAR_CONCERNS)
def read(*, by: Worker, service: Service, concern: Concern) -> ConcernRead:
    """Say that one has read a concern, as a supervisor or for the clinical team.

    Raises PermissionDenied for anybody else, ValidationError when this reader has said so before.
    """
    require_client(by, concern.episode.client, to=Permission.HEAR_CONCERNS)
    reader = reader_of(by, service)
    if reader is None:
        raise PermissionDenied("a concern is read by a supervisor or by the clinical team")
    said = ConcernRead.objects.standing().filter(concern=concern, reader=reader, recorded_by=by.account)
    if said.exists():
        raise ValidationError("You said already that you have read this.")
    return _keep_reading(service, concern, reader, by.today(service))


def reader_of(by: Worker, service: Service) -> str | None:
    """As what the worker reads concerns in a service: None for those who are to tell, not to be told."""
    if not by.may(Permission.HEAR_CONCERNS, service):
        return None
    reaches = by.reaches(service)
    if Reach.SERVICE in reaches and by.may(Permission.ALLOCATE, service):
        return ReaderOf.SUPERVISOR
    return ReaderOf.CLINICAL_TEAM if Reach.TEAMS in reaches else None


def _keep_reading(service: Service, concern: Concern, reader: str, read_on: date) -> ConcernRead:
    return keep(ConcernRead(service=service, concern=concern, reader=reader, read_on=read_on))


def _days(by: Worker, service: Service, facts: dict) -> None:
    names = ("supervisor_told_on", "team_told_on", "closed_on")
    not_to_come(by, service, **{name: facts.get(name) for name in names})
