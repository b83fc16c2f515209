"""The three forms of a package on the disk, chosen by the path's name.

Each is written beside its place under a name of its own and moved there when it is whole, so
that a crash leaves nothing that looks like a package. Only their owner can read the files.
"""

import csv
import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from placewell.exchange.contract import DESCRIPTOR_PATH, TABLES, Table

DESCRIPTOR_NAME = "datapackage.json"
OURS = {DESCRIPTOR_NAME, *(f"{name}.csv" for name in TABLES)}
# One moment for all, so that the same record makes the same zip.
ALWAYS = (1980, 1, 1, 0, 0, 0)

# Writes the rows (lists of text) of a table under its header.
WriteTable = Callable[[Table, Iterable[list[str]]], None]


class CannotWrite(Exception):
    """The package cannot be written there, or in that form. The message says why and what to do."""


@contextmanager
def written_to(path: Path, *, overwrite: bool) -> Iterator[WriteTable]:
    """A package to write tables to. It stands at `path` once the block ends without an error.

    Raises CannotWrite when something is there already and `overwrite` is not given.
    """
    from placewell.exchange.writing import workbook

    _refuse(path, overwrite)
    forms = {".zip": _zip, ".xlsx": workbook.written}
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as beside:
            if path.suffix.lower() in forms:
                whole = Path(beside) / path.name
                with forms[path.suffix.lower()](whole) as write:
                    yield write
                whole.chmod(0o600)
                whole.replace(path)
            else:
                yield from _folder(path, Path(beside))
    except OSError as error:
        raise CannotWrite(f"{path}: {(error.strerror or str(error)).lower()}. Choose another place.") from error


def _refuse(path: Path, overwrite: bool) -> None:
    if not path.parent.is_dir():
        raise CannotWrite(f"{path.parent}: there is no such folder. Make it first, or choose another place.")
    wants_file = path.suffix.lower() in {".zip", ".xlsx"}
    if path.suffix.lower() in {".csv", ".xls", ".xlsm", ".ods", ".json"}:
        raise CannotWrite(f"{path}: a package is a folder, a .zip or an .xlsx. Name it so.")
    if not path.exists():
        return
    if wants_file != path.is_file():
        raise CannotWrite(f"{path}: this is a {'folder' if wants_file else 'file'}. Choose another name.")
    if not overwrite and (wants_file or any(path.iterdir())):
        raise CannotWrite(f"{path}: there is something already. Choose another place, or say that it may be replaced.")
    strangers = [] if wants_file else sorted(entry.name for entry in path.iterdir() if entry.name not in OURS)
    if strangers:
        raise CannotWrite(f"{path}: it holds {strangers[0]}, which is no part of a package. Choose an empty folder.")


def _folder(path: Path, beside: Path) -> Iterator[WriteTable]:
    def write(table: Table, rows: Iterable[list[str]]) -> None:
        with open(beside / f"{table.name}.csv", "w", encoding="utf-8", newline="") as file:
            _csv(file, table, rows)

    yield write
    shutil.copyfile(DESCRIPTOR_PATH, beside / DESCRIPTOR_NAME)
    path.mkdir(mode=0o700, exist_ok=True)
    for made in beside.iterdir():
        made.chmod(0o600)
        os.replace(made, path / made.name)


@contextmanager
def _zip(path: Path) -> Iterator[WriteTable]:
    with zipfile.ZipFile(path, "w") as archive:

        def write(table: Table, rows: Iterable[list[str]]) -> None:
            with (
                archive.open(_entry(f"{table.name}.csv"), "w", force_zip64=True) as raw,
                io.TextIOWrapper(raw, encoding="utf-8", newline="") as file,
            ):
                _csv(file, table, rows)

        yield write
        archive.writestr(_entry(DESCRIPTOR_NAME), DESCRIPTOR_PATH.read_bytes())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, ALWAYS)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _csv(file, table: Table, rows: Iterable[list[str]]) -> None:
    writer = csv.writer(file)
    writer.writerow(table.names)
    writer.writerows(rows)
