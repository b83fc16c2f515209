"""Lines of Today about leads that close within days: who was told and has not answered yet.

Whom else a lead fits stands on its own page, on the person's, and in the mail to the unit: leads close every
day, and Today would become a notice board.
"""

from placewell.access.leads_scope import unanswered_offers
from placewell.records.models import LeadOffer
from placewell.rules.finding import said
from placewell.rules.lead_digest import CLOSES_SOON
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.today.lines import Asked, Line

SOURCE = "Leads are shared in the unit, Key IPS Fidelity Standards (London), item 6"


def lead_lines(asked: Asked) -> list[Line]:
    """Answers that wait while the lead closes within three days; one question."""
    episodes = tuple(asked.by_episode)
    offers = unanswered_offers(episodes=episodes, since=asked.today, until=asked.today + CLOSES_SOON)
    return [_not_answered(asked, one) for one in offers]


def _not_answered(asked: Asked, offer: LeadOffer) -> Line:
    held, lead = asked.by_episode[offer.episode_id], offer.lead
    return Line(
        "lead_answer",
        f"Told of a lead that closes on {said(lead.closes_on)}, not answered yet: {lead.title}, {lead.employer.name}",
        on=lead.closes_on, source=SOURCE, who=held.name, address=held.address, client=held.client,
        doings=[Doing("Record what they say", asked.to("lead_answer", offer.pk))],
    )  # fmt: skip
