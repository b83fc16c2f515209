"""A one-use link with which a person makes an account, or takes on a further role."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from placewell.access.models import Invitation
from placewell.access.permissions import Permission
from placewell.access.worker import Worker, system_worker
from placewell.actions.accounts.roles import NOT_YOURSELF, hold, refuse_a_stranger, refuse_wrong_pointers
from placewell.actions.accounts.tokens import LinkDoesNotWork, digest_of, new_token
from placewell.actions.base import action, current_event, keep, withdraw
from placewell.people.models import Account


class SignInFirst(Exception):
    """There is an account with the invited address: its owner signs in, then takes the role on."""

    def __init__(self):
        super().__init__("Sign in with the email address that was invited, then open the link again.")


class Invited(NamedTuple):
    """An invitation and its token. The token is known now and never again."""

    invitation: Invitation
    token: str


@action("account.invited", needs=Permission.MANAGE_ACCOUNTS)
def invite(
    *, by: Worker, service, email: str, role: str, staff=None, client=None, review=None, teams=(), role_ends_on=None
) -> Invited:
    """Invite a person to hold a role in a service.

    `teams` are a clinician's, `role_ends_on` is the first day without access (a reviewer must
    have one). An earlier invitation of the same address to the same role is withdrawn. Raises
    ValidationError for a role to oneself, for a closed account, and where the role lacks what it
    points to.
    """
    email = email.strip()
    account = Account.objects.filter(email__iexact=email).first()
    if account and account.pk == by.pk:
        raise ValidationError(NOT_YOURSELF)
    if account and not account.is_active:
        raise ValidationError({"email": "The account with this address is closed. Open it again first."})
    today = by.today(service)
    if role_ends_on is not None and role_ends_on <= today:
        raise ValidationError({"role_ends_on": "The role would be over already. Give a later day."})
    refuse_wrong_pointers(
        service=service, role=role, staff=staff, client=client, teams=teams, today=today, email=email
    )
    _replace(service, email, role)
    token = new_token()
    invitation = keep(
        Invitation(
            service=service, email=email, role=role, staff=staff, client=client, review=review,
            role_ends_on=role_ends_on, digest=digest_of(token), ends_at=by.now + settings.INVITATION_LASTS,
        )  # fmt: skip
    )
    invitation.teams.set(teams)
    current_event().about += f": {email} as {invitation.get_role_display()}"
    return Invited(invitation, token)


def _replace(service, email: str, role: str) -> None:
    earlier = Invitation.objects.standing().filter(service=service, email__iexact=email, role=role, used_at=None)
    for invitation in earlier:
        withdraw(invitation, because="a new link was made")


@action("account.invitation_withdrawn", needs=Permission.MANAGE_ACCOUNTS)
def withdraw_invitation(*, by: Worker, service, invitation: Invitation, because: str) -> Invitation:
    """Take an invitation back before it is used. Raises ValidationError once it has been used."""
    refuse_a_stranger(invitation, service)
    if invitation.used_at is not None:
        raise ValidationError("This invitation has been used. End the role instead.")
    return withdraw(invitation, because=because)


def find_invitation(token: str, *, now: datetime) -> Invitation:
    """The open invitation of a link. Raises LinkDoesNotWork."""
    found = Invitation.objects.select_related("service").filter(digest=digest_of(token)).first()
    if found is None or not found.is_open(now):
        raise LinkDoesNotWork
    return found


def accept(*, token: str, now: datetime, full_name: str = "", password: str = "", account: Account | None = None):
    """Take an invitation up: make the account, or give the role to the one that is signed in.

    `account` is who is signed in, if anybody; a new person gives `full_name` and `password`.
    Returns the account. Raises LinkDoesNotWork; SignInFirst when the invited address has an
    account and it is not the one signed in; ValidationError for a weak password or no name.
    """
    with transaction.atomic():
        invitation = find_invitation(token, now=now)
        known = Account.objects.filter(email__iexact=invitation.email).first()
        # Somebody else's session on a shared computer must not take the role on.
        if (known or account) and (known is None or account is None or known.pk != account.pk):
            raise SignInFirst
        return _take_up(
            by=system_worker(now), service=invitation.service, digest=invitation.digest,
            account=known, full_name=full_name, password=password,
        )  # fmt: skip


@action("account.invitation_accepted", needs=Permission.MANAGE_ACCOUNTS)
def _take_up(*, by: Worker, service, digest: str, account: Account | None, full_name: str, password: str) -> Account:
    invitation = Invitation.objects.select_for_update(of=("self",)).get(digest=digest)
    if not invitation.is_open(by.now):
        raise LinkDoesNotWork
    invitation.used_at = by.now
    invitation.save(update_fields=["used_at"])
    account = account or make_account(invitation.email, full_name, password)
    hold(
        service=service, account=account, role=invitation.role, staff=invitation.staff, client=invitation.client,
        review=invitation.review, teams=list(invitation.teams.all()), ended_on=invitation.role_ends_on,
        today=by.today(service),
    )  # fmt: skip
    return account


def has_account(email: str) -> bool:
    """Whether there is an account with an address, whatever its capitals."""
    return Account.objects.filter(email__iexact=email.strip()).exists()


def make_account(email: str, full_name: str, password: str) -> Account:
    """A new account with a name and a password. Raises ValidationError naming the field."""
    account = Account(email=email, full_name=full_name.strip())
    if not account.full_name:
        raise ValidationError({"full_name": "Enter your name."})
    set_password(account, password)
    account.full_clean()
    account.save()
    return account


def set_password(account: Account, password: str) -> None:
    """Give an account a password, without saving it. Raises ValidationError for a weak one."""
    try:
        validate_password(password, account)
    except ValidationError as weak:
        raise ValidationError({"password": weak.messages}) from weak
    account.set_password(password)
