"""Doors to what keeps people safe: concerns that are still open, readings of them, and visits made alone.

A colleague who checks on a visit must know where it is and whom to ring, whether or not they reach
the person visited; the person's name is shown only to those who do (ADR 24).
"""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from placewell.access.permissions import Permission
from placewell.access.reaching import AmongReached
from placewell.access.scope import about, clients_for
from placewell.access.unit_scope import of_unit
from placewell.access.worker import Worker
from placewell.records.concerns import ReaderOf
from placewell.records.models import Client, Concern, ConcernRead, LoneVisit, Service, VisitWord
from placewell.records.visits import Heard
from placewell.records.worded import Worded

WITH_VISITS = ("staff", "checks", "employer", "episode__client")
# What is said of a visit, in a list.
TOLD_OF_VISITS = (
    "service", "place", "begins_on", "begins_time", "back_by", "phone", "called_off_because", "staff__full_name",
    "checks__full_name", "employer__name", "episode__client__given_name", "episode__client__preferred_name",
    "episode__client__family_name",
)  # fmt: skip


def open_concerns(worker: Worker, service: Service) -> QuerySet[Concern]:
    """Concerns that are open, about people whom the worker reaches and hears of; with who has read them."""
    reached = clients_for(worker, to=Permission.HEAR_CONCERNS).values("pk")
    return _with_readers(Concern.objects.open().filter(service=service, episode__client__in=reached))


def concerns_about(person: Client) -> QuerySet[Concern]:
    """All concerns about a person opened through a door, closed ones too, with who has read them."""
    return _with_readers(about(person, Concern))


def _with_readers(concerns: QuerySet[Concern]) -> QuerySet[Concern]:
    return concerns.select_related("episode__client", "staff").annotate(
        is_read_by_supervisor=Exists(_readings(ReaderOf.SUPERVISOR)),
        is_read_by_team=Exists(_readings(ReaderOf.CLINICAL_TEAM)),
    )


def unread_concerns(worker: Worker, service: Service, reader: str | None) -> QuerySet[Concern]:
    """Of the open concerns those that no reader of the worker's kind has read; none for who only tells."""
    found = open_concerns(worker, service)
    if reader is None:
        return found.none()
    return found.filter(**{f"is_read_by_{'supervisor' if reader == ReaderOf.SUPERVISOR else 'team'}": False})


def _readings(reader: str) -> QuerySet[ConcernRead]:
    return ConcernRead.objects.standing().filter(concern=OuterRef("pk"), reader=reader)


def readings_of_concern(concern: Concern) -> QuerySet[ConcernRead]:
    """Who has read a concern that has been opened through a door, the first reader first."""
    return ConcernRead.objects.standing().filter(concern=concern).select_related("recorded_by").order_by("pk")


def visits_for(worker: Worker, service: Service) -> QuerySet[LoneVisit]:
    """Visits of the unit, for all who record support there: whoever sees that somebody is overdue may act."""
    return of_unit(worker, service, LoneVisit, needs=Permission.RECORD_SUPPORT).select_related(*WITH_VISITS)


def not_heard_of(visits: QuerySet[LoneVisit]) -> QuerySet[LoneVisit]:
    """Of visits that came through a door: not called off, and nobody has said yet that they are safe."""
    safe = VisitWord.objects.standing().filter(visit=OuterRef("pk"), heard=Heard.SAFE)
    return visits.filter(Q(called_off_because="") & ~Exists(safe))


def begun_visits(worker: Worker, service: Service) -> list[LoneVisit]:
    """Of the unit's visits those that have begun by today and from which nobody has been heard of as safe."""
    if not worker.may(Permission.RECORD_SUPPORT, service):
        return []
    return _begun(service=service.pk, today=worker.today(service))


@Worded
def _begun(*, service: int, today: date) -> QuerySet[LoneVisit]:
    begun = LoneVisit.objects.standing().filter(service=service, begins_on__lte=today)
    found = not_heard_of(begun).select_related(*WITH_VISITS).order_by("begins_on", "begins_time", "pk")
    return found.only(*TOLD_OF_VISITS)


def words_about(visits: Collection[LoneVisit]) -> list[VisitWord]:
    """What was heard of visits that came through a door, in the order in which it arrived."""
    return _heard(visits=tuple(visit.pk for visit in visits))


@Worded
def _heard(*, visits: tuple[int, ...]) -> QuerySet[VisitWord]:
    found = VisitWord.objects.standing().filter(visit__in=visits)
    return found.select_related("recorded_by").order_by("recorded_at", "pk")


def names_reached(worker: Worker, visits: Collection[LoneVisit]) -> set[int]:
    """Whom of the people visited the worker may know by name."""
    wanted = {visit.episode.client_id for visit in visits if visit.episode_id}
    if not wanted:
        return set()
    return {pk for (pk,) in _known(worker, clients=tuple(wanted))}


@AmongReached
def _known(people: QuerySet, *, clients: tuple[int, ...]) -> QuerySet:
    return people.filter(pk__in=clients).values_list("pk")


def to_know_before_visits(person: Client) -> QuerySet[Concern]:
    """Open concerns about a person opened through a door that say what to know before a visit."""
    return Concern.objects.open().filter(episode__client=person).exclude(before_visits="").order_by("-noticed_on")
