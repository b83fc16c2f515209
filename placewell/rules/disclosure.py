"""What may be said to employers about a person: their choice is a lock.

A contact with an employer about a person is itself disclosure. Source: the disclosure planning
forms of Thresholds and of Boston University's guide (partly verified), and IPS-25, "Disclosure"
(edition of 7 January 2008, partly verified).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from placewell.rules.finding import Finding, Verdict, said

# Choices with which nobody of ours speaks to any employer, whatever else was noted.
NOT_TOLD = {
    "tell_nobody": "the person chose to tell nobody, so we may not contact employers about them",
    "undecided": "the person had not decided yet what to tell, so we may not contact employers about them",
}


@dataclass(frozen=True)
class Talk:
    """One talk about managing personal information, and what the person decided.

    `exceptions`: employer (by any id) → whether we may contact that one, where they said so.
    """

    held_on: date
    may_contact_employers: bool
    choice: str = ""
    exceptions: Mapping[int, bool] = field(default_factory=dict)


def may_speak_about(*, talks: list[Talk], on: date, employer: int | None = None) -> Finding:
    """Whether a specialist may speak about the person on a day: with `employer`, or (None) with employers in general.

    The latest talk by then decides; of two on one day, the later in the list. It locks every employer
    when the person chose to tell nobody or was undecided. Else what they said of this employer goes
    before what they said of employers in general; and a no to one employer holds until they name that
    employer again, however often employers in general are talked about.

    Met: allowed. Not met: not allowed. Not recorded: nobody has talked it through by then, and a
    contact would itself tell the employer something, so that it is not allowed either.
    """
    by_then = sorted((talk for talk in talks if talk.held_on <= on), key=lambda talk: talk.held_on)
    if not by_then:
        return Finding(Verdict.NOT_RECORDED, "no talk about what to tell employers is recorded")
    last = by_then[-1]
    when = said(last.held_on)
    if last.choice in NOT_TOLD:
        return Finding(Verdict.NOT_MET, f"on {when} {NOT_TOLD[last.choice]}")
    named = _named(by_then, employer)
    if named is not None:
        on_day, may = named
        if may:
            return Finding(Verdict.MET, f"the person agreed to this employer on {said(on_day)}")
        return Finding(Verdict.NOT_MET, f"on {said(on_day)} the person said no to this employer")
    if last.may_contact_employers:
        return Finding(Verdict.MET, f"agreed on {when}")
    if any(last.exceptions.values()):
        which = "the employers they named" if employer is None else "other employers"
        return Finding(Verdict.NOT_MET, f"on {when} the person said yes to {which} only")
    return Finding(Verdict.NOT_MET, f"on {when} the person said that we may not contact employers")


def _named(talks: list[Talk], employer: int | None) -> tuple[date, bool] | None:
    """What holds for an employer by name, and since which day: a yes of the latest talk, or the last no."""
    if employer is None:
        return None
    for talk in reversed(talks):
        if employer in talk.exceptions:
            may = talk.exceptions[employer]
            return (talk.held_on, may) if not may or talk is talks[-1] else None
    return None


def refused_choice(*, choice: str, may_contact: bool, named: int) -> str:
    """Why a choice and what we may do cannot both hold; '' when they can. `named`: employers with a yes."""
    if choice not in NOT_TOLD or not (may_contact or named):
        return ""
    return "Somebody who tells nobody, or has not decided, has not agreed to a contact. Choose No, or tell some."
