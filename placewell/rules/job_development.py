"""Three cups of tea: how far a specialist has come with an employer, and what the next visit is for.

The first visit introduces, the second learns what the employer needs, the third comes back with a
person whose wishes fit. Source: the "three cups of tea" of IPS job development as Wisconsin's toolkit
tells it (verified), and IPS-25, items "Job development – frequent employer contact" and "– quality of
employer contact" (edition of 7 January 2008, partly verified). Nothing here ranks people or employers.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from placewell.rules.finding import said


class Cup(StrEnum):
    """How far it has come, worked out from contacts and jobs, never typed in."""

    NOT_MET = "not_met"
    INTRODUCED = "introduced"
    LEARNED = "learned"
    RETURNED = "returned"
    HIRED = "hired"


@dataclass(frozen=True)
class Visit:
    """One contact with the employer by one of the unit; `purpose` is the contract's word."""

    on: date
    purpose: str
    is_face_to_face: bool


@dataclass(frozen=True)
class Standing:
    """How far it has come, since when, because, and what the next visit is for ('' for none)."""

    cup: Cup
    since: date | None
    because: str
    next_visit: str


# The purposes that speak of each cup, the furthest first.
FURTHEST = (
    (Cup.RETURNED, ("present_person",), "a person was presented"),
    (Cup.LEARNED, ("learn_needs",), "we learned what they need"),
    (Cup.INTRODUCED, ("introduce", "follow_advert", "follow_up", "thank", "in_work_support"), "we have met"),
)
NEXT = {
    Cup.NOT_MET: "Visit and introduce yourself: ask for a quarter of an hour another day",
    Cup.INTRODUCED: "Go back and learn what they do and need; bring no vacancy to fill",
    Cup.LEARNED: "Return with a person whose wishes fit what they need",
    Cup.RETURNED: "Follow up, and thank them whatever came of it",
    Cup.HIRED: "Keep in touch: how is it going, and what would help?",
}


def cup_of(*, visits: list[Visit], hired_on: date | None, today: date) -> Standing:
    """How far it has come by the end of `today`; visits after it have not happened.

    Only visits face to face count: a letter or a call is not a cup of tea. `hired_on` is the first
    day on which somebody of the service began to work there, None when nobody has.
    """
    if hired_on is not None and hired_on <= today:
        return Standing(Cup.HIRED, hired_on, f"somebody started here on {said(hired_on)}", NEXT[Cup.HIRED])
    seen = [visit for visit in visits if visit.is_face_to_face and visit.on <= today]
    for cup, purposes, words in FURTHEST:
        days = [visit.on for visit in seen if visit.purpose in purposes]
        if days:
            return Standing(cup, max(days), f"{words} on {said(max(days))}", NEXT[cup])
    called = [visit.on for visit in visits if visit.on <= today]
    because = f"in touch on {said(max(called))}, not yet face to face" if called else "nobody has been in touch"
    return Standing(Cup.NOT_MET, None, because, NEXT[Cup.NOT_MET])


def clash(*, visits: list[tuple[date, str]], own: str, today: date, within_days: int) -> tuple[date, str] | None:
    """The latest contact by a colleague in the last `within_days` days, so that nobody is asked twice.

    `visits` are (day, name of who made it). None when only `own` or nobody was in touch.
    """
    others = [(on, who) for on, who in visits if who and who != own and 0 <= (today - on).days <= within_days]
    return max(others, default=None)
