"""What stands in the cells that faults between rows speak of: read again, once something is wrong."""

from collections.abc import Mapping
from dataclasses import replace

from placewell.exchange.faults import Fault, Findings
from placewell.exchange.reading import TableFile


def quote_cells(findings: Findings, files: Mapping[str, TableFile]) -> None:
    """Give each fault of a cell the value as its file has it.

    Rows are laid aside with row numbers in place of identifiers, so that checks between rows no
    longer know what was written. Only the files of such faults are read a second time.
    """
    for source in files.values():
        places = {source.label(position, name): position for name, position in source.positions.items()}
        asked = [
            number
            for number, fault in enumerate(findings.faults)
            if fault.file == source.file and fault.line is not None and fault.value is None and fault.column in places
        ]
        if asked:
            _quote(findings.faults, asked, source, places)


def _quote(faults: list[Fault], asked: list[int], source: TableFile, places: Mapping[str, int]) -> None:
    at_line: dict[int, list[int]] = {}
    for number in asked:
        at_line.setdefault(faults[number].line, []).append(number)
    for line, cells in source.rows(Findings()):
        for number in at_line.pop(line, ()):
            position = places[faults[number].column]
            if position < len(cells):
                faults[number] = replace(faults[number], value=cells[position])
        if not at_line:
            return
