"""The package as an Excel workbook: a sheet a table.

Text is text, whatever it begins with (= + - @ start no formula); numbers are numbers; dates,
moments and true/false are text as in the contract, so that no program changes them.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from placewell.exchange.contract import Table
from placewell.exchange.reading.workbook_cells import escaped

MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
AS_CSV = "Export to a folder or a .zip instead."


@contextmanager
def written(path: Path) -> Iterator:
    """A workbook to write tables to. Raises CannotWrite for what a workbook cannot hold."""
    book = Workbook(write_only=True)

    def write(table: Table, rows: Iterable[list[str]]) -> None:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        sheet.append(list(table.names))
        numbers = [column.kind in {"integer", "number"} for column in table.columns]
        for line, row in enumerate(rows, 2):
            if line > MOST_ROWS:
                raise _cannot(f"{table.name} has more rows than a sheet holds, {MOST_ROWS - 1:,}. {AS_CSV}")
            sheet.append([_cell(sheet, text, is_number, table) for text, is_number in zip(row, numbers, strict=True)])

    try:
        yield write
        book.save(path)
    except BaseException:
        _forget(book)
        raise


def _forget(book: Workbook) -> None:
    """Remove the files in which the library keeps sheets until they are saved."""
    for sheet in book.worksheets:
        with suppress(Exception):
            sheet.close()
        with suppress(Exception):
            sheet._writer.cleanup()


def _cell(sheet, text: str, is_number: bool, table: Table):
    if text == "":
        return None
    if is_number:
        return float(text) if "." in text else int(text)
    text = escaped(text)
    if len(text) > LONGEST_CELL:
        raise _cannot(f"{table.name} holds a text longer than a workbook's cell, {LONGEST_CELL:,} characters. {AS_CSV}")
    if text[0] not in "=+-@#0123456789.":
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _cannot(why: str):
    from placewell.exchange.writing.forms import CannotWrite

    return CannotWrite(why)
