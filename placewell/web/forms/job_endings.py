"""Questions about the end of a job: asked twice, for the person and for the employer."""

from placewell.records.job_endings import ClaimHelp, NotAsked, Notice
from placewell.records.jobs import JobEnd
from placewell.web.forms.records import ChoiceField, DayField, LongText, RecordForm

EMPLOYER_SAID = [*JobEnd.choices, *NotAsked.choices]
TOLD = ("person_words", "employer_reason", "employer_not_asked", "employer_words", "notice", "learned", "claim_help")


class EndingForm(RecordForm):
    """How a job ended, as each side tells it, and what it teaches."""

    person_words = LongText(
        label="In the person’s words (optional)", rows=3, help_text="Why it ended, and what they think of it."
    )
    employer_said = ChoiceField(
        label="Why did it end, for the employer?", choices=EMPLOYER_SAID, as_list=True,
        missing="Choose what the employer said, or why they were not asked",
        help_text="Ask only where the person has agreed that we speak with the employer.",
    )  # fmt: skip
    employer_words = LongText(label="In the employer’s words (optional)", rows=3)
    notice = ChoiceField(label="Was there notice? (optional)", choices=Notice)
    learned = LongText(
        label="What was learned for the next job? (optional)", rows=3,
        help_text="It is shown where the vocational profile is next worked on.",
    )  # fmt: skip
    claim_help = ChoiceField(label="Help with a benefit claim (optional)", choices=ClaimHelp)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("employer_said") in NotAsked.values and cleaned.get("employer_words"):
            self.add_error("employer_words", "Clear these words, or choose the employer’s reason above")
        return cleaned

    def told(self) -> dict:
        """How it ended, by the names of the record's fields."""
        answers = dict(super().facts())
        said = answers.pop("employer_said")
        answers |= {
            "employer_reason": said if said in JobEnd.values else "",
            "employer_not_asked": said if said in NotAsked.values else "",
        }
        return {name: answers[name] for name in TOLD}

    def facts(self) -> dict:
        return self.told()

    @classmethod
    def initial_of(cls, record) -> dict:
        return {**super().initial_of(record), "employer_said": record.employer_reason or record.employer_not_asked}


class JobEndForm(EndingForm):
    """When and why a job ended, when that was learned, and how both sides tell it.

    An end that stands already is not written over.
    """

    keeps_offline = True

    ended_on = DayField(
        label="From which day is there no job?", called="the day on which the job ended",
        help_text="The day after the last one in the job. For example, 27 3 2026",
    )  # fmt: skip
    end_reason = ChoiceField(
        label="Why did it end, for the person?", choices=JobEnd, missing="Choose why it ended for the person",
        small=True,
    )  # fmt: skip
    end_known_on = DayField(
        label="When did you learn of it?", called="the date you learned of it",
        help_text="Support within 3 days of this counts. For example, 27 3 2026", required=False,
    )  # fmt: skip
    next_job_help_offered_on = DayField(
        label="When did you offer help towards the next job? (if you did)", called="the date help was offered",
        required=False,
    )  # fmt: skip

    field_order = [
        "ended_on", "end_known_on", "end_reason", "person_words", "employer_said", "employer_words", "notice",
        "learned", "next_job_help_offered_on", "claim_help",
    ]  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        ended, helped = cleaned.get("ended_on"), cleaned.get("next_job_help_offered_on")
        if ended and helped and helped < ended:
            self.add_error("next_job_help_offered_on", "Help is offered on the day the job ended, or later")
        return cleaned

    def facts(self) -> dict:
        names = ("ended_on", "end_reason", "end_known_on", "next_job_help_offered_on")
        return {**{name: self.cleaned_data[name] for name in names}, "told": self.told()}
