"""Questions about a concern: what was noticed, whom it reached, how it ended."""

from placewell.records.concerns import ConcernKind, ToldHow
from placewell.web.forms.records import ChoiceField, DayField, LongText, RecordForm, RowField, ShortText

CLOSING = ("closed_on", "outcome")


class ToldForm(RecordForm):
    """Whom a concern reached, and what was decided. The parts that follow what was noticed."""

    supervisor_told_on = DayField(
        label="Supervisor told on (if they were)",
        called="the day the supervisor was told",
        required=False,
        help_text="",
    )
    supervisor_told_how = ChoiceField(label="How was the supervisor told?", choices=ToldHow, as_list=True)
    team_told_on = DayField(
        label="Care co-ordinator or clinical team told on (if they were)", called="the day the team was told",
        required=False, help_text="",
    )  # fmt: skip
    team_told_how = ChoiceField(label="How were they told?", choices=ToldHow, as_list=True)
    team_told_whom = ShortText(label="Who of the clinical team? (optional)")
    decided = LongText(label="Who decided what? (optional)", rows=3)

    def clean(self):
        cleaned = super().clean()
        for whom, called in (("supervisor", "the supervisor was"), ("team", "the clinical team was")):
            on, how = cleaned.get(f"{whom}_told_on"), cleaned.get(f"{whom}_told_how")
            if how and not on and f"{whom}_told_on" not in self.errors:
                self.add_error(f"{whom}_told_on", f"Enter the day on which {called} told")
            if on and not how and f"{whom}_told_how" not in self.errors:
                self.add_error(f"{whom}_told_how", f"Choose how {called} told")
        return cleaned


class ConcernForm(ToldForm):
    """What was noticed about a person, and what was done at once."""

    keeps_offline = True

    kind = ChoiceField(label="What is it about?", choices=ConcernKind, missing="Choose what it is about", small=True)
    note = LongText(
        label="What did you notice?", missing="Write down what you noticed",
        help_text="Facts, and the person’s own words. They can ask to read it.", rows=4,
    )  # fmt: skip
    noticed_on = DayField(label="When did you notice it?", called="the day it was noticed")
    done_at_once = LongText(label="What did you do at once? (optional)", rows=3)
    before_visits = ShortText(
        label="What should a colleague know before a visit? (optional)",
        help_text="Shown when somebody plans a visit to this person.", longest=500,
    )  # fmt: skip
    held_back_because = ShortText(
        label="Keep this out of the person’s own record? Then say why (optional)",
        help_text="Only where reading it would be likely to harm the person or somebody else seriously.",
        longest=500,
    )  # fmt: skip
    staff = RowField(label="Who noticed it?", missing="Choose who noticed it")

    field_order = [
        "kind", "note", "noticed_on", "done_at_once", "supervisor_told_on", "supervisor_told_how", "team_told_on",
        "team_told_how", "team_told_whom", "decided", "before_visits", "held_back_because", "staff",
    ]  # fmt: skip


class ClosableForm(RecordForm):
    """How a concern ended."""

    closed_on = DayField(
        label="Closed on (if it is closed)", called="the day it was closed", required=False, help_text=""
    )
    outcome = LongText(label="How did it end? (if it is closed)", rows=3)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("closed_on") and not cleaned.get("outcome"):
            self.add_error("outcome", "Say how it ended, or leave the day of closing empty")
        if cleaned.get("outcome") and not cleaned.get("closed_on") and "closed_on" not in self.errors:
            self.add_error("closed_on", "Enter the day on which it was closed")
        return cleaned


class FollowUpForm(ToldForm, ClosableForm):
    """What has happened since a concern was noted."""

    field_order = [
        "supervisor_told_on", "supervisor_told_how", "team_told_on", "team_told_how", "team_told_whom", "decided",
        *CLOSING,
    ]  # fmt: skip


class WholeConcernForm(ConcernForm, ClosableForm):
    """Everything about a concern, to be corrected."""

    keeps_offline = False


class ReadForm(RecordForm):
    """That one has read a concern."""
