"""Questions about profile, wishes, plans and benefits advice."""

from placewell.records.plans import AdvicePrompt, AdviserKind, PlanKind
from placewell.records.support import Prompt
from placewell.rules.occupations import FOR_EXAMPLE, SUB_MAJOR_GROUPS
from placewell.web.forms.records import (
    ChoiceField,
    DayField,
    NumberField,
    RecordForm,
    RowField,
    SeveralField,
    WholeField,
    YesNoField,
)

GROUPS = list(SUB_MAJOR_GROUPS.items())
WEEK = 80


class ProfileForm(RecordForm):
    """When a version of the vocational profile was written, and out of how much, to be corrected."""

    written_on = DayField(label="When was it written?", called="the date it was written")
    sessions = WholeField(
        label="How many meetings did it take? (optional)", low=1, high=100, called="the number of meetings"
    )
    sources = WholeField(
        label="How many sources did you use? (optional)", low=1, high=100, called="the number of sources",
        help_text="The person, the clinical team, records, family, employers",
    )  # fmt: skip
    prompted_by = ChoiceField(label="What prompted it?", choices=Prompt)


class PreferencesForm(RecordForm):
    """What kinds of work the person wants, and how many hours."""

    stated_on = DayField(label="When did the person say so?", called="the date")
    occupation_groups = SeveralField(
        label="What kinds of work does the person want?", choices=GROUPS, missing="Choose at least one kind of work",
        help_text="Choose all that fit. What was wanted before and is not chosen now ends on this day.",
        hints={group: words[:1].upper() + words[1:] for group, words in FOR_EXAMPLE.items()}, small=True,
    )  # fmt: skip
    hours_min = NumberField(label="Fewest hours a week (optional)", high=WEEK, called="the fewest hours")
    hours_max = NumberField(label="Most hours a week (optional)", high=WEEK, called="the most hours")


class PreferenceForm(RecordForm):
    """One wish, to be corrected."""

    occupation_group = ChoiceField(
        label="Kind of work", choices=GROUPS, missing="Choose the kind of work", as_list=True
    )
    hours_min = NumberField(label="Fewest hours a week (optional)", high=WEEK, called="the fewest hours")
    hours_max = NumberField(label="Most hours a week (optional)", high=WEEK, called="the most hours")
    stated_on = DayField(label="When did the person say so?", called="the date")
    superseded_on = DayField(label="From which day is it not wanted? (optional)", called="the date", required=False)


class PlanForm(RecordForm):
    """A plan that the person agreed to."""

    keeps_offline = True

    kind = ChoiceField(label="Which plan?", choices=PlanKind, missing="Choose which plan")
    agreed_on = DayField(label="When did the person agree to it?", called="the date it was agreed")
    job = RowField(label="For which job? (in-work support plan)", empty="No job")


class WholePlanForm(PlanForm):
    """Everything about a plan, to be corrected."""

    reviewed_on = DayField(label="Latest review (if there was one)", called="the date of the review", required=False)
    shared_with_team_on = DayField(
        label="Shared with the clinical team (if it was)", called="the date it was shared", required=False
    )


class ReviewForm(RecordForm):
    """When a plan was looked at again."""

    reviewed_on = DayField(label="When did you review the plan together?", called="the date of the review")


class ShareForm(RecordForm):
    """When a plan was shared with the clinical team."""

    shared_with_team_on = DayField(label="When was it shared with the clinical team?", called="the date it was shared")


class AdviceForm(RecordForm):
    """Benefits advice that was offered, and what came of it."""

    keeps_offline = True

    offered_on = DayField(label="When was it offered?", called="the date it was offered")
    prompted_by = ChoiceField(label="What was it about?", choices=AdvicePrompt, missing="Choose what it was about")
    job = RowField(label="For which job? (optional)", empty="No job")
    declined = YesNoField(label="Did the person decline it?", inline=True)
    held_on = DayField(label="When was it given? (if it was)", called="the date it was given", required=False)
    adviser = ChoiceField(label="Who gave it? (if it was)", choices=AdviserKind)
    written_result = YesNoField(label="Did the person get a written calculation of their own?", inline=True)
