"""The personal information plan: what employers may hear, on paper for the person, with lines to sign."""

from datetime import date

from placewell.access.disclosure import Decisions, Telling
from placewell.documents.letters import LANGUAGES, letterhead
from placewell.documents.paper import Block, Document, Facts, Heading, Lines, Table, Text
from placewell.records.disclosure import WhoTells
from placewell.records.models import Client, DisclosureTerms, Service
from placewell.records.plans import DisclosureChoice
from placewell.rules.finding import said

TITLE = "My personal information plan"
# What was chosen, in the person's voice: the paper is theirs.
CHOSE = {
    DisclosureChoice.TELL_NOBODY: "I want employers to be told nothing about me.",
    DisclosureChoice.TELL_SOME: "I want employers to be told some things about me.",
    DisclosureChoice.TELL_ALL: "Employers may be told whatever matters for the job.",
    DisclosureChoice.UNDECIDED: "I have not decided yet what employers are told.",
}
WHO = {
    WhoTells.PERSON: "I tell employers myself.",
    WhoTells.SPECIALIST: "My employment specialist tells employers.",
    WhoTells.BOTH: "My employment specialist or I tell employers, as it comes.",
}
MINE = "It is my choice. I can change it or take it back at any time, without a reason, and it holds at once."


def disclosure_paper(person: Client, decisions: Decisions, *, service: Service, made_on: date) -> Document:
    """What the person decided, as it holds on the day on which the paper is made."""
    general = decisions.telling(None, on=made_on)
    blocks: list[Block] = [Text(MINE), Heading("What I chose"), *chosen(general)]
    if general.terms is not None:
        blocks += agreed(general.terms)
    blocks += one_by_one(decisions, made_on)
    blocks += [
        Heading("Signed"),
        Lines(["My name", "Signature", "Date"]),
        Lines(["For the service", "Signature", "Date"]),
    ]
    return Document(
        title=TITLE, subtitle=person.known_as, blocks=blocks, made_on=made_on, footer=letterhead(service),
        language=LANGUAGES.get(service.country, "en-GB"),
    )  # fmt: skip


def chosen(general: Telling) -> list[Block]:
    """The choice, since when, and whether the service may contact employers."""
    if general.talk is None:
        return [Text("We have not talked about it yet. Until we have, the service tells employers nothing about me.")]
    may = "may" if general.is_allowed else "may not"
    return [
        Text(f"{CHOSE.get(general.talk.choice, general.talk.choice)} (Decided on {said(general.talk.held_on)}.)"),
        Text(f"The service {may} contact employers in general about me."),
    ]


def agreed(terms: DisclosureTerms) -> list[Block]:
    """The words and the ways that were agreed; what was left open is left out."""
    told = [
        ("What may be said", terms.may_say),
        ("What must not be said", terms.must_not_say),
        ("Who tells", WHO.get(terms.who_tells, "")),
        ("When and how", terms.when_and_how),
        ("About gaps in my work history", terms.gaps),
        ("About convictions, if asked", terms.convictions),
        ("To ask for adjustments", terms.adjustments),
        ("We talk about it again on", said(terms.review_on) if terms.review_on else ""),
    ]
    pairs = [(asked, words) for asked, words in told if words]
    return [Heading("What we agreed"), Facts(pairs)] if pairs else []


def one_by_one(decisions: Decisions, on: date) -> list[Block]:
    """Employers that the person named, one a row."""
    named = sorted(decisions.named().items(), key=lambda pair: (pair[1].name.casefold(), pair[0]))
    if not named:
        return []
    rows = []
    for pk, employer in named:
        told = decisions.telling(pk, on=on)
        rows.append((employer.name, "Yes" if told.is_allowed else "No", told.words if told.is_allowed else ""))
    return [Heading("Employers I named"), Table(["Employer", "May be contacted about me", "In these words"], rows)]
