"""Fields of the forms that record facts: they take what people type, and say plainly what is wrong."""

import re
from datetime import time
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError

from placewell.web.nhs.dates import DateField
from placewell.web.nhs.widgets import Checkboxes, DateParts, Input, Radios, Select, Textarea
from placewell.web.presenters.wording import day, listed, number

NOT_RECORDED = ("", "Not recorded")
CLOCK = re.compile(r"^(?P<hour>\d{1,2})(?:[:.h ]?(?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?$", re.IGNORECASE)
NOON = 12
LONGEST = 10_000


class DayField(DateField):
    """A day. `called` is what messages call it: “the date of the contact”."""

    widget = DateParts

    def __init__(self, *, label, called="the date", help_text="For example, 27 3 2026", required=True):
        super().__init__(called=called, label=label, help_text=help_text, required=required)

    def in_words(self, value) -> str:
        return day(value) if value else ""


class ShortText(forms.CharField):
    """One line."""

    def __init__(self, *, label, missing="", help_text="", longest=200, **look):
        widget = Input(**{"autocomplete": "off", **look})
        super().__init__(
            label=label, help_text=help_text, required=bool(missing), max_length=longest, widget=widget,
            error_messages={
                "required": missing,
                "max_length": f"{label} must be {longest} characters or fewer. It has %(show_value)d.",
            },
        )  # fmt: skip

    def in_words(self, value) -> str:
        return value or ""


class LongText(forms.CharField):
    """Several lines, at most 10,000 characters."""

    def __init__(self, *, label, missing="", help_text="", **look):
        super().__init__(
            label=label, help_text=help_text, required=bool(missing), max_length=LONGEST, widget=Textarea(**look),
            error_messages={
                "required": missing,
                "max_length": f"Shorten this to {LONGEST:,} characters. It has %(show_value)d.",
            },
        )  # fmt: skip

    def in_words(self, value) -> str:
        return value or ""


class ChoiceField(forms.ChoiceField):
    """One of a few, as radios, or of many, as a list (`as_list`).

    Without `missing` it may stay open. Other words are refused.
    """

    def __init__(self, *, label, choices, missing="", help_text="", as_list=False, **look):
        offered = list(getattr(choices, "choices", choices))
        if as_list:
            offered = [("", "Choose" if missing else "Not recorded"), *offered]
        elif not missing:
            offered = [*offered, NOT_RECORDED]
        super().__init__(
            label=label, choices=offered, help_text=help_text, required=bool(missing),
            widget=(Select if as_list else Radios)(**look),
            error_messages={"required": missing, "invalid_choice": "Choose one of the answers on the page"},
        )  # fmt: skip

    def in_words(self, value) -> str:
        return str(dict(self.choices).get(value, value)) if value else ""


class YesNoField(ChoiceField):
    """Yes or no; None when it was left open."""

    def __init__(self, *, label, missing="", help_text="", yes="Yes", no="No", **look):
        super().__init__(
            label=label, choices=[("yes", yes), ("no", no)], missing=missing, help_text=help_text,
            **{"inline": bool(missing), **look},
        )  # fmt: skip

    def prepare_value(self, value):
        return {True: "yes", False: "no", None: ""}.get(value, value)

    def clean(self, value):
        return {"yes": True, "no": False, "": None}[super().clean(value)]

    def in_words(self, value) -> str:
        return super().in_words(self.prepare_value(value))


class SeveralField(forms.MultipleChoiceField):
    """Any of a few."""

    def __init__(self, *, label, choices, missing="", help_text="", **look):
        super().__init__(
            label=label, choices=getattr(choices, "choices", choices), help_text=help_text, required=bool(missing),
            widget=Checkboxes(**look),
            error_messages={"required": missing, "invalid_choice": "Choose from the answers on the page"},
        )  # fmt: skip

    def in_words(self, value) -> str:
        words = dict(self.choices)
        return listed([str(words[one]) for one in value or []])


class RowField(forms.ModelChoiceField):
    """A record chosen from those behind a door (`queryset`, given by the page).

    `in_hand` are rows of the queryset that the page has already, and that need not be asked for.
    """

    in_hand = ()

    def __init__(self, *, label, missing="", help_text="", empty="Choose", **look):
        super().__init__(
            queryset=None, label=label, help_text=help_text, required=bool(missing), empty_label=empty,
            widget=Select(**look),
            error_messages={"required": missing, "invalid_choice": "Choose one from the list"},
        )  # fmt: skip

    def to_python(self, value):
        found = next((row for row in self.in_hand if str(row.pk) == value), None)
        return found if found is not None else super().to_python(value)

    def label_from_instance(self, row) -> str:
        return getattr(row, "title", None) or str(row)

    def in_words(self, value) -> str:
        row = self.queryset.filter(pk=value).first() if isinstance(value, int) else value
        return self.label_from_instance(row) if row else ""


class NumberField(forms.Field):
    """A number within bounds, both included; money signs, spaces and a decimal comma are taken."""

    def __init__(self, *, label, low=0, high=None, missing="", called="the number", help_text="", box=Input, **look):
        self.low, self.high, self.called = low, high, called
        super().__init__(
            label=label, help_text=help_text, required=bool(missing),
            widget=box(**{"width": 5, "inputmode": "decimal", "autocomplete": "off", **look}),
            error_messages={"required": missing},
        )  # fmt: skip

    def to_python(self, value):
        words = re.sub(r"[\s£$€]", "", str(value or "")).replace(",", ".")
        if not words:
            return None
        try:
            found = Decimal(words)
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite():
            raise ValidationError(f"{self.called[:1].upper() + self.called[1:]} must be a number, like {self.example}")
        return found

    example = "16 or 37.5"

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        too_high = self.high is not None and value > self.high
        if value < self.low or too_high:
            bounds = f"between {self.low} and {self.high}" if self.high is not None else f"{self.low} or more"
            raise ValidationError(f"{self.called[:1].upper() + self.called[1:]} must be {bounds}")
        if -Decimal(value).as_tuple().exponent > 10 or value > 10**9:
            raise ValidationError(f"{self.called[:1].upper() + self.called[1:]} has too many digits")

    def prepare_value(self, value):
        return number(value).replace(",", "") if isinstance(value, Decimal) else value

    def in_words(self, value) -> str:
        return number(value)


class WholeField(NumberField):
    """A whole number within bounds."""

    example = "3 or 45"

    def __init__(self, **told):
        super().__init__(**{"inputmode": "numeric", **told})

    def to_python(self, value):
        found = super().to_python(value)
        if found is not None and found != found.to_integral_value():
            raise ValidationError(f"{self.called[:1].upper() + self.called[1:]} must be a whole number")
        return None if found is None else int(found)

    def in_words(self, value) -> str:
        return "" if value is None else f"{value:,}"


class ClockField(forms.Field):
    """A time of day as people type it: 14:05, 2.05pm, 9am, 0930."""

    def __init__(self, *, label, missing="Enter the time, like 14:05", help_text="For example, 14:05 or 2pm"):
        super().__init__(
            label=label, help_text=help_text, required=bool(missing), widget=Input(width=5, autocomplete="off"),
            error_messages={"required": missing},
        )  # fmt: skip

    def to_python(self, value):
        words = str(value or "").strip()
        if not words:
            return None
        found = CLOCK.match(words)
        hour = int(found["hour"]) if found else 99
        if found and found["half"]:
            afternoon = found["half"][0] in "pP"
            hour = hour % NOON + (NOON if afternoon else 0) if 1 <= hour <= NOON else 99
        try:
            return time(hour, int(found["minute"] or 0) if found else 0)
        except ValueError:
            raise ValidationError("Enter the time like 14:05 or 2pm") from None

    def prepare_value(self, value):
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def in_words(self, value) -> str:
        return f"{value:%H:%M}" if value else ""
