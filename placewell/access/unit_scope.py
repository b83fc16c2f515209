"""Doors to the records that are the unit's own, not a person's: staff, teams, weeks, meetings, accounts."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from placewell.access.models import Invitation, RoleHeld
from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.people.models import Account
from placewell.records.caseload import Held, rows_of_held
from placewell.records.models import (
    Allocation,
    Meeting,
    MeetingAttendance,
    Service,
    Staff,
    StaffTerm,
    StaffWeek,
    WeekStamp,
)
from placewell.records.staff import SPECIALISTS
from placewell.records.support import AllocationKind
from placewell.records.teamwork import MeetingKind
from placewell.records.worded import Worded

# What is said there is between the two who meet.
BETWEEN_TWO = (MeetingKind.INDIVIDUAL_SUPERVISION, MeetingKind.FIELD_MENTORING)


def of_unit(worker: Worker, service: Service, model, *, needs: Permission, and_withdrawn: bool = False) -> QuerySet:
    """Standing records of a model of a service; none when no role there allows `needs`."""
    found = (model.objects.all() if and_withdrawn else model.objects.standing()).filter(service=service)
    return found if worker.may(needs, service) else found.none()


def accounts_of(worker: Worker, service: Service) -> QuerySet[Account]:
    """Accounts that hold, or once held, a role in a service, for who manages them."""
    held = of_unit(worker, service, RoleHeld, needs=Permission.MANAGE_ACCOUNTS)
    return Account.objects.filter(pk__in=held.values("account"))


def with_second_factor(accounts: QuerySet[Account]) -> set[int]:
    """Which of these accounts are asked for a second step when they sign in, by row id."""
    steps = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return set(Authenticator.objects.filter(user__in=accounts, type__in=steps).values_list("user_id", flat=True))


def open_invitations_of(worker: Worker, service: Service) -> QuerySet[Invitation]:
    """Invitations whose link can still be used, for who manages accounts."""
    found = of_unit(worker, service, Invitation, needs=Permission.MANAGE_ACCOUNTS)
    return found.filter(used_at=None, ends_at__gt=worker.now)


def own_staff(worker: Worker, service: Service) -> Staff | None:
    """The worker's own row in staff of a service, if a role of theirs names it."""
    return next((role.staff for role in worker.roles if role.service_id == service.pk and role.staff), None)


def weeks_for(worker: Worker, service: Service) -> QuerySet[StaffWeek]:
    """Working weeks: everybody's for who reads the logs, else the worker's own."""
    found = of_unit(worker, service, StaffWeek, needs=Permission.RECORD_WORKING_WEEKS)
    if worker.may(Permission.REVIEW_LOGS, service):
        return found
    own = own_staff(worker, service)
    return found.filter(staff=own) if own else found.none()


def stamps_on(weeks: Collection[StaffWeek]) -> QuerySet[WeekStamp]:
    """The stamps on logs of weeks that came through a door."""
    found = WeekStamp.objects.standing().filter(week__in=[week.pk for week in weeks])
    return found.select_related("recorded_by").order_by("pk")


def meetings_for(worker: Worker, service: Service, *, and_withdrawn: bool = False) -> QuerySet[Meeting]:
    """Meetings: all for who reads the logs; else the unit's, and of those between two only one's own."""
    found = of_unit(worker, service, Meeting, needs=Permission.RECORD_MEETINGS, and_withdrawn=and_withdrawn)
    if worker.may(Permission.REVIEW_LOGS, service):
        return found
    own = own_staff(worker, service)
    attended = MeetingAttendance.objects.filter(staff=own).values("meeting")
    return found.exclude(~Q(pk__in=attended), kind__in=BETWEEN_TWO)


def week_keepers(worker: Worker, service: Service) -> QuerySet[Staff]:
    """Staff whose weeks the worker may fill in: everybody for who reads the logs, else themselves."""
    found = of_unit(worker, service, Staff, needs=Permission.RECORD_WORKING_WEEKS)
    if worker.may(Permission.REVIEW_LOGS, service):
        return found
    own = own_staff(worker, service)
    return found.filter(pk=own.pk) if own else found.none()


def caseload_of(worker: Worker, service: Service, staff: int | None) -> list[Held]:
    """Whom a colleague holds and covers today; with None whom everybody holds as key worker. None of it for a stranger.

    The whole unit's is for who allocates, a colleague's too; one's own is for who records support.
    """
    may = worker.may(Permission.RECORD_SUPPORT, service)
    own = own_staff(worker, service)
    if not may or not (worker.may(Permission.ALLOCATE, service) or (own and staff == own.pk)):
        return []
    asked = {"service": service.pk, "today": worker.today(service)}
    rows = _held_by_everybody(**asked) if staff is None else _held_by(staff=staff, **asked)
    return [Held._make(values) for values in rows]


@Worded
def _held_by(*, staff: int, service: int, today: date) -> QuerySet:
    return rows_of_held(Allocation.objects.filter(service=service, staff=staff), today)


@Worded
def _held_by_everybody(*, service: int, today: date) -> QuerySet:
    return rows_of_held(Allocation.objects.filter(service=service, kind=AllocationKind.KEY_WORKER), today)


def posts_in(worker: Worker, service: Service, today: date) -> dict[int, Decimal]:
    """Specialists in post today, by row id, with their whole-time equivalent; for who records support."""
    found = of_unit(worker, service, StaffTerm, needs=Permission.RECORD_SUPPORT).covering(today)
    return dict(found.filter(role__in=SPECIALISTS).values_list("staff", "fte"))
