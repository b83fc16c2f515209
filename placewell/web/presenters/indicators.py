"""What a measure says besides its figure, in words: medians, shares, and indicators part by part."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from placewell.web.presenters.wording import number, per_cent, sentence

# What is said besides, and the parts of indicators, by the name that measures give them.
WORDS = {
    "median_days_km": "Median days to the first employer contact, those still waiting counted too (Kaplan–Meier)",
    "within_30_days": "Met an employer within 30 days, of those who could have",
    "with_plan": "Episodes counted that have an agreed job search plan",
    "months": "Months of the last three with a partner meeting held",
    "running": "Jobs running on the day",
    "full_time_specialists": "Specialists who work 0.9 of full time or more",
    "supervisors": "Supervisors in post",
    "weeks_with_group_supervision": "Weeks of the 13 with group supervision held",
    "cover_allocations": "Times in 12 months that somebody covered for a colleague",
    "not_ready": "Referrals decided against because somebody was judged not ready",
    "diagnosis": "Referrals decided against for a diagnosis",
    "substance_use": "Referrals decided against for substance use",
    "offending_history": "Referrals decided against for an offending history",
    "engagement_history": "Referrals decided against for a history of engagement",
    "kinds_of_source": "Kinds of source that referrals came from",
    "next_job_help": "Jobs that ended with help towards a next one offered within 30 days",
    "before_start": "Jobs started with benefits advice before the start, or declined",
    "at_change": "Changes of hours or pay with advice offered within 14 days",
    "first_profile": "Episodes with a first profile within 30 days, of two sessions and two sources",
    "kept_up": "Job starts and ends with the profile renewed within 30 days",
    "met_twice_by_plan": "Employers met face to face and as planned twice or more in 90 days",
    "kinds_of_support": "Kinds of support in 3 months, for each person in work",
    "week_before": "Jobs with a meeting in the week before the start",
    "first_days": "Jobs with a meeting in the first three days",
    "week_1": "Jobs with a meeting in the first week",
    "week_2": "Jobs with a meeting in the second week",
    "week_3": "Jobs with a meeting in the third week",
    "week_4": "Jobs with a meeting in the fourth week",
    "later_months": "Later months with a meeting, up to the twelfth",
    "after_loss": "Job ends with a contact within 3 days of hearing of it",
    "attempts_logged": "Gaps of 14 days in which attempts to reach the person were noted",
    "clinician_tried": "Gaps in which a clinician tried",
    "two_visits": "Gaps with two attempts or more at home or in the community",
    "tried_together": "Gaps in which specialist and clinician tried together",
    "exits_against_outreach": "Exits for missed appointments or a time limit",
    "contact": "A contact about a person in the month",
    "meeting": "A partner meeting in the month",
    "6": "In a competitive job by 6 months from entry",
    "12": "In a competitive job by 12 months from entry",
    "18": "In a competitive job by 18 months from entry",
}
# Of these the numerator may be larger than the denominator: an average, not a share.
AVERAGES = {"kinds_of_support"}


@dataclass(frozen=True)
class Indicator:
    """One thing said besides the figure."""

    words: str
    value: str


def name_of(part: str) -> str:
    """A part in words."""
    return WORDS.get(part, sentence(part.replace("_", " ")))


def indicators(extra: Mapping[str, Any]) -> tuple[Indicator, ...]:
    """Everything a measure says besides."""
    return tuple(Indicator(name_of(name), told(name, value)) for name, value in extra.items())


def told(name: str, value: Any) -> str:
    """One of them: a number, a share, or so many of so many."""
    if value is None:
        return "nothing to tell from yet"
    if isinstance(value, Mapping):
        return out_of(name, value["numerator"], value["denominator"])
    return per_cent(value) if is_share(name, value) else number(value)


def is_share(name: str, value: Any) -> bool:
    """Whether a bare number is a share of 1."""
    return isinstance(value, Fraction) or name in ("within_30_days", "with_plan", "6", "12", "18")


def out_of(name: str, numerator: int, denominator: int) -> str:
    """8 of 10 (80%), or 2.5 on average for an average."""
    if not denominator:
        return "nothing to count yet"
    if name in AVERAGES:
        return f"{number(Fraction(numerator, denominator))} on average, over {number(denominator)}"
    return f"{number(numerator)} of {number(denominator)} ({per_cent(Fraction(numerator, denominator))})"
