"""The list of people, ready to print."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from placewell.records.stages import courses, standing_of
from placewell.rules.stages import Stage
from placewell.web.presenters.clients.looking import A_PAGE, Looking, in_order
from placewell.web.presenters.paging import Pager, pager
from placewell.web.presenters.wording import day

STAGES = {
    Stage.REFERRED: "Referred",
    Stage.WAITING_TO_START: "Waiting to start",
    Stage.NOT_TAKEN_UP: "Not taken up",
    Stage.ENGAGEMENT: "Engagement",
    Stage.SEARCHING: "Searching",
    Stage.IN_WORK: "In work",
    Stage.STEPPED_DOWN: "Stepped down",
    Stage.CLOSED: "Closed",
}
COLOURS = {
    Stage.REFERRED: "yellow",
    Stage.WAITING_TO_START: "yellow",
    Stage.ENGAGEMENT: "aqua-green",
    Stage.SEARCHING: "blue",
    Stage.IN_WORK: "green",
    Stage.STEPPED_DOWN: "purple",
}


@dataclass(frozen=True)
class Line:
    """One person in the list."""

    address: str
    name: str
    born: str
    stage: str
    colour: str
    since: str
    key_worker: str
    team: str
    last_contact: str


@dataclass(frozen=True)
class Listing:
    """A page of the list."""

    lines: list[Line]
    pager: Pager


def listing(clients: QuerySet, looking: Looking, today: date) -> Listing:
    """The page asked for; a page past the end is the last one."""
    people, pages = page_of(clients, looking, today)
    episodes, referrals = courses([person.pk for person in people], today)
    lines = [line(person, episodes[person.pk], referrals[person.pk], today) for person in people]
    return Listing(lines, pages)


def page_of(clients: QuerySet, looking: Looking, today: date) -> tuple[list, Pager]:
    """The people of a page in their order, and the way to the others.

    Names that are looked for are read through once: how many there are and who is on the page come of it.
    """
    ordered = in_order(clients, looking.sort, today)
    matching = list(ordered.values_list("pk", flat=True)) if looking.words else None
    total = clients.count() if matching is None else len(matching)
    pages = pager(total=total, page=looking.page, size=A_PAGE, address=lambda page: looking.address(page=page))
    last = pages.start + A_PAGE
    if matching is None:
        return list(ordered[pages.start : last]), pages
    shown = clients.in_bulk(matching[pages.start : last])
    return [shown[pk] for pk in matching[pages.start : last]], pages


def line(person, episodes, referrals, today: date) -> Line:
    """A person with stage, key worker and team."""
    standing = standing_of(episodes, referrals, today)
    last = episodes[0] if episodes else None
    team = last.team if last and last.team else referrals[0].team if referrals else None
    return Line(
        address=reverse("client", args=[person.service_id, person.pk]),
        name=listed_name(person),
        born=day(person.date_of_birth) if person.date_of_birth else "Not recorded",
        stage=STAGES[standing.stage] if standing else "Not referred",
        colour=COLOURS.get(standing.stage, "grey") if standing else "grey",
        since=f"since {day(standing.since)}" if standing else "",
        key_worker=(last.key_worker if last else None) or "Nobody",
        team=team.name if team else "None",
        last_contact=day(last.last_contact_on) if last and last.last_contact_on else "None yet",
    )


def listed_name(person) -> str:
    """Family name first, as lists are read: ASHWORTH would shout, Ashworth does not."""
    return f"{person.family_name}, {person.preferred_name or person.given_name}"
