"""What a person does with their own account: signing in and out, password, second factor.

No role is needed for it, and none helps. The framework does the writing; these open the record
for it and leave the event.
"""

from contextlib import contextmanager

from placewell.people.models import Account
from placewell.records.events import Event
from placewell.records.guard import acting, now_acting


@contextmanager
def keeping(account: Account | None):
    """Open the record for what the framework writes about an account (None: nobody has signed in yet)."""
    with acting(by=account.pk if account else None, verb="account.kept"):
        yield


def note(verb: str, account: Account | None, about: str = "") -> Event:
    """Leave the event of something that was done with an account, by the person themselves."""
    if now_acting() is not None:
        return Event.objects.create(verb=verb, by=account, about=about)
    with acting(by=account.pk if account else None, verb=verb):
        return Event.objects.create(verb=verb, by=account, about=about)


def note_failure(email: str) -> Event:
    """Leave the event of a failed sign-in. An address without an account is not written down:

    people type passwords into the wrong box.
    """
    account = Account.objects.filter(email__iexact=email).first()
    return note("account.sign_in_failed", None, f"account {account.pk}" if account else "an unknown address")
