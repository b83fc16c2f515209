"""Questions about support: its beginning, who holds it, its end."""

from placewell.records.clients import WorkStatus
from placewell.records.support import EpisodeEnd
from placewell.web.forms.records import ChoiceField, DayField, RecordForm, RowField


class EnterForm(RecordForm):
    """The first appointment, and who becomes the key worker."""

    entered_on = DayField(
        label="When was the first appointment?", called="the date of the first appointment",
        help_text="Support begins on this day. For example, 27 3 2026",
    )  # fmt: skip
    key_worker = RowField(label="Key worker", missing="Choose the key worker")
    team = RowField(label="Clinical team (if any)", empty="No clinical team")
    work_status_at_entry = ChoiceField(
        label="Work on that day", choices=WorkStatus, missing="Choose how the person stood in work on that day"
    )


class HandOverForm(RecordForm):
    """A new key worker, from a day on."""

    key_worker = RowField(label="New key worker", missing="Choose the new key worker")
    started_on = DayField(label="From which day?", called="the day of the hand-over")


class CoverForm(RecordForm):
    """Who stands in while the key worker is away."""

    staff = RowField(label="Who stands in?", missing="Choose who stands in")
    started_on = DayField(label="First day of cover", called="the first day of cover")
    ended_on = DayField(
        label="Day on which the key worker is back (optional)", called="the day on which the key worker is back",
        required=False,
    )  # fmt: skip


class StepDownForm(RecordForm):
    """When the clinical team took over."""

    stepped_down_on = DayField(
        label="From which day does the clinical team carry the support on?", called="the day of stepping down"
    )


class WholeEpisodeForm(RecordForm):
    """Everything about a stretch of support, to be corrected."""

    entered_on = DayField(label="First appointment", called="the date of the first appointment")
    work_status_at_entry = ChoiceField(
        label="Work on that day", choices=WorkStatus, missing="Choose how the person stood in work on that day"
    )
    team = RowField(label="Clinical team (if any)", empty="No clinical team")
    stepped_down_on = DayField(label="Stepped down on (if it was)", called="the day of stepping down", required=False)
    ended_on = DayField(
        label="First day without support (if it ended)", called="the day on which support ended", required=False
    )
    end_reason = ChoiceField(label="Why it ended (if it did)", choices=EpisodeEnd, as_list=True)

    def clean(self):
        cleaned = super().clean()
        if bool(cleaned.get("ended_on")) != bool(cleaned.get("end_reason")) and not self.errors:
            self.add_error("end_reason", "Give both the day on which support ended and why, or neither")
        return cleaned


class AllocationForm(RecordForm):
    """Who held the person, from when to when, to be corrected."""

    staff = RowField(label="Who?", missing="Choose who")
    started_on = DayField(label="From which day?", called="the first day")
    ended_on = DayField(label="Until which day? (not included)", called="the last day", required=False)
