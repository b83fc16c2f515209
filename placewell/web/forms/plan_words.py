"""Questions about the words of plans: writing one, agreeing to it, looking at it again, its steps."""

from functools import cache

from placewell.records.plan_words import HowAgreed
from placewell.records.plans import PlanKind
from placewell.records.steps import StepBy
from placewell.rules.plan_parts import parts_of
from placewell.web.forms.records import ChoiceField, DayField, LongText, RecordForm, RowField, ShortText

STEPS = (1, 2, 3)
PART = "part_"
LATER = [(HowAgreed.ON_PAPER, "They signed it on paper"), (HowAgreed.BY_PHONE, "They said so on the phone")]


class PlanWords(RecordForm):
    """A form with a field for each part of a plan."""

    def words(self) -> dict[str, str]:
        """What was written, by part."""
        return {name.removeprefix(PART): said for name, said in self.cleaned_data.items() if name.startswith(PART)}


class WritePlan(PlanWords):
    """A plan as it was agreed, with its first steps."""

    keeps_offline = True

    def steps(self) -> list[dict]:
        """The steps that were written down."""
        asked = self.cleaned_data
        return [
            {"what": asked[f"what_{n}"], "by_whom": asked[f"by_whom_{n}"] or StepBy.PERSON, "due_on": asked[f"due_{n}"]}
            for n in STEPS
            if asked[f"what_{n}"]
        ]

    def facts(self) -> dict:
        asked = self.cleaned_data
        return {"words": self.words(), "steps": self.steps(), "agreed_on": asked["agreed_on"], "job": asked.get("job")}


class PutInWords(WritePlan):
    """The words of a plan whose days are known."""

    def facts(self) -> dict:
        return {"words": self.words(), "steps": self.steps()}


class ReviewPlan(PlanWords):
    """A plan looked at again: its words as they are now, and what changed."""

    def facts(self) -> dict:
        asked = self.cleaned_data
        return {"words": self.words(), "reviewed_on": asked["reviewed_on"], "what_changed": asked["what_changed"]}


@cache
def write_form(kind: str) -> type[WritePlan]:
    """The form that writes a plan of this kind."""
    fields = words_and_steps(kind)
    if kind == PlanKind.IN_WORK_SUPPORT_PLAN:
        fields["job"] = RowField(label="For which job?", empty="No job")
    fields["agreed_on"] = DayField(label="When did you agree on it together?", called="the date it was agreed")
    return type("WritePlanOfKind", (WritePlan,), fields)


@cache
def put_in_words_form(kind: str) -> type[PutInWords]:
    """The form that adds the words of a plan of this kind."""
    return type("PutInWordsOfKind", (PutInWords,), words_and_steps(kind))


def words_and_steps(kind: str) -> dict:
    """A field for each part, and fields for the first steps."""
    fields = words_fields(kind)
    for n in STEPS:
        nth = ("First", "Second", "Third")[n - 1]
        fields |= {
            f"what_{n}": ShortText(label=f"{nth} step (optional)", longest=500),
            f"by_whom_{n}": ChoiceField(label=f"Who does the {nth.lower()} step?", choices=StepBy, as_list=True),
            f"due_{n}": DayField(label=f"By when is the {nth.lower()} step?", required=False, help_text=""),
        }
    return fields


@cache
def review_form(kind: str) -> type[ReviewPlan]:
    """The form that looks at a plan of this kind again."""
    fields = words_fields(kind)
    fields["what_changed"] = LongText(
        label="What changed?", missing="Say what changed, or that nothing did", rows=3,
        help_text="For the person and for whoever reads it next, for example: mornings work better than we thought",
    )  # fmt: skip
    fields["reviewed_on"] = DayField(label="When did you review the plan together?", called="the date of the review")
    return type("ReviewPlanOfKind", (ReviewPlan,), fields)


def words_fields(kind: str) -> dict:
    """A field for each part; the first has to be filled."""
    return {
        f"{PART}{part.key}": LongText(
            label=part.asked if not number else f"{part.asked} (optional)", help_text=part.hint, rows=3,
            missing="" if number else "Write this down, in the person’s own words",
        )
        for number, part in enumerate(parts_of(kind))
    }  # fmt: skip


class PartForm(RecordForm):
    """The words of one part, to be corrected."""

    words = LongText(label="What was agreed?", missing="Write down what was agreed", rows=6)


class AgreeOnScreen(RecordForm):
    """The person reads the plan on this screen and agrees."""

    name = ShortText(label="Your name", missing="Type your name to agree")
    comment = LongText(label="Anything you want to add? (optional)", rows=3)


class AgreedOtherwise(RecordForm):
    """The person agreed on paper or by phone."""

    how = ChoiceField(label="How did the person agree?", choices=LATER, missing="Choose how the person agreed")
    name = ShortText(label="Name, as the person gave it", missing="Enter the name")
    confirmed_on = DayField(label="When did they agree?", called="the date")
    comment = LongText(label="What did they say about it? (optional)", rows=3)


class AgreementForm(AgreedOtherwise):
    """How the person agreed, to be corrected."""

    how = ChoiceField(label="How did the person agree?", choices=HowAgreed, missing="Choose how the person agreed")


class PlanReviewForm(RecordForm):
    """What a review changed, to be corrected."""

    what_changed = LongText(label="What changed?", missing="Say what changed, or that nothing did", rows=3)
    reviewed_on = DayField(label="When did you review the plan together?", called="the date of the review")


class PlanStepForm(RecordForm):
    """One more step of a plan."""

    keeps_offline = True

    what = ShortText(label="What will be done?", missing="Say what will be done", longest=500)
    by_whom = ChoiceField(label="Who does it?", choices=StepBy, missing="Choose who does it")
    named = ShortText(label="Their name (if it is somebody else)")
    due_on = DayField(label="By when? (optional)", called="the date", required=False)


class DropForm(RecordForm):
    """Why a step is not done after all."""

    because = ShortText(label="Why is it not done after all?", missing="Say why it is not done after all", longest=500)


class DoneForm(RecordForm):
    """A step that was done: one tap."""
