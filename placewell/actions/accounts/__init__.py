"""Accounts: inviting people, giving and ending their roles, closing what they leave behind.

A service is never without an administrator once it has one; nobody gives a role to themselves;
a reviewer's role has an end; what an account could see, and when, stays on record.
"""

from placewell.actions.accounts.closing import close_account, close_leavers, reopen_account
from placewell.actions.accounts.invitations import (
    Invited,
    LinkDoesNotWork,
    SignInFirst,
    accept,
    find_invitation,
    invite,
    withdraw_invitation,
)
from placewell.actions.accounts.roles import end_role, give_role, reassign

__all__ = [
    "Invited", "LinkDoesNotWork", "SignInFirst", "accept", "close_account", "close_leavers", "end_role",
    "find_invitation", "give_role", "invite", "reassign", "reopen_account", "withdraw_invitation",
]  # fmt: skip
