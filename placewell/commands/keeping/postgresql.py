"""Copying a PostgreSQL database out and in while others read and write it."""

import time
from pathlib import Path

from placewell.commands.faults import Fault

TABLES = "tables"
INCOMING, BEFORE = "placewell_incoming", "placewell_before"
TRIES = 3


def copy_out(folder: Path) -> dict[str, list[str]]:
    """Every table as it stood at one moment, in PostgreSQL's own text form. Returns columns by table."""
    import psycopg
    from psycopg import sql

    from placewell.settings import environment

    (folder / TABLES).mkdir()
    columns = {}
    with psycopg.connect(**_parameters()) as source:
        source.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        source.read_only = True
        source.execute(f"set local lock_timeout = '{environment.patience()}s'")
        for table in _tables(source, "current_schema()"):
            columns[table] = _columns(source, table)
            names = sql.SQL(", ").join(map(sql.Identifier, columns[table]))
            query = sql.SQL("copy (select {} from {}) to stdout").format(names, sql.Identifier(table))
            with source.cursor().copy(query) as out, open(folder / TABLES / f"{table}.copy", "wb") as file:
                for chunk in out:
                    file.write(chunk)
    return columns


def counts(folder: Path) -> dict[str, int]:
    """Rows by table, in the copy: a row is a line, and line ends in values are written as words."""
    return {path.stem: _lines(path) for path in sorted((folder / TABLES).glob("*.copy"))}


def migrations(folder: Path, columns: list[str]) -> list[list[str]]:
    """Migrations applied, in the copy."""
    app, name = columns.index("app"), columns.index("name")
    lines = (folder / TABLES / "django_migrations.copy").read_text().splitlines()
    return [[line.split("\t")[app], line.split("\t")[name]] for line in lines]


def stage(folder: Path, manifest) -> dict:
    """Lay the copy down in a schema of its own, beside the present one. Returns Django's settings for it."""
    from django.db import connection, connections

    with connection.cursor() as cursor:
        cursor.execute(f"drop schema if exists {INCOMING} cascade")
        cursor.execute(f"create schema {INCOMING}")
    config = {**connections.databases["default"]}
    config["OPTIONS"] = {**config.get("OPTIONS", {}), "options": f"-c search_path={INCOMING}"}
    connections.databases["incoming"] = config
    _make_tables(manifest.migrations)
    _copy_in(folder, manifest)
    return config


def _make_tables(applied: list[list[str]]) -> None:
    """The empty tables as they were when the backup was made."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    from placewell.records.guard import acting

    executor = MigrationExecutor(connections["incoming"])
    known = set(executor.loader.disk_migrations)
    targets = [(app, name) for app, name in map(tuple, applied) if (app, name) in known]
    with acting(by=None, verb="installation.restored"):
        executor.migrate(targets)


def _copy_in(folder: Path, manifest) -> None:
    from django.db import connections, transaction
    from psycopg import sql

    with transaction.atomic("incoming"):
        raw = connections["incoming"].connection
        tables = [sql.Identifier(INCOMING, table) for table in manifest.columns]
        raw.execute(sql.SQL("truncate {}").format(sql.SQL(", ").join(tables)))
        for table, columns in manifest.columns.items():
            names = sql.SQL(", ").join(map(sql.Identifier, columns))
            query = sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(INCOMING, table), names)
            with raw.cursor().copy(query) as into, open(folder / TABLES / f"{table}.copy", "rb") as file:
                while chunk := file.read(1024 * 1024):
                    into.write(chunk)
            _count_on(raw, table)


def _count_on(raw, table: str) -> None:
    """Identifiers given from here on follow those in the copy."""
    from psycopg import sql

    if "id" not in _columns(raw, table):
        return
    (sequence,) = raw.execute("select pg_get_serial_sequence(%s, 'id')", [f'{INCOMING}."{table}"']).fetchone()
    if sequence:
        query = sql.SQL("select setval(%s, coalesce((select max(id) from {}), 0) + 1, false)")
        raw.execute(query.format(sql.Identifier(INCOMING, table)), [sequence])


def is_readable() -> bool:
    """A PostgreSQL server looks after its own files: what it cannot read, it says."""
    return True


def swap_in(folder: Path) -> None:
    """Put the new tables in the place of the present ones, in one short transaction.

    Readers see the old content until then and the new after. Raises Fault when other processes do
    not let go of the tables.
    """
    import psycopg
    from django.db import connections

    connections["incoming"].close()
    for attempt in range(1, TRIES + 1):
        try:
            return _swap()
        except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected):
            if attempt == TRIES:
                drop_staged()
                raise Fault(
                    "Other processes are using the database and do not let go. Nothing was changed; try again."
                ) from None
            time.sleep(attempt)
    return None


def _swap() -> None:
    import psycopg
    from psycopg import sql

    from placewell.settings import environment

    with psycopg.connect(**_parameters()) as present:
        present.execute(f"set local lock_timeout = '{environment.patience()}s'")
        home = present.execute("select current_schema()").fetchone()[0]
        present.execute(sql.SQL("create schema {}").format(sql.Identifier(BEFORE)))
        for source, target in ((home, BEFORE), (INCOMING, home)):
            for table in _tables(present, "%s", source):
                move = sql.SQL("alter table {} set schema {}")
                present.execute(move.format(sql.Identifier(source, table), sql.Identifier(target)))
        for schema in (BEFORE, INCOMING):
            present.execute(sql.SQL("drop schema {} cascade").format(sql.Identifier(schema)))


def drop_staged() -> None:
    """Take the copy away again."""
    from django.db import connection, connections

    if "incoming" in connections.databases:
        connections["incoming"].close()
    with connection.cursor() as cursor:
        cursor.execute(f"drop schema if exists {INCOMING} cascade")


def _parameters() -> dict:
    from django.db import connection

    told = connection.get_connection_params()
    return {key: told[key] for key in ("host", "port", "dbname", "user", "password", "options") if told.get(key)}


def _tables(raw, schema: str, *values) -> list[str]:
    query = f"select tablename from pg_tables where schemaname = {schema} order by tablename"  # noqa: S608
    return [row[0] for row in raw.execute(query, list(values)).fetchall()]


def _columns(raw, table: str) -> list[str]:
    found = raw.execute(
        "select column_name from information_schema.columns "
        "where table_schema = current_schema() and table_name = %s order by ordinal_position",
        [table],
    )
    return [row[0] for row in found.fetchall()]


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
