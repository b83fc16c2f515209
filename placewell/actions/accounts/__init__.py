"""Accounts: inviting people, giving and ending their roles, a new password for a
lost one, closing what they leave behind.

A service is never without an administrator once it has one; nobody gives a role to themselves;
a reviewer's role has an end; what an account could see, and when, stays on record.
"""

from placewell.actions.accounts.closing import close_account, close_leavers, leavers_are_due, reopen_account
from placewell.actions.accounts.invitations import (
    Invited,
    SignInFirst,
    accept,
    find_invitation,
    has_account,
    invite,
    withdraw_invitation,
)
from placewell.actions.accounts.passwords import (
    PasswordLinkMade,
    choose_password,
    find_password_link,
    make_password_link,
)
from placewell.actions.accounts.roles import end_role, give_role, reassign
from placewell.actions.accounts.tokens import LinkDoesNotWork

__all__ = [
    "Invited", "LinkDoesNotWork", "PasswordLinkMade", "SignInFirst", "accept", "choose_password", "close_account",
    "close_leavers", "end_role", "find_invitation", "find_password_link", "give_role", "has_account", "invite",
    "leavers_are_due", "make_password_link", "reassign", "reopen_account", "withdraw_invitation",
]  # fmt: skip
