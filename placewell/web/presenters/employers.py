"""Employers, ready to print."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.urls import reverse

from placewell.access import scope
from placewell.records.contact_words import Mode
from placewell.records.employers import EmployerContactPurpose, SizeBand
from placewell.records.models import Employer, EmployerContact, EmployerSite, Job
from placewell.rules.industries import SECTIONS
from placewell.rules.occupations import SUB_MAJOR_GROUPS, title_of
from placewell.web.presenters.paging import pager
from placewell.web.presenters.timeline.saying import label, lower
from placewell.web.presenters.wording import day

A_PAGE = 25
# What follows a district in a postcode without a space: 7GH.
INWARD = 3


@dataclass(frozen=True)
class Line:
    """An employer in the list."""

    address: str
    name: str
    sector: str
    contacts: str
    last: str


@dataclass(frozen=True)
class Met:
    """One contact with an employer. `about` is a person within the worker's reach, or ''."""

    when: str
    how: str
    details: list[str]
    about: str
    address: str
    learned: str = ""


def employer_list(employers: QuerySet, *, words: str, place: str, page: int) -> dict:
    """A page of employers by name, with how often and when they were last spoken to."""
    found = found_by(employers, words=words, place=place).order_by("name", "pk").values_list("pk", flat=True)
    # What is looked for is looked for once; the whole list is counted, and only its page read.
    found = list(found) if words or place else found
    pages = pager(
        total=len(found) if words or place else found.count(), page=page, size=A_PAGE, one="employer", several="employers",
        address=lambda number: f"?{urlencode({'q': words, 'district': place, 'page': number})}",
    )  # fmt: skip
    # Who stands on the page is asked first: a database would count for every page before it too.
    rows = employers.filter(pk__in=list(found[pages.start : pages.start + A_PAGE]))
    contacts = scope.contacts_with(rows).order_by().values("employer")
    spoken = contacts.annotate(times=Count("pk"), last=Max("made_on")).values_list("employer", "times", "last")
    known = {pk: (times, last) for pk, times, last in spoken}
    lines = [line(row, *known.get(row.pk, (0, None))) for row in rows.order_by("name", "pk")]
    return {"lines": lines, "pager": pages}


def found_by(employers: QuerySet, *, words: str, place: str) -> QuerySet:
    """Employers with each of the words, in a postcode district or area ('' for anywhere)."""
    for word in words.split():
        employers = employers.filter(said_of(word))
    return employers.filter(stands_in(place)) if place else employers


def stands_in(place: str) -> Q:
    """Employers that are, or have a site, in a postcode district (LE2) or area (LE)."""
    if place.isalpha():
        there = Q()
        for digit in range(10):
            there |= Q(postcode__istartswith=f"{place}{digit}")
    else:
        whole = Q(Exact(Length("postcode"), len(place) + INWARD))
        there = Q(postcode__istartswith=f"{place} ") | Q(postcode__iexact=place)
        there |= Q(postcode__istartswith=place) & whole
    sites = scope.at_employers(EmployerSite).filter(there)
    return there | Q(pk__in=sites.values("employer"))


def said_of(word: str) -> Q:
    """Employers with a word in their name or place, what they do, or the kind of work somebody has there."""
    folded = word.casefold()
    sectors = [code for code, words in SECTIONS.items() if folded in words.casefold()]
    groups = [code for code, words in SUB_MAJOR_GROUPS.items() if folded in words.casefold()]
    found = Q(name__icontains=word) | Q(postcode__icontains=word)
    if sectors:
        found |= Q(sector__in=sectors)
    sites = scope.at_employers(EmployerSite).filter(Q(name__icontains=word) | Q(address__icontains=word))
    jobs = scope.at_employers(Job).filter(title__icontains=word)
    found |= Q(pk__in=sites.values("employer")) | Q(pk__in=jobs.values("employer"))
    if groups:
        talked = scope.at_employers(EmployerContact).filter(occupation_group__in=groups)
        found |= Q(pk__in=talked.values("employer"))
    return found


def line(row: Employer, times: int, last: date | None) -> Line:
    """One employer, with how often and when it was last spoken to."""
    return Line(
        address=reverse("employer", args=[row.service_id, row.pk]),
        name=row.name,
        sector=SECTIONS.get(row.sector, row.sector),
        contacts=f"{times:,}",
        last=day(last) if last else "Never",
    )


def employer_page(employer: Employer, contacts: QuerySet, reached: QuerySet, *, page: int) -> dict:
    """An employer's details and contacts; a person out of reach is not named."""
    pages = pager(
        total=contacts.count(), page=page, size=A_PAGE, one="contact", several="contacts",
        address=lambda number: f"?page={number}",
    )  # fmt: skip
    rows = contacts.select_related("staff", "episode__client").order_by("-made_on", "-pk")
    shown = list(rows[pages.start : pages.start + A_PAGE])
    words = {one.employer_contact_id: one for one in scope.words_of(shown).select_related("person")}
    people = {row.episode.client_id for row in shown if row.episode}
    within = set(reached.filter(pk__in=people).values_list("pk", flat=True))
    size = label(SizeBand, employer.size_band)
    details = [
        ("What they do", SECTIONS.get(employer.sector, employer.sector)),
        ("Size", size),
        ("Postcode", employer.postcode),
    ]
    return {
        "employer": employer,
        "details": [(asked, words) for asked, words in details if words],
        "met": [met(row, within, words.get(row.pk)) for row in shown],
        "pager": pages,
    }


def met(row, within: set[int], words=None) -> Met:
    """One contact, in words; what was learned of a person out of reach is not shown."""
    named = row.episode is not None and row.episode.client_id in within
    details = [
        "Met someone who can hire" if row.hiring_authority else "",
        f"About {lower(title_of(group=row.occupation_group))}" if row.occupation_group else "",
        "Made by the person" if row.made_by_client else str(row.staff or ""),
        "About a person" if row.episode and not named else "",
    ]
    may_open = row.episode is None or named
    if words is not None and words.person:
        details.insert(0, f"Met {words.person}")
    return Met(
        when=day(row.made_on),
        how=f"{label(Mode, row.mode)}, {lower(label(EmployerContactPurpose, row.purpose))}",
        details=[words for words in details if words],
        about=row.episode.client.known_as if named else "",
        address=reverse("record", args=[row.service_id, "employer-contact", row.pk]) if may_open else "",
        learned=words.learned if words is not None and may_open else "",
    )
