"""What may be said to employers about a person: their choice is a lock.

A contact with an employer about a person is itself disclosure. Source: the disclosure planning
forms of Thresholds and of Boston University's guide (partly verified), and IPS-25, "Disclosure"
(edition of 7 January 2008, partly verified).
"""

from dataclasses import dataclass
from datetime import date

from placewell.rules.finding import Finding, Verdict, said


@dataclass(frozen=True)
class Talk:
    """One talk about managing personal information, and whether the specialist may contact employers."""

    held_on: date
    may_contact_employers: bool


def may_speak_about(*, talks: list[Talk], on: date) -> Finding:
    """Whether a specialist may speak with an employer about the person on a day: the latest talk decides.

    Met: the person agreed. Not met: they did not. Not recorded: nobody has talked it through by then.
    """
    by_then = [talk for talk in talks if talk.held_on <= on]
    if not by_then:
        return Finding(Verdict.NOT_RECORDED, "no talk about what to tell employers is recorded")
    last = max(by_then, key=lambda talk: talk.held_on)
    if last.may_contact_employers:
        return Finding(Verdict.MET, f"agreed on {said(last.held_on)}")
    return Finding(Verdict.NOT_MET, f"on {said(last.held_on)} the person said that we may not contact employers")
