"""What is done to the installation as a whole, for the log."""

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.base import action, current_event


@action("installation.backed_up", needs=Permission.EXPORT_RECORD, anywhere=True)
def note_backup(*, by: Worker, service=None, file: str, counts: dict[str, int]) -> None:
    """Log that a copy of the whole record was written to a file, with its rows by table."""
    event = current_event()
    event.about, event.counts = file, counts
