"""Where a person stands on the way to work, worked out from dated facts and never typed in.

A stage is not a hurdle: nobody has to be "ready" to go on, and people move back and forth.
Source: the phases of IPS-25, item "Vocational generalists" (edition of 7 January 2008, partly
verified), and the referral pathway of IPS Grow, "Your employment support service", June 2018
(verified). The words for the stages are the product's own.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from placewell.rules.finding import said


class Stage(StrEnum):
    """From the first referral to the end of support."""

    REFERRED = "referred"
    WAITING_TO_START = "waiting_to_start"
    NOT_TAKEN_UP = "not_taken_up"
    ENGAGEMENT = "engagement"
    SEARCHING = "searching"
    IN_WORK = "in_work"
    STEPPED_DOWN = "stepped_down"
    CLOSED = "closed"


@dataclass(frozen=True)
class Facts:
    """The dates a stage is worked out from; None where it has not happened.

    ``is_accepted`` speaks of the decision made on ``decided_on``; ``search_began_on`` is the first
    of: vocational profile, job search plan, employer contact about the person;
    ``in_work_since`` is the start of the job that runs, ``last_job_ended_on`` of the last one lost.
    """

    received_on: date | None = None
    decided_on: date | None = None
    is_accepted: bool | None = None
    entered_on: date | None = None
    search_began_on: date | None = None
    in_work_since: date | None = None
    last_job_ended_on: date | None = None
    stepped_down_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class Standing:
    """A stage, the day it began, and because."""

    stage: Stage
    since: date
    because: str


def stage_of(*, facts: Facts, today: date) -> Standing:
    """The stage at the end of ``today``; dates after it have not happened.

    Raises ``ValueError`` when there is neither a referral nor an entry by that day.
    """
    if _happened(facts.entered_on, today):
        return _in_support(facts, today)
    if not _happened(facts.received_on, today):
        raise ValueError("Neither a referral nor an entry by this day: there is no stage to tell")
    if not _happened(facts.decided_on, today):
        return Standing(Stage.REFERRED, facts.received_on, f"referred on {said(facts.received_on)}, undecided")
    if facts.is_accepted:
        return Standing(
            Stage.WAITING_TO_START,
            facts.decided_on,
            f"accepted on {said(facts.decided_on)}, first appointment to come",
        )
    return Standing(
        Stage.NOT_TAKEN_UP,
        facts.decided_on,
        f"the referral ended on {said(facts.decided_on)} without support",
    )


def _in_support(facts: Facts, today: date) -> Standing:
    if _happened(facts.ended_on, today):
        return Standing(Stage.CLOSED, facts.ended_on, f"support ended on {said(facts.ended_on)}")
    if _happened(facts.stepped_down_on, today):
        return Standing(
            Stage.STEPPED_DOWN,
            facts.stepped_down_on,
            f"stepped down to the clinical team on {said(facts.stepped_down_on)}",
        )
    if _happened(facts.in_work_since, today):
        return Standing(Stage.IN_WORK, facts.in_work_since, f"in a job since {said(facts.in_work_since)}")
    return _without_a_job(facts, today)


def _without_a_job(facts: Facts, today: date) -> Standing:
    if _happened(facts.last_job_ended_on, today):
        return Standing(
            Stage.SEARCHING,
            facts.last_job_ended_on,
            f"the last job ended on {said(facts.last_job_ended_on)}",
        )
    if _happened(facts.search_began_on, today):
        return Standing(
            Stage.SEARCHING,
            facts.search_began_on,
            f"profile, search plan or employer contact on {said(facts.search_began_on)}",
        )
    return Standing(
        Stage.ENGAGEMENT,
        facts.entered_on,
        f"started on {said(facts.entered_on)}; no profile, plan or employer contact yet",
    )


def _happened(day: date | None, today: date) -> bool:
    return day is not None and day <= today
