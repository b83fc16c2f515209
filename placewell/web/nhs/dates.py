"""A date asked for in three boxes: keeps what was typed and says precisely what is wrong."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from placewell.web.nhs.widgets import PARTS, DateParts, Typed

MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
EMPTY = Typed("", "", "")
A_YEAR_HAS = 4


class DateField(forms.Field):
    """A day. `called` is what messages call it: “the date of the meeting”.

    The month may be a number or a name (3, March, mar). The code of an error names the boxes
    that are wrong, apart by spaces.
    """

    widget = DateParts

    def __init__(self, *, called: str = "the date", **told):
        super().__init__(**told)
        self.called = called

    def clean(self, value: Typed | date | None) -> date | None:
        """The date typed; None when nothing was and nothing need be. Raises ValidationError."""
        typed = self.prepare_value(value)
        if not any(typed):
            if self.required:
                raise ValidationError(f"Enter {self.called}", code=" ".join(PARTS))
            return None
        missing = [part for part, words in zip(PARTS, typed, strict=True) if not words]
        if missing:
            raise ValidationError(f"{self.subject} must include a {' and '.join(missing)}", code=" ".join(missing))
        found = self.read(typed)
        self.run_validators(found)
        return found

    @property
    def subject(self) -> str:
        """What the date is called, at the beginning of a sentence."""
        return self.called[:1].upper() + self.called[1:]

    def read(self, typed: Typed) -> date:
        """The day that complete boxes name. Raises ValidationError with the boxes that are wrong."""
        day, month, year = number(typed.day), month_number(typed.month), number(typed.year)
        wrong = [part for part, found in zip(PARTS, (day, month, year), strict=True) if found is None]
        if wrong:
            raise ValidationError(f"{self.subject} must be a real date, like 27 3 2026", code=" ".join(wrong))
        if len(typed.year) != A_YEAR_HAS:
            raise ValidationError("Year must include 4 numbers", code="year")
        if not 1 <= month <= len(MONTHS):
            raise ValidationError("Month must be between 1 and 12", code="month")
        try:
            return date(year, month, day)
        except ValueError:
            raise ValidationError(
                f"{self.subject} must be a real date: there is no {typed.day} {MONTHS[month - 1].title()} {typed.year}",
                code="day",
            ) from None

    def prepare_value(self, value) -> Typed:
        """Boxes for a date, or as they were typed."""
        if isinstance(value, Typed):
            return value
        return Typed(str(value.day), str(value.month), str(value.year)) if value else EMPTY

    def has_changed(self, initial, data) -> bool:
        return self.prepare_value(initial) != self.prepare_value(data)


def number(words: str) -> int | None:
    """A whole number as typed, or None."""
    return int(words) if words.isascii() and words.isdigit() else None


def month_number(words: str) -> int | None:
    """A month as a number or a name of at least three letters, or None."""
    name = words.lower().rstrip(".")
    for position, month in enumerate(MONTHS, start=1):
        if len(name) > 2 and month.startswith(name):
            return position
    return number(words)
