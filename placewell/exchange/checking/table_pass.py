"""One table of a package, read and checked batch by batch, ready to be laid aside (staged)."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice

from placewell.exchange.checking import oddities, placing, rows
from placewell.exchange.checking.batch import Batch
from placewell.exchange.checking.cells import Cells
from placewell.exchange.checking.known_record import KnownRecord
from placewell.exchange.checking.references import Place
from placewell.exchange.contract import Table
from placewell.exchange.faults import Fault, Findings
from placewell.exchange.reading import TableFile

ROWS_AT_ONCE = 5_000


class TablePass:
    """Reads one table's rows; what is wrong goes to `findings`, what refers on to `record`."""

    def __init__(self, table: Table, source: TableFile, record: KnownRecord, findings: Findings):
        self.table, self.source, self.record, self.findings = table, source, record, findings
        self.cells = {column.name: Cells(column) for column in table.columns}
        self.positions: dict[str, int] = {}

    def batches(self) -> Iterator[Batch]:
        """The table's rows, checked. Yields nothing when the header is at fault."""
        found = self.source.rows(self.findings)
        header = next(found, None)
        if header is None:
            if self.source.complete:
                remedy = "Give it a header line, or leave the file out."
                self.findings.fault(Fault(self.source.file, None, None, None, "the file is empty", remedy))
            return
        self.positions = self.source.positions = self.read_header(*header)
        width = len(header[1])
        while some := list(islice(found, ROWS_AT_ONCE)):
            batch = self._batch(some, width)
            self._read_cells(batch)
            placing.place(batch, self.record)
            rows.check(batch, self.record)
            oddities.look(batch, self.record)
            yield batch

    def read_header(self, line: int, names: list[str]) -> dict[str, int]:
        """Where each column stands. Unknown, repeated and missing columns are faults."""
        positions: dict[str, int] = {}
        for position, name in enumerate(names):
            label = self.source.label(position, name or "")
            if name not in self.table.by_name:
                self._of_header(line, label, "is not a column of this table", _renamed(name or "", self.table))
            elif name in positions:
                self._of_header(line, label, "stands twice in the header", "Keep one of the two columns.")
            else:
                positions[name] = position
        for column in self.table.columns:
            if column.required and column.name not in positions:
                self._of_header(line, column.name, "this column is missing", "Add it; every row must fill it.")
        return positions

    def _of_header(self, line: int, label: str, problem: str, remedy: str) -> None:
        self.findings.fault(Fault(self.source.file, line, label, None, problem, remedy))

    def _batch(self, some: list, width: int) -> Batch:
        lines, cells = [], []
        for line, row in some:
            if len(row) != width:
                problem = f"this row has {len(row)} cells, the header has {width}"
                remedy = "Give every row as many cells as the header; put a cell with a comma in quotes."
                self.findings.fault(Fault(self.source.file, line, None, None, problem, remedy))
                self._remember_ragged(row, line)
                continue
            lines.append(line)
            cells.append(row)
        return Batch(self.table, self.source, self.positions, self.findings, lines, cells)

    def _remember_ragged(self, row: list, line: int) -> None:
        """A row that cannot be read may still be the one that others refer to."""
        position = self.positions.get(self.table.key or "")
        if position is not None and position < len(row):
            self.record.tables[self.table.name].package.setdefault(row[position], Place(-line, None))

    def _read_cells(self, batch: Batch) -> None:
        for column in self.table.columns:
            if not batch.has(column.name):
                batch.values[column.name] = ["" if column.kind == "string" else None] * len(batch)
                continue
            texts, cells = batch.column(column.name), self.cells[column.name]
            if cells.plain:
                batch.values[column.name] = texts if None not in texts else [text or "" for text in texts]
                seen = {""} & set(texts) if column.required else ()
            else:
                batch.values[column.name] = [cells[text] for text in texts]
                seen = cells.bad.keys() | cells.odd.keys()
            if seen:
                _report(batch, column.name, texts, cells)
            cells.forget()


def _report(batch: Batch, name: str, texts: list, cells: Cells) -> None:
    """Faults and warnings of the cells of one column."""
    if cells.plain:
        cells[""]  # a column that must be filled says so itself
    for number, text in enumerate(texts):
        if text in cells.bad:
            batch.fault(number, name, cells.bad[text].problem, cells.bad[text].remedy)
        elif text in cells.odd:
            batch.warn(number, name, cells.odd[text])


def _renamed(name: str, table: Table) -> str:
    """The remedy for a column that the table does not have."""
    if ";" in name or "\t" in name:
        return "Separate the columns with commas."
    close = get_close_matches(name.strip().lower().replace(" ", "_"), table.names, n=1, cutoff=0.6)
    return f'Name it "{close[0]}", or take it out.' if close else "Take it out, or correct its name."
