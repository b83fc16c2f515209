"""What is known while a package is read: the rows of the record, and those read so far."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.exchange.checking.references import Known, Place, referred_to
from placewell.records.models import Episode, Job, Service, Staff

Life = tuple[str | None, str | None]


@dataclass
class KnownRecord:
    """Rows that can be referred to, and the lives that others must lie in, as ISO dates.

    `services` are the services that the package names; `today` is the date at each service.
    """

    by: Worker
    tables: dict[str, Known] = field(default_factory=lambda: defaultdict(Known))
    services: set[int] = field(default_factory=set)
    today: dict[int, str] = field(default_factory=dict)
    episodes: dict[int, Life] = field(default_factory=dict)
    staff: dict[int, Life] = field(default_factory=dict)
    jobs: dict[int, Life] = field(default_factory=dict)
    episode_of_job: dict[int, int] = field(default_factory=dict)


def load(by: Worker) -> KnownRecord:
    """What the record holds of the services into which the worker may import."""
    record = KnownRecord(by)
    mine = [service for service in Service.objects.all() if by.may(Permission.IMPORT_RECORD, service)]
    ids = [service.pk for service in mine]
    for service in mine:
        record.today[service.pk] = service.today(by.now).isoformat()
        record.tables["services"].stored[service.key] = [
            Place(service.pk, service.pk, service.withdrawn_at is not None)
        ]
    for table in referred_to()[1:]:
        found = table.model.objects.filter(service__in=ids).values_list("key", "pk", "service_id", "withdrawn_at")
        stored = record.tables[table.name].stored
        for key, pk, service_id, withdrawn_at in found.iterator(chunk_size=10_000):
            stored.setdefault(key, []).append(Place(pk, service_id, withdrawn_at is not None))
    record.episodes = _lives(Episode, "entered_on", ids)
    record.staff = _lives(Staff, "started_on", ids)
    record.jobs = _lives(Job, "started_on", ids)
    record.episode_of_job = dict(Job.objects.filter(service__in=ids).values_list("pk", "episode_id"))
    return record


def _lives(model, start: str, services: list[int]) -> dict[int, Life]:
    found = model.objects.filter(service__in=services).values_list("pk", start, "ended_on")
    return {pk: (_iso(began), _iso(ended)) for pk, began, ended in found.iterator(chunk_size=10_000)}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
