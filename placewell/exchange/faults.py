"""What is wrong or odd in a data package: where, what it says, and what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass, field

# A report that nobody can read to the end helps nobody, and a package of a million rows can be
# wrong a million times: the report counts all, and holds this many.
MOST_FAULTS = 100_000
MOST_WARNINGS = 10_000
SHOWN = 80


def shortened(value: object, length: int = SHOWN) -> str:
    """A value as a report shows it: on one line, without control characters, not too long."""
    words = "".join(sign if sign.isprintable() else " " for sign in str(value)[: length + 1])
    return words if len(words) <= length else f"{words[: length - 1]}…"


@dataclass(frozen=True)
class Fault:
    """One thing wrong (or odd) in a package.

    `line` is the line of the file, or the row of the sheet; None when the whole file is meant.
    `column` is the column's name, in a workbook after its letter. `value` is what stands there.
    """

    file: str
    line: int | None
    column: str | None
    value: str | None
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        if self.column:
            place = f"{place} {self.column}"
        said = self.problem if self.value is None else f'"{shortened(self.value)}" {self.problem}'
        return f"{place}: {said}. {self.remedy}".rstrip()

    def as_json(self) -> dict:
        """The fault as a JSON object; `message` is the line that people read."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "value": None if self.value is None else shortened(self.value, 200),
            "problem": self.problem,
            "remedy": self.remedy,
            "message": str(self),
        }


@dataclass
class Findings:
    """Faults and warnings of a package, counted to the last and held up to a limit."""

    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    fault_count: int = 0
    warning_count: int = 0

    def fault(self, fault: Fault) -> None:
        self.fault_count += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(fault)

    def warn(self, warning: Fault) -> None:
        self.warning_count += 1
        if len(self.warnings) < MOST_WARNINGS:
            self.warnings.append(warning)


def in_order(faults: Iterable[Fault], files: list[str]) -> list[Fault]:
    """Faults file by file in the order of `files` (others first), then by line."""
    place = {name: number for number, name in enumerate(files)}
    return sorted(
        faults, key=lambda fault: (place.get(fault.file, -1), fault.file, fault.line or 0, fault.column or "")
    )


class PackageUnreadable(Exception):
    """The package cannot be opened at all. `fault` says why and what to do."""

    def __init__(self, fault: Fault):
        super().__init__(str(fault))
        self.fault = fault
