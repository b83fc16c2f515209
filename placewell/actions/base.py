"""How anything is changed: permitted, whole, remembered.

    @action("job.started", needs=Permission.RECORD_SUPPORT)
    def start(*, by, service, **facts): ...
        return keep(Job(...))

`keep` writes a new record, `correct` keeps the old version and writes the new one, `withdraw`
takes a record back with a reason. Nothing else writes one record; bulk actions (import, demo)
check by set-based rules and leave one event with their counts.
"""

from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import date
from functools import wraps
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.records.base import Kept
from placewell.records.events import Event
from placewell.records.guard import acting
from placewell.records.holding import check_whole
from placewell.records.models import RECORDS
from placewell.records.versions import Version

_event: ContextVar[tuple[Event, Worker] | None] = ContextVar("event", default=None)


class ChangedMeanwhile(Exception):
    """Somebody else corrected the record since it was read. `record` is how it stands now."""

    def __init__(self, record: Kept):
        super().__init__("Somebody else changed this meanwhile.")
        self.record = record


def action(verb: str, *, needs: Permission, anywhere: bool = False):
    """Make a function one thing that a worker can do.

    The function takes `by` (a Worker), `service` and its facts, by keyword. It runs in one
    transaction with one event. Raises PermissionDenied when no role of the worker in that
    service allows `needs`; `anywhere` is for the few actions that make a service.
    """

    def decorate(do):
        @wraps(do)
        def run(*, by: Worker, service, **facts):
            if not by.may(needs, None if anywhere else service):
                raise PermissionDenied(f"no role allows to {needs}")
            today = service.today(by.now) if service else timezone.localdate(by.now)
            with transaction.atomic(), acting(by=by.pk, verb=verb, today=today):
                event = Event.objects.create(verb=verb, by=by.account, system_user=by.system_user, service=service)
                token = _event.set((event, by))
                try:
                    result = do(by=by, service=service, **facts)
                finally:
                    _event.reset(token)
                event.save(update_fields=["about", "counts", "facts_from", "service"])
            return result

        run.verb, run.needs = verb, needs
        REGISTRY[verb] = run
        return run

    return decorate


REGISTRY: dict[str, object] = {}


def new_key(letter: str) -> str:
    """An identifier for a record made here, which no import can already bear: C-1f0c…"""
    return f"{letter}-{uuid4().hex}"


def current_event() -> Event:
    """The event of the action going on. Raises LookupError outside one."""
    found = _event.get()
    if found is None:
        raise LookupError("no action is going on")
    return found[0]


def _today(service, by: Worker) -> date:
    return service.today(by.now)


def dates_of(record: Kept) -> list[date]:
    """All dates that the record's facts name."""
    return [
        value
        for field in record.facts()
        if isinstance(field, models.DateField)
        and not isinstance(field, models.DateTimeField)
        and (value := getattr(record, field.attname)) is not None
    ]


def touch(event: Event, when: date | None) -> None:
    """Note that figures from `when` on may have changed; None when no figure can have."""
    if when is not None:
        event.facts_from = when if event.facts_from is None else min(event.facts_from, when)


def _refuse_another_service(event: Event, record: Kept) -> None:
    """The permission was asked for one service: nothing of another is written under it."""
    own = record.pk if record._meta.model_name == "service" else record.service_id
    if event.service_id is not None and own != event.service_id:
        raise PermissionDenied("this record belongs to another service")


def _touch_figures(event: Event, record: Kept, when: date | None) -> None:
    # Roles have dates too, and so has what lies outside the data package: no figure counts those.
    if type(record) in RECORDS:
        touch(event, when)


def _refuse_the_future(record: Kept, today: date) -> None:
    happened = record.happened and getattr(record, record.happened)
    if happened and happened > today:
        raise ValidationError({record.happened: f"This lies after today, {today:%-d %B %Y}. Enter when it happened."})


def keep(record: Kept) -> Kept:
    """Write a new record, checked whole. Raises ValidationError with the field and the remedy."""
    event, by = _event.get()
    _refuse_another_service(event, record)
    record.event, record.recorded_by = event, by.account
    check_whole(record)
    if hasattr(record, "service"):
        _refuse_the_future(record, _today(record.service, by))
    record.save(force_insert=True)
    # A new row without a date of its own changes nothing until a dated one refers to it.
    _touch_figures(event, record, min(dates_of(record), default=None))
    _tell(event, record)
    return record


def correct(record: Kept, *, because: str = "", read_version: int | None = None, **facts) -> Kept:
    """Write a corrected version and keep the old one. Nothing happens when nothing differs.

    `read_version` is the version that the worker saw. Raises ChangedMeanwhile when it is no
    longer the current one, ValidationError when the new facts do not hold.
    """
    event, by = _event.get()
    stored = type(record).objects.select_for_update().get(pk=record.pk)
    _refuse_another_service(event, stored)
    if read_version is not None and stored.version != read_version:
        raise ChangedMeanwhile(stored)
    before = {field.attname: getattr(stored, field.attname) for field in stored.facts()}
    old_dates, old = dates_of(stored), version_of(stored, event, by, because)
    for name, value in facts.items():
        setattr(stored, name, value)
    if before == {field.attname: getattr(stored, field.attname) for field in stored.facts()}:
        return stored
    stored.version += 1
    stored.recorded_at, stored.recorded_by, stored.event = timezone.now(), by.account, event
    check_whole(stored)
    if hasattr(stored, "service"):
        _refuse_the_future(stored, _today(stored.service, by))
    old.save(force_insert=True)
    stored.save(force_update=True)
    _touch_figures(event, stored, min([*old_dates, *dates_of(stored)], default=date.min))
    _tell(event, stored)
    return stored


def withdraw(record: Kept, *, because: str, alone: bool = False, check: Callable[[Kept], None] | None = None) -> Kept:
    """Take a record back with a reason. It stays in the database and counts no more.

    What belongs to it (the words of a plan) goes with it, by what kinds of records say of themselves
    (`goes_with`); with `alone` that rests on it like anything else. `check` is asked of each that goes,
    and raises what refuses it. Raises ValidationError without a reason, or while other records that
    stand rest on it.
    """
    event, by = _event.get()
    _refuse_another_service(event, record)
    if check is not None:
        check(record)
    if not because.strip():
        raise ValidationError({"because": "Say why this is withdrawn."})
    for belonging in [] if alone else _going_with(record):
        withdraw(belonging, because=because, check=check)
    resting = [str(rest) for rest in _resting_on(record)]
    if resting:
        raise ValidationError(f"Other records rest on this one: {', '.join(resting)}. Withdraw those first.")
    record.withdrawn_at, record.withdrawn_by, record.withdrawn_because = by.now, by.account, because.strip()
    record.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    _touch_figures(event, record, min(dates_of(record), default=date.min))
    _tell(event, record)
    return record


def _referring_to(record: Kept) -> Iterator[tuple[type[Kept], str]]:
    """Kinds of records that can refer to this one, each with the name of the link."""
    for relation in record._meta.get_fields(include_hidden=True):
        if relation.auto_created and relation.one_to_many and issubclass(relation.related_model, Kept):
            yield relation.related_model, relation.field.name


def parents(model: type[Kept]) -> tuple[str, ...]:
    """The links of a kind of record to what it is withdrawn with: none, one, or whichever of several goes first."""
    named = model.goes_with or ()
    return (named,) if isinstance(named, str) else named


def _going_with(record: Kept) -> Iterator[Kept]:
    """Records that stand and belong to this one."""
    for model, field in _referring_to(record):
        if field in parents(model):
            yield from model.objects.standing().filter(**{field: record.pk}).order_by("pk")


def _resting_on(record: Kept) -> Iterator[str]:
    """Kinds of records that stand and refer to this one, in words with their number."""
    for model, field in _referring_to(record):
        if field in {"service", "event"}:
            continue
        count = model.objects.standing().filter(**{field: record.pk}).count()
        if count:
            name = model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural
            yield f"{count} {name}"


def version_of(record: Kept, event: Event, by: Worker, because: str) -> Version:
    """The record as it stands, to be kept when a correction replaces it."""
    return Version(
        record=record._meta.model_name,
        row=record.pk,
        number=record.version,
        content={field.attname: getattr(record, field.attname) for field in record.facts()},
        recorded_at=record.recorded_at,
        recorded_by_id=record.recorded_by_id,
        replaced_by=by.account,
        because=because,
        event=event,
    )


def _tell(event: Event, record: Kept) -> None:
    said = f"{record._meta.verbose_name} {record.pk}"
    event.about = f"{event.about}; {said}" if event.about else said
