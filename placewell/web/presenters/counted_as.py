"""What the two numbers behind each figure are, in words."""

from dataclasses import dataclass

from placewell.rules.rounding import Exact
from placewell.web.presenters.wording import hours, number


@dataclass(frozen=True)
class Words:
    """What is counted (numerator) and out of what (denominator; '' where it is a plain count).

    ``minutes`` says that both are minutes, written as hours.
    """

    above: str
    below: str
    minutes: bool = False


# By key of the measure, without its version.
WORDS = {
    "caseload_size": Words("open episodes held", "full-time specialists"),
    "employment_services_staff": Words("on employment services", "worked", minutes=True),
    "vocational_generalists": Words("phases done, added up", "specialists looked at"),
    "team_assignment": Words("episodes from the specialist’s own teams", "episodes held"),
    "vr_collaboration": Words("weeks with a contact about a person", "weeks looked at"),
    "rapid_job_search": Words("days waited, added up", "episodes with a first employer contact"),
    "individualised_search": Words("contacts that follow a preference", "contacts about a person"),
    "employer_contact_frequency": Words("face-to-face employer contacts", "full-time weeks worked"),
    "job_type_diversity": Words("different occupations", "jobs"),
    "employer_diversity": Words("different employers", "jobs"),
    "competitive_jobs": Words("competitive, lasting jobs", "jobs"),
    "community_based": Words("in the community", "worked", minutes=True),
    "access_first_direct_contact": Words("people reached", ""),
    "access_profile_started": Words("profiles started", ""),
    "access_first_meaningful_contact": Words("people reached", ""),
    "caseload_at_end": Words("open episodes", ""),
    "into_work": Words("people", ""),
    "job_starts": Words("jobs started", ""),
    "employment_rate": Words("with a job", "looked at"),
    "employment_by_months": Words("who found a competitive job", "followed"),
    "days_to_first_job": Words("who found a competitive job", "followed"),
    "sustained_13_weeks": Words("jobs that lasted", "jobs old enough to tell"),
    "sustained_13_in_16": Words("jobs that lasted", "first jobs old enough to tell"),
    "sustained_26_weeks": Words("jobs that lasted", "jobs old enough to tell"),
    "job_tenure": Words("jobs that ended", "jobs followed"),
}
OTHERWISE = Words("counted", "looked at")


def words_of(measure: str) -> Words:
    """The words of a measure, by its key with or without version."""
    return WORDS.get(measure.partition("@")[0], OTHERWISE)


def amount(measure: str, value: Exact | None) -> str:
    """One of the two numbers as it is written: hours where minutes are counted."""
    if value is None:
        return ""
    return hours(value) if words_of(measure).minutes else number(value)


def both(measure: str, numerator: Exact | None, denominator: Exact | None) -> str:
    """77 open episodes held, 4 full-time specialists; '' where nothing is counted."""
    words = words_of(measure)
    if numerator is None:
        return ""
    said = f"{amount(measure, numerator)} {words.above}"
    if denominator is None or not words.below:
        return said
    return f"{said}, {amount(measure, denominator)} {words.below}"
