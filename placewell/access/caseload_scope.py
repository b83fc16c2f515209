"""Doors to a specialist's work as a whole: whom they hold or cover, and what comes next for these people."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from placewell.access.permissions import Permission
from placewell.access.scope import clients_for, records_for
from placewell.access.unit_scope import own_staff
from placewell.access.worker import Worker
from placewell.records.models import (
    Allocation,
    Appointment,
    Referral,
    Service,
    Snooze,
    Staff,
    StaffTerm,
    StaffWeek,
    Step,
    TeamAttachment,
)
from placewell.records.staff import SPECIALISTS
from placewell.records.stages import speaking
from placewell.records.worded import Worded


def caseload_keepers(worker: Worker, service: Service) -> QuerySet[Staff]:
    """Whose work as a whole the worker may look at: specialists' for who reads the logs, else their own.

    Each says whether they carry a caseload by their term today (`is_specialist`). In the order of names.
    """
    today, own = worker.today(service), own_staff(worker, service)
    found = Staff.objects.standing().filter(service=service).covering(today)
    if not worker.may(Permission.RECORD_SUPPORT, service):
        return found.none()
    terms = StaffTerm.objects.standing().covering(today).filter(staff=OuterRef("pk"), role__in=SPECIALISTS)
    found = found.annotate(is_specialist=Exists(terms)).order_by("full_name", "pk")
    themselves = Q(pk=own.pk if own else None)
    return found.filter(
        themselves | Q(is_specialist=True) if worker.may(Permission.REVIEW_LOGS, service) else themselves
    )


def led_by(keepers: Collection[Staff], leader: Staff, worker: Worker, service: Service) -> list[Staff]:
    """Those of staff who came through `caseload_keepers` whose supervisor the leader is today."""
    terms = StaffTerm.objects.standing().covering(worker.today(service)).filter(service=service, supervisor=leader)
    led = set(terms.values_list("staff", flat=True))
    return [one for one in keepers if one.pk in led]


def caseloads_of(keepers: Collection[Staff], worker: Worker, service: Service) -> QuerySet[Allocation]:
    """Whom staff who came through `caseload_keepers` hold or cover today, in support that goes on."""
    today = worker.today(service)
    held = Allocation.objects.standing().covering(today).filter(service=service, staff__in=[one.pk for one in keepers])
    alive = Q(episode__ended_on=None) | Q(episode__ended_on__gt=today)
    return held.filter(
        alive, episode__withdrawn_at=None, episode__client__withdrawn_at=None, episode__entered_on__lte=today
    )


def referrals_for(keepers: Collection[Staff], worker: Worker, service: Service) -> QuerySet[Referral]:
    """Referrals that open the way to support, to the clinical teams of staff who came through `caseload_keepers`.

    For who reads the logs, those to no team come with them: nobody else would see them.
    """
    today = worker.today(service)
    attached = TeamAttachment.objects.standing().covering(today).filter(staff__in=[one.pk for one in keepers])
    theirs = Q(team__in=attached.values("team"))
    if worker.may(Permission.REVIEW_LOGS, service):
        theirs |= Q(team=None)
    return speaking(today).filter(theirs, service=service, client__withdrawn_at=None)


def steps_of(people: Collection[int], keepers: Collection[Staff], service: Service) -> list[Step]:
    """Open steps about episodes that came through `caseloads_of`, or of these staff with employers alone."""
    return _steps(episodes=tuple(people), keepers=tuple(one.pk for one in keepers), service=service.pk)


@Worded
def _steps(*, episodes: tuple, keepers: tuple, service: int) -> QuerySet[Step]:
    theirs = Q(episode__in=episodes) | Q(episode=None, staff__in=keepers)
    return Step.objects.open().filter(theirs, service=service).select_related("employer").order_by("due_on", "pk")


def appointments_of(
    people: Collection[int], keepers: Collection[Staff], service: Service, since: date
) -> list[Appointment]:
    """What is booked from a day on with people who came through `caseloads_of`, or by these staff with employers."""
    return _appointments(
        episodes=tuple(people), keepers=tuple(one.pk for one in keepers), service=service.pk, since=since
    )


@Worded
def _appointments(*, episodes: tuple, keepers: tuple, service: int, since: date) -> QuerySet[Appointment]:
    theirs = Q(episode__in=episodes) | Q(episode=None, staff__in=keepers)
    booked = Appointment.objects.standing().filter(theirs, service=service, begins_on__gte=since, cancelled_because="")
    return booked.select_related("employer", "staff").order_by("begins_on", "begins_time", "pk")


def put_off_in(service: Service, today: date) -> list[Snooze]:
    """What is put off in a service on a day, to be compared with lines that came through doors; never listed alone."""
    return _put_off(service=service.pk, today=today)


@Worded
def _put_off(*, service: int, today: date) -> QuerySet[Snooze]:
    return Snooze.objects.in_force(today).filter(service=service).order_by("until_on", "pk")


def log_closed_of(keepers: Collection[Staff], service: Service, monday: date) -> set[int]:
    """Those of these staff, by row id, whose log of a week is closed."""
    closed = StaffWeek.objects.standing().filter(service=service, week_starting=monday, log_complete=True)
    return set(closed.filter(staff__in=[one.pk for one in keepers]).values_list("staff", flat=True))


def snoozes_for(worker: Worker, service: Service) -> QuerySet[Snooze]:
    """What was put off, of people, steps and colleagues within the worker's reach."""
    own = Q(client__in=clients_for(worker, to=Permission.RECORD_SUPPORT).values("pk"))
    own |= Q(step__in=records_for(worker, Step, to=Permission.RECORD_SUPPORT).values("pk"))
    own |= Q(staff__in=caseload_keepers(worker, service).values("pk"))
    return Snooze.objects.standing().filter(own, service=service)
