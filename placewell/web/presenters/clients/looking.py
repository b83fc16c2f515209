"""What is looked for in the list of people, read from the address."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery

from placewell.access import scope
from placewell.records.contact_words import Attendance
from placewell.records.models import Allocation, Contact, Episode, Referral, Service
from placewell.records.stages import in_stage
from placewell.records.support import AllocationKind
from placewell.records.worded import Value
from placewell.rules.stages import Stage
from placewell.web.forms.clients import birth_date, health_number

SORTS = {"name": "Name", "contact": "Longest without contact", "newest": "Newest first"}
A_PAGE = 25
LONGEST = 100
MOST_WORDS = 8


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
            words=" ".join(given.get("q", "")[:LONGEST].replace("\0", "").split()[:MOST_WORDS]),
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


def sought(looking: Looking, service: Service, today: date) -> dict[str, Value]:
    """What is looked for, as values of a question that is worded once."""
    told = {"service": service.pk, "worker": looking.worker, "team": looking.team} | in_words(looking.words, today)
    return {"today": today} | {name: value for name, value in told.items() if value is not None}


def in_words(words: str, today: date) -> dict[str, Value]:
    """A health number, a date of birth, or names of which every word must match."""
    if number_found := health_number(words):
        return {"nhs_number": number_found}
    if born := birth_date(words=words, today=today):
        return {"date_of_birth": born}
    return {f"word_{place}": word for place, word in enumerate(words.split())}


def found(clients: QuerySet, stage: str, sort: str, *, service: int, today: date, **told: Value) -> QuerySet:
    """Those of the people in whom everything is found that `sought` told, in order."""
    clients = clients.filter(service=service)
    for name, value in told.items():
        if name.startswith("word_"):
            clients = clients.filter(has_in_a_name(value))
    clients = clients.filter(**{name: told[name] for name in ("nhs_number", "date_of_birth") if name in told})
    if stage:
        clients = in_stage(clients, Stage(stage), today)
    if "worker" in told:
        clients = clients.filter(pk__in=held_by(clients, told["worker"], today))
    if "team" in told:
        clients = clients.filter(of_team(clients, told["team"]))
    return in_order(clients, sort, today)


def has_in_a_name(word: str) -> Q:
    """Whether one of a person's names has the word in it."""
    return Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(preferred_name__icontains=word)


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
