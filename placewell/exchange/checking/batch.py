"""Some rows of one table while they are checked, column by column."""

from dataclasses import dataclass, field

from placewell.exchange.contract import Table
from placewell.exchange.faults import Fault, Findings
from placewell.exchange.reading import TableFile


@dataclass
class Batch:
    """Rows of a table: their cells as they came, and the values that were read from them.

    `values` holds a list for each column of the contract (None where a cell was wrong, or its
    column is not in the file); `rows` and `services` the row numbers (see `references`).
    """

    table: Table
    source: TableFile
    positions: dict[str, int]
    findings: Findings
    lines: list[int]
    cells: list[list]
    values: dict[str, list] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    services: list[int | None] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.lines)

    def column(self, name: str) -> list:
        """The cells of a column as they came; nothing for a column that is not in the file."""
        position = self.positions.get(name)
        return [""] * len(self) if position is None else [row[position] for row in self.cells]

    def has(self, name: str) -> bool:
        return name in self.positions

    def _place(self, number: int, name: str) -> tuple:
        position = self.positions.get(name)
        if position is None:
            return self.source.file, self.lines[number], name, None
        cell = self.cells[number][position]
        return self.source.file, self.lines[number], self.source.label(position, name), cell

    def fault(self, number: int, name: str, problem: str, remedy: str) -> None:
        """Report a fault in a column of one row."""
        self.findings.fault(Fault(*self._place(number, name), problem, remedy))

    def warn(self, number: int, name: str, problem: str, remedy: str = "") -> None:
        """Report what only looks odd."""
        self.findings.warn(Fault(*self._place(number, name), problem, remedy))
