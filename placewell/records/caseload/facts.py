"""What a caseload is worked out from, asked of the database for many people at once.

Each question is one query for all the episodes named, so that a page asks the same number of them
whether it shows three people or three hundred.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, time
from typing import NamedTuple

from django.db.models import QuerySet

from placewell.records.application_courses import briefly_told, interviewing
from placewell.records.caseload.questions import (
    asked_applications,
    asked_employers,
    asked_holders,
    asked_jobs,
    asked_last_contacts,
    asked_meetings,
    asked_plans,
    asked_profiles,
    asked_put_off,
    asked_steps,
    asked_talks,
    rows_of_held,
)
from placewell.records.plans import PlanKind
from placewell.records.support import AllocationKind
from placewell.rules.caseload import RECENT, Closeness
from placewell.rules.disclosure import Talk
from placewell.rules.stages import Facts


class Held(NamedTuple):
    """One person in a caseload: the allocation, its episode, and whose it is."""

    episode: int
    client: int
    given_name: str
    preferred_name: str
    family_name: str
    staff: int
    staff_name: str
    kind: str
    held_until: date | None
    team: int | None
    team_name: str
    entered_on: date
    stepped_down_on: date | None
    ended_on: date | None

    @property
    def known_as(self) -> str:
        return f"{self.preferred_name or self.given_name} {self.family_name}"


@dataclass
class Holders:
    """Who is key worker of an episode today, and who stands in, until when; '' for nobody."""

    key_worker: str = ""
    cover: str = ""
    cover_until: date | None = None


class Next(NamedTuple):
    """What comes next for a person: a step with the day by which, or a meeting with its day and hour."""

    words: str
    on: date | None
    at: time | None = None
    is_meeting: bool = False
    with_employer: bool = False


@dataclass
class Work:
    """What has been done and what comes next in one episode; None and empty where nothing is recorded."""

    profile_on: date | None = None
    search_plan_on: date | None = None
    employer_contact_on: date | None = None
    met_employer_on: date | None = None
    put_forward_on: date | None = None
    in_work_since: date | None = None
    latest_job_on: date | None = None
    last_job_ended_on: date | None = None
    last_contact_on: date | None = None
    last_try_on: date | None = None
    plan_agreed_on: date | None = None
    plan_reviewed_on: date | None = None
    talks: list[Talk] = field(default_factory=list)
    steps: list[Next] = field(default_factory=list)
    meetings: list[Next] = field(default_factory=list)
    met_lately: list[date] = field(default_factory=list)
    interview_on: date | None = None
    has_put_off: bool = False

    @property
    def search_began_on(self) -> date | None:
        """The first of profile, search plan and employer contact."""
        return min(filter(None, (self.profile_on, self.search_plan_on, self.employer_contact_on)), default=None)

    @property
    def closeness(self) -> Closeness:
        """What brings the person and employers together."""
        ahead = [one.on for one in self.meetings if one.with_employer]
        meets = min(ahead, default=None) or max(self.met_lately, default=None)
        return Closeness(self.latest_job_on, self.put_forward_on, meets, self.interview_on)

    def stage_facts(self, held: Held) -> Facts:
        """What the stage is worked out from."""
        return Facts(
            entered_on=held.entered_on,
            search_began_on=self.search_began_on,
            in_work_since=self.in_work_since,
            last_job_ended_on=self.last_job_ended_on,
            stepped_down_on=held.stepped_down_on,
            ended_on=held.ended_on,
        )


def held_in(allocations: QuerySet, today: date) -> list[Held]:
    """Whom these allocations hold today, in support that has begun and goes on, by name; one query."""
    return [Held._make(values) for values in rows_of_held(allocations, today)]


def holders_of(episodes: Collection[int], today: date) -> dict[int, Holders]:
    """Who holds and who covers these episodes today; one query."""
    found: dict[int, Holders] = defaultdict(Holders)
    for episode, kind, name, until in asked_holders(episodes=tuple(episodes), today=today):
        if kind == AllocationKind.KEY_WORKER:
            found[episode].key_worker = name
        else:
            found[episode].cover, found[episode].cover_until = name, until
    return found


def work_in(held: Collection[Held], today: date) -> dict[int, Work]:
    """What has been done and what comes next for each of these people, by episode; ten queries.

    Three more where somebody has an interview.
    """
    found: dict[int, Work] = defaultdict(Work)
    asked = {"episodes": tuple(one.episode for one in held), "today": today}
    for episode, began, ended in asked_jobs(**asked):
        _job(found[episode], began, ended, today)
    for episode, kind, agreed, reviewed in asked_plans(**asked):
        _plan(found[episode], kind, agreed, reviewed)
    for episode, first in asked_profiles(**asked):
        found[episode].profile_on = first
    for episode, first, met, put_forward in asked_employers(**asked):
        work = found[episode]
        work.employer_contact_on, work.met_employer_on, work.put_forward_on = first, met, put_forward
    for episode, seen, tried in asked_last_contacts(**asked):
        found[episode].last_contact_on, found[episode].last_try_on = seen, tried
    _by_person(found, held, today)
    for episode, what, due in asked_steps(episodes=asked["episodes"]):
        found[episode].steps.append(Next(what, due))
    for episode, *meeting in asked_meetings(episodes=asked["episodes"], since=today - RECENT):
        _meeting(found[episode], *meeting, today)
    _interviews(found, asked["episodes"], today)
    return found


def _interviews(found: dict[int, Work], episodes: tuple, today: date) -> None:
    """What brings people and employers together by applications; an interview that one goes to alone comes next."""
    told = briefly_told(asked_applications(episodes=episodes))
    for episode, on in interviewing(told, today).items():
        found[episode].interview_on = on
    for one in told:
        for interview in one.interviews if one.stands(today).is_open else ():
            if interview.held_on >= today and not interview.came_of and interview.appointment_id is None:
                words = f"Interview: {one.application.title}"
                comes = Next(words, interview.held_on, interview.held_time, is_meeting=True, with_employer=True)
                found[one.application.episode_id].meetings.append(comes)


def _by_person(found: dict[int, Work], held: Collection[Held], today: date) -> None:
    """What is told of the person and not of one episode: talks, and what was put off."""
    clients, talks = tuple(one.client for one in held), defaultdict(list)
    for client, on, may, choice in asked_talks(clients=clients, today=today):
        talks[client].append(Talk(on, may, choice))
    put_off = asked_put_off(clients=clients, episodes=tuple(one.episode for one in held), today=today)
    people, episodes = {client for client, _ in put_off}, {episode for _, episode in put_off}
    for one in held:
        work = found[one.episode]
        work.talks, work.has_put_off = talks[one.client], one.client in people or one.episode in episodes


def _job(work: Work, began: date, ended: date | None, today: date) -> None:
    if ended is None or ended > today:
        work.in_work_since = earlier(work.in_work_since, began)
        work.latest_job_on = later(work.latest_job_on, began)
    else:
        work.last_job_ended_on = later(work.last_job_ended_on, ended)


def _plan(work: Work, kind: str, agreed: date, reviewed: date | None) -> None:
    """Plans come in the order in which they were agreed: the latest action plan is in force."""
    if kind == PlanKind.JOB_SEARCH_PLAN:
        work.search_plan_on = earlier(work.search_plan_on, agreed)
    else:
        work.plan_agreed_on, work.plan_reviewed_on = agreed, reviewed


def _meeting(work: Work, on: date, at: time | None, purpose: str, employer: int | None, today: date) -> None:
    if on >= today:
        work.meetings.append(Next(purpose, on, at, is_meeting=True, with_employer=employer is not None))
    elif employer is not None:
        work.met_lately.append(on)


def earlier(one: date | None, other: date) -> date:
    """The earlier of two days; None is no day."""
    return other if one is None else min(one, other)


def later(one: date | None, other: date) -> date:
    """The later of two days; None is no day."""
    return other if one is None else max(one, other)
