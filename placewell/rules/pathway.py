"""The clocks of the pathway, from a referral to the next review of the plan.

Each takes the service's own standard. Sources that name such clocks, all verified: IPS Grow,
"Your employment support service", June 2018 (first contact within 5 working days, employer contact
within 28 days); Individual Placement and Support Service Specifications, New Zealand (days to
acknowledge and to first contact left blank; employers within 30 days of entry); Key IPS Fidelity
Standards, London (first assessment in 4 weeks, job search within 4 weeks).
"""

from collections.abc import Collection
from datetime import date

from placewell.rules.deadlines import Due, Standard, deadline


def acknowledgement(
    *,
    received_on: date | None,
    acknowledged_on: date | None,
    standard: Standard | None,
    today: date,
    holidays: Collection[date] = (),
) -> Due:
    """The referrer hears that the referral has arrived."""
    return deadline(
        what="acknowledgement",
        start=received_on,
        done_on=acknowledged_on,
        standard=standard,
        today=today,
        holidays=holidays,
    )


def first_contact(
    *,
    received_on: date | None,
    first_contact_on: date | None,
    standard: Standard | None,
    today: date,
    holidays: Collection[date] = (),
    declined_on: date | None = None,
) -> Due:
    """The person is contacted; a referral declined or withdrawn before then is not held to it."""
    return deadline(
        what="first contact",
        start=received_on,
        done_on=first_contact_on,
        standard=standard,
        today=today,
        holidays=holidays,
        ended_on=declined_on,
    )


def first_profile(
    *,
    entered_on: date | None,
    written_on: date | None,
    standard: Standard | None,
    today: date,
    ended_on: date | None = None,
) -> Due:
    """The first version of the vocational profile is written."""
    return deadline(
        what="first vocational profile",
        start=entered_on,
        done_on=written_on,
        standard=standard,
        today=today,
        ended_on=ended_on,
    )


def first_employer_contact(
    *,
    entered_on: date | None,
    met_on: date | None,
    standard: Standard | None,
    today: date,
    ended_on: date | None = None,
) -> Due:
    """An employer is met face to face about the person, by the specialist or the person."""
    return deadline(
        what="first employer contact",
        start=entered_on,
        done_on=met_on,
        standard=standard,
        today=today,
        ended_on=ended_on,
    )


def plan_review(
    *,
    agreed_on: date | None,
    reviewed_on: date | None,
    standard: Standard | None,
    today: date,
    ended_on: date | None = None,
) -> Due:
    """The plan is looked at again, counted from its latest review, or from the agreement.

    What is asked for is always the *next* review, so the answer is not due, not met (overdue) or,
    when support has ended, does not apply.
    """
    last = reviewed_on if reviewed_on is not None and reviewed_on <= today else agreed_on
    return deadline(
        what="next plan review",
        start=last,
        done_on=None,
        standard=standard,
        today=today,
        ended_on=ended_on,
    )
