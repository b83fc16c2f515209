"""Leads that a person was told of, and what matters to them at work, for the person themselves."""

from collections.abc import Iterable

from placewell.records.jobs import Contract
from placewell.records.leads import Matter, OfferAnswer, WorkTime, several
from placewell.records.models import LeadOffer, WorkWishes
from placewell.rules.rounding import money
from placewell.web.presenters.country import currency, sign
from placewell.web.presenters.timeline.of_leads import each
from placewell.web.presenters.wording import day, listed, sentence

ANSWERS = {OfferAnswer.INTERESTED: "you were interested", OfferAnswer.NOT_INTERESTED: "it was not for you"}


def own_leads(offers: Iterable[LeadOffer], wishes: WorkWishes | None, country: str) -> dict:
    """Each lead in a sentence, and what they said matters."""
    return {"leads": [_told(one) for one in offers], "wishes": _wishes(wishes, country) if wishes else []}


def _told(offer: LeadOffer) -> str:
    said = f" On {day(offer.answered_on)} you said that {ANSWERS[offer.answer]}." if offer.answer else ""
    words = f" “{offer.words}”" if offer.words else ""
    return f"{offer.lead.title}, {offer.lead.employer.name}: on {day(offer.offered_on)}.{said}{words}"


def _wishes(wishes: WorkWishes, country: str) -> list[tuple[str, str]]:
    pay = wishes.pay_least
    found = [
        ("What matters most", sentence(", then ".join(one.lower() for one in each(Matter, wishes.matters_most)))),
        ("Times that suit you", listed(each(WorkTime, wishes.times))),
        ("Where you can get to", listed(list(several(wishes.areas)))),
        ("How you travel", wishes.travel),
        ("Pay", f"{sign(currency(country))}{money(pay)} an hour or more" if pay is not None else ""),
        ("Contract", listed(each(Contract, wishes.contracts), "or")),
        ("To stay away from", wishes.stay_away),
        ("You said so on", day((wishes.carried_from or wishes).stated_on)),
        ("Carried over, when support began again, on", day(wishes.stated_on) if wishes.carried_from else ""),
    ]
    return [(asked, words) for asked, words in found if words]
