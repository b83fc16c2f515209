"""Reaching out to somebody who stays away: since when, what was tried, what was not, what item 25 asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from placewell.records.contact_words import AttemptBy, Attendance, Mode, Participant, Place
from placewell.records.models import ChosenStandard, Contact, Episode, Service
from placewell.rules.finding import Finding, Verdict
from placewell.rules.outreach import Quiet, Try, Way, asked_for, quiet, tried_enough
from placewell.scales import load_scale, local_standards
from placewell.web.presenters.timeline.saying import label, lower
from placewell.web.presenters.wording import day, listed, sentence

ITEM = 25
WAYS = {
    Way.TELEPHONE: "Telephone or video",
    Way.MESSAGE: "Text message or email",
    Way.LETTER: "Letter",
    Way.HOME: "At home",
    Way.COMMUNITY: "In the community",
    Way.CLINICIAN: "Through the clinical team",
    Way.FAMILY: "Through family, if the person has agreed",
}
# What the contact form is opened with, by the way that is used.
OPENED_WITH = {
    Way.TELEPHONE: {"mode": Mode.TELEPHONE},
    Way.MESSAGE: {"mode": Mode.TEXT},
    Way.LETTER: {"mode": Mode.LETTER},
    Way.HOME: {"mode": Mode.FACE_TO_FACE, "place": Place.HOME},
    Way.COMMUNITY: {"mode": Mode.FACE_TO_FACE, "place": Place.COMMUNITY},
    Way.CLINICIAN: {"mode": Mode.TELEPHONE, "attempt_by": AttemptBy.CLINICIAN, "with_whom": Participant.CLINICIAN},
    Way.FAMILY: {"mode": Mode.TELEPHONE, "with_whom": Participant.FAMILY},
}
TOGETHER = {"mode": Mode.FACE_TO_FACE, "place": Place.HOME, "attempt_by": AttemptBy.JOINT}
PARTS = {
    "attempts_logged": "Tries are written down",
    "clinician_tried": "A clinician tries too",
    "two_visits": "Visits at home or in the community",
    "tried_together": "Specialist and clinician try together",
}
COLOURS = {
    Verdict.MET: ("green", "Done"),
    Verdict.NOT_MET: ("orange", "Missing"),
    Verdict.DOES_NOT_APPLY: ("grey", "Not asked"),
}


@dataclass(frozen=True)
class TryLine:
    """One try: when, how, by whom; `unmarked` when the record does not say that it was a try."""

    when: str
    how: str
    who: str
    came_of_it: str
    unmarked: bool
    address: str


@dataclass(frozen=True)
class WayLine:
    """One way of reaching out: whether it was tried, and where a try by it is recorded ('' for who may not)."""

    words: str
    is_tried: bool
    address: str


@dataclass(frozen=True)
class Asked:
    """One thing that item 25 asks for, and how it stands."""

    words: str
    because: str
    tag: str
    colour: str


@dataclass(frozen=True)
class Reach:
    """Everything about reaching out to one person. `source` says who asks."""

    since: str
    is_quiet: bool
    after_days: int
    tries: list[TryLine]
    ways: list[WayLine]
    asked: list[Asked]
    together: str
    source: str


@dataclass(frozen=True)
class Tried:
    """What the rules are asked about: how quiet the person is, and the tries since they were last met."""

    quiet: Quiet
    tries: list[Try]
    contacts: list[Contact]


def tried(episode: Episode, contacts: Iterable[Contact], today: date) -> Tried:
    """The tries since the person was last met, out of the contacts of an episode."""
    contacts = [one for one in contacts if one.began_on <= today]
    met = [one.began_on for one in contacts if one.attendance == Attendance.ATTENDED]
    found = quiet(
        entered_on=episode.entered_on, last_met_on=max(met, default=None), today=today, after_days=after_days()
    )
    since = [one for one in contacts if one.began_on >= found.since and is_a_try(one)]
    return Tried(found, [as_try(one) for one in since], since)


def is_a_try(contact: Contact) -> bool:
    """Whether somebody tried and did not get through, or marked it as a try."""
    missed = contact.attendance in (Attendance.NO_ANSWER, Attendance.DID_NOT_ATTEND)
    return bool(contact.attempt_by) or missed


def as_try(contact: Contact) -> Try:
    """A contact as the rules know it."""
    return Try(contact.began_on, contact.mode, contact.place, tuple(contact.with_whom.split(";")), contact.attempt_by)


def after_days() -> int:
    """After how many days without a contact item 25 asks for outreach."""
    return int(load_scale("ips-25").item(ITEM).numbers["days_without_contact"])


def reaching_out(episode: Episode, contacts: Iterable[Contact], *, service: Service, today: date, may: bool) -> Reach:
    """The page of one episode. With `may`, the worker records tries."""
    item = load_scale("ips-25", country=service.country).item(ITEM)
    known = tried(episode, contacts, today)
    used = frozenset().union(*(one.ways for one in known.tries))
    asked = asked_for(tries=known.tries, found=known.quiet, visits=int(item.numbers["visits"]))
    return Reach(
        since=sentence(known.quiet.finding.because),
        is_quiet=known.quiet.finding.verdict == Verdict.NOT_MET,
        after_days=after_days(),
        tries=try_lines(known.contacts, service),
        ways=[
            WayLine(words, way in used, opened(episode, OPENED_WITH[way]) if may else "") for way, words in WAYS.items()
        ],
        asked=[part(PARTS[key], finding) for key, finding in asked.items()],
        together=opened(episode, TOGETHER) if may else "",
        source=f"IPS-25, item {item.number}: {item.name}",
    )


def part(words: str, finding: Finding) -> Asked:
    """One part of the item."""
    colour, tag = COLOURS[finding.verdict]
    return Asked(words, sentence(finding.because), tag, colour)


def try_lines(contacts: Iterable[Contact], service: Service) -> list[TryLine]:
    """Tries in words, the latest first."""
    ordered = sorted(contacts, key=lambda one: (one.began_on, one.began_time, one.pk), reverse=True)
    return [
        TryLine(
            when=f"{day(one.began_on)}, {one.began_time:%H:%M}",
            how=how(one),
            who=by_whom(one),
            came_of_it=label(Attendance, one.attendance),
            unmarked=not one.attempt_by,
            address=reverse("record", args=[service.pk, "contact", one.pk]),
        )
        for one in ordered
    ]


def how(contact: Contact) -> str:
    """Face to face, home, with family."""
    took_part = [word for word in contact.with_whom.split(";") if word != Participant.CLIENT]
    parts = [label(Mode, contact.mode)]
    parts += [lower(label(Place, contact.place))] if contact.place != Place.REMOTE else []
    parts += [f"with {listed([lower(label(Participant, word)) for word in took_part])}"] if took_part else []
    return ", ".join(parts)


def by_whom(contact: Contact) -> str:
    """The specialist by name, a clinician, or both."""
    if contact.attempt_by == AttemptBy.CLINICIAN:
        return "A clinician"
    name = contact.staff.full_name
    return f"{name} and a clinician together" if contact.attempt_by == AttemptBy.JOINT else name


def opened(episode: Episode, with_answers: dict) -> str:
    """The contact form, opened as a try with nobody reached yet."""
    answers = {
        "attempt_by": AttemptBy.EMPLOYMENT_SPECIALIST, "attendance": Attendance.NO_ANSWER,
        "with_whom": Participant.CLIENT, **with_answers,
    }  # fmt: skip
    address = reverse("contact_new", args=[episode.service_id, episode.pk])
    return f"{address}?{urlencode({name: str(value) for name, value in answers.items()})}"


def ways_needed(chosen: dict[str, ChosenStandard]) -> tuple[int, str]:
    """How many different ways come before an exit, and who says so: the service's choice, else the documents'."""
    own = chosen.get("ways_before_exit")
    if own is not None and own.at_least is not None:
        return own.at_least, own.source
    agreed = local_standards()["ways_before_exit"].agreed
    return agreed.at_least, agreed.source


def before_exit(known: Tried, end_reason: str, needed: int) -> Finding:
    """Whether enough different ways were tried for this end of support."""
    return tried_enough(tries=known.tries, end_reason=end_reason, ways_needed=needed)
