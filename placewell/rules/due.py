"""Everything that is due for somebody, by the standards that hold: one list of clocks.

A clock runs until its thing is done; what was done, in time or late, is not listed. The sources of
the clocks of the pathway stand in `placewell.rules.pathway`; of the others, IPS-25 (edition of
7 January 2008, numbers partly verified): item 25 (reaching out after 14 days without a contact), item
14 (a profile version after a job start or end: `placewell.rules.profiles`), item 12 (benefits advice:
`placewell.rules.benefits_prompts`) and the evidence of item 9 (help towards the next job within 30
days). No number stands here: each is a standard of the service.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from placewell.rules import benefits_prompts, pathway, profiles
from placewell.rules.benefits_prompts import Advice
from placewell.rules.deadlines import Due, Standard, deadline
from placewell.rules.finding import Verdict

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
WAITING = (Verdict.NOT_DUE, Verdict.NOT_MET)


@dataclass(frozen=True)
class Clock:
    """One thing that is due: `rule` names it (a key), `due` says until when, by which standard, and because.

    `job` is the row id of the job that it is about, if it is about one.
    """

    rule: str
    due: Due
    job: int | None = None

    @property
    def is_late(self) -> bool:
        """Whether its day has passed."""
        return self.due.finding.verdict == Verdict.NOT_MET


@dataclass(frozen=True)
class ReferralFacts:
    """The dates of a referral that speaks; None where it has not happened."""

    received_on: date
    acknowledged_on: date | None = None
    first_contact_on: date | None = None
    declined_on: date | None = None


@dataclass(frozen=True)
class JobFacts:
    """A job that has started: `changes` are the days on which hours or pay changed."""

    pk: int
    title: str
    started_on: date
    ended_on: date | None = None
    changes: tuple[date, ...] = ()
    next_job_help_on: date | None = None


@dataclass(frozen=True)
class EpisodeFacts:
    """What has happened in an open stretch of support, as far as clocks ask; None for not yet.

    `last_contact_on` is the latest contact attended, `last_try_on` the latest of any kind; both
    about this episode. `profile_on` is the day of the latest version of the profile, `advice` every
    offer of benefits advice, `met_employer_on` a meeting face to face with an employer about the
    person, `plan` the row of the action plan.
    """

    entered_on: date
    ended_on: date | None = None
    stepped_down_on: date | None = None
    profile_on: date | None = None
    met_employer_on: date | None = None
    plan: int | None = None
    plan_agreed_on: date | None = None
    plan_reviewed_on: date | None = None
    advice: frozenset[Advice] = frozenset()
    last_contact_on: date | None = None
    last_try_on: date | None = None
    jobs: tuple[JobFacts, ...] = field(default=())

    def in_work_on(self, today: date) -> bool:
        """Whether a job runs."""
        return any(job.ended_on is None or job.ended_on > today for job in self.jobs)


StandardOf = Callable[[str], Standard | None]


def of_referral(
    facts: ReferralFacts, *, standard: StandardOf, today: date, holidays: Collection[date] = ()
) -> list[Clock]:
    """The clocks of a referral until support begins."""
    dated = {"received_on": facts.received_on, "today": today, "holidays": holidays}
    clocks = []
    if facts.acknowledged_on is None:
        due = pathway.acknowledgement(**dated, acknowledged_on=None, standard=standard("days_to_acknowledge"))
        clocks.append(Clock("acknowledgement", due))
    if facts.first_contact_on is None:
        due = pathway.first_contact(
            **dated, first_contact_on=None, declined_on=facts.declined_on, standard=standard("days_to_first_contact")
        )
        clocks.append(Clock("first_contact", due))
    return waiting(clocks)


def of_episode(
    facts: EpisodeFacts, *, standard: StandardOf, today: date, holidays: Collection[date] = ()
) -> list[Clock]:
    """The clocks of an open episode, the earliest first; stepped down, only the review of the plan is left."""
    clocks = [_plan_review(facts, standard, today)]
    if facts.stepped_down_on is None or facts.stepped_down_on > today:
        clocks += [
            *_beginnings(facts, standard, today),
            *_new_profile(facts, standard, today),
            *_advice(facts, standard, today),
            *_next_job(facts, standard, today),
            *_gone_quiet(facts, standard, today),
        ]
    return waiting(clocks)


def waiting(clocks: list[Clock]) -> list[Clock]:
    """Those that have a day and are still open, the earliest first."""
    running = [clock for clock in clocks if clock.due.on and clock.due.finding.verdict in WAITING]
    return sorted(running, key=lambda clock: clock.due.on)


def _plan_review(facts: EpisodeFacts, standard: StandardOf, today: date) -> Clock:
    due = pathway.plan_review(
        agreed_on=facts.plan_agreed_on, reviewed_on=facts.plan_reviewed_on, today=today, ended_on=facts.ended_on,
        standard=standard("plan_review"),
    )  # fmt: skip
    return Clock("plan_review", due)


def _beginnings(facts: EpisodeFacts, standard: StandardOf, today: date) -> list[Clock]:
    began = {"entered_on": facts.entered_on, "today": today, "ended_on": facts.ended_on}
    clocks = []
    if facts.profile_on is None:
        due = pathway.first_profile(**began, written_on=None, standard=standard("days_to_first_profile"))
        clocks.append(Clock("first_profile", due))
    if facts.met_employer_on is None and not facts.in_work_on(today):
        due = pathway.first_employer_contact(**began, met_on=None, standard=standard("days_to_first_employer_contact"))
        clocks.append(Clock("first_employer_contact", due))
    return clocks


def _new_profile(facts: EpisodeFacts, standard: StandardOf, today: date) -> list[Clock]:
    """The first job start or end since the latest version of the profile; without any, the first version is asked for."""
    if facts.profile_on is None:
        return []
    asked = profiles.missing(
        turns=profiles.turns_of(facts.jobs), written_on=[facts.profile_on], today=today, ended_on=facts.ended_on,
        standard=standard("days_to_profile_after_a_job_change"),
    )  # fmt: skip
    return [Clock("profile_after_a_job", one.due, one.turn.job) for one in asked[:1]]


def _advice(facts: EpisodeFacts, standard: StandardOf, today: date) -> list[Clock]:
    """The job start, change or end that has waited longest for benefits advice."""
    prompts = benefits_prompts.prompts(
        jobs=facts.jobs, advice=facts.advice, standard=standard("days_to_advice_after_a_change"), today=today,
        ended_on=facts.ended_on,
    )  # fmt: skip
    asks = benefits_prompts.asking(prompts)
    return [] if asks is None else [Clock("advice_after_a_change", asks.due, asks.job)]


def _next_job(facts: EpisodeFacts, standard: StandardOf, today: date) -> list[Clock]:
    """A job that ended, with none running since, asks for help towards the next."""
    ended = [job for job in facts.jobs if job.ended_on and job.ended_on <= today]
    last = max(ended, key=lambda job: job.ended_on, default=None)
    if last is None or last.next_job_help_on is not None or facts.in_work_on(today):
        return []
    due = deadline(
        what=f"help towards the next job after the one as {last.title}", start=last.ended_on, done_on=None,
        standard=standard("days_to_next_job_help"), today=today, ended_on=facts.ended_on,
    )  # fmt: skip
    return [Clock("next_job_help", due, last.pk)]


def _gone_quiet(facts: EpisodeFacts, standard: StandardOf, today: date) -> list[Clock]:
    """Nobody met and nobody tried for so long: reach out. In work, the rhythm of in-work support asks instead."""
    tried = [when for when in (facts.last_contact_on, facts.last_try_on) if when is not None]
    quiet_since = max([facts.entered_on, *tried])
    limit = standard("days_to_reach_out")
    if limit is None or facts.in_work_on(today):
        return []
    due = deadline(
        what="next contact or try to reach the person", start=quiet_since, done_on=None, standard=limit, today=today
    )
    # Until the day has come there is nothing to reach out about.
    return [Clock("re_engagement", due)] if today >= due.on else []


def of_log(*, week_starting: date, standard: StandardOf, today: date, holidays: Collection[date] = ()) -> list[Clock]:
    """A week's log that is not closed, counted from the week's last day."""
    due = deadline(
        what="log of the week", start=week_starting + WEEK - DAY, done_on=None, today=today, holidays=holidays,
        standard=standard("time_to_close_a_log"),
    )  # fmt: skip
    return waiting([Clock("week_log", due)])
