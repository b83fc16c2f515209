"""Copying a SQLite database out and in while others read and write it."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from placewell.commands.faults import Fault

MEMBER = "database.sqlite3"


def copy_out(folder: Path) -> dict[str, list[str]]:
    """A compact copy as it stood at one moment; writers go on. No columns need be told."""
    from django.db import connection

    with _reading(_path(connection)) as source:
        source.execute("vacuum into ?", [str(folder / MEMBER)])
    return {}


def counts(folder: Path) -> dict[str, int]:
    """Rows by table, in the copy."""
    with closing(sqlite3.connect(folder / MEMBER)) as copy:
        tables = copy.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
        return {name: copy.execute(f'select count(*) from "{name}"').fetchone()[0] for (name,) in tables.fetchall()}  # noqa: S608


def migrations(folder: Path) -> list[list[str]]:
    """Migrations applied, in the copy."""
    with closing(sqlite3.connect(folder / MEMBER)) as copy:
        return [list(row) for row in copy.execute("select app, name from django_migrations order by id")]


def stage(folder: Path, manifest) -> dict:
    """Check the copy through and through. Returns Django's settings for it."""
    from django.db import connections

    try:
        with closing(sqlite3.connect(folder / MEMBER)) as copy:
            sound = copy.execute("pragma integrity_check").fetchall() == [("ok",)]
            loose = copy.execute("pragma foreign_key_check").fetchone()
    except sqlite3.DatabaseError as fault:
        raise Fault("The database in the backup is damaged. Nothing was changed.") from fault
    if not sound or loose:
        raise Fault("The database in the backup does not hold together. Nothing was changed.")
    return {**connections.databases["default"], "NAME": str(folder / MEMBER)}


def is_readable() -> bool:
    """Whether the present database, if there is one, can be read to the end."""
    from django.db import connection

    path = Path(_path(connection))
    if not path.exists() or path.stat().st_size == 0:
        return True
    try:
        with _reading(path) as present:
            return present.execute("pragma quick_check").fetchall() == [("ok",)]
    except sqlite3.OperationalError as fault:
        if "locked" in str(fault):
            raise
        return False
    except sqlite3.DatabaseError:
        return False


def set_aside(stamp: str) -> Path:
    """Move a damaged database and its journal out of the way. Returns its new name."""
    from django.db import connection

    path = Path(_path(connection))
    connection.close()
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    for end in ("", "-wal", "-shm"):
        if Path(f"{path}{end}").exists():
            os.replace(f"{path}{end}", f"{kept}{end}")
    return kept


def swap_in(folder: Path) -> None:
    """Write the copy over the present database in one transaction.

    Readers see the old content until it is done and the new from then on; a crash half way leaves
    the old. Raises Fault when another process goes on writing.
    """
    from django.db import connection

    from placewell.settings import environment

    target = Path(_path(connection))
    connection.close()
    until = time.monotonic() + environment.patience()

    def waited(status, remaining, total):
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise TimeoutError

    _match_pages(folder / MEMBER, target)
    os.close(os.open(target, os.O_RDWR | os.O_CREAT, 0o600))
    with closing(sqlite3.connect(folder / MEMBER)) as staged, closing(sqlite3.connect(target)) as present:
        present.execute("pragma journal_mode = wal")
        try:
            staged.backup(present, pages=-1, progress=waited, sleep=0.1)
        except TimeoutError:
            raise Fault("Another process is writing to the database, without end. Nothing was changed.") from None
        present.execute("pragma wal_checkpoint(passive)")


def _match_pages(staged: Path, target: Path) -> None:
    """A database in use keeps its page size: give the copy the same."""
    with closing(sqlite3.connect(staged, isolation_level=None)) as copy:
        copy.execute("pragma journal_mode = delete")
        if not target.exists() or target.stat().st_size == 0:
            return
        with closing(sqlite3.connect(target)) as present:
            size = present.execute("pragma page_size").fetchone()[0]
        if copy.execute("pragma page_size").fetchone()[0] != size:
            copy.execute(f"pragma page_size = {size}")
            copy.execute("vacuum")


def drop_staged() -> None:
    """The copy lies in a folder that goes away by itself; let go of it."""
    from django.db import connections

    if "incoming" in connections.databases:
        connections["incoming"].close()


def _reading(path):
    """A connection that only reads, closed when the block ends."""
    from placewell.settings import environment

    return closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=environment.patience()))


def _path(connection) -> str:
    return str(connection.settings_dict["NAME"])
