"""Putting right what was recorded: correct, withdraw, undo. Nothing is lost by any of them."""

from datetime import date
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import ROADS, require_client
from placewell.access.worker import Worker
from placewell.actions.applications import follow_interview, made_beside, move
from placewell.actions.base import REGISTRY, action, correct
from placewell.actions.base import withdraw as take_back
from placewell.actions.disclosure import refuse_if_locked
from placewell.actions.profiles import sources_counted
from placewell.records.base import Kept
from placewell.records.doings import KINDS, made_by
from placewell.records.events import Event
from placewell.records.models import (
    Allocation,
    Application,
    Client,
    Contact,
    DisclosureOverride,
    Employer,
    EmployerContact,
    Episode,
    Interview,
    Service,
    Step,
)
from placewell.records.versions import Version

# What names records that were made with its new version: it is put back before those are taken back.
BEFORE_THE_REST = ("interview",)
UNREAD = "It was against what the person chose, and no supervisor has read why. It can be withdrawn once one has."
MOVED = "Withdraw it, and record it again as what it was; then say why it was made all the same."
SINCE = "It was changed since. Open the record and put it right there."


@action("record.corrected", needs=Permission.RECORD_SUPPORT)
def correct_record(
    *, by: Worker, service: Service, record: Kept, read_version: int, because: str = "", **facts
) -> Kept:
    """Write a new version of a record; the old one is kept.

    Raises ChangedMeanwhile when `read_version` is no longer the current one, ValidationError when
    the new facts do not hold.
    """
    _require_reach(by, service, record)
    if isinstance(record, Episode):
        return _correct_episode(record, read_version, because, facts)
    if isinstance(record, EmployerContact):
        _refuse_what_moves_past_the_lock(record, facts)
    if isinstance(record, Application):
        move(record, facts)
    with sources_counted(record):
        corrected = correct(record, read_version=read_version, because=because, **facts)
    if isinstance(corrected, Interview):
        follow_interview(corrected, because)
    return corrected


def _refuse_what_moves_past_the_lock(contact: EmployerContact, facts: dict) -> None:
    """A contact about a person is not corrected into one that they did not allow."""
    decides = ("employer", "made_on", "made_by_client")
    stands = {name: getattr(contact, name) for name in decides}
    moved = {name: facts.get(name, stands[name]) for name in decides}
    if contact.episode is None or moved == stands or moved["made_by_client"]:
        return
    if not DisclosureOverride.objects.standing().filter(employer_contact=contact).exists():
        refuse_if_locked(contact.episode, moved["employer"], moved["made_on"], remedy=MOVED)


def _correct_episode(episode: Episode, read_version: int, because: str, facts: dict) -> Episode:
    """An episode's allocations lie within it: those that began or ended with it go with its days."""
    was_entered, was_ended = episode.entered_on, episode.ended_on
    entered, ended = facts.get("entered_on", was_entered), facts.get("ended_on", was_ended)
    held = list(Allocation.objects.standing().filter(episode=episode))
    shorter = [one for one in held if one.started_on == was_entered and entered > was_entered]
    if was_ended is None or (ended is not None and ended <= was_ended):
        shorter += [one for one in held if ended is not None and (one.ended_on is None or one.ended_on > ended)]
    for one in shorter:
        correct(one, because=because, **_days_of(one, was_entered, entered, ended))
    corrected = correct(episode, read_version=read_version, because=because, **facts)
    for one in held:
        starts_with, ends_with = one.started_on == was_entered, was_ended is not None and one.ended_on == was_ended
        if starts_with and entered < was_entered:
            correct(one, because=because, started_on=entered)
        if ends_with and (ended is None or ended > was_ended):
            correct(one, because=because, ended_on=ended)
    return corrected


def _days_of(one: Allocation, was_entered: date, entered: date, ended: date | None) -> dict:
    days = {"started_on": entered} if one.started_on == was_entered else {}
    if ended is not None and (one.ended_on is None or one.ended_on > ended):
        days["ended_on"] = ended
    return days


@action("record.withdrawn", needs=Permission.RECORD_SUPPORT)
def withdraw(*, by: Worker, service: Service, record: Kept, because: str) -> Kept:
    """Withdraw a record with a reason. Raises ValidationError without one, or while others rest on it.

    What was made with an application or an interview goes with it: a contact, an appointment. A contact that
    never was takes the steps along that were noted with it and are still open.
    """
    _require_reach(by, service, record)
    if isinstance(record, Contact):
        for step in Step.objects.open().filter(contact=record):
            take_back(step, because=because)
    beside, refuse_unread = made_beside(record), partial(_refuse_unread, by)
    with sources_counted(record):
        taken = take_back(record, because=because, check=refuse_unread)
    for one in beside:
        take_back(one, because=because, check=refuse_unread)
    return taken


def _refuse_unread(by: Worker, record: Kept) -> None:
    """What was done against the plan is not taken back before a supervisor has read it."""
    unread = isinstance(record, DisclosureOverride) and record.read_on is None
    if unread and not by.may(Permission.REVIEW_LOGS, record.service):
        raise ValidationError(UNREAD)


@action("record.undone", needs=Permission.RECORD_REFERRALS)
def undo(*, by: Worker, service: Service, event: Event, because: str) -> Kept | None:
    """Undo what the worker did: what it made is withdrawn, what it corrected is put back.

    Who may do a thing may undo it. What was added to it since does not go along. Answers with one of
    the records. Raises PermissionDenied for somebody else's event, ValidationError when something
    rests on it or has changed since.
    """
    done = REGISTRY.get(event.verb)
    if event.by_id != by.pk or event.service_id != service.pk or done is None or not by.may(done.needs, service):
        raise PermissionDenied("only one's own doing is undone")
    made = made_by(event)
    replaced = list(Version.objects.filter(event=event).order_by("-pk"))
    if not made and not replaced:
        raise ValidationError(SINCE)
    last = None
    first = [version for version in replaced if version.record in BEFORE_THE_REST]
    for version in first:
        last = _put_back(by, service, version, because, done.needs)
    for record in made:
        _require_reach(by, service, record, to=done.needs)
        last = take_back(record, because=because, alone=True, check=partial(_refuse_unread, by))
    for version in [version for version in replaced if version not in first]:
        last = _put_back(by, service, version, because, done.needs)
    return last


def _put_back(by: Worker, service: Service, version: Version, because: str, needs: Permission) -> Kept:
    """A record with the contents that it had before a correction."""
    model = KINDS[version.record]
    record = model.objects.standing().filter(pk=version.row, service=service).first()
    if record is None or record.version != version.number + 1 or record.event_id != version.event_id:
        raise ValidationError(SINCE)
    _require_reach(by, service, record, to=needs)
    fields = {field.attname: field for field in model.facts()}
    facts = {name: fields[name].to_python(value) for name, value in version.content.items() if name in fields}
    return correct(record, because=because, **facts)


def _require_reach(by: Worker, service: Service, record: Kept, *, to: Permission = Permission.RECORD_SUPPORT) -> None:
    person = person_of(record)
    if person is not None:
        require_client(by, person, to=to)
    elif not by.may(Permission.RECORD_EMPLOYERS, service):
        raise PermissionDenied("no role allows to record employers")


def person_of(record: Kept) -> Client | None:
    """The person a record is about, or None when it is about nobody."""
    if isinstance(record, Client):
        return record
    if isinstance(record, Employer):
        return None
    for name in ROADS:
        rest = getattr(record, name, None)
        if rest is not None:
            return person_of(rest)
    return None
