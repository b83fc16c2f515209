"""Lines of Today that a standard sets: the clocks of referrals, of open support and of jobs."""

from collections.abc import Callable
from dataclasses import dataclass

from placewell.access.caseload_scope import referrals_for
from placewell.records import due as facts
from placewell.records.models import Referral
from placewell.records.standards import Standards
from placewell.rules import due
from placewell.rules.due import Clock, EpisodeFacts
from placewell.scales import local_standards
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.standards import value
from placewell.web.presenters.today.lines import Asked, Held, Line
from placewell.web.presenters.wording import sentence

# Which standard sets a clock.
STANDARDS = {
    "acknowledgement": "days_to_acknowledge",
    "first_contact": "days_to_first_contact",
    "first_profile": "days_to_first_profile",
    "first_employer_contact": "days_to_first_employer_contact",
    "plan_review": "plan_review",
    "profile_after_a_job": "days_to_profile_after_a_job_change",
    "advice_after_a_change": "days_to_advice_after_a_change",
    "next_job_help": "days_to_next_job_help",
    "re_engagement": "days_to_reach_out",
    "week_log": "time_to_close_a_log",
}


@dataclass(frozen=True)
class Way:
    """The form that does what a clock asks for: its words, its page, and which row the page is about."""

    words: str
    page: str
    row: Callable[[Held, EpisodeFacts, Clock], int | None]

    def doing(self, asked: Asked, *about) -> list[Doing]:
        row = self.row(*about)
        return [] if row is None else [Doing(self.words, asked.to(self.page, row))]


def _episode(held: Held, facts: EpisodeFacts, clock: Clock) -> int:
    return held.pk


WAYS = {
    "first_profile": Way("Write the profile", "profile_new", _episode),
    "first_employer_contact": Way("Record an employer contact", "employer_contact_about", _episode),
    "plan_review": Way("Record a review", "plan_review", lambda held, facts, clock: facts.plan),
    "profile_after_a_job": Way("Write a new version", "profile_new", _episode),
    "advice_after_a_change": Way("Record benefits advice", "benefits_advice_new", _episode),
    "next_job_help": Way("Record help", "job_next_help", lambda held, facts, clock: clock.job),
    "re_engagement": Way("Reach out", "person_outreach", lambda held, facts, clock: held.client),
}


def clock_lines(asked: Asked) -> list[Line]:
    """What the standards ask for: of referrals to these staff's teams, and of everybody they hold or cover."""
    holidays = asked.service.public_holidays(asked.today)
    told = {"standard": asked.standards.of, "today": asked.today, "holidays": holidays}
    return [*of_referrals(asked, told), *of_people(asked, told)]


def of_referrals(asked: Asked, told: dict) -> list[Line]:
    """Referrals that wait for an acknowledgement or for the first contact."""
    return [
        Line(
            **of_clock(clock, asked.standards), who=referral.client.known_as, client=referral.client_id,
            address=asked.to("client", referral.client_id), doings=[of_referral(asked, referral, clock)],
        )
        for referral in referrals_for(asked.staff, asked.worker, asked.service)
        for clock in due.of_referral(facts.of_referral(referral), **told)
    ]  # fmt: skip


def of_referral(asked: Asked, referral: Referral, clock: Clock) -> Doing:
    """The form that does what a referral waits for."""
    if clock.rule == "acknowledgement":
        return Doing("Acknowledge", asked.to("referral_acknowledge", referral.pk))
    return Doing("Record the first contact", asked.to("referral_first_contact", referral.pk))


def of_people(asked: Asked, told: dict) -> list[Line]:
    """What waits for people in support."""
    happened = facts.of_episodes(asked.people, asked.today)
    return [
        Line(
            **of_clock(clock, asked.standards), who=held.name, address=held.address, client=held.client, job=clock.job,
            doings=WAYS[clock.rule].doing(asked, held, happened[held.pk], clock),
        )
        for held in asked.people
        for clock in due.of_episode(happened[held.pk], **told)
    ]  # fmt: skip


def of_clock(clock: Clock, standards: Standards) -> dict:
    """What a clock says, as parts of a line."""
    return {
        "rule": clock.rule,
        "words": sentence(clock.due.finding.because),
        "on": clock.due.on,
        "is_late": clock.is_late,
        "source": said(clock.rule, standards),
    }


def said(rule: str, standards: Standards) -> str:
    """The standard behind a clock, and who asks for it: Within 28 days, Contract."""
    key = STANDARDS[rule]
    standard = standards.of(key)
    asks = Asks(standard.amount, standard.unit)
    return f"{value(local_standards()[key].kind, asks)}, {standard.name}"


@dataclass(frozen=True)
class Asks:
    """An amount in force, as the words for standards take it."""

    at_most: int
    unit: str
    at_least: int | None = None
