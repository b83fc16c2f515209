"""One cell: is it of its column's type, within its bounds, one of its words?

Each column has a `Cells`: a cache from the text of a cell to its value, because the same dates
and words stand in a column thousands of times.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from difflib import get_close_matches

from placewell.exchange.contract import Column
from placewell.rules import nhs_number

DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})", re.ASCII)
MOMENT_BEYOND = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?", re.ASCII)
DAY_FIRST = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", re.ASCII)
WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
NUMBER = re.compile(r"[+-]?(\d{1,30}(\.\d{0,60})?|\.\d{1,60})([eE][+-]?\d{1,2})?", re.ASCII)
LARGEST_WHOLE = 2**31 - 1
# The record keeps ten digits before the point and ten after it, and fifteen in all.
PLACES, DIGITS, LARGEST_NUMBER = 10, 15, Decimal(10) ** 10
YES_NO = {"true": True, "false": False}
LOOKS_YES = {"1", "yes", "y", "t", "ja", "wahr", "oui"}
LOOKS_NO = {"0", "no", "n", "f", "nein", "falsch", "non"}
KEPT = 50_000


class Wrong(ValueError):
    """The cell is wrong: a problem and its remedy, both in words."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(problem)
        self.problem, self.remedy = problem, remedy


class Cells(dict):
    """Values of a column by the text of the cell; what is wrong stands in `bad` by that text."""

    def __init__(self, column: Column):
        super().__init__()
        self.column, self.parse = column, parser(column)
        # Free words need no cache: whatever stands there is the value.
        self.plain = column.kind == "string" and not (column.words or column.pattern or column.name == "nhs_number")
        self.bad: dict[str, Wrong] = {}
        self.odd: dict[str, str] = {}
        self[None] = None  # a cell that the reader has already reported

    def __missing__(self, text: str):
        try:
            value = self.parse(text)
            if self.column.kind == "number" and value is not None and Decimal(value) != Decimal(text):
                self.odd[text] = f"has more digits than are kept; it is kept as {value}"
        except Wrong as wrong:
            self.bad[text], value = wrong, None
        self[text] = value
        return value

    def forget(self) -> None:
        """Let go of what was seen, when it is too much."""
        if len(self) > KEPT:
            self.clear()
            self.bad.clear()
            self.odd.clear()
            self[None] = None


def parser(column: Column) -> Callable[[str], object]:
    """How the cells of a column are read. The reader returns the value kept, or raises Wrong."""
    kinds = {"date": _date, "datetime": _moment, "boolean": _yes_no, "integer": _whole, "number": _number}
    if column.name == "nhs_number":
        read = _nhs_number
    elif column.words:
        read = _word_of(column.words)
    elif column.pattern:
        read = _participants(column.pattern)
    else:
        read = kinds.get(column.kind, str)
    nothing = "" if column.kind == "string" else None

    def parse(text: str):
        if text == "":
            if column.required:
                raise Wrong("is empty, and this column must be filled", f"Fill in {column.name}.")
            return nothing
        value = read(text)
        _within(column, value)
        return value

    return parse


def _date(text: str) -> str:
    if not DATE.fullmatch(text):
        if MOMENT_BEYOND.fullmatch(text):
            raise Wrong("is a date with a time", f"Write only the date: {text[:10]}.")
        if DAY_FIRST.fullmatch(text):
            raise Wrong("is not a date as this package writes it", "Write year-month-day, for example 2026-03-31.")
        raise Wrong("is not a date", "Write year-month-day, for example 2026-03-31.")
    return _existing(text)


def _existing(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        year, month, day = text.split("-")
        remedy = "Write a day of the calendar as year-month-day."
        if month == "02" and day == "29":
            remedy = f"{year} is no leap year: its February ends on the 28th."
        raise Wrong("is not a date that exists", remedy) from None
    return text


def _moment(text: str) -> tuple[str, str]:
    found = MOMENT.fullmatch(text)
    if not found:
        if MOMENT_BEYOND.fullmatch(text):
            remedy = (
                f"Write the service's local time to the minute, without seconds or offset: {text[:10]}T{text[11:16]}."
            )
            raise Wrong("is a time with an offset, seconds or a space", remedy)
        raise Wrong("is not a date and time", "Write local time as 2026-03-31T14:05.")
    day, hour, minute = found.groups()
    if hour > "23" or minute > "59":
        raise Wrong("is not a time of day", "Hours go from 00 to 23, minutes from 00 to 59.")
    return _existing(day), f"{hour}:{minute}:00"


def _yes_no(text: str) -> bool:
    value = YES_NO.get(text)
    if value is None:
        guess = text.strip().lower()
        likely = {"true": "true", "false": "false"}.get(guess)
        likely = likely or ("true" if guess in LOOKS_YES else "false" if guess in LOOKS_NO else None)
        raise Wrong("is not true or false", f'Write "{likely}".' if likely else 'Write "true" or "false".')
    return value


def _whole(text: str) -> int:
    if not WHOLE.fullmatch(text):
        raise Wrong("is not a whole number", "Write digits only, for example 45.")
    return int(text)


def _number(text: str) -> str:
    if not NUMBER.fullmatch(text):
        if re.fullmatch(r"[+-]?\d+,\d+", text):
            raise Wrong("is not a number: its decimal sign is a comma", f"Write {text.replace(',', '.')}.")
        raise Wrong("is not a number", "Write digits with a point, for example 37.5.")
    exact = Decimal(text)
    if abs(exact) >= LARGEST_NUMBER:
        raise Wrong("is too large a number", "Write a number below 10,000,000,000.")
    return plain(exact)


def plain(exact: Decimal) -> str:
    """A number as the record keeps it, without an exponent or zeros at its end."""
    kept = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN).plus(exact)
    kept = kept.quantize(Decimal(1).scaleb(-PLACES)) if kept.as_tuple().exponent < -PLACES else kept
    words = format(kept.normalize(), "f") if kept else "0"
    return words


def _nhs_number(text: str) -> str:
    if not nhs_number.is_valid(number=text):
        if nhs_number.is_valid(number=nhs_number.as_typed(text=text)):
            raise Wrong("is an NHS number with spaces or hyphens", "Write its ten digits without them.")
        raise Wrong(
            "is not an NHS number",
            "It has ten digits, and the last one must fit the others. Check it, or leave it empty.",
        )
    return text


def _word_of(words: tuple[str, ...]) -> Callable[[str], str]:
    known = frozenset(words)

    def read(text: str) -> str:
        if text not in known:
            close = get_close_matches(text.strip().lower().replace(" ", "_"), words, n=1, cutoff=0.5)
            nearest = f'Did you mean "{close[0]}"? ' if close else ""
            raise Wrong("is not one of this column's words", f"{nearest}It may be: {', '.join(words)}.")
        return text

    return read


def _participants(pattern: str) -> Callable[[str], str]:
    whole = re.compile(pattern)
    words = pattern.partition(")")[0].lstrip("(").split("|")

    def read(text: str) -> str:
        if not whole.fullmatch(text):
            wrong = next((part for part in text.split(";") if part not in words), text)
            close = get_close_matches(wrong.strip().lower().replace(" ", "_"), words, n=1, cutoff=0.5)
            nearest = f'Did you mean "{close[0]}"? ' if close else ""
            remedy = f"{nearest}It may be one or more of: {', '.join(words)}, separated by ; without spaces."
            raise Wrong("does not name the participants", remedy)
        return text

    return read


def _within(column: Column, value) -> None:
    if column.kind not in {"integer", "number"}:
        return
    exact = Decimal(value)
    if column.minimum is not None and exact < Decimal(str(column.minimum)):
        raise Wrong("is too small", f"The smallest number here is {column.minimum}.")
    if column.maximum is not None and exact > Decimal(str(column.maximum)):
        raise Wrong("is too large", f"The largest number here is {column.maximum}.")
    if column.kind == "integer" and exact > LARGEST_WHOLE:
        raise Wrong("is too large", f"The largest number that is kept is {LARGEST_WHOLE:,}.")
