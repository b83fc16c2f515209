"""Lines of Today about leads that close within days: told and not answered, or fitting and nobody told."""

from placewell.access import leads_scope
from placewell.records.models import Lead, LeadOffer
from placewell.rules.finding import said
from placewell.rules.lead_digest import CLOSES_SOON
from placewell.rules.matching import fits
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.leads.wanted import beside, stated_by, wording_of
from placewell.web.presenters.today.lines import Asked, Line
from placewell.web.presenters.wording import counted, listed

# So many leads and no more, lest Today becomes a notice board; so many names.
MOST, NAMED = 3, 2
SOURCE = "Leads are shared in the unit, Key IPS Fidelity Standards (London), item 6"


def lead_lines(asked: Asked) -> list[Line]:
    """What closes within three days: an answer that waits, and leads that fit people who were not told of any."""
    leads = leads_scope.closing_leads(asked.worker, asked.service, asked.today, asked.today + CLOSES_SOON)
    if not leads or not asked.people:
        return []
    by_pk = {lead.pk: lead for lead in leads}
    offers = leads_scope.offers_among(leads=tuple(by_pk), episodes=tuple(asked.by_episode))
    waiting = [_not_answered(asked, one, by_pk[one.lead_id]) for one in offers if not one.answer]
    return waiting + _fitting(asked, leads, {(one.lead_id, one.episode_id) for one in offers})


def _not_answered(asked: Asked, offer: LeadOffer, lead: Lead) -> Line:
    held = asked.by_episode[offer.episode_id]
    return Line(
        "lead_answer",
        f"Told of a lead that closes on {said(lead.closes_on)}, not answered yet: {lead.title}, {lead.employer.name}",
        on=lead.closes_on, source=SOURCE, who=held.name, address=held.address, client=held.client,
        doings=[Doing("Record what they say", asked.to("lead_answer", offer.pk))],
    )  # fmt: skip


def _fitting(asked: Asked, leads: list[Lead], told: set[tuple[int, int]]) -> list[Line]:
    """Leads that fit people who were not told; one line for each lead, those that close first."""
    stated = stated_by(asked.worker, asked.service, list(asked.by_episode), asked.today)
    known, wording = leads_scope.details_of([lead.pk for lead in leads]), wording_of(asked.service)
    found = []
    for lead in leads:
        names = sorted(
            held.name
            for pk, held in asked.by_episode.items()
            if (lead.pk, pk) not in told
            and not stated[pk].is_empty
            and fits(beside(stated[pk], lead, known.get(lead.pk), wording))
        )
        if names:
            found.append(_fits(asked, lead, names))
    return found[:MOST]


def _fits(asked: Asked, lead: Lead, names: list[str]) -> Line:
    others = len(names) - NAMED
    named = [*names[:NAMED], counted(others, "other")] if others > 0 else names
    return Line(
        "lead_fits",
        f"The lead closes on {said(lead.closes_on)}. It fits what {listed(named)} said they want",
        on=lead.closes_on, source=SOURCE, who=f"{lead.title}, {lead.employer.name}", address=asked.to("lead", lead.pk),
        doings=[Doing("See whom it fits", asked.to("lead", lead.pk) + "#fits")],
    )  # fmt: skip
