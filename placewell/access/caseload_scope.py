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
    own = own_staff(worker, service)
    found = _keepers(service.pk, worker.today(service))
    if not worker.may(Permission.RECORD_SUPPORT, service):
        return found.none()
    themselves = Q(pk=own.pk if own else None)
    return found.filter(
        themselves | Q(is_specialist=True) if worker.may(Permission.REVIEW_LOGS, service) else themselves
    )


def _keepers(service: int, today: date) -> QuerySet[Staff]:
    terms = StaffTerm.objects.standing().covering(today).filter(staff=OuterRef("pk"), role__in=SPECIALISTS)
    found = Staff.objects.standing().filter(service=service).covering(today)
    return found.annotate(is_specialist=Exists(terms)).order_by("full_name", "pk")


def keepers_for(worker: Worker, service: Service) -> list[Staff]:
    """The same staff, asked in a kept wording for a page that begins with them."""
    today, own = worker.today(service), own_staff(worker, service)
    if not worker.may(Permission.RECORD_SUPPORT, service):
        return []
    asked = _and_specialists if worker.may(Permission.REVIEW_LOGS, service) else _themselves
    return asked(own=own.pk if own else NOBODY, service=service.pk, today=today)


NOBODY = -1


@Worded
def _themselves(*, own: int, service: int, today: date) -> QuerySet[Staff]:
    return _keepers(service, today).filter(pk=own)


@Worded
def _and_specialists(*, own: int, service: int, today: date) -> QuerySet[Staff]:
    return _keepers(service, today).filter(Q(pk=own) | Q(is_specialist=True))


def led_by(keepers: Collection[Staff], leader: Staff, worker: Worker, service: Service) -> list[Staff]:
    """Those of staff who came through `caseload_keepers` whose supervisor the leader is today."""
    terms = StaffTerm.objects.standing().covering(worker.today(service)).filter(service=service, supervisor=leader)
    led = set(terms.values_list("staff", flat=True))
    return [one for one in keepers if one.pk in led]


def caseloads_of(keepers: Collection[Staff], service: Service, today: date) -> list[tuple]:
    """Whom staff who came through `caseload_keepers` hold or cover today, in support that goes on.

    Rows of `OF_HELD`, those held before those covered.
    """
    return _caseloads(keepers=_ids(keepers), service=service.pk, today=today)


OF_HELD = (
    "episode", "episode__entered_on", "episode__ended_on", "episode__stepped_down_on", "episode__client",
    "episode__client__preferred_name", "episode__client__given_name", "episode__client__family_name", "staff", "kind",
)  # fmt: skip


@Worded
def _caseloads(*, keepers: tuple, service: int, today: date) -> QuerySet[Allocation]:
    held = Allocation.objects.standing().covering(today).filter(service=service, staff__in=keepers)
    alive = Q(episode__ended_on=None) | Q(episode__ended_on__gt=today)
    found = held.filter(
        alive, episode__withdrawn_at=None, episode__client__withdrawn_at=None, episode__entered_on__lte=today
    )
    return found.order_by("-kind", "pk").values_list(*OF_HELD)


def referrals_for(keepers: Collection[Staff], worker: Worker, service: Service) -> list[Referral]:
    """Referrals that wait: not acknowledged, or the person not contacted yet, and not declined.

    Those to the clinical teams of staff who came through `caseload_keepers`. For who reads the logs, those
    to no team come with them: nobody else would see them.
    """
    teams_of, today = _ids(keepers), worker.today(service)
    if worker.may(Permission.REVIEW_LOGS, service):
        return _and_to_no_team(keepers=teams_of, service=service.pk, today=today)
    return _to_their_teams(keepers=teams_of, today=today)


@Worded
def _to_their_teams(*, keepers: tuple, today: date) -> QuerySet[Referral]:
    return _waiting(today).filter(team__in=_teams(keepers, today))


@Worded
def _and_to_no_team(*, keepers: tuple, service: int, today: date) -> QuerySet[Referral]:
    return _waiting(today).filter(Q(team__in=_teams(keepers, today)) | Q(team=None), service=service)


def _waiting(today: date) -> QuerySet[Referral]:
    undone = Q(acknowledged_on=None) | Q(first_contact_on=None)
    open_to_support = speaking(today).filter(undone, decision__in=("", "accepted"))
    return open_to_support.filter(client__withdrawn_at=None).select_related("client")


def _teams(keepers: tuple, today: date) -> QuerySet:
    return TeamAttachment.objects.standing().covering(today).filter(staff__in=keepers).values("team")


def _ids(staff: Collection[Staff]) -> tuple[int, ...]:
    return tuple(one.pk for one in staff)


def steps_of(people: Collection[int], keepers: Collection[Staff]) -> list[Step]:
    """Open steps about episodes that came through `caseloads_of`, or of these staff with employers alone."""
    return _steps(episodes=tuple(people), keepers=_ids(keepers))


# People and staff are of one service. Its name is left out of these questions, lest the database
# goes through everything that the service has.
@Worded
def _steps(*, episodes: tuple, keepers: tuple) -> QuerySet[Step]:
    theirs = Q(episode__in=episodes) | Q(episode=None, staff__in=keepers)
    found = Step.objects.open().filter(theirs).select_related("employer").order_by("due_on", "pk")
    return found.only("version", "episode", "staff", "employer__name", "what", "due_on", "by_whom", "named")


def appointments_of(people: Collection[int], keepers: Collection[Staff], since: date) -> list[Appointment]:
    """What is booked from a day on with people who came through `caseloads_of`, or by these staff with employers."""
    return _appointments(episodes=tuple(people), keepers=_ids(keepers), since=since)


@Worded
def _appointments(*, episodes: tuple, keepers: tuple, since: date) -> QuerySet[Appointment]:
    theirs = Q(episode__in=episodes) | Q(episode=None, staff__in=keepers)
    booked = Appointment.objects.standing().filter(theirs, begins_on__gte=since, cancelled_because="")
    found = booked.select_related("employer", "staff").order_by("begins_on", "begins_time", "pk")
    return found.only(
        "episode", "employer__name", "staff__full_name", "begins_on", "begins_time", "mode", "place", "purpose"
    )


def put_off_in(service: Service, today: date) -> list[Snooze]:
    """What is put off in a service on a day, to be compared with lines that came through doors; never listed alone."""
    return _put_off(service=service.pk, today=today)


@Worded
def _put_off(*, service: int, today: date) -> QuerySet[Snooze]:
    return Snooze.objects.in_force(today).filter(service=service).order_by("until_on", "pk")


def log_closed_of(keepers: Collection[Staff], service: Service, monday: date) -> set[int]:
    """Those of these staff, by row id, whose log of a week is closed."""
    return {staff for (staff,) in _closed(keepers=_ids(keepers), service=service.pk, monday=monday)}


@Worded
def _closed(*, keepers: tuple, service: int, monday: date) -> QuerySet[StaffWeek]:
    closed = StaffWeek.objects.standing().filter(service=service, week_starting=monday, log_complete=True)
    return closed.filter(staff__in=keepers).values_list("staff")


def snoozes_for(worker: Worker, service: Service) -> QuerySet[Snooze]:
    """What was put off, of people, steps and colleagues within the worker's reach."""
    own = Q(client__in=clients_for(worker, to=Permission.RECORD_SUPPORT).values("pk"))
    own |= Q(step__in=records_for(worker, Step, to=Permission.RECORD_SUPPORT).values("pk"))
    own |= Q(staff__in=caseload_keepers(worker, service).values("pk"))
    return Snooze.objects.standing().filter(own, service=service)
