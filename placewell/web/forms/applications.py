"""Questions about an application for a job: how it was made, its interviews, what came of it."""

from placewell.records.applications import (
    ApplicationHow,
    CameOf,
    InterviewKind,
    ResultKind,
    SentBy,
    Told,
)
from placewell.web.forms.employers import NamesEmployer, which_employer
from placewell.web.forms.jobs import JobForm, NamesOccupation
from placewell.web.forms.records import (
    ChoiceField,
    ClockField,
    DayField,
    LongText,
    RecordForm,
    RowField,
    ShortText,
    YesNoField,
)

KIND_OF_WORK = {
    "label": "Kind of work (optional)", "list": "occupations",
    "help_text": "A few words, like kitchen porter, or four digits of SOC 2020.",
}  # fmt: skip
SPOKE = "Did you speak with somebody who can hire?"


class LeadField(RowField):
    """A lead of the unit, named with its employer."""

    def label_from_instance(self, row) -> str:
        return f"{row.title}, {row.employer}"


class ApplicationForm(NamesOccupation, NamesEmployer):
    """An application that was made: a few taps, and the words that matter."""

    keeps_offline = True

    employer_name = ShortText(
        label="Employer", missing="Enter the name of the employer", list="employers",
        help_text="Type the name. A new name is added to the unit’s list.",
    )  # fmt: skip
    which_employer = which_employer()
    title = ShortText(label="Job applied for", missing="Enter the job that they applied for, like kitchen porter")
    applied_on = DayField(label="When?", called="the date of the application")
    how = ChoiceField(label="How?", choices=ApplicationHow, missing="Choose how the application was made", small=True)
    sent_by = ChoiceField(label="Who sent it?", choices=SentBy, missing="Choose who sent it", small=True)
    staff = RowField(label="Which of us? (only if one of us sent it)", empty="Nobody of us")
    hiring_authority = YesNoField(label=f"{SPOKE} (only if one of us sent it)", inline=True, small=True)
    told = ChoiceField(
        label="What was the employer told of the person’s condition, or of our support?", choices=Told, small=True
    )
    lead = LeadField(label="Which lead does it answer? (optional)", empty="None")
    occupation_code = ShortText(**KIND_OF_WORK)
    which_occupation = ChoiceField(
        label="Which kind of work is it?", choices=[], missing="Choose the kind of work that is meant",
        help_text="None of these? Change the words above.", small=True,
    )  # fmt: skip

    not_facts = {"submission", "employer_name", "which_employer", "which_occupation"}
    FIRST = ("employer_name", "which_employer", "title", "applied_on", "how", "sent_by")
    # Asked once one of us sent it.
    OURS = ("staff", "hiring_authority")
    # What can be left open; the summary that folds it away names it.
    MORE = ("told", "lead", "occupation_code", "which_occupation")

    def __init__(self, *args, **told):
        super().__init__(*args, **told)
        if not self.fields["lead"].queryset:
            del self.fields["lead"]

    def first_questions(self):
        """What is asked at once; the lead too, where the form was opened from one."""
        lead = ("lead",) if self.initial.get("lead") else ()
        return [self[name] for name in (*self.FIRST, *lead) if name in self.fields]

    def our_questions(self):
        """What is asked of an application that one of us sent."""
        return [self[name] for name in self.OURS]

    def more_questions(self):
        """What is folded away."""
        at_once = {box.name for box in self.first_questions()}
        return [self[name] for name in self.MORE if name in self.fields and name not in at_once]

    def more_is_open(self) -> bool:
        """Whether something is wrong there, or was answered there."""
        boxes = self.more_questions()
        return any(box.errors or self.is_bound and box.name in self.changed_data for box in boxes)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("sent_by") == SentBy.SPECIALIST and not cleaned.get("staff"):
            self.add_error("staff", "Choose which of us sent it")
        return cleaned

    def facts(self) -> dict:
        facts = super().facts()
        if facts["sent_by"] != SentBy.SPECIALIST:
            facts["staff"] = None
        return {**facts, "hiring_authority": bool(facts["hiring_authority"])}


class WholeApplicationForm(NamesOccupation, RecordForm):
    """Everything about an application that can be corrected; who sent it to whom is another application."""

    title = ShortText(label="Job applied for", missing="Enter the job that they applied for, like kitchen porter")
    applied_on = DayField(label="When?", called="the date of the application")
    how = ChoiceField(label="How?", choices=ApplicationHow, missing="Choose how the application was made", small=True)
    told = ChoiceField(
        label="What was the employer told of the person’s condition, or of our support?", choices=Told, small=True
    )
    occupation_code = ShortText(**KIND_OF_WORK)
    which_occupation = ChoiceField(
        label="Which kind of work is it?", choices=[], missing="Choose the kind of work that is meant",
        help_text="None of these? Change the words above.", small=True,
    )  # fmt: skip

    not_facts = {"submission", "which_occupation"}


class InterviewForm(RecordForm):
    """An interview or a trial shift, booked or already held."""

    keeps_offline = True

    held_on = DayField(label="Which day?", called="the day of the interview")
    held_time = ClockField(label="What time? (optional)", missing="")
    kind = ChoiceField(label="How?", choices=InterviewKind, missing="Choose how it takes place", small=True)
    place = ShortText(label="Where? (optional)", help_text="In words that the person can find it by")
    goes_along = RowField(label="Who of us goes along? (optional)", empty="Nobody, the person goes alone")
    preparation = LongText(
        label="How is it prepared? (optional)", rows=3, autocapitalize="sentences",
        help_text="Likely questions, the person’s answers, the way there, what to wear.",
    )  # fmt: skip


class WholeInterviewForm(RecordForm):
    """Everything about an interview that can be corrected; its appointment goes with it."""

    held_on = DayField(label="Which day?", called="the day of the interview")
    held_time = ClockField(label="What time? (optional)", missing="")
    kind = ChoiceField(label="How?", choices=InterviewKind, missing="Choose how it takes place", small=True)
    place = ShortText(label="Where? (optional)", help_text="In words that the person can find it by")
    preparation = LongText(label="How is it prepared? (optional)", rows=3)
    words = LongText(label="How did it go, in the person’s words? (once it was told)", rows=3)


class InterviewToldForm(RecordForm):
    """Whether an interview took place, how it went, and the answer if there is one already."""

    keeps_offline = True

    came_of = ChoiceField(label="Did it take place?", choices=CameOf, missing="Say whether it took place", small=True)
    words = LongText(label="How did it go, in the person’s words? (optional)", rows=3, autocapitalize="sentences")
    hiring_authority = YesNoField(label="Was somebody there who can hire?", inline=True, small=True)
    answer = ChoiceField(
        label="Is there an answer already?", small=True, missing="Say whether there is an answer already",
        choices=[
            ("none", "Not yet"),
            (ResultKind.OFFERED.value, str(ResultKind.OFFERED.label)),
            (ResultKind.TURNED_DOWN_BY_EMPLOYER.value, str(ResultKind.TURNED_DOWN_BY_EMPLOYER.label)),
            (ResultKind.TURNED_DOWN_BY_PERSON.value, str(ResultKind.TURNED_DOWN_BY_PERSON.label)),
        ],
    )  # fmt: skip
    why = LongText(label="If so, the reason as it was said (optional)", rows=2, autocapitalize="sentences")

    not_facts = {"submission", "answer", "why"}

    def facts(self) -> dict:
        kind = self.cleaned_data["answer"]
        result = {"kind": kind, "came_on": self.today, "words": self.cleaned_data["why"].strip()}
        facts = {**super().facts(), "hiring_authority": bool(self.cleaned_data["hiring_authority"])}
        return {**facts, "result": None if kind == "none" else result}


class ResultForm(RecordForm):
    """What came of an application on a day."""

    keeps_offline = True

    kind = ChoiceField(label="What came of it?", choices=ResultKind, missing="Choose what came of it")
    came_on = DayField(label="When?", called="the day")
    words = LongText(
        label="Why, as it was said? (optional)", rows=3, autocapitalize="sentences",
        help_text="The employer’s reason, or the person’s in their own words.",
    )  # fmt: skip
    starts_on = DayField(
        label="First day of the job (if they said yes and it is known)", called="the first day", required=False
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("starts_on") and cleaned.get("kind") != ResultKind.ACCEPTED:
            self.add_error("starts_on", "Clear the first day, or choose that the person said yes to the offer")
        return cleaned


class WholeResultForm(ResultForm):
    """Everything about a result, to be corrected."""

    keeps_offline = False


class CameForm(RecordForm):
    """That a job came of an application, and whether the lead that it answered is filled."""

    is_filled = YesNoField(label="Is the lead filled with it?", inline=True, small=True)

    def facts(self) -> dict:
        return {"is_filled": bool(self.cleaned_data.get("is_filled"))}


class WholeCameForm(RecordForm):
    """Which job came of an application, to be corrected."""

    job = RowField(label="Which job came of the application?", missing="Choose the job")


class StartForm(JobForm):
    """The start of the job that came of an application, with what the application says filled in."""

    is_filled = YesNoField(label="Is the lead filled with it?", inline=True, small=True)

    def facts(self) -> dict:
        facts = super().facts()
        return {**facts, "is_filled": bool(facts.get("is_filled"))}
