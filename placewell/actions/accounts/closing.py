"""Closing an account: its roles end, with them its sessions, links not yet used, and what waits on devices."""

from datetime import date

from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from placewell.access.models import Invitation, PasswordLink, RoleHeld
from placewell.access.permissions import Permission
from placewell.access.roles import OF_STAFF
from placewell.access.worker import Worker
from placewell.actions import device_keys
from placewell.actions.accounts.roles import end
from placewell.actions.base import action, current_event, withdraw
from placewell.people.models import Account


@action("account.closed", needs=Permission.MANAGE_ACCOUNTS)
def close_account(*, by: Worker, service, account: Account, because: str) -> Account:
    """End all that an account may do in a service.

    The account itself is closed, and whoever is signed in to it is signed out, unless it holds a
    role in another service. Raises ValidationError without a reason, for the built-in account and
    for the last administrator.
    """
    if not because.strip():
        raise ValidationError({"because": "Say why the account is closed."})
    return close(by=by, service=service, account=account, because=because.strip())


@action("account.leavers_closed", needs=Permission.MANAGE_ACCOUNTS)
def close_leavers(*, by: Worker, service) -> list[Account]:
    """Close the accounts of staff who have left, as the record says. Returns them.

    The last administrator's stays open, so that the service is not locked out.
    """
    today = by.today(service)
    left = _roles_of_leavers(service, today)
    closed = []
    for account in Account.objects.filter(pk__in=left.values("account")):
        others = roles_now(account, today).exclude(pk__in=left)
        if others.exists():
            for held in left.filter(account=account):
                end(held, today, because="they left the service")
        else:
            closed.append(close(by=by, service=service, account=account, because="they left the service"))
    current_event().counts = {"closed": len(closed)}
    return closed


def leavers_are_due(service, today: date) -> bool:
    """Whether `close_leavers` would find anything to end on a day."""
    left = _roles_of_leavers(service, today)
    if left.filter(Q(ended_on=None) | Q(ended_on__gt=today)).exists():
        return True
    accounts = Account.objects.filter(pk__in=left.values("account"))
    return any(not roles_now(account, today).exclude(pk__in=left).exists() for account in accounts)


def _roles_of_leavers(service, today: date) -> QuerySet[RoleHeld]:
    """Roles, ended or not, of staff who have left and whose account is still open."""
    return RoleHeld.objects.standing().filter(
        service=service, role__in=OF_STAFF, staff__ended_on__lte=today, account__is_active=True
    )


@action("account.reopened", needs=Permission.MANAGE_ACCOUNTS)
def reopen_account(*, by: Worker, service, account: Account) -> Account:
    """Let a closed account be signed in to again. It holds no role until one is given.

    Raises ValidationError for the built-in account, and one that never had a role here.
    """
    if account.is_built_in or not RoleHeld.objects.filter(service=service, account=account).exists():
        raise ValidationError("There is no such account in this service.")
    account.is_active = True
    account.save(update_fields=["is_active"])
    current_event().about = f"account of {account}"
    return account


def close(*, by: Worker, service, account: Account, because: str) -> Account:
    """Close an account. For actions that have already asked who may."""
    if account.is_built_in:
        raise ValidationError("The built-in account stays. Nobody can sign in to it.")
    today = by.today(service)
    if not RoleHeld.objects.filter(service=service, account=account).exists():
        raise ValidationError("There is no such account in this service.")
    for held in RoleHeld.objects.standing().filter(service=service, account=account):
        end(held, today, because=because)
    for invitation in Invitation.objects.standing().filter(service=service, email__iexact=account.email, used_at=None):
        withdraw(invitation, because=because)
    for link in PasswordLink.objects.standing().filter(service=service, account=account, used_at=None):
        withdraw(link, because=because)
    if not roles_now(account, today).exists():
        account.is_active = False
        account.save(update_fields=["is_active"])
        sign_out(account)
        device_keys.forget_all(account)
    current_event().about += f"; account of {account}: {because}"
    return account


def roles_now(account: Account, today):
    """Roles of an account, in any service, that have not ended."""
    standing = RoleHeld.objects.standing().filter(account=account)
    return standing.filter(ended_on=None) | standing.filter(ended_on__gt=today)


def sign_out(account: Account) -> None:
    """End every session of an account, on every device."""
    for session in UserSession.objects.filter(user=account):
        session.end()
