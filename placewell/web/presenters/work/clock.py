"""The clock of a job, ready to print: its milestones, the 16 weeks, gaps, proofs and the person's own word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.urls import reverse

from placewell.documents.job_evidence import DEFINITIONS, Held, missing, spell, stands
from placewell.measures.catalogue import find as measure_named
from placewell.records.models import JobChange
from placewell.rules.finding import Finding
from placewell.rules.job_clock import days_beside_one_another, days_without_a_job, next_check
from placewell.rules.sustainment import clocks, spans_worked
from placewell.rules.windows import DAY
from placewell.web.presenters.wording import day, number, sentence
from placewell.web.presenters.work.support import TAGS, span
from placewell.web.presenters.work.terms import lasted, terms_in_words, terms_on


@dataclass(frozen=True)
class Milestone:
    """One definition or milestone: how it stands, and where its evidence is ('' for none)."""

    title: str
    tag: str
    colour: str
    words: str
    evidence: str
    missing: str


@dataclass(frozen=True)
class Week:
    """One of the 16 weeks: its days, the hours counted, and whether they are enough."""

    number: int
    days: str
    hours: str
    is_worked: bool


@dataclass(frozen=True)
class ClockPage:
    """All that the page of a job's clock shows."""

    facts: list[tuple[str, str]]
    milestones: list[Milestone]
    definitions: list[Milestone]
    weeks: list[Week]
    gaps: list[str]
    beside: list[str]
    proofs: list[tuple[str, str]]
    words: list[tuple[str, str]]


def clock_page(held: Held, changes: Sequence[JobChange]) -> ClockPage:
    """The clock of one job, on a day."""
    job, today = held.job, held.today
    spells = [spell(one) for one in held.jobs]
    record = [("job-proof", one.pk, proof_words(one)) for one in held.proofs if one.job_id == job.pk]
    word = [("job-word", one.pk, word_words(one)) for one in held.words if one.job_id == job.pk]
    return ClockPage(
        facts=facts(held, changes),
        milestones=[
            milestone(f"{clock.weeks} weeks in this job", clock.finding)
            for clock in clocks(started_on=job.started_on, ended_on=job.ended_on, as_at=today)
        ],
        definitions=[definition(held, slug) for slug in DEFINITIONS],
        weeks=weeks(held),
        gaps=[span(*gap) for gap in days_without_a_job(jobs=spells, until=today)],
        beside=[span(*one) for one in days_beside_one_another(jobs=spells, until=today)],
        proofs=[(words, reverse("record", args=[job.service_id, kind, pk])) for kind, pk, words in record],
        words=[(words, reverse("record", args=[job.service_id, kind, pk])) for kind, pk, words in word],
    )


def facts(held: Held, changes: Sequence[JobChange]) -> list[tuple[str, str]]:
    """How long, on what terms, when it is checked next and when the person last said so."""
    job, today = held.job, held.today
    first = held.first_paid() or job
    check = next_check(started_on=job.started_on, ended_on=job.ended_on, first_job_on=first.started_on, as_at=today)
    last = max((one for one in held.words if one.job_id == job.pk), key=lambda one: one.said_on, default=None)
    last_day = today if job.ended_on is None or job.ended_on > today else job.ended_on - DAY
    return [
        ("Job", lasted(job, today)),
        ("Terms", terms_in_words(job, terms_on(job, changes, last_day))),
        ("Next check", f"{day(check)}" if check else "None: nothing is left to be decided"),
        ("The person’s own word", word_words(last) if last else "Not recorded"),
    ]


def milestone(title: str, finding: Finding, evidence: str = "", lacks: str = "") -> Milestone:
    """A finding with its tag."""
    tag, colour = TAGS[finding.verdict]
    said = {"Done": "Met", "Missed": "Not met", "Due": "Not due yet", "Not asked for": "Does not apply"}
    return Milestone(title, said.get(tag, tag), colour, sentence(finding.because), evidence, lacks)


def definition(held: Held, slug: str) -> Milestone:
    """One funder's definition: how it stands, and how much evidence is missing."""
    one = DEFINITIONS[slug]
    lacks = len(missing(one, held))
    return milestone(
        measure_named(one.measure).title, stands(one, held),
        reverse("job_evidence", args=[held.job.service_id, held.job.pk, slug]),
        f"{lacks} missing" if lacks else "Nothing missing",
    )  # fmt: skip


def weeks(held: Held) -> list[Week]:
    """The 16 weeks from the first paid job of the episode, as far as they have begun."""
    first = held.first_paid()
    if first is None:
        return []
    spells = [spell(one) for one in held.jobs]
    found = []
    for nth, is_worked in enumerate(spans_worked(first_job_on=first.started_on, jobs=spells, as_at=held.today)):
        begins = first.started_on + timedelta(weeks=nth)
        ends = begins + timedelta(days=6)
        hours = sum(
            (
                one.hours_per_week
                for one in held.jobs
                if spell(one).runs_within(first=begins, last=min(ends, held.today))
            ),
            Decimal(0),
        )
        found.append(Week(nth + 1, span(begins, ends), f"{number(hours)} hours", is_worked))
    return found


def proof_words(proof) -> str:
    """Payslip, shows 2 to 29 March 2026, seen on 3 April 2026."""
    return f"{proof.get_kind_display()}, shows {span(proof.covers_from, proof.covers_to)}, seen on {day(proof.seen_on)}"


def word_words(word) -> str:
    """Still in the job on 3 March 2026 (told one of us)."""
    still = "Still in the job" if word.still_in_work else "Not in the job any more"
    how = str(word.get_how_display())
    return f"{still} on {day(word.said_on)} ({how[:1].lower()}{how[1:]})"
