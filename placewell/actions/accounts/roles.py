"""Giving, ending and moving a role that an account holds in a service."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.models import RoleHeld
from placewell.access.permissions import Permission
from placewell.access.roles import Role
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, current_event, keep
from placewell.people.models import Account

NOT_YOURSELF = "Nobody gives a role to themselves. Ask another administrator."
LAST_ADMINISTRATOR = (
    "This service would be left without an administrator. Give the role to somebody else first, without an end."
)


@action("account.role_given", needs=Permission.MANAGE_ACCOUNTS)
def give_role(*, by: Worker, service, account: Account, role: str, **more) -> RoleHeld:
    """Let an account hold a role in a service.

    `more`: `staff`, `client`, `review` (whom or what the role points to), `teams` (a clinician's),
    `started_on` (default: today at the service), `ended_on`. Raises ValidationError when the role
    lacks what it points to, when that belongs to somebody else's account, when the account is
    closed, and for a role to oneself.
    """
    if account.pk == by.pk:
        raise ValidationError(NOT_YOURSELF)
    return hold(service=service, account=account, role=role, today=by.today(service), **more)


@action("account.role_ended", needs=Permission.MANAGE_ACCOUNTS)
def end_role(*, by: Worker, service, held: RoleHeld, on: date | None = None) -> RoleHeld:
    """End a role on a day (default: today at the service); that day is not covered any more.

    Raises ValidationError for the last administrator, and for a day before the role began.
    """
    refuse_a_stranger(held, service)
    return end(held, on or by.today(service), because="the role ended")


@action("account.role_moved", needs=Permission.MANAGE_ACCOUNTS)
def reassign(*, by: Worker, service, held: RoleHeld, **changed) -> RoleHeld:
    """Let a role point elsewhere from today: `teams`, `staff` or `review`; `ended_on` too.

    The role as it was ends today and a new one begins, so that it stays on record who could see
    whom, and when. Raises ValidationError as `give_role` does.
    """
    refuse_a_stranger(held, service)
    if held.account_id == by.pk:
        raise ValidationError(NOT_YOURSELF)
    today = by.today(service)
    facts = {
        "staff": held.staff, "client": held.client, "review": held.review,
        "teams": list(held.teams.all()), "ended_on": held.ended_on, **changed,
    }  # fmt: skip
    end(held, max(today, held.started_on), because="the role points elsewhere", followed=True)
    return hold(
        service=service, account=held.account, role=held.role, today=today,
        started_on=max(today, held.started_on), **facts,
    )  # fmt: skip


def hold(
    *, service, account: Account, role: str, today: date, staff=None, client=None, review=None, teams=(),
    started_on: date | None = None, ended_on: date | None = None,
) -> RoleHeld:  # fmt: skip
    """Write down a role. For actions that have already asked who may."""
    if not account.is_active:
        raise ValidationError("This account is closed. Open it again first.")
    refuse_wrong_pointers(
        service=service, role=role, staff=staff, client=client, teams=teams, today=today, email=account.email
    )
    if role == Role.ADMINISTRATOR and ended_on and not lasting_administrators(service).exists():
        raise ValidationError({"ended_on": "The first administrator of a service stays: leave the end empty."})
    held = keep(
        RoleHeld(
            service=service, account=account, role=role, staff=staff, client=client, review=review,
            started_on=started_on or today, ended_on=ended_on,
        )  # fmt: skip
    )
    held.teams.set(teams)
    current_event().about += f": {held.get_role_display()} for {account}"
    return held


def end(held: RoleHeld, on: date, *, because: str, followed: bool = False) -> RoleHeld:
    """End a role; `followed` says that another one like it begins at once."""
    if held.ended_on is not None and held.ended_on <= on:
        return held
    keeps_the_service = held.role == Role.ADMINISTRATOR and held.ended_on is None and not followed
    if keeps_the_service and not lasting_administrators(held.service).exclude(pk=held.pk).exists():
        raise ValidationError(LAST_ADMINISTRATOR)
    return correct(held, because=because, ended_on=max(on, held.started_on))


def lasting_administrators(service):
    """Administrators of a service whose role has no end and whose account is open."""
    return RoleHeld.objects.standing().filter(
        service=service, role=Role.ADMINISTRATOR, ended_on=None, account__is_active=True
    )


def refuse_a_stranger(row, service) -> None:
    """Raise ValidationError for a role or an invitation of another service."""
    if row.service_id != service.pk:
        raise ValidationError("This belongs to another service.")


def refuse_wrong_pointers(*, service, role, staff, client, teams, today, email) -> None:
    """Raise ValidationError when a role cannot point where it is told to."""
    if any(team.service_id != service.pk for team in teams):
        raise ValidationError({"teams": "A clinical team of another service was chosen. Choose one of this service."})
    if role == Role.CLINICIAN and not teams:
        raise ValidationError({"teams": "Choose the clinical teams that the clinician works in."})
    if staff is not None and staff.ended_on is not None and staff.ended_on <= today:
        raise ValidationError({"staff": f"{staff} left on {staff.ended_on:%-d %B %Y}. Choose somebody in post."})
    for field, pointed in (("staff", staff), ("client", client)):
        if pointed is None:
            continue
        others = RoleHeld.objects.standing().filter(**{field: pointed}).exclude(account__email__iexact=email)
        taken = [held for held in others if held.ended_on is None or held.ended_on > today]
        if taken:
            raise ValidationError({field: f"{pointed} already has an account, {taken[0].account.email}."})
