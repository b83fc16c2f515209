"""A lost password, or a lost second step: a one-use link with which a person chooses a new password."""

from datetime import datetime
from typing import NamedTuple

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from placewell.access.models import PasswordLink, RoleHeld
from placewell.access.permissions import Permission
from placewell.access.worker import Worker, system_worker
from placewell.actions.accounts.closing import roles_now, sign_out
from placewell.actions.accounts.invitations import set_password
from placewell.actions.accounts.tokens import LinkDoesNotWork, digest_of, new_token
from placewell.actions.base import action, current_event, keep, withdraw
from placewell.people.models import Account

NOT_ONE_S_OWN = "Change your own password under your account. If you have lost it, ask another administrator."
ELSEWHERE = (
    "This person works for another service too, and you do not look after its accounts. "
    "An administrator of both services can make the link."
)


class PasswordLinkMade(NamedTuple):
    """A link and its token. The token is known now and never again."""

    link: PasswordLink
    token: str


@action("account.password_link_made", needs=Permission.MANAGE_ACCOUNTS)
def make_password_link(
    *, by: Worker, service, account: Account, removes_second_factor: bool = False
) -> PasswordLinkMade:
    """Make a link with which the owner of an account chooses a new password, within 24 hours.

    With `removes_second_factor` the use of the link removes their second step, too. Earlier links
    of the account are withdrawn. Raises ValidationError for one's own account, the built-in one, a
    closed one, one that never had a role here, and one that holds a role in a service whose
    accounts `by` does not look after.
    """
    _refuse_to_make(by, service, account)
    for earlier in PasswordLink.objects.standing().filter(account=account, service=service, used_at=None):
        withdraw(earlier, because="a new link was made")
    token = new_token()
    link = keep(
        PasswordLink(
            service=service, account=account, removes_second_factor=removes_second_factor,
            digest=digest_of(token), ends_at=by.now + settings.PASSWORD_LINK_LASTS,
        )  # fmt: skip
    )
    current_event().about += f": for {account}{', second step goes too' if removes_second_factor else ''}"
    return PasswordLinkMade(link, token)


def _refuse_to_make(by: Worker, service, account: Account) -> None:
    if account.pk == by.pk:
        raise ValidationError(NOT_ONE_S_OWN)
    if account.is_built_in:
        raise ValidationError("Nobody can sign in to the built-in account, so it has no password.")
    if not account.is_active:
        raise ValidationError("This account is closed. Open it again first.")
    if not RoleHeld.objects.filter(service=service, account=account).exists():
        raise ValidationError("There is no such account in this service.")
    # With the link one could sign in as this person: it opens no more than the administrator answers for.
    for held in roles_now(account, by.today(service)).select_related("service"):
        if not by.may(Permission.MANAGE_ACCOUNTS, held.service):
            raise ValidationError(ELSEWHERE)


def find_password_link(token: str, *, now: datetime) -> PasswordLink:
    """The open link of a token. Raises LinkDoesNotWork."""
    found = PasswordLink.objects.select_related("service", "account").filter(digest=digest_of(token)).first()
    if found is None or not found.is_open(now) or not found.account.is_active:
        raise LinkDoesNotWork
    return found


def choose_password(*, token: str, now: datetime, password: str) -> Account:
    """Give the account of a link a new password. Returns the account, signed out everywhere.

    Raises LinkDoesNotWork, and ValidationError for a weak password: the link then still works.
    """
    with transaction.atomic():
        link = find_password_link(token, now=now)
        return _choose(by=system_worker(now), service=link.service, digest=link.digest, password=password)


@action("account.password_chosen", needs=Permission.MANAGE_ACCOUNTS)
def _choose(*, by: Worker, service, digest: str, password: str) -> Account:
    link = PasswordLink.objects.select_for_update(of=("self",)).get(digest=digest)
    if not link.is_open(by.now):
        raise LinkDoesNotWork
    link.used_at = by.now
    link.save(update_fields=["used_at"])
    account = link.account
    set_password(account, password)
    account.save(update_fields=["password"])
    about = f"password link {link.pk}; account of {account}, signed out everywhere"
    if link.removes_second_factor:
        Authenticator.objects.filter(user=account).delete()
        about += "; second step removed"
    sign_out(account)
    # Who tried the old password too often may sign in with the new one at once.
    AccessAttempt.objects.filter(username=account.email.lower()).delete()
    current_event().about = about
    return account
