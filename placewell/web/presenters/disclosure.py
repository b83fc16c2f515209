"""What employers may hear about a person, ready to print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.urls import reverse

from placewell.access.disclosure import Decisions, Telling
from placewell.records.disclosure import HowMuch, WhoTells
from placewell.records.models import Client, DisclosureDiscussion, DisclosureOverride, DisclosureTerms
from placewell.records.plans import DisclosureChoice
from placewell.rules.finding import Verdict
from placewell.web.presenters.wording import day, sentence

CHOSE = {
    DisclosureChoice.TELL_NOBODY: "Tell nobody",
    DisclosureChoice.TELL_SOME: "Tell some",
    DisclosureChoice.TELL_ALL: "Tell all",
    DisclosureChoice.UNDECIDED: "Not decided yet",
}
UNASKED = "Nobody has recorded a talk about what to tell employers, so we may not contact any about the person."
NO_WORDS = "No words are agreed yet, so no letter can be made."


@dataclass(frozen=True)
class OneEmployer:
    """What holds for one employer by name."""

    name: str
    may: bool
    because: str
    words: str
    address: str


@dataclass(frozen=True)
class Decision:
    """One decision of the history."""

    when: str
    words: str
    lines: list[str]
    recorded: str
    is_corrected: bool
    address: str


@dataclass(frozen=True)
class Against:
    """One contact made against the plan."""

    when: str
    employer: str
    stood: str
    because: str
    read: str
    is_read: bool
    address: str
    person: str
    person_address: str
    pk: int


@dataclass(frozen=True)
class DisclosurePage:
    """What holds now, per employer, and how it came about. `tag` and `colour` say it at a glance."""

    tag: str
    colour: str
    now: str
    terms: list[tuple[str, str]]
    terms_address: str
    employers: list[OneEmployer]
    history: list[Decision]
    against: list[Against]
    may_be_withdrawn: bool


def disclosure_page(
    person: Client, decisions: Decisions, overrides: Iterable[DisclosureOverride], *, today: date, zone: ZoneInfo
) -> DisclosurePage:
    """Everything that the person decided about employers."""
    general = decisions.telling(None, on=today)
    employers = [one_employer(decisions, pk, today, person) for pk in by_name(decisions)]
    allowed = general.is_allowed or any(one.may for one in employers)
    tag, colour = tag_of(general, any(one.may for one in employers))
    return DisclosurePage(
        tag=tag,
        colour=colour,
        now=in_a_sentence(general),
        terms=terms_in_words(general.terms),
        terms_address=record_address(person, "disclosure-terms", general.terms.pk) if general.terms else "",
        employers=employers,
        history=[decision(talk, decisions.terms.get(talk.pk), zone, person) for talk in reversed(decisions.talks)],
        against=[against(one, zone) for one in overrides],
        may_be_withdrawn=allowed,
    )


def by_name(decisions: Decisions) -> list[int]:
    """Employers that the person named, in the order of their names."""
    named = decisions.named()
    return sorted(named, key=lambda pk: (named[pk].name.casefold(), pk))


def tag_of(general: Telling, some: bool) -> tuple[str, str]:
    """A word and its colour."""
    if general.is_allowed:
        return ("We may tell all", "green") if general.how_much == HowMuch.ALL else ("We may tell some", "blue")
    if some:
        return "Only employers named", "blue"
    return ("Not talked about", "grey") if general.talk is None else ("Locked", "red")


def in_a_sentence(general: Telling) -> str:
    """What holds for employers in general."""
    if general.finding.verdict == Verdict.NOT_RECORDED:
        return UNASKED
    if general.is_allowed:
        return f"We may contact employers about the person: {general.finding.because}."
    return f"{sentence(general.finding.because)}."


def terms_in_words(terms: DisclosureTerms | None) -> list[tuple[str, str]]:
    """The terms of a talk as questions and answers; what was left open is left out."""
    if terms is None:
        return []
    told = [
        ("May be said", terms.may_say),
        ("Must not be said", terms.must_not_say),
        ("Who tells", label_of(WhoTells, terms.who_tells)),
        ("When and how", terms.when_and_how),
        ("Gaps in the work history", terms.gaps),
        ("Convictions, if asked", terms.convictions),
        ("Adjustments", terms.adjustments),
        ("Talk about it again", day(terms.review_on) if terms.review_on else ""),
    ]
    return [(asked, words) for asked, words in told if words]


def label_of(choices, value: str) -> str:
    return str(dict(choices.choices).get(value, value))


def one_employer(decisions: Decisions, pk: int, today: date, person: Client | None = None) -> OneEmployer:
    """What an employer may hear; with `person`, where the decision about them is seen."""
    told, employer = decisions.telling(pk, on=today), decisions.named()[pk]
    return OneEmployer(
        name=employer.name,
        may=told.is_allowed,
        because=sentence(told.finding.because),
        words=told.words if told.is_allowed else "",
        address=exception_address(decisions, pk, person) if person else "",
    )


def exception_address(decisions: Decisions, employer: int, person: Client) -> str:
    """Where the latest decision about an employer is seen and corrected."""
    for talk in reversed(decisions.talks):
        for one in decisions.exceptions.get(talk.pk, []):
            if one.employer_id == employer:
                return record_address(person, "employer-exception", one.pk)
    return ""


def record_address(person: Client, kind: str, pk: int) -> str:
    return reverse("record", args=[person.service_id, kind, pk])


def decision(talk: DisclosureDiscussion, terms: DisclosureTerms | None, zone: ZoneInfo, person: Client) -> Decision:
    """One talk or withdrawal, in words."""
    at = talk.recorded_at.astimezone(zone)
    by = f" by {talk.recorded_by.full_name}" if talk.recorded_by else ""
    withdrew = terms is not None and terms.is_withdrawal
    may = talk.specialist_may_contact_employers
    lines = [
        "" if withdrew else "We may contact employers" if may else "We may not contact employers in general",
        "For and against talked through" if talk.pros_and_cons else "",
        "Words agreed" if talk.wording_agreed else "",
        f"“{terms.reason}”" if terms is not None and terms.reason else "",
    ]
    return Decision(
        when=day(talk.held_on),
        words="The person withdrew: tell nobody" if withdrew else CHOSE.get(talk.choice, talk.choice),
        lines=[line for line in lines if line],
        recorded=f"Recorded{by} on {day(at.date())} at {at:%H:%M}",
        is_corrected=talk.version > 1,
        address=record_address(person, "disclosure", talk.pk),
    )


def against(override: DisclosureOverride, zone: ZoneInfo) -> Against:
    """One contact that was made although the person had not allowed it."""
    contact = override.employer_contact
    person = contact.episode.client
    return Against(
        when=day(contact.made_on),
        employer=contact.employer.name,
        stood=sentence(override.locked_because),
        because=override.reason,
        read=f"Read by {override.read_by} on {day(override.read_on)}" if override.read_on else "Not read yet",
        is_read=override.read_on is not None,
        address=record_address(person, "employer-contact", contact.pk),
        person=person.known_as,
        person_address=reverse("person_disclosure", args=[person.service_id, person.pk]),
        pk=override.pk,
    )


@dataclass(frozen=True)
class MayBeSaid:
    """What stands above the form of an employer contact: what holds in general, and for employers by name."""

    is_locked: bool
    now: str
    words: str
    must_not_say: str
    who_tells: str
    employers: list[OneEmployer]


def may_be_said(decisions: Decisions, today: date) -> MayBeSaid:
    """What employers may hear of the person today, for who is about to record a contact."""
    general = decisions.telling(None, on=today)
    anybody = any(decisions.telling(pk, on=today).is_allowed for pk in [None, *decisions.named()])
    terms = general.terms if anybody else None
    return MayBeSaid(
        is_locked=not general.is_allowed,
        now=in_a_sentence(general),
        words=terms.may_say if terms else "",
        must_not_say=terms.must_not_say if terms else "",
        who_tells=label_of(WhoTells, terms.who_tells) if terms and terms.who_tells else "",
        employers=[one_employer(decisions, pk, today) for pk in by_name(decisions)],
    )


def said_to_the_person(decisions: Decisions, today: date) -> list[tuple[str, str]]:
    """What was agreed, told to the person themselves: question and answer, one employer after another at the end."""
    general = decisions.telling(None, on=today)
    if general.talk is None:
        return []
    told = terms_in_words(general.terms)
    named = [
        (
            decisions.named()[pk].name,
            "We may speak about you with them" if may else "We may not speak about you with them",
        )
        for pk in by_name(decisions)
        for may in [decisions.telling(pk, on=today).is_allowed]
    ]
    return told + named
