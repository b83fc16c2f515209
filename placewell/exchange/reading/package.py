"""What a package is, whatever its form: the tables it holds, each to be read row by row."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Protocol

from placewell.exchange.contract import TABLES
from placewell.exchange.faults import Fault, Findings, PackageUnreadable

DESCRIPTOR_NAME = "datapackage.json"
# What systems leave behind in folders without being asked.
JUNK = {".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX", ".Spotlight-V100", ".Trashes", ".fseventsd"}


class TableFile(Protocol):
    """One table of a package. `file` is its name in reports; `size` and `done` are for progress."""

    file: str
    size: int
    done: int
    # Where each column of the contract stands, once the header is read.
    positions: dict[str, int]
    # Whether the rows were read to the end: False after a fault that stops the reading.
    complete: bool

    def rows(self, findings: Findings) -> Iterator[tuple[int, list[str | None]]]:
        """The header, then each row, with the line it begins on. None is a cell already reported."""

    def label(self, position: int, name: str) -> str:
        """How a report names the column at a position, counted from 0."""


@dataclass
class Package:
    """An opened package: its tables by name, in no order."""

    path: Path
    tables: dict[str, TableFile] = field(default_factory=dict)


def is_junk(name: str) -> bool:
    """Whether a file or folder is a by-product of a system or of an open spreadsheet."""
    return name in JUNK or name.startswith(("._", "~$", ".~lock."))


def unknown_name(file: str, stem: str, what: str = "file") -> Fault:
    """The fault of a file or sheet that is no table of the contract."""
    close = get_close_matches(PurePosixPath(stem).name.lower().removesuffix(".csv"), TABLES, n=1, cutoff=0.6)
    ending = ".csv" if what == "file" else ""
    remedy = f'Name it "{close[0]}{ending}", or take it out.' if close else "Take it out of the package."
    return Fault(file, None, None, None, f"this {what} is not a table of the contract", remedy)


def unreadable(file: str, problem: str, remedy: str) -> PackageUnreadable:
    return PackageUnreadable(Fault(file, None, None, None, problem, remedy))


@contextmanager
def open_package(path: Path, findings: Findings) -> Iterator[Package]:
    """Open a folder, a `.zip` or an `.xlsx`. Faults of the whole package go to `findings`.

    Raises PackageUnreadable when there is nothing that can be read as a package.
    """
    from placewell.exchange.reading import archive, folder, workbook

    path = Path(path)
    suffix = path.suffix.lower()
    if not path.exists():
        raise unreadable(str(path), "there is no such file or folder", "Check the path.")
    with ExitStack() as stack:
        if path.is_dir():
            yield folder.opened(path, findings)
        elif suffix == ".zip":
            yield stack.enter_context(archive.opened(path, findings))
        elif suffix == ".xlsx":
            yield stack.enter_context(workbook.opened(path, findings))
        elif suffix in {".xlsm", ".xlsb", ".xls", ".ods"}:
            raise unreadable(
                path.name,
                f"a {suffix} workbook is not read: it can hold macros or is of another kind",
                "Save it as an Excel workbook (.xlsx).",
            )
        else:
            raise unreadable(
                path.name,
                "this is not a data package",
                "Give a folder of CSV files, a .zip of them, or an .xlsx workbook.",
            )
