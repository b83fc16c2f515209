"""The door through which every word about a person goes to an employer.

    told = may_tell(person, employer, on=today)
    require_may_tell(person, employer, on=today)   # raises NotAllowedToTell

Contacts and documents for an employer ask here, and nowhere else.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from placewell.records.disclosure import HowMuch, WhoTells
from placewell.records.models import Client, DisclosureDiscussion, DisclosureTerms, Employer, EmployerException
from placewell.records.plans import DisclosureChoice
from placewell.rules.disclosure import Talk, may_speak_about
from placewell.rules.finding import Finding, Verdict


class NotAllowedToTell(ValidationError):
    """The person has not agreed that this employer hears of them from us."""


@dataclass(frozen=True)
class Telling:
    """What may be told to one employer (or to employers in general) about a person on a day.

    `words` are those agreed ('' when none are); `how_much` is '' where nothing may be told;
    `talk` and `terms` are the latest, None where there is none.
    """

    finding: Finding
    talk: DisclosureDiscussion | None
    terms: DisclosureTerms | None
    how_much: str = ""
    words: str = ""

    @property
    def is_allowed(self) -> bool:
        """Whether we may contact the employer about the person."""
        return self.finding.verdict == Verdict.MET

    @property
    def must_not_say(self) -> str:
        """What the person asked us not to say."""
        return self.terms.must_not_say if self.terms else ""

    @property
    def is_for_us_to_say(self) -> bool:
        """Whether the words are ours to say, and not the person's alone."""
        return self.is_allowed and not (self.terms and self.terms.who_tells == WhoTells.PERSON)


@dataclass(frozen=True)
class Decisions:
    """Everything that a person decided about employers, the latest talk last."""

    talks: list[DisclosureDiscussion]
    terms: dict[int, DisclosureTerms]
    exceptions: dict[int, list[EmployerException]]

    def as_rule(self) -> list[Talk]:
        """The talks as the rule reads them."""
        return [
            Talk(
                talk.held_on,
                talk.specialist_may_contact_employers,
                talk.choice,
                {one.employer_id: one.may_be_contacted for one in self.exceptions.get(talk.pk, [])},
            )
            for talk in self.talks
        ]

    def named(self) -> dict[int, Employer]:
        """Every employer about whom the person ever decided by name, by id."""
        return {one.employer_id: one.employer for every in self.exceptions.values() for one in every}

    def telling(self, employer: int | None, *, on: date) -> Telling:
        """What may be told to an employer (None: in general) on a day."""
        finding = may_speak_about(talks=self.as_rule(), on=on, employer=employer)
        by_then = [talk for talk in self.talks if talk.held_on <= on]
        if not by_then:
            return Telling(finding, None, None)
        talk = by_then[-1]
        terms = self.terms.get(talk.pk)
        if finding.verdict != Verdict.MET:
            return Telling(finding, talk, terms)
        own = next((one for one in self.exceptions.get(talk.pk, []) if one.employer_id == employer), None)
        general = HowMuch.ALL if talk.choice == DisclosureChoice.TELL_ALL else HowMuch.SOME
        return Telling(
            finding, talk, terms,
            how_much=own.how_much if own else general,
            words=(own.words if own else "") or (terms.may_say if terms else ""),
        )  # fmt: skip


def decisions_of(person: Client) -> Decisions:
    """What a person decided about employers, for one whose record has been opened through a door. Three queries."""
    about = {"discussion__episode__client": person.pk, "discussion__withdrawn_at": None}
    talks = DisclosureDiscussion.objects.standing().filter(episode__client=person.pk)
    exceptions: dict[int, list[EmployerException]] = {}
    for one in EmployerException.objects.standing().filter(**about).select_related("employer").order_by("pk"):
        exceptions.setdefault(one.discussion_id, []).append(one)
    return Decisions(
        # A second decision on one day was written down later: it stands after the first.
        list(talks.select_related("recorded_by").order_by("held_on", "recorded_at", "pk")),
        {terms.discussion_id: terms for terms in DisclosureTerms.objects.standing().filter(**about)},
        exceptions,
    )


def may_tell(person: Client, employer: Employer | None, *, on: date) -> Telling:
    """What may be told to an employer about a person on a day; None asks for employers in general."""
    return decisions_of(person).telling(employer.pk if employer else None, on=on)


def require_may_tell(person: Client, employer: Employer, *, on: date) -> Telling:
    """What a document for an employer may say. Raises NotAllowedToTell when it may say nothing.

    It may not when the contact is not allowed, when the person tells it themselves, or when no
    words are agreed.
    """
    told = may_tell(person, employer, on=on)
    if not told.is_allowed:
        raise NotAllowedToTell(f"Not made: {told.finding.because}. Talk it over first, and record what they decide.")
    if not told.is_for_us_to_say:
        raise NotAllowedToTell("Not made: the person tells employers themselves. We say it for them only if they ask.")
    if not told.words.strip():
        raise NotAllowedToTell("Not made: no words are agreed for this employer. Agree them with the person first.")
    return told
