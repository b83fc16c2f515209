"""Questions about what comes next, whole: with which a step or an appointment is corrected."""

from placewell.records.contact_words import Mode
from placewell.records.steps import StepBy
from placewell.web.forms.records import ChoiceField, ClockField, DayField, LongText, RecordForm, RowField, ShortText

TWICE = "A step is either done or not done after all. Clear one of the two"


class WholeStepForm(RecordForm):
    """Everything about a step."""

    what = LongText(label="What will be done?", missing="Say what will be done", rows=2)
    by_whom = ChoiceField(label="Who does it?", choices=StepBy, missing="Choose who does it")
    named = ShortText(label="Their name", help_text="When it is neither the person nor their specialist")
    due_on = DayField(label="By when? (optional)", called="the day by which it is done", required=False)
    done_on = DayField(label="Done on (if it was)", called="the day it was done", required=False)
    dropped_because = ShortText(label="Why it is not done after all (if so)")

    def clean(self):
        cleaned = super().clean()
        done = cleaned.get("done_on")
        if done and done > self.today:
            self.add_error("done_on", "Enter when it was done, today or before")
        if done and cleaned.get("dropped_because"):
            self.add_error("dropped_because", TWICE)
        return cleaned


class WholeAppointmentForm(RecordForm):
    """Everything about a meeting that is booked."""

    begins_on = DayField(label="Which day?", called="the day of the appointment")
    begins_time = ClockField(label="What time does it begin? (optional)", missing="")
    mode = ChoiceField(label="How?", choices=Mode, missing="Choose how you meet", small=True)
    place = ShortText(label="Where? (optional)", help_text="In words that the person can find it by")
    purpose = ShortText(label="What is it for? (optional)")
    staff = RowField(label="Who meets them?", missing="Choose who meets them")
    employer = RowField(label="Employer (if one takes part)", empty="None")
    cancelled_because = ShortText(label="Why it does not take place (if so)")
