"""Import of a data package: read, checked as a whole, and taken in whole or not at all."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import OperationalError

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions import bulk
from placewell.exchange.checking import known_record
from placewell.exchange.checking.as_written import quote_cells
from placewell.exchange.checking.periods import Between
from placewell.exchange.checking.table_pass import TablePass
from placewell.exchange.contract import IN_ORDER, Table
from placewell.exchange.faults import Fault, Findings, PackageUnreadable, in_order
from placewell.exchange.reading import Package, open_package
from placewell.exchange.staging import matching, tables
from placewell.records.survey import survey

TRIES = 3
STATES = ("new", "changed", "same", "withdrawn")
Progress = Callable[[int, int, str], None]


class RecordBusy(Exception):
    """Somebody else is writing to the record, and did not finish in time. Nothing was written."""


@dataclass
class Report:
    """What an import found and did.

    `counts` says for each table of the package how many rows are new, changed, unchanged, or left
    as they are because they were withdrawn. `written` is True when the record has changed. Of very many
    faults the first 100,000 are kept; `fault_count` and `warning_count` count them all.
    """

    package: str
    check_only: bool
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    fault_count: int = 0
    warning_count: int = 0
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    written: bool = False

    @property
    def ok(self) -> bool:
        """Whether the package is right as a whole."""
        return self.fault_count == 0

    @property
    def changes(self) -> int:
        """How many rows are new or changed."""
        return sum(count["new"] + count["changed"] for count in self.counts.values())

    def as_json(self) -> dict:
        """The report as one JSON document."""
        return {
            "package": self.package,
            "ok": self.ok,
            "check_only": self.check_only,
            "written": self.written,
            "counts": self.counts,
            "fault_count": self.fault_count,
            "warning_count": self.warning_count,
            "faults": [fault.as_json() for fault in self.faults],
            "warnings": [warning.as_json() for warning in self.warnings],
        }


def import_package(
    path: str | Path, *, by: Worker, check_only: bool = False, progress: Progress | None = None
) -> Report:
    """Import a folder, a `.zip` or an `.xlsx`; with `check_only` only report.

    All or nothing: every fault is in the report, and nothing is written unless there is none.
    `progress(done, total, what)` is called as work goes on. Raises PermissionDenied when the
    worker may import nowhere, RecordBusy when another process keeps the record locked.
    """
    if not by.may(Permission.IMPORT_RECORD):
        raise PermissionDenied(f"no role allows to {Permission.IMPORT_RECORD}")
    try:
        for _ in range(TRIES):
            run = Run(Path(path), by, check_only, progress or (lambda done, total, what: None))
            try:
                return run.report()
            except bulk.RecordMoved:
                continue
    except (OperationalError, sqlite3.OperationalError) as error:
        if "locked" not in str(error) and "busy" not in str(error):
            raise
        raise RecordBusy(
            "Another process is writing to the record and did not finish in time. Nothing was imported; try again."
        ) from error
    raise RecordBusy("The record kept changing while the package was checked. Nothing was imported; try again.")


# Rows from which on the database learns anew how large its tables are.
LARGE = 1000


class Run:
    """One try at importing a package."""

    def __init__(self, path: Path, by: Worker, check_only: bool, progress: Progress):
        self.path, self.by, self.check_only, self.progress = path, by, check_only, progress
        self.findings = Findings()
        self.result = Report(str(path), check_only)
        self.by_service: dict[int, dict] = {}
        self.files: list[str] = []

    def report(self) -> Report:
        """Read, check and (unless only asked to check) write."""
        state = bulk.record_state()
        with tables.laid_aside():
            try:
                with open_package(self.path, self.findings) as package:
                    self._read(package)
            except PackageUnreadable as error:
                self.findings.fault(error.fault)
            self._finish_report()
            if self.result.ok and not self.check_only and self.result.changes:
                self._write(state)
                self.result.written = True
        return self.result

    def _read(self, package: Package) -> None:
        present = [table for table in IN_ORDER if table.name in package.tables]
        self.files = [package.tables[table.name].file for table in present]
        total, before = sum(source.size for source in package.tables.values()) or 1, 0
        with tables.in_one_go():
            record = known_record.load(self.by)
            for table in present:
                source = package.tables[table.name]
                record.tables[table.name].complete = False
                reading = TablePass(table, source, record, self.findings)
                for batch in reading.batches():
                    tables.put(batch)
                    self.progress(min(total, before + source.done), total, table.name)
                record.tables[table.name].complete = source.complete and table.match[0] in source.positions
                before += source.size
            self._match(present, package)
            Between(package.tables, record, self.findings).check()
            quote_cells(self.findings, package.tables)
        if not present and not self.findings.fault_count:
            remedy = "Give it at least one table of the contract, for example clients.csv."
            self.findings.fault(Fault(self.path.name, None, None, None, "this package holds no table", remedy))

    def _match(self, present: list[Table], package: Package) -> None:
        for table in present:
            source = package.tables[table.name]
            tables.index(table)
            for line, first in matching.twice(table):
                name = table.match[0]
                label = source.label(source.positions.get(name, 0), name)
                problem = f"has the same key ({', '.join(table.match)}) as line {first}"
                self.findings.fault(Fault(source.file, line, label, None, problem, "Keep one of the two rows."))
            absent = [
                stored for column in table.columns if column.name not in source.positions for stored in column.stored
            ]
            matching.match(table, absent)
            for line in matching.left_withdrawn(table):
                problem = "this row was withdrawn from the record, and stays so"
                remedy = "To bring it back, change it: a changed row stands again."
                self.findings.warn(Fault(source.file, line, None, None, problem, remedy))
            self._count(table)

    def _count(self, table: Table) -> None:
        total = dict.fromkeys(STATES, 0)
        for service, states in matching.counts(table).items():
            for state, number in states.items():
                total[state] += number
            written = {state: states.get(state, 0) for state in ("new", "changed")}
            if service is not None and any(written.values()):
                self.by_service.setdefault(service, {})[table.name] = written
        total["unchanged"] = total.pop("same")
        self.result.counts[table.name] = total

    def _finish_report(self) -> None:
        found, result = self.findings, self.result
        result.faults, result.warnings = in_order(found.faults, self.files), in_order(found.warnings, self.files)
        result.fault_count, result.warning_count = found.fault_count, found.warning_count

    def _write(self, state: tuple[int, int]) -> None:
        staged = [bulk.StagedTable(table.name, table.model, f"staged_{table.name}", table.stored) for table in IN_ORDER]
        steps = sum(len(counts) for counts in self.by_service.values())
        done = 0

        def progress(what: str) -> None:
            nonlocal done
            done += 1
            self.progress(done, steps, f"writing {what}")

        bulk.take_in(
            by=self.by,
            services=self.by_service,
            tables=staged,
            about=f"imported from {self.path.name}",
            checked_at=state,
            progress=progress,
        )
        if self.result.changes > LARGE:
            survey()
