"""What an import found and did, ready to be shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from placewell.exchange.faults import Fault, shortened
from placewell.exchange.importing import Report
from placewell.web.presenters.sheet import Cell, Part, Table

SHOWN = 200
PLACES = ("File or sheet", "Row", "Column", "Value", "What is wrong", "What would be right")
STATES = ("new", "changed", "unchanged", "withdrawn")
HEADS = ("Table", "New", "Changed", "Unchanged", "Withdrawn before")


@dataclass(frozen=True)
class ReportShown:
    """What is said of a package: in one heading and sentence, then faults, warnings and counts, or None."""

    heading: str
    said: str
    faults: Part | None
    warnings: Part | None
    warnings_called: str
    counts: Part | None


def report_shown(report: Report) -> ReportShown:
    """The report of an import as its page shows it."""
    heading, said = _said(report)
    return ReportShown(
        heading,
        said,
        _listed("What is wrong", report.faults, report.fault_count) if report.fault_count else None,
        _listed("What looks odd", report.warnings, report.warning_count) if report.warning_count else None,
        f"{counted(report.warning_count, 'thing')} to look at. They keep nothing from being taken in",
        _counts(report) if report.ok and report.counts else None,
    )


def counted(number: int, thing: str) -> str:
    """A number and its thing: “1 row”, “1,200 rows”."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _said(report: Report) -> tuple[str, str]:
    if not report.ok:
        return (
            f"{counted(report.fault_count, 'thing')} to put right",
            "Nothing was taken in. Mend the file, then choose it again.",
        )
    if report.written:
        return "The package is taken in", f"{counted(report.changes, 'row')} written."
    if not report.changes:
        return "Nothing is wrong, and nothing is new", "The record already holds all that this package says."
    return (
        "Nothing is wrong",
        f"{counted(report.changes, 'row')} would be written. Nothing is changed yet: choose the file again to take it in.",
    )


def _listed(heading: str, found: Sequence[Fault], total: int) -> Part:
    shown = found[:SHOWN]
    more = f"{total - len(shown):,} more are not shown. The command placewell import --check lists them all."
    text = f"The first {len(shown):,} of {total:,}. {more}" if total > len(shown) else ""
    return Part(heading, text, table=Table(heading, PLACES, [_cells(fault) for fault in shown]))


def _cells(fault: Fault) -> list[Cell]:
    row = "Whole file" if fault.line is None else str(fault.line)
    value = "–" if fault.value is None else shortened(fault.value) or "Empty"
    said = (fault.file, row, fault.column or "–", value, _sentence(fault.problem), fault.remedy)
    return [Cell(words) for words in said]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _counts(report: Report) -> Part:
    rows = [
        [Cell(_sentence(table.replace("_", " "))), *(Cell(f"{count[state]:,}") for state in STATES)]
        for table, count in report.counts.items()
    ]
    heading = "Rows that would be written" if report.check_only else "Rows of each table"
    return Part(heading, table=Table(heading, HEADS, rows))
