"""Whose turn it is: never two at once, and when the last one was."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

# Any number will do that no other lock of placewell has.
TURN = 20_250_926


@contextmanager
def alone() -> Iterator[bool]:
    """Whether nobody else is at it, on this machine or on another one with the same database."""
    with open(Path(settings.HOME) / "nightly.lock", "w", opener=_private) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        if connection.vendor != "postgresql":
            yield True
            return
        with connection.cursor() as cursor:
            cursor.execute("select pg_try_advisory_lock(%s)", [TURN])
            (got,) = cursor.fetchone()
            try:
                yield got
            finally:
                if got:
                    cursor.execute("select pg_advisory_unlock(%s)", [TURN])


def note(now: datetime) -> None:
    """Write down that it was done, whatever came of it: what fails is tried again the next day."""
    with open(Path(settings.HOME) / "nightly.done", "w", opener=_private) as done:
        done.write(now.isoformat())


def _private(path, flags):
    return os.open(path, flags, 0o600)
