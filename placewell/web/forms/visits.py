"""Questions about a visit made alone, and what is said while it lasts."""

from placewell.web.forms.records import ClockField, DayField, LongText, RecordForm, RowField, ShortText


class VisitForm(RecordForm):
    """Where somebody goes alone, when they are back, and who makes sure of it."""

    keeps_offline = True
    while_it_waits = "Your colleague does not know of this visit yet. Ring them before you go."

    place = ShortText(
        label="Where?", missing="Say where the visit is",
        help_text="So that a colleague could find it. Colleagues of the unit see this.", longest=300,
    )  # fmt: skip
    begins_on = DayField(label="Which day?", called="the day of the visit")
    begins_time = ClockField(label="When does it begin?")
    back_by = ClockField(
        label="By when will you be back, or have said that you are safe?", missing="Enter the time, like 16:30"
    )
    checks = RowField(label="Which colleague checks that you are safe?", missing="Choose a colleague")
    phone = ShortText(
        label="On which number are you reached on the way?", missing="Enter a telephone number", width=20,
        inputmode="tel", autocomplete="tel",
    )  # fmt: skip
    staff = RowField(label="Who goes?", missing="Choose who goes")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("checks") and cleaned.get("checks") == cleaned.get("staff"):
            self.add_error("checks", "Choose a colleague who does not go on the visit")
        begins, back = cleaned.get("begins_time"), cleaned.get("back_by")
        if begins and back and back <= begins:
            self.add_error("back_by", "Enter a time after the visit begins")
        return cleaned


class SafeForm(RecordForm):
    """That whoever is out is safe: one button, and it may wait for a signal."""

    keeps_offline = True
    while_it_waits = "Your colleague has NOT been told yet that you are safe. Ring them if you can."


class HeardSafeForm(RecordForm):
    """That a colleague has heard of whoever is out."""

    note = LongText(label="How did you hear of them?", missing="Say how you heard that they are safe", rows=2)


class LongerForm(RecordForm):
    """Until when one is out after all."""

    keeps_offline = True
    while_it_waits = "Your colleague does NOT know the new time yet. Ring them if you can."

    back_by = ClockField(label="Until when?", missing="Enter the new time, like 16:30")
    note = ShortText(label="Why? (optional)")


class TriedForm(RecordForm):
    """How a colleague tried to reach whoever is out."""

    note = LongText(
        label="How did you try, and what came of it?", missing="Say how you tried to reach them", rows=3,
        help_text="For example: rang twice, no answer; told the supervisor at 16:50.",
    )  # fmt: skip


class CallOffForm(RecordForm):
    """Why a visit does not take place."""

    because = ShortText(label="Why does it not take place?", missing="Say why the visit does not take place")
