"""How a command ends when it cannot do what it says: a sentence each, never a traceback.

Ends 1 when the input is at fault, 2 (click's own) when the command line is wrong.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import click


class Fault(click.ClickException):
    """The input is at fault: one sentence a line on standard error, and the command ends 1.

    `document` is what `--json` prints beside the faults.
    """

    exit_code = 1

    def __init__(self, *lines: str, document: dict | None = None):
        super().__init__("\n".join(lines))
        self.lines = list(lines)
        self.document = document if document is not None else {"faults": [{"message": line} for line in lines]}

    def show(self, file=None) -> None:
        for line in self.lines:
            click.echo(" ".join(line.split()), err=True, file=file)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what the database, the disk or a defect throws into a Fault.

    With PLACEWELL_DEBUG set, a defect shows its traceback instead.
    """
    try:
        yield
    except (click.ClickException, click.Abort, click.exceptions.Exit, KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as fault:
        if os.environ.get("PLACEWELL_DEBUG"):
            raise
        raise Fault(*sentences(fault)) from fault


def sentences(fault: Exception) -> list[str]:
    """What went wrong, for a person who has never seen the code."""
    from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
    from django.db import Error as DatabaseError

    if isinstance(fault, ValidationError):
        return list(fault.messages)
    if isinstance(fault, DatabaseError | sqlite3.Error) or type(fault).__module__.startswith("psycopg"):
        return [of_database(fault)]
    if isinstance(fault, OSError):
        return [of_disk(fault)]
    if isinstance(fault, PermissionDenied):
        return [f"This is not allowed: {fault}."]
    if isinstance(fault, ImproperlyConfigured):
        return [f"The settings do not hold: {fault}"]
    return [
        f"Something went wrong inside placewell ({type(fault).__name__}: {fault}). "
        "Set PLACEWELL_DEBUG=1 and run it again to see where."
    ]


def of_disk(fault: OSError) -> str:
    """A file that cannot be read or written, by name."""
    why = (fault.strerror or str(fault) or type(fault).__name__).lower()
    return f"{fault.filename}: {why}." if fault.filename else f"{why.capitalize()}."


def of_database(fault: Exception) -> str:
    """What the database said, in one sentence with its remedy, without user or password."""
    said = (str(fault) or type(fault).__name__).strip().splitlines()[0].rstrip(".")
    low = said.lower()
    if "database is locked" in low or "lock timeout" in low or "canceling statement due to lock" in low:
        return "Another process is writing to the database and has not finished. Nothing was changed; try again."
    if "not a database" in low or "malformed" in low:
        return "The database file is damaged, or is not a database. Restore a backup with: placewell restore FILE"
    if "disk is full" in low or "no space left" in low:
        return "The disk is full. Nothing was changed; make room and try again."
    if "readonly" in low:
        return "The database cannot be written to. Look at the owner and mode of its file and folder."
    if "unable to open database file" in low:
        return "The database file cannot be opened. Look at the folder's owner and mode, and PLACEWELL_DATABASE_URL."
    reach = ("connection failed", "could not connect", "connection refused", "could not translate", "failed to resolve")
    if any(words in low for words in reach):
        return f"The database cannot be reached ({said}). Is it running, and is PLACEWELL_DATABASE_URL right?"
    return f"The database refused: {said}."
