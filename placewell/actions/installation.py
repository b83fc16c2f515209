"""What is done to the installation as a whole, for the log."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.sessions.models import Session

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.base import action, current_event

ATTEMPTS_KEPT = timedelta(days=30)


@action("installation.backed_up", needs=Permission.EXPORT_RECORD, anywhere=True)
def note_backup(*, by: Worker, service=None, file: str, counts: dict[str, int]) -> None:
    """Log that a copy of the whole record was written to a file, with its rows by table."""
    event = current_event()
    event.about, event.counts = file, counts


@action("installation.tidied", needs=Permission.MANAGE_ACCOUNTS, anywhere=True)
def tidy(*, by: Worker, service=None) -> dict[str, int]:
    """Delete what the framework kept about signing in and nobody needs any more.

    That is: tries to sign in (address, browser, time) older than 30 days, and sessions that have
    ended. Returns how many rows of each went. The log of events stays.
    """
    before = by.now - ATTEMPTS_KEPT
    tries = [model.objects.filter(attempt_time__lt=before) for model in (AccessAttempt, AccessFailureLog, AccessLog)]
    ended = Session.objects.filter(expire_date__lt=by.now)
    counts = {"tries to sign in": sum(_deleted(rows) for rows in tries), "ended sessions": _deleted(ended)}
    # The list of a person's devices: a line without a session says nothing about anybody.
    _deleted(UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")))
    current_event().counts = counts
    return counts


def _deleted(rows) -> int:
    """Delete rows of the framework; how many they were, without what hung on them."""
    _, by_model = rows.delete()
    return by_model.get(rows.model._meta.label, 0)
