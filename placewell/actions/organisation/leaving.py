"""When a member of staff leaves: what it ends, who takes over, in one go.

Nobody is left without a key worker, and nobody without a supervisor, unless somebody said so.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from placewell.access.models import Invitation, RoleHeld
from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.accounts.closing import close
from placewell.actions.accounts.roles import end
from placewell.actions.base import action, correct, current_event, keep, withdraw
from placewell.actions.organisation.staff import split
from placewell.people.models import Account
from placewell.records.models import Allocation, Service, Staff, StaffTerm, TeamAttachment
from placewell.records.support import AllocationKind

BECAUSE = "they left the service"


@dataclass(frozen=True)
class Leaving:
    """What would end, on a day, if a member of staff left then."""

    terms: list[StaffTerm]
    attachments: list[TeamAttachment]
    held: list[Allocation]
    covered: list[Allocation]
    supervised: list[StaffTerm]
    accounts: list[Account]


def leaving(*, service: Service, staff: Staff, ended_on: date) -> Leaving:
    """What goes on after `ended_on` and would end or move, if they left on that day."""
    allocations = list(
        _going_on(Allocation.objects.filter(staff=staff), ended_on).select_related("episode__client", "episode__team")
    )
    terms = _going_on(StaffTerm.objects.filter(service=service), ended_on).select_related("staff")
    roles = _going_on(RoleHeld.objects.filter(service=service, staff=staff), ended_on)
    return Leaving(
        terms=[term for term in terms.order_by("started_on") if term.staff_id == staff.pk],
        attachments=list(_going_on(TeamAttachment.objects.filter(staff=staff), ended_on).select_related("team")),
        held=[one for one in allocations if one.kind == AllocationKind.KEY_WORKER],
        covered=[one for one in allocations if one.kind == AllocationKind.COVER],
        supervised=[term for term in terms if term.supervisor_id == staff.pk and term.staff_id != staff.pk],
        accounts=list(Account.objects.filter(pk__in=roles.values("account"))),
    )


@action("staff.left", needs=Permission.MANAGE_STAFF)
def leave(
    *, by: Worker, service: Service, staff: Staff, ended_on: date, handed_to: dict[int, Staff], supervisor=None
) -> Staff:
    """Note the first day on which a member of staff is not in post any more, and end what ends with it.

    Terms, attachments, cover and the roles of their account end on that day; an account whose
    day has come is closed. `handed_to` says who becomes key worker (episode's id → staff), for
    every episode that they hold; `supervisor` supervises those they supervised from that day.
    Raises ValidationError when an episode would be left without a key worker, when they have left
    already, when a successor is not in post, and for the service's last administrator.
    """
    if staff.ended_on is not None:
        raise ValidationError({"ended_on": f"{staff} has left already, on {staff.ended_on:%-d %B %Y}."})
    if ended_on < staff.started_on:
        raise ValidationError({"ended_on": f"{staff} began on {staff.started_on:%-d %B %Y}. Choose a later day."})
    found = leaving(service=service, staff=staff, ended_on=ended_on)
    _refuse_to_leave_alone(found.held, handed_to, staff, ended_on)
    if supervisor is not None:
        _refuse_not_in_post(supervisor, staff, ended_on, "supervisor")
    for held in found.held:
        _hand_over(held, handed_to[held.episode_id], ended_on)
    for period in (*found.covered, *found.attachments, *found.terms):
        _end_or_withdraw(period, ended_on)
    for term in found.supervised:
        split(term, max(ended_on, term.started_on), supervisor=supervisor)
    _end_access(by, service, staff, found.accounts, ended_on)
    current_event().counts = {"handed over": len(found.held), "supervised": len(found.supervised)}
    return correct(staff, because=BECAUSE, ended_on=ended_on)


def _going_on(rows: QuerySet, on: date) -> QuerySet:
    return rows.standing().filter(Q(ended_on=None) | Q(ended_on__gt=on))


def _refuse_to_leave_alone(held: list[Allocation], handed_to: dict[int, Staff], staff: Staff, on: date) -> None:
    alone = [one for one in held if handed_to.get(one.episode_id) is None]
    if alone:
        people = "1 person" if len(alone) == 1 else f"{len(alone)} people"
        raise ValidationError(f"{people} would be left without a key worker. Choose who takes over from {staff}.")
    for successor in {handed_to[one.episode_id] for one in held}:
        _refuse_not_in_post(successor, staff, on, None)


def _refuse_not_in_post(successor: Staff, staff: Staff, on: date, field: str | None) -> None:
    gone = successor.ended_on is not None and successor.ended_on <= on
    if successor == staff or gone or successor.started_on > on:
        message = f"{successor} is not in post on {on:%-d %B %Y}. Choose somebody else."
        raise ValidationError({field: message} if field else message)


def _hand_over(held: Allocation, to: Staff, on: date) -> Allocation:
    """Let a colleague hold an episode from a day, or from the later day on which they would have."""
    begins, ends = max(on, held.started_on), held.ended_on
    _end_or_withdraw(held, on)
    return keep(
        Allocation(
            service=held.service,
            episode=held.episode,
            staff=to,
            kind=AllocationKind.KEY_WORKER,
            started_on=begins,
            ended_on=ends,
        )  # fmt: skip
    )


def _end_or_withdraw(period, on: date) -> None:
    """End a period on a day; one that would begin only later is taken back."""
    if period.started_on > on:
        withdraw(period, because=BECAUSE)
    else:
        correct(period, because=BECAUSE, ended_on=on)


def _end_access(by: Worker, service: Service, staff: Staff, accounts: list[Account], on: date) -> None:
    """End every role of their accounts in this service; close the account when the day has come."""
    for account in accounts:
        if on <= by.today(service):
            close(by=by, service=service, account=account, because=BECAUSE)
            continue
        for held in RoleHeld.objects.standing().filter(service=service, account=account):
            end(held, on, because=BECAUSE)
    for invitation in Invitation.objects.standing().filter(service=service, staff=staff, used_at=None):
        withdraw(invitation, because=BECAUSE)
