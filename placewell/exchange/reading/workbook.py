"""A package that is an Excel workbook (.xlsx): a sheet a table, its first filled row the header.

Limits: a part of the workbook unpacks to at most `LARGEST_PART` bytes, its texts to at most
`LARGEST_TEXTS` (they are held in memory), and a sheet has at most `MOST_ROWS` rows, as in Excel.
"""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from placewell.exchange.checking.cells import Wrong
from placewell.exchange.contract import TABLES, Column, Table
from placewell.exchange.faults import Fault, Findings
from placewell.exchange.reading import archive
from placewell.exchange.reading.package import Package, unknown_name, unreadable
from placewell.exchange.reading.workbook_cells import shown, text_of

LARGEST_PART = 2 * 1024**3
LARGEST_TEXTS = 256 * 1024**2
MOST_ROWS = 1_048_576
TEXTS = "xl/sharedStrings.xml"
MACROS = "xl/vbaProject.bin"
SAVED_AGAIN = "Open it in Excel or LibreOffice and save it again as an Excel workbook (.xlsx)."
LONGEST_CELL = 131_072


@contextmanager
def opened(path: Path, findings: Findings) -> Iterator[Package]:
    """The tables of a workbook. Raises PackageUnreadable when it cannot be opened."""
    _refuse_the_hostile(path)
    with warnings.catch_warnings(), open(path, "rb") as file:
        # openpyxl warns of styles and lists that it leaves out; no cell is lost by it.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(file, read_only=True, keep_links=False)
        except Exception as error:  # whatever a broken workbook makes the library throw
            raise unreadable(path.name, "this workbook is broken or is none", SAVED_AGAIN) from error
        try:
            yield _package(path, book, findings)
        finally:
            book.close()


def _refuse_the_hostile(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            members = packed.infolist()
    except archive.DAMAGED as error:
        raise unreadable(
            path.name, "this workbook is broken, locked with a password, or is none", SAVED_AGAIN
        ) from error
    if len(members) > archive.MOST_FILES:
        raise unreadable(path.name, f"it holds more than {archive.MOST_FILES:,} parts", SAVED_AGAIN)
    for member in members:
        problem = archive.strange(member)
        if problem:
            raise unreadable(path.name, f"its part {member.filename[:80]} is refused: {problem[0]}", SAVED_AGAIN)
        if member.filename == MACROS:
            raise unreadable(
                path.name, "this workbook holds macros", "Save it as an Excel workbook without macros (.xlsx)."
            )
        if member.file_size > (LARGEST_TEXTS if member.filename == TEXTS else LARGEST_PART):
            raise unreadable(
                path.name, f"its part {member.filename[:80]} is too large", "Use a folder or zip of CSV files."
            )


def _package(path: Path, book, findings: Findings) -> Package:
    package = Package(path)
    for sheet in book.worksheets:
        file = f"{path.name} sheet {sheet.title}"
        source = SheetFile(file, sheet, TABLES.get(sheet.title))
        if sheet.title in TABLES:
            package.tables[sheet.title] = source
        elif next(source.rows(Findings()), None) is None:
            findings.warn(Fault(file, None, None, None, "this empty sheet is passed over", ""))
        else:
            findings.fault(unknown_name(file, sheet.title, "sheet"))
    return package


class SheetFile:
    """One sheet of a workbook, read row by row."""

    def __init__(self, file: str, sheet, table: Table | None):
        self.file, self.sheet, self.table = file, sheet, table
        self.size, self.done, self.complete = 1_000, 0, True
        self.positions: dict[str, int] = {}

    def label(self, position: int, name: str) -> str:
        return f"{get_column_letter(position + 1)} {name}".strip()

    def rows(self, findings: Findings) -> Iterator[tuple[int, list[str | None]]]:
        """The header and the filled rows, with their numbers in the sheet."""
        self.complete = True
        self.sheet.reset_dimensions()
        try:
            yield from self._rows(findings)
        except Exception as error:  # whatever a broken sheet makes the library throw
            self.complete = False
            why = f"this sheet is damaged ({type(error).__name__})"
            findings.fault(Fault(self.file, None, None, None, why, SAVED_AGAIN))
        self.done = self.size

    def _rows(self, findings: Findings) -> Iterator[tuple[int, list[str | None]]]:
        header: list[str | None] | None = None
        columns: list[Column | None] = []
        for number, cells in enumerate(self.sheet.iter_rows(), 1):
            if number > MOST_ROWS:
                self.complete = False
                problem = f"this sheet has more than {MOST_ROWS:,} rows"
                findings.fault(Fault(self.file, None, None, None, problem, "Use a folder or zip of CSV files."))
                return
            if all(cell.value is None for cell in cells):
                continue
            if header is not None:
                yield number, self._texts(number, cells, columns, findings)
                continue
            header = self._trimmed(self._texts(number, cells, [None] * len(cells), findings))
            columns = [self.table.by_name.get(name or "") if self.table else None for name in header]
            yield number, header

    def _texts(self, number: int, cells: tuple, columns: list, findings: Findings) -> list[str | None]:
        texts: list[str | None] = []
        for position, cell in enumerate(cells):
            column = columns[position] if position < len(columns) else None
            try:
                text = text_of(cell, column)
                if len(text) > LONGEST_CELL:
                    raise Wrong(f"is longer than {LONGEST_CELL:,} characters", "Shorten it.")
                texts.append(text)
            except Wrong as wrong:
                label = self.label(position, column.name if column else "")
                findings.fault(Fault(self.file, number, label, shown(cell), wrong.problem, wrong.remedy))
                texts.append(None)
        width = len(columns)
        texts += [""] * (width - len(texts))
        return texts[:width] + self._trimmed(texts[width:])

    @staticmethod
    def _trimmed(texts: list[str | None]) -> list[str | None]:
        """Without the empty cells at the end."""
        length = len(texts)
        while length and texts[length - 1] == "":
            length -= 1
        return texts[:length]
