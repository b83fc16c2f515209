"""A contact noted with what comes next: a step with its day, an appointment, steps that were taken."""

from datetime import date

from django import forms

from placewell.records.contact_words import Mode
from placewell.records.steps import StepBy
from placewell.web.forms.contacts import OTHER, ContactForm
from placewell.web.forms.records import ChoiceField, ClockField, DayField, ShortText

BY_WHOM = [
    (StepBy.SPECIALIST, "I do"),
    (StepBy.PERSON, "The person"),
    (StepBy.CLINICIAN, "A clinician"),
    (StepBy.OTHER, "Somebody else"),
]
NAMED = {StepBy.CLINICIAN, StepBy.OTHER}


class TicksField(forms.Field):
    """Ids of rows that were ticked. Which of them there are is for the page to ask."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value) -> list[int]:
        return [int(one) for one in value or [] if one.isascii() and one.isdigit() and len(one) < 19]

    def in_words(self, value) -> str:
        return ""


class ByWhenField(forms.CharField):
    """A day that one tap names; '' for none, “other” for one that is typed beside it."""

    def to_python(self, value) -> date | str | None:
        if not value or value == OTHER:
            return value or None
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise forms.ValidationError("Choose one of the days on the page, or enter another") from None

    def in_words(self, value) -> str:
        return str(value or "")


class NewContactForm(ContactForm):
    """A contact, and in the same breath what is next."""

    steps_done = TicksField(label="Done now", required=False)
    next_what = ShortText(label="What is next? (optional)", longest=500, autocapitalize="sentences")
    next_by = ChoiceField(label="Who does it?", choices=BY_WHOM)
    next_named = ShortText(label="Their name (optional)", longest=200)
    next_due = ByWhenField(label="By when?", required=False)
    next_due_on = DayField(label="Which day?", called="the day", required=False)
    meet_on = DayField(label="Day", called="the day of the appointment", required=False)
    meet_time = ClockField(label="Time", missing="")
    meet_mode = ChoiceField(label="How?", choices=Mode, as_list=True)
    meet_where = ShortText(label="Where?", help_text="In words the person can find it by", longest=200)

    own_facts = set(ContactForm.base_fields)

    def clean(self):
        cleaned = super().clean()
        self._day_of_the_step(cleaned)
        self._day_of_the_appointment(cleaned)
        return cleaned

    def _day_of_the_step(self, cleaned: dict) -> None:
        due, typed = cleaned.get("next_due"), cleaned.get("next_due_on")
        if due == OTHER and typed is None and "next_due_on" not in self.errors:
            self.add_error("next_due_on", "Enter the day, or choose that there is none")
        due = typed if due in (OTHER, None) else due
        if due is not None and not cleaned.get("next_what") and "next_what" not in self.errors:
            self.add_error("next_what", "Say what is next, or choose no day")
        self._not_before_the_contact("next_due_on", due, "This is to be done after the contact")
        cleaned["next_due"] = due

    def _day_of_the_appointment(self, cleaned: dict) -> None:
        on, rest = cleaned.get("meet_on"), cleaned.get("meet_time") or cleaned.get("meet_where")
        if rest and on is None and "meet_on" not in self.errors:
            self.add_error("meet_on", "Enter the day of the appointment")
        self._not_before_the_contact("meet_on", on, "An appointment comes after the contact")

    def _not_before_the_contact(self, name: str, when: date | None, said: str) -> None:
        began = self.cleaned_data.get("began_on")
        if when is not None and began is not None and when < began:
            self.add_error(name, f"{said}: choose a day from {began:%-d %B %Y} on")

    def facts(self) -> dict:
        facts = super().facts()
        return {name: value for name, value in facts.items() if name in self.own_facts}

    def next_step(self) -> dict | None:
        """What is next, ready for the action; None when nothing was said."""
        told = self.cleaned_data
        if not told["next_what"]:
            return None
        by_whom = told["next_by"] or StepBy.SPECIALIST
        named = told["next_named"] if by_whom in NAMED else ""
        return {"what": told["next_what"], "by_whom": by_whom, "named": named, "due_on": told["next_due"]}

    def appointment(self) -> dict | None:
        """The meeting that was booked, ready for the action; None when none was."""
        told = self.cleaned_data
        if told["meet_on"] is None:
            return None
        return {
            "begins_on": told["meet_on"], "begins_time": told["meet_time"], "purpose": told["next_what"],
            "mode": told["meet_mode"] or Mode.FACE_TO_FACE, "place": told["meet_where"],
        }  # fmt: skip
