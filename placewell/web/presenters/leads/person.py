"""Leads beside what one person wants: those that meet most of it first, and each preference explained."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.access import leads_scope
from placewell.access.worker import Worker
from placewell.records.models import Episode, Lead, LeadOffer, Service
from placewell.rules.matching import order
from placewell.web.presenters.leads.listing import answered, standing
from placewell.web.presenters.leads.wanted import Line, Stated, beside, in_words, lines, stated_by, wording_of
from placewell.web.presenters.paging import pager
from placewell.web.presenters.wording import counted, day

A_PAGE = 10


@dataclass(frozen=True)
class Beside:
    """A lead beside what the person wants."""

    title: str
    address: str
    closes: str
    tag: str
    colour: str
    lines: list[Line]
    tell: str
    told: str
    answer: str


def leads_for_person(worker: Worker, service: Service, episode: Episode | None, *, page: int, today: date) -> dict:
    """Open leads that meet something of what the person wants, and what the person was told of so far."""
    if episode is None:
        return {"stated": Stated(), "wanted": [], "leads": [], "pager": None, "rest": ""}
    stated, wording = stated_by(worker, service, [episode.pk], today)[episode.pk], wording_of(service)
    rows = leads_scope.open_leads(worker, service, today)
    known = leads_scope.details_of([one.pk for one in rows])
    found = [(lead, beside(stated, lead, known.get(lead.pk), wording)) for lead in rows]
    met = [pair for pair in found if any(one.is_met for one in pair[1])]
    met.sort(key=lambda pair: (order(pair[1]), pair[0].closes_on or date.max, pair[0].title, pair[0].pk))
    pages = pager(
        total=len(met), page=page, size=A_PAGE, one="lead", several="leads", address=lambda number: f"?page={number}"
    )
    told_of = leads_scope.offers_to_reached(worker, [one.pk for one in rows]).filter(episode=episode)
    offers = {one.lead_id: one for one in told_of}
    rest = len(found) - len(met)
    return {
        "stated": stated,
        "wanted": in_words(stated, wording),
        "leads": [
            one_beside(lead, lines(told, stated), offers.get(lead.pk), episode, today)
            for lead, told in met[pages.start : pages.start + A_PAGE]
        ],
        "pager": pages,
        "rest": f"{counted(rest, 'other open lead')} {'meets' if rest == 1 else 'meet'} nothing of what they are known to want."
        if rest
        else "",
    }


def one_beside(lead: Lead, told: list[Line], offer: LeadOffer | None, episode: Episode, today: date) -> Beside:
    """One lead, with the way to tell the person of it or to note what they answered."""
    tag, colour = standing(lead, today)
    return Beside(
        title=f"{lead.title}, {lead.employer.name}",
        address=reverse("lead", args=[lead.service_id, lead.pk]),
        closes=f"Closes on {day(lead.closes_on)}" if lead.closes_on else "No closing date is known",
        tag=tag,
        colour=colour,
        lines=told,
        tell="" if offer else f"{reverse('lead_offer', args=[lead.service_id, lead.pk])}?episode={episode.pk}",
        told=f"Told on {day(offer.offered_on)}. {answered(offer)}" if offer else "",
        answer=reverse("lead_answer", args=[lead.service_id, offer.pk]) if offer else "",
    )
