"""What people type to find somebody, and the questions about a person's details."""

import re
from datetime import date

from placewell.rules.nhs_number import as_typed, is_valid
from placewell.web.forms.records import DayField, RecordForm, ShortText, YesNoField
from placewell.web.nhs.dates import month_number

BIRTH = re.compile(
    r"^(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ ./-]+(?P<month>\d{1,2}|[a-z]{3,9}\.?)[ ./,-]+(?P<year>\d{4}|\d{2})"
    r"|(?P<iso_year>\d{4})[ ./-](?P<iso_month>\d{1,2})[ ./-](?P<iso_day>\d{1,2})"
    r"|(?P<run_day>\d{2})(?P<run_month>\d{2})(?P<run_year>(?:19|20)\d{2}))$",
    re.IGNORECASE,
)
CENTURY = 100


def birth_date(*, words: str, today: date) -> date | None:
    """A date of birth typed in any sensible way (12/3/1980, 12 March 80, 1980-03-12); None for anything else.

    Two figures of a year are the latest such year that has begun.
    """
    found = BIRTH.match(words.strip())
    if found is None:
        return None
    parts = {name.rpartition("_")[2]: part for name, part in found.groupdict().items() if part}
    year, month = int(parts["year"]), month_number(parts["month"])
    if len(parts["year"]) == 2:
        year += today.year // CENTURY * CENTURY
        year -= CENTURY if year > today.year else 0
    try:
        return date(year, month, int(parts["day"]))
    except (TypeError, ValueError):
        return None


def health_number(words: str) -> str:
    """Ten digits, typed with or without spaces; '' for anything else."""
    digits = as_typed(text=words)
    return digits if len(digits) == 10 and digits.isdigit() else ""


class PersonForm(RecordForm):
    """Who the person is and how to reach them."""

    given_name = ShortText(label="Given name", missing="Enter the given name", width=20)
    family_name = ShortText(label="Family name", missing="Enter the family name", width=20)
    preferred_name = ShortText(label="Name they like to be called (optional)", width=20)
    date_of_birth = DayField(
        label="Date of birth (optional)", called="the date of birth", help_text="For example, 31 3 1980", required=False
    )
    nhs_number = ShortText(label="NHS number (optional)", help_text="10 digits, for example 943 476 5919", width=10)
    phone = ShortText(label="Phone (optional)", width=20, type="tel")
    email = ShortText(label="Email (optional)", width=30, type="email", spellcheck=False)
    postcode = ShortText(label="Postcode (optional)", width=10, longest=12)
    gender = ShortText(
        label="Gender (optional)", help_text="In the person’s own words. Only for equality figures.", width=20
    )
    ethnic_group = ShortText(
        label="Ethnic group (optional)", help_text="In the person’s own words. Only for equality figures.", width=20
    )
    language = ShortText(label="Language (optional)", help_text="A code such as en, cy, mi or pa", width=5, longest=35)
    interpreter_needed = YesNoField(label="Does the person need an interpreter?", inline=True)

    def clean_date_of_birth(self) -> date | None:
        born = self.cleaned_data["date_of_birth"]
        if born is not None and born > self.today:
            self.add_error("date_of_birth", "The date of birth must be in the past")
        if born is not None and born.year < self.today.year - 120:
            self.add_error("date_of_birth", "The date of birth must be in the last 120 years")
        return born

    def clean_nhs_number(self) -> str:
        number = as_typed(text=self.cleaned_data["nhs_number"])
        if number and not is_valid(number=number):
            self.add_error(
                "nhs_number", "This is not an NHS number: it has 10 digits, and the last one checks the others"
            )
        return number

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
            self.add_error("email", "Enter an email address like name@example.com")
        return email
