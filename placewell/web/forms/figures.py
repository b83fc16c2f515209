"""What the pages of figures ask for: a day, a period, which rows. All by GET, so an address says it all."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from placewell.web.nhs.dates import DateField
from placewell.web.nhs.forms import NHSForm
from placewell.web.nhs.widgets import DateParts, Select
from placewell.web.presenters.wording import day

FIRST_DAY = date(2000, 1, 1)


class PastDate(DateField):
    """A day from 2000 on that is not after today, which the record could know nothing of."""

    def __init__(self, *, today: date, **told):
        super().__init__(**told)
        self.validators.append(self.known)
        self.today = today

    def known(self, given: date) -> None:
        """Raise ValidationError for a day after today or before 2000."""
        if given > self.today:
            raise ValidationError(f"{self.subject} must be today, {day(self.today)}, or earlier")
        if given < FIRST_DAY:
            raise ValidationError(f"{self.subject} must be {day(FIRST_DAY)} or later")


class AsAtForm(NHSForm):
    """The day on which the record is looked at."""

    def __init__(self, *args, today: date, **told):
        super().__init__(*args, **told)
        self.fields["as_at"] = PastDate(
            today=today,
            called="the date",
            label="Show the record as it stood on",
            help_text=f"For example, {today.day} {today.month} {today.year}",
            widget=DateParts(size="s"),
        )


class PeriodForm(NHSForm):
    """From one day to another, both included."""

    def __init__(self, *args, today: date, **told):
        super().__init__(*args, **told)
        self.fields["from"] = PastDate(
            today=today, called="the first day", label="First day", widget=DateParts(size="s")
        )
        self.fields["to"] = PastDate(today=today, called="the last day", label="Last day", widget=DateParts(size="s"))

    def clean(self) -> dict:
        """The last day is not before the first."""
        given = super().clean()
        first, last = given.get("from"), given.get("to")
        if first and last and last < first:
            self.add_error("to", f"The last day must be {day(first)} or later")
        return given


class RowsForm(NHSForm):
    """Which of the counted rows to show, and in what order."""

    def __init__(self, *args, staff: list[tuple[str, str]], parts: list[tuple[str, str]], sorted_: bool, **told):
        super().__init__(*args, **told)
        if staff:
            self.fields["staff"] = choice("Employment specialist", [("", "All"), *staff])
        if len(parts) > 1:
            self.fields["part"] = choice("Part", [("", "All"), *parts])
        self.fields["show"] = choice("Show", [("", "All"), ("counted", "Counted"), ("left_out", "Not counted")])
        if sorted_:
            order = [("", "Latest first"), ("oldest", "Oldest first"), ("most", "Highest number first")]
            self.fields["sort"] = choice("Order", order)


def choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    """A list to choose one from; nothing chosen is the first."""
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=Select(size=""))
