"""In-work support of a job, ready to print: both sides, what is next and what was missed."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.records.models import Job, SupportRhythm
from placewell.records.schedules import JobSupport
from placewell.rules.finding import Verdict
from placewell.rules.in_work_support import Planned, Side
from placewell.web.presenters.wording import counted, day, sentence

SIDES = {Side.PERSON: "With the person", Side.EMPLOYER: "With the employer"}
TAGS = {
    Verdict.MET: ("Done", "green"),
    Verdict.NOT_MET: ("Missed", "red"),
    Verdict.NOT_DUE: ("Due", "blue"),
    Verdict.DOES_NOT_APPLY: ("Not asked for", "grey"),
    Verdict.NOT_RECORDED: ("Not recorded", "yellow"),
}


@dataclass(frozen=True)
class Line:
    """One contact of the schedule. `explain` is where its reason is told, '' when none is asked for."""

    name: str
    days: str
    tag: str
    colour: str
    words: str
    source: str
    explain: str


@dataclass(frozen=True)
class SideOfJob:
    """One side: what is next and where it is recorded, the rhythms agreed, and every contact.

    `stands` says in one sentence why nothing is asked for; then there are no lines. `then` is what lies
    beyond the first contact to come, `missed` how many wait for a reason, which `explain` takes.
    """

    key: str
    heading: str
    next: str
    record: str
    agree: str
    stands: str
    rhythms: list[str]
    lines: list[Line]
    then: str
    missed: str
    explain: str


def side_of_job(
    support: JobSupport, side: Side, rhythms: list[SupportRhythm], *, today: date, may_record: bool
) -> SideOfJob:
    """One side of a job's support."""
    job, planned = support.job, support.sides[side]
    stands = one_answer(planned)
    coming = support.next_due(side)
    ahead = [one for one in planned if one.first_on > today]
    shown = [] if stands else [one for one in planned if one.first_on <= today] + ahead[:1]
    waiting = sum(one.waits_for_reason for one in planned)
    return SideOfJob(
        key=side.value,
        heading=SIDES[side] if side == Side.PERSON or job.employer is None else f"With {job.employer}",
        next=due_words(coming, today) if coming else "",
        record=record_address(job, side) if may_record and is_open(job, today) and not stands else "",
        agree=f"{reverse('job_rhythm', args=[job.service_id, job.pk])}?side={side.value}" if may_record else "",
        stands=stands,
        rhythms=[rhythm_words(one) for one in rhythms if one.side == side.value],
        lines=[line(one, job, side, today, may_record) for one in shown],
        then=f"Then up to {ahead[-1].name}, which ends on {day(ahead[-1].last_on)}." if len(ahead) > 1 else "",
        missed=f"{counted(waiting, 'contact was', 'contacts were')} missed without a reason" if waiting else "",
        explain=reverse("job_missed", args=[job.service_id, job.pk]) if waiting and may_record else "",
    )


def one_answer(planned: tuple[Planned, ...]) -> str:
    """The sentence when the whole schedule has the same one answer that is neither done, missed nor due."""
    said = {(one.finding.verdict, one.finding.because) for one in planned}
    if len(said) != 1:
        return ""
    verdict, because = said.pop()
    quiet = verdict in (Verdict.DOES_NOT_APPLY, Verdict.NOT_RECORDED)
    return sentence(f"{TAGS[verdict][0]}: {because}") if quiet else ""


def is_open(job: Job, today: date) -> bool:
    """Whether contacts can be recorded: support goes on."""
    return job.episode.lives_on(today)


def record_address(job: Job, side: Side) -> str:
    """The form on which the next contact of a side is recorded, filled in for it."""
    if side == Side.PERSON:
        return f"{reverse('contact_new', args=[job.service_id, job.episode_id])}?phase=follow_along"
    address = reverse("employer_contact_about", args=[job.service_id, job.episode_id])
    return f"{address}?employer={job.employer_id}&purpose=in_work_support"


def line(one: Planned, job: Job, side: Side, today: date, may_record: bool) -> Line:
    """One contact in words."""
    tag, colour = TAGS[one.finding.verdict]
    if one.finding.verdict == Verdict.NOT_DUE and one.first_on > today:
        tag, colour = "To come", "white"
    if one.reason:
        colour = "orange"
    explain = f"{reverse('job_missed', args=[job.service_id, job.pk])}?which={which(side, one)}"
    return Line(
        name=one.name,
        days=span(one.first_on, one.last_on),
        tag=tag,
        colour=colour,
        words="" if one.finding.verdict == Verdict.NOT_DUE else sentence(one.finding.because),
        source=one.source,
        explain=explain if may_record and one.waits_for_reason else "",
    )


def which(side: Side, one: Planned) -> str:
    """A contact of the schedule, as a form names it."""
    return f"{side.value}:{one.first_on.isoformat()}:{one.last_on.isoformat()}"


def waiting_for_reason(support: JobSupport) -> list[tuple[str, str]]:
    """Contacts that were missed and that nobody has explained, as choices of a form, the latest first."""
    found = [(side, one) for side in Side for one in support.sides[side] if one.waits_for_reason]
    found.sort(key=lambda pair: pair[1].first_on, reverse=True)
    return [(which(side, one), f"{SIDES[side]}: {one.name}, {span(one.first_on, one.last_on)}") for side, one in found]


def span(first: date, last: date) -> str:
    """From 2 to 8 March 2026; one day alone is that day."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{first.day} {first:%B} to {day(last)}" if first.year == last.year else f"{day(first)} to {day(last)}"


def due_words(one: Planned, today: date) -> str:
    """What is next: Week 2, by 15 March 2026 (in 3 days)."""
    left = (one.last_on - today).days
    when = {0: "today", 1: "tomorrow"}.get(left, f"in {counted(left, 'day')}")
    if one.first_on > today:
        return f"{one.name}: from {day(one.first_on)} to {day(one.last_on)}"
    return f"{one.name}: by {day(one.last_on)} ({when})"


def rhythm_words(one: SupportRhythm) -> str:
    """Every 2 weeks from 3 March 2026 until 2 June 2026: “I feel steady”."""
    if one.every is None:
        every = "No contact"
    else:
        unit = one.unit.removesuffix("s")
        every = f"Every {unit}" if one.every == 1 else f"Every {one.every} {one.unit}"
    until = f" until {day(one.ended_on)}" if one.ended_on else ""
    because = f": “{one.agreed_because}”" if one.agreed_because else ""
    return f"{every} from {day(one.started_on)}{until}{because}"
