"""What the timeline says of leads that a person was told of, and of what matters to them at work."""

from collections.abc import Callable

from placewell.records.contact_words import Mode
from placewell.records.jobs import Contract
from placewell.records.leads import Matter, OfferAnswer, WorkTime, several
from placewell.rules.rounding import money
from placewell.web.presenters.country import currency, sign
from placewell.web.presenters.timeline.reading import Row
from placewell.web.presenters.wording import day, listed

Said = tuple[str, list[str]]


def each(choices, words: str) -> list[str]:
    """The words for each of several values."""
    known = dict(choices.choices)
    return [str(known.get(one, one)) for one in several(words)]


def lead_offered(row: Row, country: str) -> Said:
    """That somebody was told of a lead, and what they said."""
    facts, on = row.facts, row.date("answered_on")
    answer = str(dict(OfferAnswer.choices).get(facts["answer"], facts["answer"]))
    return f"Told of a lead: {facts['lead__title']}, {facts['lead__employer__name']}", [
        facts["staff__full_name"],
        str(dict(Mode.choices).get(facts["how"], facts["how"])),
        f"{answer} on {day(on)}" if on else "Not answered yet",
        f"“{facts['words']}”" if facts["words"] else "",
    ]


def work_wishes(row: Row, country: str) -> Said:
    """What matters to somebody about a job."""
    facts, before = row.facts, row.date("carried_from__stated_on")
    pay = row.amount("pay_least")
    return "What matters at work", [
        f"What matters most: {', then '.join(one.lower() for one in each(Matter, facts['matters_most']))}"
        if facts["matters_most"]
        else "",
        f"Times that suit: {listed(each(WorkTime, facts['times']))}" if facts["times"] else "",
        f"Where they can get to: {listed(list(several(facts['areas'])))}" if facts["areas"] else "",
        f"Pay: {sign(currency(country))}{money(pay)} an hour or more" if pay is not None else "",
        f"Contract: {listed(each(Contract, facts['contracts']), 'or')}" if facts["contracts"] else "",
        f"How they travel: “{facts['travel']}”" if facts["travel"] else "",
        f"To stay away from: “{facts['stay_away']}”" if facts["stay_away"] else "",
        f"Carried over from what they said on {day(before)}" if before else "",
    ]


OF_LEADS: dict[str, Callable[[Row, str], Said]] = {"lead_offered": lead_offered, "work_wishes": work_wishes}
