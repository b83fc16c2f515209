"""Temporary tables, one for each table of the contract: what a package says, row by row.

`staged_<table>` has the database columns of the record's table, and before them `line` (of the
file), `row_id` (the row's id in the record, or the negative of its line when it is new) and
`state`: new, changed, same, or withdrawn (it was taken back, and the package says nothing new).
They live on the database connection, hold no lock on the record and end with the import.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models

from placewell.exchange.checking.batch import Batch
from placewell.exchange.contract import IN_ORDER, Table

CREATE = "create temporary table staged_{table} (line integer, row_id bigint, state text default 'new', {columns})"
DROP = "drop table if exists staged_{table}"
INDEX_ROW = "create index staged_{table}_row on staged_{table} (row_id)"
INDEX_MATCH = "create index staged_{table}_match on staged_{table} ({columns})"
INSERT = "insert into staged_{table} (line, row_id, {columns}) values ({values})"
COPY = "copy staged_{table} (line, row_id, {columns}) from stdin"


@contextmanager
def laid_aside() -> Iterator[None]:
    """Make the temporary tables, and drop them at the end."""
    with _on_disk(), connection.cursor() as cursor:
        _drop(cursor)
        for table in IN_ORDER:
            columns = ", ".join(f"{name} {_type(table, name)}" for name in table.stored)
            cursor.execute(CREATE.format(table=table.name, columns=columns))
        try:
            yield
        finally:
            if connection.is_usable():
                _drop(cursor)


def _drop(cursor) -> None:
    for table in IN_ORDER:
        cursor.execute(DROP.format(table=table.name))


def _type(table: Table, column: str) -> str:
    field = table.field_of(column)
    if isinstance(field, models.ForeignKey):
        return "bigint"
    if isinstance(field, models.IntegerField):
        return "bigint"
    return field.db_type(connection)


@contextmanager
def _on_disk() -> Iterator[None]:
    """SQLite keeps temporary tables in memory as the settings say; a package belongs on the disk.

    Inside a transaction (a test's) that cannot be changed, and they stay in memory.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA temp_store=FILE")
        cursor.execute("PRAGMA temp.cache_size=-65536")
        try:
            yield
        finally:
            cursor.execute("PRAGMA temp_store=MEMORY")


@contextmanager
def in_one_go() -> Iterator[None]:
    """Write to temporary tables in one transaction that takes no lock on the record.

    On SQLite a deferred transaction; Django's own would lock the record for as long as the
    package is read.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        cursor.execute("COMMIT")


def put(batch: Batch) -> None:
    """Lay a batch of rows aside."""
    table = batch.table
    columns: list[list] = [batch.lines, batch.rows]
    by_stored: dict[str, list] = {"service_id": batch.services}
    for column in table.columns:
        values = batch.values[column.name]
        if len(column.stored) == 1:
            by_stored[column.stored[0]] = values
        else:
            for part, name in enumerate(column.stored):
                by_stored[name] = [value and value[part] for value in values]
    columns += [by_stored[name] for name in table.stored]
    rows = zip(*columns, strict=True)
    names = ", ".join(table.stored)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(COPY.format(table=table.name, columns=names)) as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            values = ", ".join(["%s"] * len(columns))
            cursor.executemany(INSERT.format(table=table.name, columns=names, values=values), list(rows))


def index(table: Table) -> None:
    """Index a table once it is full: by row, and by what a row is known again by."""
    columns = ", ".join(table.stored_match)
    with connection.cursor() as cursor:
        cursor.execute(INDEX_ROW.format(table=table.name))
        cursor.execute(INDEX_MATCH.format(table=table.name, columns=columns))
