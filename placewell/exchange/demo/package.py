"""Writes the made-up service as a data package: a folder of CSV files."""

import csv
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path


def write_package(tables: Mapping[str, Iterable[dict]] | Iterable[Mapping], folder) -> dict[str, int]:
    """Write tables, or one set of tables after another, as CSV files into a folder.

    The folder is made when it is not there; files of the same name are
    replaced, files of tables that have no rows are removed, so that the folder
    is this package and no other. UTF-8, RFC 4180. Returns rows written by
    table. Raises OSError when the folder cannot be written.
    """
    parts = [tables] if isinstance(tables, Mapping) else tables
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, int] = {}
    seen: set[str] = set()
    with ExitStack() as stack:
        writers: dict[str, object] = {}
        for part in parts:
            for table, rows in part.items():
                seen.add(table)
                for row in rows:
                    if table not in writers:
                        file = stack.enter_context(open(folder / f"{table}.csv", "w", encoding="utf-8", newline=""))
                        writers[table] = csv.writer(file)
                        writers[table].writerow(row)
                    writers[table].writerow([_text(value) for value in row.values()])
                    written[table] = written.get(table, 0) + 1
    for table in seen - set(written):
        (folder / f"{table}.csv").unlink(missing_ok=True)
    return written


def _text(value) -> object:
    """A value as the contract writes it: ISO dates, minutes, true and false."""
    if value is None:
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value
