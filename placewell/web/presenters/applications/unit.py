"""The applications of the unit: how many a month, and the table behind each number. Nobody is ranked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from placewell.records.application_courses import Told
from placewell.records.applications import ResultKind
from placewell.records.caseload import Holders
from placewell.rules.applications import State
from placewell.rules.windows import months_back
from placewell.web.presenters.applications.words import STATES, when
from placewell.web.presenters.paging import Pager, pager
from placewell.web.presenters.wording import counted, day, month, sentence

A_PAGE, MONTHS = 25, 12
OPEN, CLOSED = "open", "closed"
# What is counted in a month, and in which words.
WHATS = {
    "applications": "Applications",
    "interviews": "Interviews and trial shifts",
    "offers": "Offers",
    "starts": "Jobs started",
}
ONE_OF = {"applications": "applied for", "interviews": "interviewed for", "offers": "offered", "starts": "started"}


@dataclass(frozen=True)
class Looking:
    """What is looked for, read from the address; what makes no sense is left out. `month` is its first day."""

    who: int | None = None
    state: str = ""
    employer: str = ""
    month: date | None = None
    what: str = "applications"
    page: int = 1

    @classmethod
    def asked(cls, given) -> "Looking":
        """Read from the address (`request.GET`)."""
        state, what = given.get("state", ""), given.get("what", "")
        return cls(
            who=number(given.get("who", "")),
            state=state if state in (OPEN, CLOSED) or state in set(State) else "",
            employer=" ".join(given.get("employer", "").replace("\0", "").split())[:100],
            month=month_of(given.get("month", "")),
            what=what if what in WHATS else "applications",
            page=number(given.get("page", "")) or 1,
        )

    def address(self, **changed) -> str:
        """The end of an address that asks for the same with something changed; the first page, unless one is named."""
        one = replace(self, **{"page": 1, **changed})
        told = {
            "who": one.who, "state": one.state, "employer": one.employer,
            "month": f"{one.month:%Y-%m}" if one.month else "", "what": one.what if one.month else "",
            "page": one.page if one.page > 1 else "",
        }  # fmt: skip
        return f"?{urlencode({name: value for name, value in told.items() if value})}"


@dataclass(frozen=True)
class Month:
    """A month and its numbers, each with the address of the applications that it counts."""

    name: str
    numbers: list[tuple[str, int, str]]


@dataclass(frozen=True)
class Line:
    """One application in the table."""

    person: str
    person_address: str
    title: str
    employer: str
    address: str
    applied: str
    tag: str
    colour: str
    because: str
    keeper: str


@dataclass(frozen=True)
class UnitPage:
    """The months, and the applications that are looked for; `narrowed` says by what, '' for all."""

    months: list[Month]
    lines: list[Line]
    pager: Pager
    narrowed: str


def number(words: str) -> int | None:
    """A row id or a page; None for anything else."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 and int(words) else None


def month_of(words: str) -> date | None:
    """The first day of a month written 2026-11; None for anything else."""
    try:
        return date.fromisoformat(f"{words}-01") if len(words) == len("2026-11") else None
    except ValueError:
        return None


def first_of(today: date) -> date:
    """The first day of the first month that is shown."""
    return months_back(as_at=today.replace(day=1), months=MONTHS - 1)


def days_of(told: Told, what: str, today: date) -> list[date]:
    """The days on which an application counts among applications, interviews, offers or jobs started."""
    course = told.course
    if what == "interviews":
        return [one.on for one in course.interviews if one.counts and one.on <= today]
    if what == "offers":
        # An offer that was accepted was one, whether it was written down on its own or not.
        offered = [on for on, kind in course.results if kind in (ResultKind.OFFERED, ResultKind.ACCEPTED)]
        started = [course.job_on] if course.job_on and course.job_on <= today else []
        return [min(offered or started)] if offered or started else []
    if what == "starts":
        return [course.job_on] if course.job_on and course.job_on <= today else []
    return [course.applied_on]


def unit_page(
    every: Sequence[Told], holders: Mapping[int, Holders], looking: Looking, today: date, names: dict
) -> UnitPage:
    """The page: months of what the other filters leave, and the table. `names` are the specialists by row id."""
    name = names.get(looking.who, "")
    kept = [one for one in every if fits(one, looking, name, holders, today)]
    shown = [one for one in kept if looking.month is None or in_month(one, looking, today)]
    pages = pager(
        total=len(shown), page=looking.page, size=A_PAGE, one="application", several="applications",
        address=lambda page: looking.address(page=page),
    )  # fmt: skip
    return UnitPage(
        months=months(kept, looking, today),
        lines=[line(one, holders, today) for one in shown[pages.start : pages.start + A_PAGE]],
        pager=pages,
        narrowed=narrowed(looking),
    )


def fits(one: Told, looking: Looking, keeper: str, holders: Mapping[int, Holders], today: date) -> bool:
    """Whether an application is of that specialist's person, stands so, and went to such an employer."""
    if keeper and holders[one.application.episode_id].key_worker != keeper:
        return False
    if looking.employer and looking.employer.casefold() not in one.application.employer.name.casefold():
        return False
    now = one.stands(today)
    return looking.state in ("", now.state) or looking.state == (OPEN if now.is_open else CLOSED)


def in_month(one: Told, looking: Looking, today: date) -> bool:
    """Whether an application counts in the month that is looked at."""
    return any(on.replace(day=1) == looking.month for on in days_of(one, looking.what, today))


def months(every: Sequence[Told], looking: Looking, today: date) -> list[Month]:
    """The last twelve months, the latest first: how many applications there were of each kind."""
    firsts = [months_back(as_at=today.replace(day=1), months=back) for back in range(MONTHS)]
    counts = {(first, what): 0 for first in firsts for what in WHATS}
    for one in every:
        for what in WHATS:
            for first in {on.replace(day=1) for on in days_of(one, what, today)}:
                if (first, what) in counts:
                    counts[first, what] += 1
    return [
        Month(
            month(first),
            [(words, counts[first, key], looking.address(month=first, what=key)) for key, words in WHATS.items()],
        )
        for first in firsts
    ]


def line(one: Told, holders: Mapping[int, Holders], today: date) -> Line:
    """One application in words."""
    application, now = one.application, one.stands(today)
    person, service = application.episode.client, application.service_id
    words, colour = STATES[now.state]
    booked = next((when(each) for each in one.interviews if not each.came_of and each.held_on >= today), "")
    return Line(
        person=person.known_as, person_address=reverse("person_applications", args=[service, person.pk]),
        title=application.title, employer=str(application.employer),
        address=reverse("application", args=[service, application.pk]), applied=day(application.applied_on),
        tag=words, colour=colour, because=booked or sentence(now.because),
        keeper=holders[application.episode_id].key_worker or "Nobody",
    )  # fmt: skip


def narrowed(looking: Looking) -> str:
    """Interviewed for in November 2026; '' when no month is chosen."""
    return f"{sentence(ONE_OF[looking.what])} in {month(looking.month)}" if looking.month else ""


def states() -> list[tuple[str, str]]:
    """The ways to narrow by where an application stands."""
    return [(OPEN, "Open"), (CLOSED, "Closed"), *((state.value, words) for state, (words, _) in STATES.items())]


def said(months_shown: Sequence[Month]) -> str:
    """This month in a sentence: 4 applications, 2 interviews, 1 offer and no job started this month."""
    numbers = {words: count for words, count, _ in months_shown[0].numbers}
    parts = [
        counted(numbers[WHATS["applications"]], "application"),
        counted(numbers[WHATS["interviews"]], "with an interview", "with an interview"),
        counted(numbers[WHATS["offers"]], "offer"),
        counted(numbers[WHATS["starts"]], "job started", "jobs started"),
    ]
    return f"{months_shown[0].name} so far: {', '.join(parts)}."
