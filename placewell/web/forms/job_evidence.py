"""Questions about proofs of a job, what the person thinks of it, and their word that they still work there."""

from placewell.records.job_evidence import MOST_SATISFIED, ProofKind
from placewell.web.forms.records import (
    ChoiceField,
    DayField,
    LongText,
    RecordForm,
    ShortText,
    WholeField,
    YesNoField,
)


class ProofForm(RecordForm):
    """What was seen, and which days of the job it shows."""

    keeps_offline = True

    kind = ChoiceField(label="What did you see?", choices=ProofKind, missing="Choose what you saw")
    seen_on = DayField(label="When did you see it?", called="the date you saw it")
    covers_from = DayField(label="From which day does it show the job?", called="the first day it shows")
    covers_to = DayField(label="Until which day?", called="the last day it shows")
    note = ShortText(
        label="Where is it kept? (optional)", help_text="For example: in the person’s file, copy not taken."
    )

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("covers_from"), cleaned.get("covers_to")
        if first and last and last < first:
            self.add_error("covers_to", "The last day it shows must be the first or later")
        return cleaned


class ViewForm(RecordForm):
    """What the person thinks of their job."""

    keeps_offline = True

    said_on = DayField(label="When did they say so?", called="the date")
    words = LongText(
        label="What does the person think of the job, in their words?", missing="Enter what the person said", rows=4
    )
    satisfied = WholeField(
        label="How satisfied, from 1 to 5? (optional)", low=1, high=MOST_SATISFIED, called="how satisfied",
        help_text="Only if the person gives a number: 1 is not at all, 5 is very. It is for the talk, not for a score.",
    )  # fmt: skip


class ConfirmationForm(RecordForm):
    """Whether the person said that they are still in the job."""

    keeps_offline = True

    said_on = DayField(label="When did they tell you?", called="the date")
    still_in_work = YesNoField(label="Are they still in the job?", missing="Say whether they are still in the job")


class OwnWordForm(RecordForm):
    """On one's own page: whether one is still in a job."""

    still_in_work = YesNoField(
        label="Do you still work there?", missing="Say whether you still work there", yes="Yes, I still work there",
        no="No, not any more", inline=False,
    )  # fmt: skip
