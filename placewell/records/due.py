"""What clocks ask of the record, for many people at once: a handful of queries, however many there are.

The rules themselves are `placewell.rules.due`; here are the facts that they need.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Protocol

from django.db.models import BigIntegerField, BooleanField, DateField, F, QuerySet, Subquery, TextField, Value

from placewell.records.base import Record
from placewell.records.contact_words import Attendance, Mode
from placewell.records.models import (
    BenefitsAdvice,
    Contact,
    EmployerContact,
    Episode,
    Job,
    JobChange,
    Plan,
    Referral,
    VocationalProfile,
)
from placewell.records.plans import ADVISERS, PlanKind
from placewell.records.stages import of_episode
from placewell.records.worded import Worded
from placewell.rules.benefits_prompts import Advice
from placewell.rules.due import EpisodeFacts, JobFacts, ReferralFacts


class Support(Protocol):
    """An episode, or what stands for it in a list: its id and its dates."""

    pk: int
    entered_on: date
    ended_on: date | None
    stepped_down_on: date | None


def of_referral(referral: Referral) -> ReferralFacts:
    """The dates of a referral that clocks ask for."""
    return ReferralFacts(
        received_on=referral.received_on,
        acknowledged_on=referral.acknowledged_on,
        first_contact_on=referral.first_contact_on,
        declined_on=referral.decided_on if referral.decision not in ("", "accepted") else None,
    )


def of_episodes(episodes: Sequence[Support], today: date) -> dict[int, EpisodeFacts]:
    """What has happened in each of these episodes until the end of `today`, by the episode's id; three queries."""
    own = tuple(episode.pk for episode in episodes)
    told = {(found := dict(days)).pop("pk"): found for days in latest(episodes=own, today=today)}
    jobs, advice = jobs_and_advice(own, today)
    return {
        episode.pk: EpisodeFacts(
            entered_on=episode.entered_on, ended_on=episode.ended_on, stepped_down_on=episode.stepped_down_on,
            jobs=tuple(jobs[episode.pk]), advice=frozenset(advice[episode.pk]), **told[episode.pk],
        )
        for episode in episodes
    }  # fmt: skip


@Worded
def latest(*, episodes: tuple, today: date) -> QuerySet:
    """The days of `EpisodeFacts` that have a first or a latest, and its plan, by name; the episode's row as `pk`."""

    def on(model: type[Record], happened: str, *, order: str = "-", **of) -> Subquery:
        # One day is looked up for each episode: the database need not go through all that happened in it.
        rows = of_episode(model, today, happened).filter(**of).order_by(f"{order}{happened}")
        return Subquery(rows.values(happened)[:1])

    plans = of_episode(Plan, today, "agreed_on").filter(kind=PlanKind.ACTION_PLAN)
    in_force = plans.order_by("-agreed_on", "-pk")
    return Episode.objects.filter(pk__in=episodes).values(
        "pk",
        last_contact_on=on(Contact, "began_on", attendance=Attendance.ATTENDED),
        last_try_on=on(Contact, "began_on"),
        profile_on=on(VocationalProfile, "written_on"),
        met_employer_on=on(EmployerContact, "made_on", order="", mode=Mode.FACE_TO_FACE),
        plan=Subquery(in_force.values("pk")[:1]),
        plan_agreed_on=Subquery(in_force.values("agreed_on")[:1]),
        plan_reviewed_on=Subquery(in_force.values("reviewed_on")[:1]),
    )


@Worded
def started_jobs(*, episodes: tuple, today: date) -> QuerySet:
    """Jobs that have started, in their order, as values by name."""
    started = Job.objects.standing().filter(episode__in=episodes, started_on__lte=today).order_by("started_on", "pk")
    return started.values(
        "pk", "title", "started_on", "ended_on", own=F("episode"), next_job_help_on=F("next_job_help_offered_on")
    )


@Worded
def changes_and_advice(*, episodes: tuple, today: date) -> QuerySet:
    """Episode (None of a change), job, day, and of an offer of advice: given on, not wanted, by whom.

    A change is a day on which the hours or the pay of a job changed; one question for both.
    """
    columns, no = ("t_episode", "t_job", "t_on", "t_held", "t_declined", "t_adviser"), partial(Value, None)
    changed = JobChange.objects.standing().filter(job__episode__in=episodes, changed_on__lte=today).order_by()
    offered = BenefitsAdvice.objects.standing().filter(episode__in=episodes, offered_on__lte=today).order_by()
    of_change = changed.annotate(
        t_episode=no(output_field=BigIntegerField()), t_job=F("job"), t_on=F("changed_on"), t_held=no(output_field=DateField()),
        t_declined=no(output_field=BooleanField()), t_adviser=Value("", output_field=TextField()),
    )  # fmt: skip
    of_offer = offered.annotate(
        t_episode=F("episode"), t_job=F("job"), t_on=F("offered_on"), t_held=F("held_on"), t_declined=F("declined"),
        t_adviser=F("adviser"),
    )  # fmt: skip
    return of_change.values_list(*columns).union(of_offer.values_list(*columns), all=True)


def jobs_and_advice(
    episodes: tuple[int, ...], today: date
) -> tuple[dict[int, list[JobFacts]], dict[int, list[Advice]]]:
    """The jobs of each episode that have started, with the days on which hours or pay changed; and its advice."""
    changes, jobs, advice = defaultdict(list), defaultdict(list), defaultdict(list)
    for episode, job, on, *offer in changes_and_advice(episodes=episodes, today=today):
        if episode is None:
            changes[job].append(on)
        else:
            advice[episode].append(offer_of(job, on, *offer))
    for told in started_jobs(episodes=episodes, today=today):
        job = dict(told)
        jobs[job.pop("own")].append(JobFacts(**job, changes=tuple(sorted(changes[job["pk"]]))))
    return jobs, advice


def offer_of(job: int | None, offered_on: date, held_on: date | None, declined: bool | None, adviser: str) -> Advice:
    """One offer of advice, as rules take it."""
    return Advice(
        offered_on=offered_on, held_on=held_on, declined=bool(declined), by_adviser=adviser in ADVISERS, job=job
    )
