"""A workbook's cell as the text that a CSV file would hold.

Excel keeps dates, numbers and true/false as such; the contract's text is made of them here. What
cannot be the column's text is Wrong, and never guessed at.
"""

import re
from datetime import date, datetime, time, timedelta

from placewell.exchange.checking.cells import Wrong
from placewell.exchange.contract import Column

# XML cannot hold these signs; workbooks write them as _x000D_ (ECMA-376, 22.9.2.19 ST_Xstring).
CONTROL_SIGNS = r"\x00-\x08\x0b-\x1f\x7f\ufffe\uffff"
CODES = "x(00[01][0-9A-F]|007F|005F|FFFE|FFFF)"
CONTROL = re.compile(f"[{CONTROL_SIGNS}]")
ESCAPED = re.compile(f"_{CODES}_")
# An underscore that would read as the beginning of an escape.
MISLEADING = re.compile(f"_(?={CODES}[_{CONTROL_SIGNS}])")


def escaped(text: str) -> str:
    """Text as a workbook's XML may hold it; `unescaped` gives it back."""
    text = MISLEADING.sub("_x005F_", text)
    return CONTROL.sub(lambda found: f"_x{ord(found.group(0)):04X}_", text)


def unescaped(text: str) -> str:
    """Text of a workbook with its escapes undone."""
    return ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text


def text_of(cell, column: Column | None) -> str:
    """What a CSV file would hold for a cell of this column. Raises Wrong."""
    value, kind = cell.value, cell.data_type
    if kind == "f":
        raise Wrong("is a formula", "Paste its value in its place (Paste special, Values).")
    if kind == "e":
        raise Wrong("is an error of the workbook", "Put a value in its place.")
    if value is None:
        return ""
    if isinstance(value, str):
        return unescaped(value)
    wanted = column.kind if column else "string"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return _of_date(value, wanted)
    if isinstance(value, time | timedelta):
        raise Wrong("is a time of day without a date", "Write date and time as text, for example 2026-03-31T14:05.")
    if wanted in {"date", "datetime"}:
        remedy = "Format the cell as a date, or write it as text, for example 2026-03-31."
        raise Wrong("is a number where a date belongs", remedy)
    return _of_number(value)


def shown(cell) -> str:
    """A cell as a report shows it."""
    value = cell.value
    return str(getattr(value, "text", value))


def _of_date(value: date, wanted: str) -> str:
    if wanted not in {"date", "datetime"}:
        raise Wrong("has become a date in the workbook", "Format the cell as text and write the value again.")
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    # A workbook keeps moments as fractions of a day, a little before or after the minute.
    value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
    if wanted == "date" and value.time() == time():
        return value.date().isoformat()
    return value.isoformat(timespec="seconds" if value.second else "minutes")


def _of_number(value: float) -> str:
    if isinstance(value, float) and not value.is_integer():
        # Fifteen digits are what a workbook shows; the rest is how computers keep fractions.
        return f"{value:.15g}"
    return str(int(value)) if abs(value) < 1e18 else f"{value:.15g}"
