"""The list of people, ready to print."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import QuerySet
from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.access.reaching import AmongReached
from placewell.access.worker import Worker
from placewell.records.models import Service
from placewell.records.stages import courses, standing_of
from placewell.rules.stages import Stage
from placewell.web.presenters.clients.looking import A_PAGE, Looking, found, sought
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


def listing(worker: Worker, service: Service, looking: Looking, *, to: Permission = Permission.SEE_PEOPLE) -> Listing:
    """The page asked for of the people within the worker's reach; a page past the end is the last one."""
    today = worker.today(service)
    asked = sought(looking, service, today)
    matching = [pk for (pk,) in _matching(looking.stage, looking.sort)(worker, to=to, **asked)]
    pages = pager(
        total=len(matching), page=looking.page, size=A_PAGE, address=lambda page: looking.address(page=page)
    )
    shown = tuple(matching[pages.start : pages.start + A_PAGE])
    people = {person.pk: person for person in _among(worker, to=to, people=shown)}
    episodes, referrals = courses(shown, today)
    return Listing([line(people[pk], episodes[pk], referrals[pk], today) for pk in shown], pages)


@cache
def _matching(stage: str, sort: str) -> AmongReached:
    """Everybody who matches, in order: how many there are and who is on the page come of one reading."""
    return AmongReached(lambda clients, **told: found(clients, stage, sort, **told).values_list("pk"))


@AmongReached
def _among(clients: QuerySet, *, people: tuple[int, ...]) -> QuerySet:
    return clients.filter(pk__in=people)


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
