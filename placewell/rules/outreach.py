"""Reaching out to somebody who stays away, and what is asked before support ends.

Sources: IPS-25, 7 January 2008, item 25, "Assertive engagement and outreach by the integrated team"
(partly verified), as the product counts it in the measure `assertive_outreach@1`; Individual Placement
and Support Employment Support Programme, Service Specifications (New Zealand): "multiple strategies"
before somebody leaves the service (verified; it names no number). The days and numbers are arguments.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from placewell.rules.finding import Finding, Verdict, said

# Ends of support by which nobody chose to go: tries in different ways come first.
AFTER_TRIES = ("cannot_be_reached", "missed_appointments")
# Ends of support that item 25 counts against a service.
AGAINST_OUTREACH = ("missed_appointments", "time_limit")


class Way(StrEnum):
    """A way of reaching out."""

    TELEPHONE = "telephone"
    MESSAGE = "message"
    LETTER = "letter"
    HOME = "home"
    COMMUNITY = "community"
    CLINICIAN = "clinician"
    FAMILY = "family"


@dataclass(frozen=True)
class Try:
    """A try to reach somebody. `by` is employment_specialist, clinician or joint; '' when nobody marked it so."""

    made_on: date
    mode: str
    place: str
    with_whom: tuple[str, ...]
    by: str

    @property
    def is_visit(self) -> bool:
        """At home or in the community, as item 25 counts it."""
        return self.place in ("home", "community")

    @property
    def ways(self) -> frozenset[Way]:
        """The ways that were used: one by how it was made, more by who helped."""
        found = {_BY_MODE[self.mode]} if self.mode in _BY_MODE else {_by_place(self.place)}
        if self.by in ("clinician", "joint") or "clinician" in self.with_whom:
            found.add(Way.CLINICIAN)
        if "family" in self.with_whom:
            found.add(Way.FAMILY)
        return frozenset(way for way in found if way is not None)


_BY_MODE = {
    "telephone": Way.TELEPHONE,
    "video": Way.TELEPHONE,
    "text": Way.MESSAGE,
    "email": Way.MESSAGE,
    "letter": Way.LETTER,
}


def _by_place(place: str) -> Way | None:
    return {"home": Way.HOME, "community": Way.COMMUNITY}.get(place)


@dataclass(frozen=True)
class Quiet:
    """Since when nobody has met the person, for how many whole days, and whether that asks for outreach."""

    since: date
    days: int
    finding: Finding


def quiet(*, entered_on: date, last_met_on: date | None, today: date, after_days: int) -> Quiet:
    """Not met: so many whole days have passed without an attended contact. Not due: fewer.

    As the measure counts: the day of the last contact and today are not among the days.
    """
    since = last_met_on if last_met_on is not None and last_met_on <= today else entered_on
    days = max(0, (today - since).days - 1)
    last = "last met on" if since == last_met_on else "not met since support began on"
    because = f"{last} {said(since)}"
    because += f", {days} {'day' if days == 1 else 'days'} without a contact" if days else ""
    verdict = Verdict.NOT_MET if days >= after_days else Verdict.NOT_DUE
    return Quiet(since, days, Finding(verdict, because))


def asked_for(*, tries: Collection[Try], found: Quiet, visits: int) -> dict[str, Finding]:
    """What item 25 asks of the tries marked as such since the person went quiet, part by part."""
    marked = [one for one in tries if one.by and one.made_on >= found.since]
    by_clinician = [one for one in marked if one.by in ("clinician", "joint")]
    together = [one for one in marked if one.by == "joint"]
    at_places = [one for one in marked if one.is_visit]
    if not marked and found.finding.verdict == Verdict.NOT_DUE:
        none = Finding(Verdict.DOES_NOT_APPLY, "the person has not been quiet for that long")
        return dict.fromkeys(("attempts_logged", "clinician_tried", "two_visits", "tried_together"), none)
    return {
        "attempts_logged": _some(marked, "try is written down", "no try is written down since then"),
        "clinician_tried": _some(by_clinician, "try by a clinician", "no clinician has tried yet"),
        "two_visits": _visits(at_places, visits),
        "tried_together": _some(together, "try together", "specialist and clinician have not tried together yet"),
    }


def _visits(made: list[Try], needed: int) -> Finding:
    verdict = Verdict.MET if len(made) >= needed else Verdict.NOT_MET
    return Finding(verdict, f"{len(made)} of {needed} at home or in the community")


def _some(made: list[Try], one: str, none: str) -> Finding:
    if not made:
        return Finding(Verdict.NOT_MET, none)
    last = max(each.made_on for each in made)
    return Finding(Verdict.MET, f"{len(made)} × {one}, the last on {said(last)}")


def tried_enough(*, tries: Collection[Try], end_reason: str, ways_needed: int) -> Finding:
    """Whether several different ways were tried before support ends without the person's own wish.

    Does not apply to any other end: a person's own wish to stop needs no tries.
    """
    if end_reason not in AFTER_TRIES:
        return Finding(Verdict.DOES_NOT_APPLY, "no tries are asked for before this end of support")
    used = frozenset().union(*(one.ways for one in tries))
    ways = "1 way" if len(used) == 1 else f"{len(used)} different ways"
    because = f"{len(tries)} {'try' if len(tries) == 1 else 'tries'} in {ways}" if tries else "no try"
    return Finding(Verdict.MET if len(used) >= ways_needed else Verdict.NOT_MET, because)
