"""Concerns in words: one, a person's, and those that are open in the unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.records.concerns import ConcernKind, ReaderOf, ToldHow
from placewell.records.models import Concern, ConcernRead
from placewell.web.presenters.timeline.saying import label, lower
from placewell.web.presenters.wording import day

NOT_TOLD = "Not told yet, as far as is recorded"


@dataclass(frozen=True)
class ConcernLine:
    """One concern in a list. `waits_for` says whom it has not reached yet; '' when it has reached everybody."""

    heading: str
    person: str
    noticed: str
    note: str
    waits_for: str
    closed: str
    address: str


def concern_lines(concerns: Iterable[Concern], *, notes: bool) -> list[ConcernLine]:
    """Concerns as a list shows them; each bears whether it was read (`safety_scope.open_concerns`)."""
    return [
        ConcernLine(
            heading=label(ConcernKind, one.kind),
            person=one.episode.client.known_as,
            noticed=f"Noticed on {day(one.noticed_on)} by {one.staff.full_name}",
            note=one.note if notes else "",
            waits_for=waits_for(one) if one.closed_on is None else "",
            closed=f"Closed on {day(one.closed_on)}" if one.closed_on else "",
            address=reverse("concern", args=[one.service_id, one.pk]),
        )
        for one in concerns
    ]


def waits_for(concern: Concern) -> str:
    """Who has neither been told nor read it."""
    waiting = []
    if not concern.is_read_by_supervisor:
        waiting.append("Not read by a supervisor yet")
    if not concern.is_read_by_team and concern.team_told_on is None:
        waiting.append("Clinical team not told yet")
    return ". ".join(waiting)


def told(on: date | None, how: str, whom: str = "") -> str:
    """3 March 2026, by telephone: Ruth Osei."""
    if on is None:
        return NOT_TOLD
    way = f", {lower(label(ToldHow, how))}" if how else ""
    return f"{day(on)}{way}{f': {whom}' if whom else ''}"


def concern_facts(concern: Concern) -> list[tuple[str, str]]:
    """What a concern says; what was left out optionally is left out."""
    facts = [
        ("What was noticed", concern.note),
        ("What was done at once", concern.done_at_once),
        ("Supervisor told", told(concern.supervisor_told_on, concern.supervisor_told_how)),
        ("Clinical team told", told(concern.team_told_on, concern.team_told_how, concern.team_told_whom)),
        ("Who decided what", concern.decided),
        ("To know before a visit", concern.before_visits),
        ("Kept out of the person’s own record", concern.held_back_because),
        ("Closed", day(concern.closed_on) if concern.closed_on else "No, it is open"),
        ("How it ended", concern.outcome),
    ]
    return [(asked, words) for asked, words in facts if words]


def read_by(readings: Iterable[ConcernRead]) -> list[str]:
    """Sue Hall, supervisor, on 3 March 2026."""
    return [
        f"{one.recorded_by.full_name if one.recorded_by else 'Somebody'}, {lower(label(ReaderOf, one.reader))}, "
        f"on {day(one.read_on)}"
        for one in readings
    ]


def letter_to_read(address: str, service: str) -> str:
    """A message that says that there is something to read, and nothing about whom."""
    return (
        f"A concern about somebody whom we both support has been noted at {service}. "
        f"Please read it, and say there that you have: {address}"
    )
