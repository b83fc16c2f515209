"""Questions about in-work support: the rhythm that is agreed, and why a contact was missed."""

from placewell.records.in_work import MOST, MissedReason, RhythmUnit, SupportSide
from placewell.web.forms.records import ChoiceField, DayField, LongText, RecordForm, WholeField

NONE = "none"
UNITS = [*RhythmUnit.choices, (NONE, "No contact any more")]


class RhythmForm(RecordForm):
    """How often one side is seen, from which day, and why."""

    keeps_offline = True

    side = ChoiceField(label="Whose support is it?", choices=SupportSide, missing="Choose whose support it is")
    every = WholeField(
        label="A contact every how many?", low=1, high=MOST, called="the number",
        help_text="For example 2, for every 2 weeks. Leave empty for no contact.",
    )  # fmt: skip
    unit = ChoiceField(label="Days, weeks or months?", choices=UNITS, missing="Choose days, weeks or months")
    started_on = DayField(label="From which day?", called="the first day")
    ended_on = DayField(
        label="Until which day? (optional)", called="the last day", required=False,
        help_text="The day from which something else is agreed. For example, 27 3 2026",
    )  # fmt: skip
    agreed_because = LongText(label="Why this rhythm, in the person’s words? (optional)", rows=3)

    def clean(self):
        cleaned = super().clean()
        unit, every = cleaned.get("unit"), cleaned.get("every")
        if unit and unit != NONE and every is None and "every" not in self.errors:
            self.add_error("every", "Enter how many, for example 2, or choose “No contact any more”")
        started, ended = cleaned.get("started_on"), cleaned.get("ended_on")
        if started and ended and ended <= started:
            self.add_error("ended_on", "The last day must be after the first")
        return cleaned

    def facts(self) -> dict:
        facts = super().facts()
        return {**facts, "unit": "", "every": None} if facts["unit"] == NONE else facts

    @classmethod
    def initial_of(cls, record) -> dict:
        told = super().initial_of(record)
        return {**told, "unit": record.unit or NONE}


class ReasonForm(RecordForm):
    """Why a contact was missed."""

    reason = ChoiceField(label="Why was it missed?", choices=MissedReason, missing="Choose why it was missed")
    words = LongText(label="In your own words (optional)", rows=3, help_text="Needed for “another reason”.")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("reason") == MissedReason.OTHER and not cleaned.get("words"):
            self.add_error("words", "Say in your own words why it was missed")
        return cleaned


class MissedForm(ReasonForm):
    """Which contact was missed, and why. `missed` are (value, words) of those that wait for a reason."""

    keeps_offline = True

    which = ChoiceField(label="Which contact?", choices=[], missing="Choose which contact was missed", as_list=True)

    not_facts = {"submission", "which"}
    field_order = ["which", "reason", "words"]

    def __init__(self, *args, missed=(), **told):
        super().__init__(*args, **told)
        self.fields["which"].choices = [("", "Choose"), *missed]
