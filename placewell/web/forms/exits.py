"""Questions when support ends: what was tried, who was asked, what the person says, how they can come back."""

from collections.abc import Callable

from placewell.records.support import EpisodeEnd
from placewell.rules.finding import Finding, Verdict
from placewell.web.forms.records import CheckedForm, ChoiceField, DayField, LongText, RecordForm, ShortText

HINTS = {
    "missed_appointments": "Counts against assertive outreach (IPS-25, item 25): nobody is let go for appointments missed",
    "time_limit": "Counts against assertive outreach (item 25) and support without a time limit (item 24)",
    "cannot_be_reached": "Tries in different ways, with the clinical team, come first",
    "person_chose_to_stop": "Their own wish is enough. They can come back any day",
}


class WordsForm(RecordForm):
    """What is said and arranged when support ends; each may stay open."""

    few_tries_because = LongText(
        label="If they stayed away and few ways were tried: why does support end all the same? (optional)", rows=3
    )
    team_consulted_on = DayField(
        label="Clinical team asked on (if they were)", called="the day the clinical team was asked", required=False,
        help_text="",
    )  # fmt: skip
    team_consulted_whom = ShortText(label="Who of the clinical team? (optional)")
    feedback = LongText(label="What does the person say about the support? (optional)", help_text="In their own words.")
    handed_to = ShortText(
        label="Who goes on supporting them? (optional)", help_text="For example: their care co-ordinator"
    )
    way_back = LongText(
        label="How can they come back? (optional)", help_text="Whom to ring or write to. It stands in the open-door letter.",
        rows=3,
    )  # fmt: skip
    letter_given_on = DayField(
        label="Open-door letter given or sent on (if it was)",
        called="the day of the letter",
        required=False,
        help_text="",
    )


class ExitForm(WordsForm, CheckedForm):
    """When and why support ended, and the words that go with it."""

    ended_on = DayField(
        label="From which day is there no support?", called="the day on which support ended",
        help_text="The first day without it. For example, 27 3 2026",
    )  # fmt: skip
    end_reason = ChoiceField(label="Why did it end?", choices=EpisodeEnd, missing="Choose why it ended", hints=HINTS)

    field_order = ["ended_on", "end_reason", *WordsForm.base_fields]

    def __init__(self, *args, enough: Callable[[str], Finding], **told):
        """`enough` says whether enough different ways were tried before this reason."""
        super().__init__(*args, **told)
        self.enough = enough

    def clean(self):
        cleaned = super().clean()
        reason = cleaned.get("end_reason")
        if reason and not cleaned.get("few_tries_because"):
            found = self.enough(reason)
            if found.verdict == Verdict.NOT_MET:
                self.add_error(
                    "few_tries_because",
                    f"The record holds {found.because}. Record the other tries first, or say why support ends all the same",
                )
        return cleaned
