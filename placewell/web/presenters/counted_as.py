"""What the two numbers behind each figure are, in words."""

from dataclasses import dataclass

from placewell.rules.rounding import Exact
from placewell.web.presenters.wording import hours, number


@dataclass(frozen=True)
class Words:
    """What is counted (numerator) and out of what (denominator; '' where it is a plain count).

    ``one|several`` gives both forms of words that have two; ``minutes`` says that both are minutes,
    written as hours.
    """

    above: str
    below: str
    minutes: bool = False


LASTED = Words("job that lasted|jobs that lasted", "job old enough to tell|jobs old enough to tell")
# By key of the measure, without its version.
WORDS = {
    "caseload_size": Words("open episode|open episodes", "full-time specialist|full-time specialists"),
    "employment_services_staff": Words("on employment services", "worked", minutes=True),
    "vocational_generalists": Words("phase done|phases done", "specialist looked at|specialists looked at"),
    "team_assignment": Words(
        "episode from the specialist’s own teams|episodes from the specialist’s own teams", "episode held|episodes held"
    ),
    "vr_collaboration": Words(
        "week with a contact about a person|weeks with a contact about a person", "weeks looked at"
    ),
    "rapid_job_search": Words(
        "day waited|days waited", "episode with an employer contact|episodes with an employer contact"
    ),
    "individualised_search": Words(
        "contact that follows a preference|contacts that follow a preference",
        "contact about a person|contacts about a person",
    ),
    "employer_contact_frequency": Words(
        "face-to-face employer contact|face-to-face employer contacts", "full-time week worked|full-time weeks worked"
    ),
    "job_type_diversity": Words("different occupation|different occupations", "job|jobs"),
    "employer_diversity": Words("different employer|different employers", "job|jobs"),
    "competitive_jobs": Words("competitive, lasting job|competitive, lasting jobs", "job|jobs"),
    "community_based": Words("in the community", "worked", minutes=True),
    "access_first_direct_contact": Words("person reached|people reached", ""),
    "access_profile_started": Words("profile started|profiles started", ""),
    "access_first_meaningful_contact": Words("person reached|people reached", ""),
    "caseload_at_end": Words("open episode|open episodes", ""),
    "into_work": Words("person|people", ""),
    "job_starts": Words("job started|jobs started", ""),
    "employment_rate": Words("with a job", "looked at"),
    "employment_by_months": Words("who found a competitive job", "followed"),
    "days_to_first_job": Words("who found a competitive job", "followed"),
    "sustained_13_weeks": LASTED,
    "sustained_13_in_16": Words(
        "job that lasted|jobs that lasted", "first job old enough to tell|first jobs old enough to tell"
    ),
    "sustained_26_weeks": LASTED,
    "job_tenure": Words("job that ended|jobs that ended", "job followed|jobs followed"),
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
    said = f"{amount(measure, numerator)} {form(words.above, numerator)}"
    if denominator is None or not words.below:
        return said
    return f"{said}, {amount(measure, denominator)} {form(words.below, denominator)}"


def form(words: str, value: Exact | None = None) -> str:
    """The form of words that goes with a number; that for several without one."""
    one, _, several = words.partition("|")
    return one if value == 1 else several or one
