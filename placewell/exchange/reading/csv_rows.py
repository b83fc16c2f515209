"""CSV files row by row: RFC 4180, UTF-8 with or without a byte-order mark.

A file is never held as a whole: a line has at most `LONGEST_LINE` characters and a cell at most
`LONGEST_CELL`, so a cell of 2 GB costs no more memory than the limit.
"""

import csv
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from placewell.exchange.faults import Fault, Findings

# Python's own limit for a CSV cell.
LONGEST_CELL = 131_072
LONGEST_LINE = 25 * LONGEST_CELL
UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Stop(Exception):
    """Reading cannot go on in this file; the fault has been reported."""


class CsvFile:
    """One CSV file, opened by `opening` each time it is read."""

    def __init__(self, file: str, size: int, opening: Callable[[], BinaryIO]):
        self.file, self.size, self.opening = file, size, opening
        self.done, self.complete = 0, True
        self.positions: dict[str, int] = {}

    def label(self, position: int, name: str) -> str:
        return name

    def rows(self, findings: Findings) -> Iterator[tuple[int, list[str]]]:
        """The header and the rows with their lines. Empty lines are passed over."""
        self.done, self.complete = 0, True
        with self.opening() as raw:
            text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
            try:
                yield from self._records(text, findings)
            except UnicodeDecodeError:
                self.complete = False
                findings.fault(wrong_encoding(self))
            except Stop:
                self.complete = False

    def _records(self, text, findings: Findings) -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(self._lines(text, findings), strict=True)
        begins = 1
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                findings.fault(self._broken(begins, str(error)))
                if "expected after" not in str(error):
                    raise Stop from error
                self.complete = False
                cells = []
            if cells:
                yield begins, cells
            begins = reader.line_num + 1

    def _lines(self, text, findings: Findings) -> Iterator[str]:
        number = 0
        while line := text.readline(LONGEST_LINE):
            number += 1
            self.done += len(line)
            if len(line) == LONGEST_LINE:
                findings.fault(self._broken(number, "field larger"))
                raise Stop
            if "\0" in line:
                findings.fault(
                    Fault(
                        self.file, number, None, None, "this line holds a NUL byte", "Save the file as plain CSV text."
                    )
                )
                line = line.replace("\0", "")
            yield line

    def _broken(self, line: int, error: str) -> Fault:
        if "field larger" in error:
            problem = (
                f"a cell that begins here is longer than {LONGEST_CELL:,} characters, or its quote is never closed"
            )
            remedy = 'Shorten it, or close the quote (").'
        elif "expected after" in error:
            problem = "a quoted cell goes on after its closing quote"
            remedy = 'Put the whole cell in quotes and write a quote inside it twice ("").'
        else:
            problem = "a quote that begins in this row is never closed"
            remedy = 'Close the cell with a quote (").'
        return Fault(self.file, line, None, None, problem, remedy)


def wrong_encoding(source: CsvFile) -> Fault:
    """Where a file stops being UTF-8: the first such line and byte, and how many lines there are."""
    with source.opening() as raw:
        if raw.read(2) in UTF16:
            return Fault(
                source.file,
                1,
                None,
                None,
                "the file is UTF-16 text, not UTF-8",
                'Save it as "CSV UTF-8 (comma delimited)".',
            )
    first, count = None, 0
    with source.opening() as raw:
        for number, line in enumerate(iter(lambda: raw.readline(LONGEST_LINE), b""), 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as error:
                count += 1
                first = first or (number, error.start + 1, line[error.start])
    if first is None:
        first = (1, 1, 0)
    number, place, byte = first
    more = f" ({count} lines are like this)" if count > 1 else ""
    problem = f"this line is not UTF-8: byte {place} of it is 0x{byte:02X}{more}"
    return Fault(source.file, number, None, None, problem, 'Save the file as "CSV UTF-8 (comma delimited)".')
