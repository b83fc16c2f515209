"""Taking a record back: undo is a withdrawal with a reason, and nothing is lost."""

from django.core.exceptions import PermissionDenied

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action
from placewell.actions.base import withdraw as take_back
from placewell.records.base import Kept
from placewell.records.models import Client, Service


@action("record.withdrawn", needs=Permission.RECORD_SUPPORT)
def withdraw(*, by: Worker, service: Service, record: Kept, because: str) -> Kept:
    """Withdraw a record with a reason. Raises ValidationError without one, or while others rest on it.

    Roles and invitations are not of the record: see `accounts`. Raises PermissionDenied for those.
    """
    if record._meta.app_label != "records":
        raise PermissionDenied("roles and invitations are taken back by accounts' own actions")
    person = person_of(record)
    if person is not None:
        require_client(by, person, to=Permission.RECORD_SUPPORT)
    return take_back(record, because=because)


def person_of(record: Kept) -> Client | None:
    """The person a record is about, or None when it is about nobody."""
    if isinstance(record, Client):
        return record
    for name in ("client", "episode", "job"):
        rest = getattr(record, name, None)
        if rest is not None:
            return person_of(rest)
    return None
