"""Visits made alone, in words: who is out, who is overdue, whom to ring."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

from placewell.access import safety_scope
from placewell.access.worker import Worker
from placewell.records.models import LoneVisit, Service, VisitWord
from placewell.records.visits import Heard
from placewell.rules.finding import Finding, Verdict
from placewell.rules.lone_visits import Out, back
from placewell.web.presenters.wording import day, sentence

TAGS = {
    Verdict.NOT_MET: ("red", "Overdue"),
    Verdict.NOT_DUE: ("blue", "Planned"),
    Verdict.MET: ("green", "Safe"),
    Verdict.DOES_NOT_APPLY: ("grey", "Called off"),
}


@dataclass(frozen=True)
class Visit:
    """A visit ready to print. `whom` is the person or employer as far as the worker may know them."""

    who: str
    whom: str
    place: str
    when: str
    because: str
    tag: str
    colour: str
    checks: str
    phone: str
    heard: list[str]
    address: str
    is_overdue: bool
    is_over: bool
    is_own: bool
    pk: int


def unit_visits(worker: Worker, service: Service) -> list[Visit]:
    """Visits of the unit that are to come, going on or overdue: the overdue ones first, then by their beginning."""
    found = safety_scope.not_heard_of(safety_scope.visits_for(worker, service))
    shown = in_words(list(found.order_by("begins_on", "begins_time", "pk")), worker, service)
    return sorted(shown, key=lambda visit: not visit.is_overdue)


def overdue_visits(worker: Worker, service: Service) -> list[Visit]:
    """Of the unit's visits, those from which somebody should be back and has not been heard of."""
    over = [one for one in safety_scope.begun_visits(worker, service) if is_over(one, worker.now, service.zone())]
    return [visit for visit in in_words(over, worker, service) if visit.is_overdue]


def is_over(visit: LoneVisit, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the time is past at which somebody first meant to be back; what was heard since only makes it later."""
    return datetime.combine(visit.begins_on, visit.back_by, zone) <= now


def in_words(visits: Collection[LoneVisit], worker: Worker, service: Service) -> list[Visit]:
    """These visits as the worker may see them, at the worker's moment."""
    if not visits:
        return []
    names, words = safety_scope.names_reached(worker, visits), defaultdict(list)
    for word in safety_scope.words_about(visits):
        words[word.visit_id].append(word)
    own = {role.staff_id for role in worker.roles if role.service_id == service.pk and role.staff_id}
    return [in_words_one(one, words[one.pk], names, own, worker.now, service.zone()) for one in visits]


def in_words_one(
    visit: LoneVisit, words: list[VisitWord], names: set[int], own: set[int], now: datetime, zone: ZoneInfo
) -> Visit:
    """One visit."""
    finding = standing(visit, words, now, zone)
    colour, tag = TAGS[finding.verdict]
    begins = datetime.combine(visit.begins_on, visit.begins_time, zone)
    if finding.verdict == Verdict.NOT_DUE and begins <= now:
        tag = "Out now"
    return Visit(
        who=visit.staff.full_name,
        whom=whom(visit, names),
        place=visit.place,
        when=f"{day(visit.begins_on)}, {visit.begins_time:%H:%M} to {visit.back_by:%H:%M}",
        because=sentence(finding.because),
        tag=tag,
        colour=colour,
        checks=visit.checks.full_name,
        phone=visit.phone,
        heard=[said(word, zone) for word in words],
        address=reverse("visit", args=[visit.service_id, visit.pk]),
        is_overdue=finding.verdict == Verdict.NOT_MET,
        is_over=finding.verdict in (Verdict.MET, Verdict.DOES_NOT_APPLY),
        is_own=visit.staff_id in own,
        pk=visit.pk,
    )


def standing(visit: LoneVisit, words: list[VisitWord], now: datetime, zone: ZoneInfo) -> Finding:
    """Whether whoever went is back: by the latest time they told."""
    later = [word.back_by for word in words if word.heard == Heard.LONGER]
    safe = [word.recorded_at for word in words if word.heard == Heard.SAFE]
    out = Out(
        begins=datetime.combine(visit.begins_on, visit.begins_time, zone),
        expected=datetime.combine(visit.begins_on, later[-1] if later else visit.back_by, zone),
        safe_at=safe[0] if safe else None,
        is_called_off=bool(visit.called_off_because),
    )
    return back(visit=out, now=now)


def whom(visit: LoneVisit, names: set[int]) -> str:
    """The person by name to those who reach them, else that it is somebody; or the employer."""
    if visit.episode_id:
        client = visit.episode.client
        return client.known_as if client.pk in names else "Somebody we support"
    return visit.employer.name if visit.employer_id else ""


def said(word: VisitWord, zone: ZoneInfo) -> str:
    """14:05, Ana Silva: safe."""
    what = {
        Heard.SAFE: "safe",
        Heard.LONGER: f"needs until {word.back_by:%H:%M}" if word.back_by else "",
        Heard.TRIED: "tried to reach them",
    }[word.heard]
    at = word.recorded_at.astimezone(zone)
    who = word.recorded_by.full_name if word.recorded_by else "Somebody"
    return f"{day(at.date())} at {at:%H:%M}, {who}: {what}{f'. {word.note}' if word.note else ''}"
