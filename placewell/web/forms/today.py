"""What Today asks: until when something is put off and why, and what the next step is."""

from placewell.records.steps import StepBy
from placewell.web.forms.records import ChoiceField, DayField, LongText, RecordForm, ShortText


class PutOffForm(RecordForm):
    """Until when, and why."""

    keeps_offline = True

    until_on = DayField(label="Until which day?", called="the day until which it is put off")
    put_off_because = LongText(
        label="Why can it wait?", missing="Say why it can wait", rows=3,
        help_text="For example: away until Monday; the review is booked for the 12th.",
    )  # fmt: skip


class BringBackForm(RecordForm):
    """Nothing is asked."""


class StepForm(RecordForm):
    """What will be done, by whom, by when."""

    keeps_offline = True

    what = ShortText(
        label="What will be done?", missing="Say what will be done", help_text="For example: ring the library together"
    )
    by_whom = ChoiceField(label="Who does it?", choices=StepBy, missing="Choose who does it")
    named = ShortText(label="Their name, if it is somebody else (optional)", longest=100)
    due_on = DayField(label="By when? (optional)", called="the day by which it is done", required=False)


class StepDoneForm(RecordForm):
    """When it was done; left open, today."""

    done_on = DayField(label="When was it done?", called="the day it was done", required=False)
