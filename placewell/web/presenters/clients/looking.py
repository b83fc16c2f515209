"""What is looked for in the list of people, read from the address."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery

from placewell.access import scope
from placewell.records.contact_words import Attendance
from placewell.records.models import Allocation, Contact, Episode, Referral
from placewell.records.stages import in_stage
from placewell.records.support import AllocationKind
from placewell.rules.stages import Stage
from placewell.web.forms.clients import birth_date, health_number

SORTS = {"name": "Name", "contact": "Longest without contact", "newest": "Newest first"}
A_PAGE = 25
LONGEST = 100


@dataclass(frozen=True)
class Looking:
    """Words, filters, order and page; what makes no sense is left out."""

    words: str = ""
    stage: str = ""
    worker: int | None = None
    team: int | None = None
    sort: str = "name"
    page: int = 1

    @classmethod
    def asked(cls, given) -> "Looking":
        """Read from the address (`request.GET`)."""
        stage, sort = given.get("stage", ""), given.get("sort", "name")
        return cls(
            words=" ".join(given.get("q", "").replace("\0", "").split())[:LONGEST],
            stage=stage if stage in set(Stage) else "",
            worker=number(given.get("worker")),
            team=number(given.get("team")),
            sort=sort if sort in SORTS else "name",
            page=number(given.get("page")) or 1,
        )

    @property
    def narrows(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.words or self.stage or self.worker or self.team)

    def address(self, **changed) -> str:
        """The same search, changed, as the end of an address."""
        new = replace(self, **changed)
        told = {"q": new.words, "stage": new.stage, "worker": new.worker, "team": new.team, "sort": new.sort}
        told = {name: value for name, value in told.items() if value and value != "name"}
        if new.page > 1:
            told["page"] = new.page
        return f"?{urlencode(told)}" if told else "?"


def number(words: str | None) -> int | None:
    """A row id or page as typed in an address, or None."""
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 10 else None


def found(clients: QuerySet, looking: Looking, today: date) -> QuerySet:
    """Those of the people who match, not yet in order."""
    if looking.words:
        clients = clients.filter(by_words(looking.words, today))
    if looking.stage:
        clients = in_stage(clients, Stage(looking.stage), today)
    if looking.worker:
        clients = clients.filter(pk__in=held_by(clients, looking.worker, today))
    if looking.team:
        clients = clients.filter(of_team(clients, looking.team))
    return clients


def by_words(words: str, today: date) -> Q:
    """A health number, a date of birth, or names of which every word must match."""
    if number_found := health_number(words):
        return Q(nhs_number=number_found)
    if born := birth_date(words=words, today=today):
        return Q(date_of_birth=born)
    condition = Q()
    for word in words.split():
        condition &= Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(preferred_name__icontains=word)
    return condition


def held_by(clients: QuerySet, staff: int, today: date) -> QuerySet:
    """People whom a colleague is key worker of today."""
    held = scope.within(clients, Allocation).filter(staff=staff, kind=AllocationKind.KEY_WORKER).covering(today)
    return held.values("episode__client")


def of_team(clients: QuerySet, team: int) -> Q:
    """People whom a clinical team referred or who entered from it."""
    return Q(pk__in=scope.within(clients, Episode).filter(team=team).values("client")) | Q(
        pk__in=scope.within(clients, Referral).filter(team=team).values("client")
    )


def in_order(clients: QuerySet, sort: str, today: date) -> QuerySet:
    """In the order asked for; names decide what is equal."""
    if sort == "newest":
        return clients.order_by("-pk")
    if sort == "contact":
        seen = scope.within(clients, Contact).filter(
            episode__client=OuterRef("pk"), attendance=Attendance.ATTENDED, began_on__lte=today
        )
        latest = seen.order_by().values("episode__client").annotate(latest=Max("began_on")).values("latest")
        clients = clients.annotate(last_contact_on=Subquery(latest))
        return clients.order_by(F("last_contact_on").asc(nulls_first=True), "family_name", "given_name", "pk")
    return clients.order_by("family_name", "given_name", "pk")
