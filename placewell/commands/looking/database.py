"""The database: which, whether it answers, whether its tables are of this version, its clock."""

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from placewell.commands.looking.finding import Finding
from placewell.commands.opening import Schema, schema

DRIFT = timedelta(seconds=5)
STATES = {
    Schema.NEW: (True, ""),
    Schema.CURRENT: (True, ""),
    Schema.OLD: (False, "Bring it up to date with: placewell upgrade"),
    Schema.NEWER: (False, "Install the placewell that made it."),
    Schema.FOREIGN: (False, "Give placewell a database of its own."),
}


def database() -> Iterator[Finding]:
    """Kind, version and place. Raises what the database throws when it cannot be reached."""
    from django.db import connection

    if connection.vendor == "sqlite":
        import sqlite3

        path = Path(connection.settings_dict["NAME"])
        yield Finding("database", True, f"SQLite {sqlite3.sqlite_version}, {path}")
        if path.exists() and stat.S_IMODE(os.stat(path).st_mode) & 0o077:
            yield Finding("database file", None, "others may read it", f"Say: chmod go= {path}")
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        number, told = connection.pg_version, connection.settings_dict
        place = f"{told['NAME']} at {told['HOST'] or 'a local socket'}"
        yield Finding("database", number >= 150000, f"PostgreSQL {number // 10000}.{number % 10000}, {place}",
                      "" if number >= 150000 else "placewell needs PostgreSQL 15 or newer.")  # fmt: skip


def tables() -> Iterator[Finding]:
    found = schema()
    sound, remedy = STATES[found]
    state = "new: made by the first command that needs it" if found == Schema.NEW else str(found)
    yield Finding("tables", sound, state, remedy)


def clock() -> Iterator[Finding]:
    """The machine's clock against the database's and against the latest thing in the log."""
    from django.db import connection

    now = datetime.now(UTC)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("select clock_timestamp()")
            drift = abs(cursor.fetchone()[0] - datetime.now(UTC))
        if drift > DRIFT:
            yield Finding("clock", False, f"{drift.total_seconds():.0f} s off the database's", "Set both by NTP.")
            return
    if schema() == Schema.CURRENT:
        from placewell.records.models import Event

        last = Event.objects.order_by("-at").values_list("at", flat=True).first()
        if last is not None and last > now + DRIFT:
            yield Finding("clock", False, f"before the last thing in the log, {last:%-d %B %Y %H:%M} UTC",
                          "The clock went back. Set it by NTP.")  # fmt: skip
            return
    yield Finding("clock", True, f"{now:%Y-%m-%d %H:%M:%S} UTC")


LOOKS = (database, tables, clock)
