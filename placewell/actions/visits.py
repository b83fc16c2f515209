"""Lone visits: planned, called off, and what is heard of whoever is out."""

from datetime import date, time

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.records.models import Episode, LoneVisit, Service, Staff, VisitWord
from placewell.records.visits import Heard


@action("visit.planned", needs=Permission.RECORD_SUPPORT)
def plan(
    *,
    by: Worker,
    service: Service,
    staff: Staff,
    checks: Staff,
    begins_on: date,
    begins_time: time,
    back_by: time,
    place: str,
    phone: str,
    episode: Episode | None = None,
    **facts,
) -> LoneVisit:
    """Tell a colleague where one goes alone and when one is back. Raises ValidationError for a day gone by."""
    if episode is not None:
        require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    if begins_on < by.today(service):
        raise ValidationError({"begins_on": "This day has gone by. A visit is planned before it begins."})
    return keep(
        LoneVisit(
            service=service, staff=staff, checks=checks, begins_on=begins_on, begins_time=begins_time,
            back_by=back_by, place=place.strip(), phone=phone.strip(), episode=episode, **facts,
        )
    )  # fmt: skip


@action("visit.called_off", needs=Permission.RECORD_SUPPORT)
def call_off(*, by: Worker, service: Service, visit: LoneVisit, because: str) -> LoneVisit:
    """Note that a visit does not take place. Raises ValidationError without a reason."""
    if not because.strip():
        raise ValidationError({"because": "Say why the visit does not take place."})
    return correct(visit, called_off_because=because.strip())


@action("visit.safe", needs=Permission.RECORD_SUPPORT)
def say_safe(*, by: Worker, service: Service, visit: LoneVisit, note: str = "") -> VisitWord:
    """Say that whoever is out is safe: themselves, or a colleague who has heard of them."""
    return keep(VisitWord(service=service, visit=visit, heard=Heard.SAFE, note=note.strip()))


@action("visit.longer", needs=Permission.RECORD_SUPPORT)
def need_longer(*, by: Worker, service: Service, visit: LoneVisit, back_by: time, note: str = "") -> VisitWord:
    """Say until when one is out after all. Raises ValidationError for a time before the visit begins."""
    if back_by <= visit.begins_time:
        raise ValidationError({"back_by": f"The visit begins at {visit.begins_time:%H:%M}. Enter a time after that."})
    return keep(VisitWord(service=service, visit=visit, heard=Heard.LONGER, back_by=back_by, note=note.strip()))


@action("visit.tried", needs=Permission.RECORD_SUPPORT)
def note_try(*, by: Worker, service: Service, visit: LoneVisit, note: str) -> VisitWord:
    """Note how somebody tried to reach whoever is out, and what came of it. Raises ValidationError without words."""
    return keep(VisitWord(service=service, visit=visit, heard=Heard.TRIED, note=note.strip()))
