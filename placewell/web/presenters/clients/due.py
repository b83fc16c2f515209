"""What is due for a person, by the standards that apply, each with its source."""

from dataclasses import dataclass
from datetime import date

from placewell.records import due as facts
from placewell.records.models import Episode, Referral
from placewell.records.standards import Standards
from placewell.rules import due
from placewell.rules.benefits_prompts import Advice
from placewell.rules.due import EpisodeFacts, JobFacts
from placewell.web.presenters.timeline import Row
from placewell.web.presenters.wording import sentence

FACE_TO_FACE, ATTENDED = "face_to_face", "attended"


@dataclass(frozen=True)
class DueLine:
    """One thing due: whether its day has passed, in words, and which document asks for it."""

    words: str
    is_late: bool
    source: str


def due_lines(
    *, referral: Referral | None, episode: Episode | None, rows: list[Row], standards: Standards, today: date,
    holidays: frozenset[date] = frozenset(),
) -> list[DueLine]:  # fmt: skip
    """What is to come or late, the earliest first. `referral` is one that speaks, `episode` an open one."""
    told = {"standard": standards.of, "today": today, "holidays": holidays}
    clocks = due.of_referral(facts.of_referral(referral), **told) if referral else []
    clocks += due.of_episode(happened(episode, rows, today), **told) if episode else []
    return [
        DueLine(sentence(clock.due.finding.because), clock.is_late, clock.due.standard or "")
        for clock in due.waiting(clocks)
    ]


def happened(episode: Episode, rows: list[Row], today: date) -> EpisodeFacts:
    """What clocks ask of an episode, read from the person's whole record, which comes newest first."""
    lived = [row for row in rows if row.stands and row.day <= today and is_of(row, episode)]
    of_kind = {kind: [row for row in lived if row.kind == kind] for kind in KINDS}
    contacts, met = of_kind["contact"], [row for row in of_kind["employer_contact"] if is_meeting(row)]
    plan = next((row for row in of_kind["plan"] if row.facts["kind"] == "action_plan"), None)
    return EpisodeFacts(
        entered_on=episode.entered_on,
        ended_on=episode.ended_on,
        stepped_down_on=episode.stepped_down_on,
        profile_on=latest(of_kind["profile"]),
        met_employer_on=met[-1].day if met else None,
        plan=plan.pk if plan else None,
        plan_agreed_on=plan.day if plan else None,
        plan_reviewed_on=plan.date("reviewed_on") if plan else None,
        advice=frozenset(offer(row) for row in of_kind["advice"]),
        last_contact_on=latest([row for row in contacts if row.facts["attendance"] == ATTENDED]),
        last_try_on=latest(contacts),
        jobs=tuple(job(row, of_kind["job_change"]) for row in reversed(of_kind["job"])),
    )


KINDS = ("contact", "employer_contact", "plan", "profile", "advice", "job", "job_change")


def is_of(row: Row, episode: Episode) -> bool:
    """Whether a row belongs to an episode: it says so, or it happened in its days."""
    own = row.facts.get("episode")
    return own == str(episode.pk) if own is not None else row.day >= episode.entered_on


def latest(rows: list[Row]) -> date | None:
    """The day of the first of the rows, which come newest first."""
    return rows[0].day if rows else None


def is_meeting(row: Row) -> bool:
    """Whether an employer contact was face to face."""
    return row.facts["mode"] == FACE_TO_FACE


def offer(row: Row) -> Advice:
    """An offer of benefits advice."""
    return facts.offer_of(
        int(row.facts["job"]) if row.facts["job"] else None, row.day, row.date("held_on"), row.yes("declined"),
        row.facts["adviser"],
    )  # fmt: skip


def job(row: Row, changes: list[Row]) -> JobFacts:
    """A job with the days on which it changed."""
    own = str(row.pk)
    return JobFacts(
        pk=row.pk,
        title=row.facts["title"],
        started_on=row.day,
        ended_on=row.date("ended_on"),
        changes=tuple(sorted(change.day for change in changes if change.facts["job"] == own)),
        next_job_help_on=row.date("next_job_help_offered_on"),
    )
