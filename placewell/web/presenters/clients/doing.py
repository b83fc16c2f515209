"""What a worker can do next for a person: only what is possible just now, and allowed to them."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.records.models import Client, Episode, Referral
from placewell.web.presenters.timeline import Row


@dataclass(frozen=True)
class Doing:
    """One thing to do, and where."""

    words: str
    address: str


@dataclass(frozen=True)
class Group:
    """Things to do that belong together."""

    heading: str
    doings: list[Doing]


@dataclass(frozen=True)
class Situation:
    """What decides what is possible. `episode` is the latest, `referral` one that speaks."""

    person: Client
    episode: Episode | None
    referral: Referral | None
    rows: list[Row]
    today: date
    allowed: frozenset[Permission]

    @property
    def is_open(self) -> bool:
        """Whether support goes on today."""
        return self.episode is not None and self.episode.lives_on(self.today)

    def to(self, words: str, name: str, pk: int) -> Doing:
        return Doing(words, reverse(name, args=[self.person.service_id, pk]))


def first_doings(now: Situation) -> list[Doing]:
    """What is done most often, as buttons."""
    if now.is_open and Permission.RECORD_SUPPORT in now.allowed:
        most = [now.to("Record a contact", "contact_new", now.episode.pk)]
        if Permission.RECORD_EMPLOYERS in now.allowed:
            most.append(now.to("Record an employer contact", "employer_contact_about", now.episode.pk))
        return most
    if now.referral is not None and Permission.RECORD_SUPPORT in now.allowed:
        return of_referral(now, now.referral)[:1]
    return []


def groups(now: Situation) -> list[Group]:
    """Everything else that can be done, by what it is about."""
    found = []
    if Permission.RECORD_SUPPORT in now.allowed:
        if now.is_open:
            found += [Group("Work", of_jobs(now)), Group("Profile, wishes and plans", of_plans(now))]
            found += [Group("Support", of_support(now))]
        elif now.referral is not None:
            found += [Group("Referral", of_referral(now, now.referral)[1:])]
            found += coming_back(now)
        elif now.episode is not None:
            found += [Group("Work", ended_jobs(now)), *coming_back(now)]
    if Permission.RECORD_REFERRALS in now.allowed and not now.is_open and now.referral is None:
        found.append(Group("Referral", referred_again(now)))
    return [group for group in found if group.doings]


def coming_back(now: Situation) -> list[Group]:
    """The way back for somebody whose support has ended."""
    if now.episode is None:
        return []
    return [Group("Coming back", [now.to("Begin again", "begin_again", now.person.pk)])]


def referred_again(now: Situation) -> list[Doing]:
    """A referral of somebody who has none; who was supported before asks with what is known of them."""
    if now.episode is None or Permission.RECORD_SUPPORT in now.allowed:
        return [now.to("Refer again", "referral_known", now.person.pk)]
    return [now.to("Ask to begin again", "begin_again", now.person.pk)]


def of_referral(now: Situation, referral: Referral) -> list[Doing]:
    """The next steps of a referral, the most pressing first."""
    steps = []
    if referral.decision == "accepted":
        again = now.episode is not None
        begin = ("Begin again", "begin_again") if again else ("Begin support", "episode_new")
        steps.append(now.to(*begin, now.person.pk))
    if referral.acknowledged_on is None:
        steps.append(now.to("Acknowledge the referral", "referral_acknowledge", referral.pk))
    if referral.first_contact_on is None:
        steps.append(now.to("Record the first contact with the person", "referral_first_contact", referral.pk))
    if not referral.decision:
        steps.append(now.to("Decide on the referral", "referral_decide", referral.pk))
    return steps


def of_jobs(now: Situation) -> list[Doing]:
    """Start a job, and what can happen to those there are."""
    found = [now.to("Record a job start", "job_new", now.episode.pk)]
    for row in standing_jobs(now):
        if runs(row, now.today):
            found.append(now.to(f"Change hours or pay: {row.facts['title']}", "job_change", row.pk))
            found.append(now.to(f"End the job: {row.facts['title']}", "job_end", row.pk))
    return found + next_help(now)


def ended_jobs(now: Situation) -> list[Doing]:
    """A job may run on after support; its end is still worth recording."""
    ends = [
        now.to(f"End the job: {row.facts['title']}", "job_end", row.pk)
        for row in standing_jobs(now)
        if runs(row, now.today)
    ]
    return ends + next_help(now)


def next_help(now: Situation) -> list[Doing]:
    """Jobs that ended without help towards the next one."""
    return [
        now.to(f"Record help towards the next job: {row.facts['title']}", "job_next_help", row.pk)
        for row in standing_jobs(now)
        if not runs(row, now.today) and not row.facts["next_job_help_offered_on"]
    ]


def standing_jobs(now: Situation) -> list[Row]:
    """All jobs of the person that have started, newest first."""
    return [row for row in now.rows if row.kind == "job" and row.stands]


def runs(row: Row, today: date) -> bool:
    """Whether a job goes on today."""
    ended = row.date("ended_on")
    return ended is None or ended > today


def of_plans(now: Situation) -> list[Doing]:
    """What is worked out together."""
    pk = now.episode.pk
    first = any(row.kind == "profile" and row.stands for row in now.rows)
    return [
        now.to("Write a new version of the profile" if first else "Write the vocational profile", "profile_new", pk),
        now.to("Record what work the person wants", "preferences_new", pk),
        now.to("Record what matters to them at work", "work_wishes", pk),
        now.to("Record a plan", "plan_new", pk),
        now.to("Record benefits advice", "benefits_advice_new", pk),
        now.to("Record a talk about what to tell employers", "disclosure_new", pk),
    ]


def of_support(now: Situation) -> list[Doing]:
    """Who holds the person, and the ways out."""
    pk = now.episode.pk
    down = [] if now.episode.stepped_down_on else [now.to("Step down to the clinical team", "episode_step_down", pk)]
    return [
        now.to("Hand over to another key worker", "episode_hand_over", pk),
        now.to("Arrange cover", "episode_cover", pk),
        *down,
        now.to("End support", "episode_exit", pk),
    ]
