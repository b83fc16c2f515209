"""The in-work support schedules of many jobs at once: at most six questions to the database, however many jobs.

The rule is `placewell.rules.in_work_support`; here are the facts that it needs.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import BigIntegerField, CharField, F, Q, QuerySet, Value

from placewell.records.contact_words import Attendance, Mode
from placewell.records.employers import EmployerContactPurpose
from placewell.records.in_work import MissedSupport, SupportRhythm
from placewell.records.models import Contact, DisclosureDiscussion, EmployerContact, EmployerException, Job
from placewell.records.worded import Worded
from placewell.rules.deadlines import Standard
from placewell.rules.disclosure import Talk
from placewell.rules.in_work_support import AGREED, Planned, Rhythm, Side, Touch, Work, next_due, schedule
from placewell.rules.windows import Window

HOW = {
    Mode.FACE_TO_FACE: "face to face",
    Mode.VIDEO: "by video",
    Mode.TELEPHONE: "by telephone",
    Mode.TEXT: "by text message",
    Mode.EMAIL: "by email",
    Mode.LETTER: "by letter",
}
COUNTS_WITH_EMPLOYERS = (EmployerContactPurpose.IN_WORK_SUPPORT, EmployerContactPurpose.FOLLOW_UP)
WEEK = timedelta(days=7)
# The longest stretch of the scale has 30 days; one that was agreed may have a year.
LONGEST_OF_SCALE, LONGEST_AGREED = timedelta(days=31), timedelta(days=366)


@dataclass(frozen=True)
class JobSupport:
    """A job with the schedule of each side."""

    job: Job
    sides: dict[Side, tuple[Planned, ...]]

    def next_due(self, side: Side) -> Planned | None:
        """The first contact of a side that can still be kept."""
        return next_due(planned=self.sides[side])

    def latest_missed(self, side: Side) -> Planned | None:
        """The latest contact of a side that was missed and for which no reason is recorded."""
        return next((one for one in reversed(self.sides[side]) if one.waits_for_reason), None)


def running_jobs(episodes: Collection[int], today: date) -> QuerySet[Job]:
    """Jobs of these episodes that run today, or whose end became known in the last week."""
    return _running(episodes, today, today - WEEK)


def _running(episodes: Collection[int], today: date, week_ago: date) -> QuerySet[Job]:
    runs = Q(ended_on=None) | Q(ended_on__gt=today)
    just_known = Q(end_known_on__gt=week_ago, end_known_on__lte=today)
    started = Job.objects.standing().filter(runs | just_known, episode__in=episodes, started_on__lte=today)
    return started.order_by("started_on", "pk")


def support_of(jobs: QuerySet[Job], today: date) -> list[JobSupport]:
    """The schedules of these jobs, in their order. Six questions to the database at most."""
    return _support(list(jobs.select_related(*LEADS)), today)


def support_of_running(episodes: Collection[int], today: date, within: Window) -> list[JobSupport]:
    """The same for `running_jobs`, as far as their contacts have a day in a window, each question in a kept wording."""
    found = _running_with_leads(episodes=tuple(episodes), today=today, week_ago=today - WEEK)
    return _support(found, today, within)


LEADS = ("episode__client", "employer")


# What a schedule, and a line about it, needs of a job.
OF_JOB = (
    "service", "title", "started_on", "ended_on", "end_known_on", "employer__name", "episode__client",
    "episode__ended_on", "episode__stepped_down_on",
)  # fmt: skip


@Worded
def _running_with_leads(*, episodes: tuple, today: date, week_ago: date) -> QuerySet[Job]:
    return _running(episodes, today, week_ago).select_related("episode", "employer").only(*OF_JOB)


def _support(found: list[Job], today: date, within: Window | None = None) -> list[JobSupport]:
    facts = _facts(found, today, within)
    return [JobSupport(job, {side: _schedule(job, side, facts, today, within) for side in Side}) for job in found]


@dataclass(frozen=True)
class _Facts:
    touches: dict[tuple[int, Side], list[tuple[Touch, int | None]]]
    talks: dict[int, list[Talk]]
    rhythms: dict[tuple[int, str], list[Rhythm]]
    missed: dict[tuple[int, str], dict[date, str]]


def _facts(jobs: list[Job], today: date, within: Window | None) -> _Facts:
    ids, episodes = tuple(job.pk for job in jobs), tuple({job.episode_id for job in jobs})
    since = min((job.started_on for job in jobs), default=today) - WEEK
    rhythms = _rhythms(ids)
    if within is not None:
        # A stretch that reaches into the window may have been kept before it.
        since = max(since, within.first - (LONGEST_AGREED if rhythms else LONGEST_OF_SCALE))
    touches = defaultdict(list)
    for side, episode, on, mode, employer in _touched(episodes=episodes, since=since, today=today):
        touches[episode, side].append((Touch(on, HOW[mode], mode == Mode.FACE_TO_FACE), employer))
    return _Facts(touches, _talks(jobs), rhythms, _missed(ids))


@Worded
def _touched(*, episodes: tuple, since: date, today: date) -> QuerySet:
    """Side, episode, day, mode and employer (None with the person) of the contacts that count."""

    def on_side(side: Side, rows: QuerySet, happened: str, employer) -> QuerySet:
        own = rows.standing().filter(**{"episode__in": episodes, f"{happened}__range": (since, today)})
        told = own.order_by().annotate(t_side=Value(side, output_field=CharField()), t_employer=employer)
        return told.values_list("t_side", "episode", happened, "mode", "t_employer")

    held = Contact.objects.filter(attendance=Attendance.ATTENDED)
    made = EmployerContact.objects.filter(purpose__in=COUNTS_WITH_EMPLOYERS)
    nobody = Value(None, output_field=BigIntegerField())
    person = on_side(Side.PERSON, held, "began_on", nobody)
    return person.union(on_side(Side.EMPLOYER, made, "made_on", F("employer")), all=True)


def _talks(jobs: list[Job]) -> dict[int, list[Talk]]:
    clients = tuple({job.episode.client_id for job in jobs})
    talked = _talked(clients=clients)
    decided: dict[int, dict[int, bool]] = defaultdict(dict)
    # Nobody decided about one employer without a talk.
    for talk, employer, may in _named(clients=clients) if talked else ():
        decided[talk][employer] = may
    found = defaultdict(list)
    for client, talk, on, may, choice in talked:
        found[client].append(Talk(on, may, choice, decided.get(talk, {})))
    return found


@Worded
def _talked(*, clients: tuple) -> QuerySet:
    held = DisclosureDiscussion.objects.standing().filter(episode__client__in=clients)
    told = held.order_by("held_on", "recorded_at", "pk")
    return told.values_list("episode__client", "pk", "held_on", "specialist_may_contact_employers", "choice")


@Worded
def _named(*, clients: tuple) -> QuerySet:
    named = EmployerException.objects.standing().filter(discussion__episode__client__in=clients)
    return named.values_list("discussion", "employer", "may_be_contacted")


def _rhythms(jobs: tuple[int, ...]) -> dict[tuple[int, str], list[Rhythm]]:
    found = defaultdict(list)
    for one in _agreed(jobs=jobs):
        every = Standard(one.every, one.unit, AGREED) if one.every else None
        found[one.job_id, one.side].append(Rhythm(every, one.started_on, one.ended_on, one.agreed_because))
    return found


@Worded
def _agreed(*, jobs: tuple) -> QuerySet[SupportRhythm]:
    return SupportRhythm.objects.standing().filter(job__in=jobs).order_by("started_on")


def _missed(jobs: tuple[int, ...]) -> dict[tuple[int, str], dict[date, str]]:
    found = defaultdict(dict)
    for one in _explained(jobs=jobs):
        label = one.get_reason_display()
        said = label[:1].lower() + label[1:]
        found[one.job_id, one.side][one.began_on] = f"{said}: {one.words}" if one.words else said
    return found


@Worded
def _explained(*, jobs: tuple) -> QuerySet[MissedSupport]:
    return MissedSupport.objects.standing().filter(job__in=jobs)


def _schedule(job: Job, side: Side, facts: _Facts, today: date, within: Window | None) -> tuple[Planned, ...]:
    touches = facts.touches[job.episode_id, side]
    return schedule(
        side=side,
        work=work_of(job),
        touches=[touch for touch, employer in touches if employer in (None, job.employer_id)],
        today=today,
        rhythms=facts.rhythms[job.pk, side],
        missed=facts.missed[job.pk, side],
        talks=facts.talks[job.episode.client_id],
        employer=job.employer_id,
        within=within,
    )


def work_of(job: Job) -> Work:
    """The days of a job, as the rule takes them."""
    return Work(
        started_on=job.started_on,
        ended_on=job.ended_on,
        end_known_on=job.end_known_on,
        has_employer=job.employer_id is not None,
        stepped_down_on=job.episode.stepped_down_on,
        support_ended_on=job.episode.ended_on,
    )
