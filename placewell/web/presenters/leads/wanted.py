"""What people said that they want of work, gathered for many at once, each with where it stands in the record."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from placewell.access import leads_scope
from placewell.access.worker import Worker
from placewell.records.jobs import Contract
from placewell.records.leads import Matter, WorkTime, several
from placewell.records.models import JobPreference, Lead, LeadDetails, Plan, Service, WorkWishes
from placewell.rules.matching import Aspect, Explained, Offered, Preferences, Want, Wording, clauses, explained
from placewell.rules.occupations import title_of
from placewell.rules.rounding import money
from placewell.web.presenters.country import currency, sign
from placewell.web.presenters.timeline.saying import label, lower
from placewell.web.presenters.wording import day, listed, number, sentence

OF_WISHES = (Aspect.TIMES, Aspect.TRAVEL, Aspect.PAY, Aspect.CONTRACT)
FROM_PLAN = ("to_avoid", "what_matters")
VERDICTS = {"met": ("Met", "green"), "not_met": ("Not met", "orange"), "not_recorded": ("Not known", "grey")}


@dataclass
class Stated:
    """What one person said: as the rule reads it, where each part of it stands, and words that only people compare."""

    preferences: Preferences = field(default_factory=Preferences)
    sources: dict[Aspect, str] = field(default_factory=dict)
    quotes: list[tuple[str, str]] = field(default_factory=list)
    wishes: WorkWishes | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said that a lead can be compared with."""
        return self.preferences == Preferences(matters_most=self.preferences.matters_most)


@dataclass(frozen=True)
class Line:
    """One preference beside one lead, ready to print: what it is about, the verdict, why, and where it stands."""

    about: str
    verdict: str
    colour: str
    because: str
    source: str


def wording_of(service: Service) -> Wording:
    """The words in which reasons are given in a service."""
    return Wording(dict(WorkTime.choices), dict(Contract.choices), sign(currency(service.country)))


def stated_by(worker: Worker, service: Service, episodes: Collection[int], today: date) -> dict[int, Stated]:
    """What people want today, in episodes that came through a door; who said nothing has an empty answer. Four questions."""
    keys = tuple(episodes)
    latest = {plan.episode_id: plan for plan in leads_scope.search_plans_in(episodes=keys)}
    parts = leads_scope.words_of_plans(worker, service, latest.values(), FROM_PLAN)
    by_episode = {pk: [] for pk in episodes}
    wished = {one.episode_id: one for one in leads_scope.wishes_in(episodes=keys)}
    for one in leads_scope.wants_in(episodes=keys, today=today):
        by_episode[one.episode_id].append(one)
    said = {(part.plan_id, part.part): part.words for part in parts}
    return {
        pk: _stated(by_episode[pk], wished.get(pk), latest.get(pk), said)
        for pk in by_episode
    }  # fmt: skip


def _stated(wants: list[JobPreference], wishes: WorkWishes | None, plan: Plan | None, said: dict) -> Stated:
    avoid, matters = (said.get((plan.pk, part), "") if plan else "" for part in FROM_PLAN)
    own = clauses(words=wishes.stay_away) if wishes else ()
    planned = tuple(one for one in clauses(words=avoid) if one not in own)
    told = Preferences(
        wants=tuple(Want(one.occupation_group, one.hours_min, one.hours_max) for one in wants),
        dislikes=(*own, *planned),
        **_as_wished(wishes),
    )
    sources = {}
    if wants:
        stated = f"Work the person wants, stated on {day(wants[0].stated_on)}"
        sources = {Aspect.KIND: stated, Aspect.HOURS: stated}
    if wishes:
        sources |= dict.fromkeys(OF_WISHES, stated_on(wishes))
    places = [stated_on(wishes)] if own else []
    places += [f"Job search plan of {day(plan.agreed_on)}"] if planned else []
    sources[Aspect.DISLIKE] = ", and ".join(places)
    quotes = [("How they travel", wishes.travel)] if wishes and wishes.travel else []
    quotes += [(f"What matters, from the job search plan of {day(plan.agreed_on)}", matters)] if matters else []
    return Stated(told, sources, quotes, wishes)


def stated_on(wishes: WorkWishes) -> str:
    """Where what matters at work stands, and where it was carried over from."""
    before = f", carried over from {day(wishes.carried_from.stated_on)}" if wishes.carried_from else ""
    return f"What matters at work, stated on {day(wishes.stated_on)}{before}"


def wishes_in_words(wishes: WorkWishes, wording: Wording) -> list[tuple[str, str]]:
    """What matters to a person at work by itself, question and answer; what was left open is left out."""
    told = Preferences(dislikes=clauses(words=wishes.stay_away), **_as_wished(wishes))
    quotes = [("How they travel", wishes.travel)] if wishes.travel else []
    return in_words(Stated(told, quotes=quotes), wording)


def _as_wished(wishes: WorkWishes | None) -> dict:
    if wishes is None:
        return {}
    return {
        "times": several(wishes.times), "areas": several(wishes.areas), "pay_least": wishes.pay_least,
        "contracts": several(wishes.contracts), "matters_most": several(wishes.matters_most),
    }  # fmt: skip


def offered_by(lead: Lead, details: LeadDetails | None) -> Offered:
    """What a lead says of the work, as the rule reads it."""
    if details is None:
        return Offered(group=lead.occupation_group, words=lead.title)
    site = details.site
    times = several(details.times)
    spoken = [lead.title, details.tasks, details.looks_for, details.remarks, *(label(WorkTime, one) for one in times)]
    return Offered(
        group=lead.occupation_group, hours_min=details.hours_min, hours_max=details.hours_max, times=times,
        place=" ".join(filter(None, (details.place, f"{site.name} {site.address}".strip() if site else ""))),
        postcode=details.postcode or (site.postcode if site else ""), from_home=details.from_home, pay=details.pay,
        pay_per=details.pay_per, contract=details.contract, words="\n".join(filter(None, spoken)),
    )  # fmt: skip


def beside(stated: Stated, lead: Lead, details: LeadDetails | None, wording: Wording) -> list[Explained]:
    """Each preference of a person beside a lead."""
    return explained(preferences=stated.preferences, offered=offered_by(lead, details), wording=wording)


def lines(found: list[Explained], stated: Stated) -> list[Line]:
    """The same, ready to print."""
    about = dict(Matter.choices) | {Aspect.DISLIKE.value: "To stay away from"}
    return [
        Line(about[one.aspect], *VERDICTS[one.finding.verdict], one.finding.because, stated.sources.get(one.aspect, ""))
        for one in found
    ]


def in_words(stated: Stated, wording: Wording) -> list[tuple[str, str]]:
    """What a person wants, question and answer; what they said nothing of is left out."""
    told = stated.preferences
    hours = {_span(one) for one in told.wants if one.hours_min is not None or one.hours_max is not None}
    answers = [
        ("Kind of work", listed([title_of(group=one.group) for one in told.wants])),
        ("Hours a week", listed(sorted(hours), "or")),
        ("Times that suit", listed([lower(label(WorkTime, one)) for one in told.times])),
        ("Where they can get to", listed(list(told.areas))),
        ("Pay", f"{wording.sign}{money(told.pay_least)} an hour or more" if told.pay_least is not None else ""),
        ("Contract", listed([lower(label(Contract, one)) for one in told.contracts], "or")),
        ("To stay away from", listed([f"“{one}”" for one in told.dislikes])),
        ("What matters most", sentence(", then ".join(lower(label(Matter, one)) for one in told.matters_most))),
        *((asked, f"“{words}”") for asked, words in stated.quotes),
    ]
    return [(asked, words) for asked, words in answers if words]


def _span(want: Want) -> str:
    low, high = number(want.hours_min), number(want.hours_max)
    if low and high and low != high:
        return f"{low} to {high}"
    return low if low == high else f"{low} or more" if low else f"up to {high}"
