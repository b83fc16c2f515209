"""One lead: what is known of it, who was told, and whose preferences it fits."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.access import leads_scope
from placewell.access.permissions import Permission
from placewell.access.unit_scope import caseload_of, own_staff
from placewell.access.worker import Worker
from placewell.records.contact_words import Mode
from placewell.records.employers import STILL_OPEN
from placewell.records.jobs import Contract
from placewell.records.leads import Market, PayPer, WorkTime, several
from placewell.records.models import Lead, LeadDetails, LeadOffer, Service
from placewell.rules.matching import fits
from placewell.rules.occupations import title_of
from placewell.rules.rounding import money
from placewell.web.presenters.country import currency, sign
from placewell.web.presenters.leads.listing import answered, hours, standing
from placewell.web.presenters.leads.wanted import Line, beside, lines, stated_by, wording_of
from placewell.web.presenters.paging import Pager, pager
from placewell.web.presenters.timeline.saying import label, lower
from placewell.web.presenters.wording import counted, day, listed

A_PAGE = 10


@dataclass(frozen=True)
class ToldOf:
    """Somebody who was told of a lead: who, how, what they said; `answer` leads to where their answer is noted."""

    name: str
    address: str
    when: str
    said: str
    answer: str
    record: str


@dataclass(frozen=True)
class Fitting:
    """Somebody whose preferences a lead fits, with each preference; no number is made of it."""

    name: str
    address: str
    tell: str
    told: str
    lines: list[Line]


def lead_page(lead: Lead, service: Service, today: date) -> dict:
    """What is known of a lead, question and answer."""
    details = leads_scope.details_of([lead.pk]).get(lead.pk)
    tag, colour = standing(lead, today)
    return {
        "lead": lead,
        "tag": tag,
        "colour": colour,
        "details": details,
        "is_open": lead.status in STILL_OPEN,
        "has_passed": lead.closes_on is not None and lead.closes_on < today,
        "facts": [(asked, words) for asked, words in facts_of(lead, details, service) if words],
    }


def facts_of(lead: Lead, details: LeadDetails | None, service: Service) -> list[tuple[str, str]]:
    """Each fact of a lead, '' where it is not known."""
    found = [
        ("Closes on", day(lead.closes_on) if lead.closes_on else "No closing date is known"),
        ("Kind of work", title_of(group=lead.occupation_group)),
        *(of_work(details, service) if details else []),
        ("Found", f"{day(lead.found_on)}{f' by {lead.found_by}' if lead.found_by else ''}"),
    ]
    if details is not None:
        found += [("Where it was found", label(Market, details.market)), ("Remarks", details.remarks)]
    return found


def of_work(details: LeadDetails, service: Service) -> list[tuple[str, str]]:
    """What the work is like."""
    place = listed([one for one in (details.place, str(details.site or ""), details.postcode) if one], "")
    home = {True: "can be done from home", False: "not from home", None: ""}[details.from_home]
    return [
        ("Hours", hours(details)),
        ("When", listed([lower(label(WorkTime, one)) for one in several(details.times)]).capitalize()),
        ("Pay", pay(details, service)),
        ("Contract", label(Contract, details.contract)),
        ("Where", ", ".join(filter(None, (" ".join(place.split()), home)))),
        ("What the work is", details.tasks),
        ("What they look for", details.looks_for),
        ("How to apply", details.apply_how),
    ]


def pay(details: LeadDetails, service: Service) -> str:
    """£12.60 an hour."""
    if details.pay is None:
        return ""
    return f"{sign(currency(service.country))}{money(details.pay)} {lower(label(PayPer, details.pay_per))}"


def told_of(worker: Worker, lead: Lead) -> dict:
    """Who was told: by name for people whom the worker reaches, the others as a number."""
    mine = leads_scope.offers_to_reached(worker, [lead.pk]).select_related("episode__client", "staff")
    shown = sorted(mine, key=lambda one: one.episode.client.known_as.casefold())
    others = leads_scope.offers_of([lead.pk]).count() - len(shown)
    return {
        "told": [told(one) for one in shown],
        "told_keys": {one.episode_id: one for one in shown},
        "others": _others(others, bool(shown)),
    }


def _others(number: int, beside_others: bool) -> str:
    """How many people out of reach were told; whom, their own specialists know."""
    if not number:
        return ""
    people = counted(number, "person", "people")
    return (
        f"Offered to {people} more, of colleagues’ caseloads."
        if beside_others
        else f"Offered to {people}, of colleagues’ caseloads."
    )


def told(offer: LeadOffer) -> ToldOf:
    """One offer."""
    service, person = offer.service_id, offer.episode.client
    how = f", {lower(label(Mode, offer.how))}" if offer.how else ""
    return ToldOf(
        name=person.known_as,
        address=reverse("person_leads", args=[service, person.pk]),
        when=f"{day(offer.offered_on)}{f' by {offer.staff}' if offer.staff else ''}{how}",
        said=answered(offer),
        answer=reverse("lead_answer", args=[service, offer.pk]),
        record=reverse("record", args=[service, "lead-offer", offer.pk]),
    )


def whom_it_fits(
    worker: Worker, service: Service, lead: Lead, *, told_keys: Collection[int], page: int
) -> tuple[list[Fitting], Pager, str]:
    """People of the caseload whose preferences a lead fits, by their names; and how many have said nothing yet."""
    today = worker.today(service)
    people = caseload(worker, service)
    stated, wording = stated_by(worker, service, list(people), today), wording_of(service)
    details = leads_scope.details_of([lead.pk]).get(lead.pk)
    beside_each = {pk: beside(stated[pk], lead, details, wording) for pk in people}
    fitting = sorted((pk for pk in people if fits(beside_each[pk])), key=lambda pk: people[pk][1].casefold())
    pages = pager(total=len(fitting), page=page, size=A_PAGE, address=lambda number: f"?page={number}#fits")
    offer = reverse("lead_offer", args=[service.pk, lead.pk])
    shown = [
        Fitting(
            name=people[pk][1],
            address=reverse("person_leads", args=[service.pk, people[pk][0]]),
            tell=f"{offer}?episode={pk}",
            told="Told already" if pk in told_keys else "",
            lines=lines(beside_each[pk], stated[pk]),
        )
        for pk in fitting[pages.start : pages.start + A_PAGE]
    ]
    silent = sum(one.is_empty for one in stated.values())
    unasked = f"What {counted(silent, 'person', 'people')} of the caseload want is not recorded." if silent else ""
    return shown, pages, unasked


def caseload(worker: Worker, service: Service) -> dict[int, tuple[int, str]]:
    """Whom the worker holds or covers, or for who allocates the whole unit: by episode, the person's row id and name."""
    own = own_staff(worker, service)
    everybody = worker.may(Permission.ALLOCATE, service)
    rows = caseload_of(worker, service, None if everybody else own.pk) if everybody or own else []
    return {one.episode: (one.client, one.known_as) for one in rows}
