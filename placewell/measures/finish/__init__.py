"""How counted units become a figure: adding up, rating, breaking down. Generic, once."""

from datetime import date
from inspect import signature

from placewell.measures.finish.components import components, supervisor_role
from placewell.measures.finish.indicators import indicators
from placewell.measures.finish.jobs import competitive_jobs
from placewell.measures.finish.people import individualised_search, rapid_job_search
from placewell.measures.finish.specialists import (
    employer_contact_frequency,
    mean_of_specialists,
    team_assignment,
    vocational_generalists,
)
from placewell.measures.finish.sums import Counted, Sums, ratio, tally
from placewell.measures.finish.survival import median, shares
from placewell.measures.finish.weeks import vr_collaboration

FINISHERS = {
    "ratio": ratio,
    "tally": tally,
    "team_assignment": team_assignment,
    "vr_collaboration": vr_collaboration,
    "rapid_job_search": rapid_job_search,
    "individualised_search": individualised_search,
    "employer_contact_frequency": employer_contact_frequency,
    "competitive_jobs": competitive_jobs,
    "mean_of_specialists": mean_of_specialists,
    "vocational_generalists": vocational_generalists,
    "components": components,
    "supervisor_role": supervisor_role,
    "indicators": indicators,
    "median": median,
    "shares": shares,
}


def finished(counted: Counted, *, as_at: date) -> Sums:
    """The units added up by the measure's finisher; some need the date as well."""
    finisher = FINISHERS[counted.measure.finisher]
    return finisher(counted, as_at=as_at) if "as_at" in signature(finisher).parameters else finisher(counted)


__all__ = ["FINISHERS", "Counted", "Sums", "finished"]
