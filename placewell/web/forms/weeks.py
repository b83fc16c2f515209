"""What is asked about a working week."""

from decimal import Decimal

from placewell.rules.rounding import half_up
from placewell.web.forms.records import LongText, NumberField, RecordForm, YesNoField, correction_of

MINUTES = 60
HOURS_OF_A_WEEK = 168
# What is asked in hours, and kept in minutes.
IN_HOURS = {
    "employment_hours": "employment_minutes",
    "other_hours": "other_minutes",
    "community_hours": "community_minutes",
}


def hours_field(**told) -> NumberField:
    return NumberField(low=0, high=HOURS_OF_A_WEEK, suffix="hours", **told)


class WeekForm(RecordForm):
    """What the week was made of."""

    employment_hours = hours_field(
        label="Time on employment services", missing="Enter the time on employment services", called="the time",
        help_text="Everything that has to do with supporting people into work and in work. For example 34.5",
    )  # fmt: skip
    other_hours = hours_field(
        label="Time on anything else", missing="Enter the time on anything else, 0 for none", called="the time",
        help_text="For example, being care co-ordinator or running a group. 0 for none.",
    )  # fmt: skip
    community_hours = hours_field(
        label="Of all this, scheduled time in the community (optional)", called="the time in the community",
        help_text="Away from the office and the clinic. Left empty, the week does not count for community-based work.",
    )  # fmt: skip
    leave_days = NumberField(
        label="Days away (optional)", help_text="Leave, illness, training. Leave it empty for none.", high=7,
        called="days away", suffix="days",
    )  # fmt: skip
    log_complete = YesNoField(
        label="Is the log of employer contacts for this week complete?", missing="Say whether the log is complete",
        yes="Yes, close the week", no="Not yet",
    )  # fmt: skip

    def facts(self) -> dict:
        facts = super().facts()
        for hours, minutes in IN_HOURS.items():
            asked = facts.pop(hours)
            facts[minutes] = None if asked is None else half_up(numerator=asked, times=MINUTES)
        return facts


CorrectWeekForm = correction_of(WeekForm)


def initial_week(week) -> dict:
    """A week as it stands, in the form's terms."""
    hours = {
        asked: None if (kept := getattr(week, minutes)) is None else Decimal(kept) / MINUTES
        for asked, minutes in IN_HOURS.items()
    }
    return hours | {
        "leave_days": week.leave_days, "log_complete": week.log_complete, "read_version": week.version,
    }  # fmt: skip


class ReadForm(RecordForm):
    """That the log was read, with or without a remark."""

    remark = LongText(
        label="Anything to say about it? (optional)", rows=2, autocapitalize="sentences",
        help_text="The specialist sees it with your name. Nothing about the health of a person.",
    )  # fmt: skip


class ReadInOneTapForm(RecordForm):
    """Only a button."""
