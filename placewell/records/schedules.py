"""The in-work support schedules of many jobs at once: six questions to the database, however many jobs.

The rule is `placewell.rules.in_work_support`; here are the facts that it needs.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from placewell.records.contact_words import Attendance, Mode
from placewell.records.employers import EmployerContactPurpose
from placewell.records.in_work import MissedSupport, SupportRhythm
from placewell.records.models import Contact, DisclosureDiscussion, EmployerContact, Job
from placewell.rules.deadlines import Standard
from placewell.rules.disclosure import Talk
from placewell.rules.in_work_support import AGREED, Planned, Rhythm, Side, Touch, Work, next_due, schedule

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
    started = Job.objects.standing().filter(episode__in=episodes, started_on__lte=today)
    runs = started.exclude(ended_on__lte=today)
    return (runs | started.filter(end_known_on__gt=today - WEEK, end_known_on__lte=today)).order_by("started_on", "pk")


def support_of(jobs: QuerySet[Job], today: date) -> list[JobSupport]:
    """The schedules of these jobs, in their order. Six questions to the database."""
    found = list(jobs.select_related("episode__client", "employer"))
    facts = _facts(found, today)
    return [JobSupport(job, {side: _schedule(job, side, facts, today) for side in Side}) for job in found]


@dataclass(frozen=True)
class _Facts:
    touches: dict[tuple[int, Side], list[tuple[Touch, int | None]]]
    talks: dict[int, list[Talk]]
    rhythms: dict[tuple[int, str], list[Rhythm]]
    missed: dict[tuple[int, str], dict[date, str]]


def _facts(jobs: list[Job], today: date) -> _Facts:
    ids, episodes = [job.pk for job in jobs], {job.episode_id for job in jobs}
    first = min((job.started_on for job in jobs), default=today) - WEEK
    touches = defaultdict(list)
    with_person = Contact.objects.standing().filter(
        episode__in=episodes, began_on__gte=first, began_on__lte=today, attendance=Attendance.ATTENDED
    )
    for episode, on, mode in with_person.values_list("episode", "began_on", "mode"):
        touches[episode, Side.PERSON].append((Touch(on, HOW[mode], mode == Mode.FACE_TO_FACE), None))
    with_employer = EmployerContact.objects.standing().filter(
        episode__in=episodes, made_on__gte=first, made_on__lte=today, purpose__in=COUNTS_WITH_EMPLOYERS
    )
    for episode, on, mode, employer in with_employer.values_list("episode", "made_on", "mode", "employer"):
        touches[episode, Side.EMPLOYER].append((Touch(on, HOW[mode], mode == Mode.FACE_TO_FACE), employer))
    return _Facts(touches, _talks(jobs), _rhythms(ids), _missed(ids))


def _talks(jobs: list[Job]) -> dict[int, list[Talk]]:
    found = defaultdict(list)
    held = DisclosureDiscussion.objects.standing().filter(episode__client__in={job.episode.client_id for job in jobs})
    for client, on, may in held.values_list("episode__client", "held_on", "specialist_may_contact_employers"):
        found[client].append(Talk(on, may))
    return found


def _rhythms(jobs: list[int]) -> dict[tuple[int, str], list[Rhythm]]:
    found = defaultdict(list)
    for one in SupportRhythm.objects.standing().filter(job__in=jobs).order_by("started_on"):
        every = Standard(one.every, one.unit, AGREED) if one.every else None
        found[one.job_id, one.side].append(Rhythm(every, one.started_on, one.ended_on, one.agreed_because))
    return found


def _missed(jobs: list[int]) -> dict[tuple[int, str], dict[date, str]]:
    found = defaultdict(dict)
    for one in MissedSupport.objects.standing().filter(job__in=jobs):
        label = one.get_reason_display()
        said = label[:1].lower() + label[1:]
        found[one.job_id, one.side][one.began_on] = f"{said}: {one.words}" if one.words else said
    return found


def _schedule(job: Job, side: Side, facts: _Facts, today: date) -> tuple[Planned, ...]:
    touches = facts.touches[job.episode_id, side]
    return schedule(
        side=side,
        work=work_of(job),
        touches=[touch for touch, employer in touches if employer in (None, job.employer_id)],
        today=today,
        rhythms=facts.rhythms[job.pk, side],
        missed=facts.missed[job.pk, side],
        talks=facts.talks[job.episode.client_id],
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
