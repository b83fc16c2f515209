"""The evidence that a job lasted, for one funder's definition: what was counted, what proves it, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from placewell.documents.paper import Bullets, Document, Facts, Heading, Lines, Table, Text
from placewell.measures.catalogue import Measure
from placewell.records.models import Job, JobConfirmation, JobProof
from placewell.rules.finding import Finding, Verdict, said
from placewell.rules.job_clock import days_not_covered
from placewell.rules.sustainment import WEEKS_ALLOWED, Spell, lasted, spans_worked, thirteen_in_sixteen
from placewell.rules.windows import DAY, Window

MARKS = {"verified": "read in the source", "partly_verified": "read in part", "from_memory": "from memory"}
IN_16_WEEKS = (
    "In the 16 weeks from the first paid job, 13 weeks with 7 hours of work or more, all jobs together. A job counts "
    "with its weekly hours in each week in which it runs on a day."
)
STANDS = {
    Verdict.MET: "Met",
    Verdict.NOT_MET: "Not met",
    Verdict.NOT_DUE: "Not due yet",
    Verdict.DOES_NOT_APPLY: "Does not apply",
    Verdict.NOT_RECORDED: "Not recorded",
}


@dataclass(frozen=True)
class Definition:
    """One funder's definition of a job that lasted: its measure, and the weeks it looks at.

    `single` is one job alone; else all jobs of the episode from the first paid one.
    """

    slug: str
    measure: str
    weeks: int
    single: bool
    asks: str


DEFINITIONS = {
    one.slug: one
    for one in (
        Definition(
            "13-weeks", "sustained_13_weeks@single_job", 13, True, "One job that runs for 13 weeks (91 days) or more."
        ),
        Definition(
            "26-weeks", "sustained_26_weeks@single_job", 26, True, "One job that runs for 26 weeks (182 days) or more."
        ),
        Definition("13-in-16", "sustained_13_in_16@ipspc", WEEKS_ALLOWED, False, IN_16_WEEKS),
    )
}


@dataclass(frozen=True)
class Held:
    """What the record holds of a job: every job of its episode in order, their proofs and the person's word."""

    job: Job
    jobs: Sequence[Job]
    proofs: Sequence[JobProof]
    words: Sequence[JobConfirmation]
    today: date

    def looked_at(self, definition: Definition) -> list[Job]:
        """The jobs that a definition counts."""
        return [self.job] if definition.single else list(self.jobs)

    def first_paid(self) -> Job | None:
        """The first paid job of the episode, from which the 16 weeks run."""
        return next((one for one in self.jobs if is_paid(one)), None)


def is_paid(job: Job) -> bool:
    """Paid as the measures count it: some hours, and the employer pays or the person is self-employed."""
    return job.hours_per_week > 0 and (job.paid_by_employer or job.contract == "self_employed")


def spell(job: Job) -> Spell:
    """A job as the rules of sustained work take it."""
    return Spell(job.started_on, job.ended_on, job.hours_per_week)


def days_of(definition: Definition, held: Held) -> Window | None:
    """The days a definition looks at; None where it has no first day."""
    first = held.job if definition.single else held.first_paid()
    if first is None:
        return None
    return Window(first.started_on, first.started_on + timedelta(weeks=definition.weeks) - DAY)


def stands(definition: Definition, held: Held) -> Finding:
    """Whether the job, or the jobs together, lasted by the definition. Source: the measure it names."""
    if definition.single:
        job = held.job
        return lasted(started_on=job.started_on, ended_on=job.ended_on, weeks=definition.weeks, as_at=held.today)
    first = held.first_paid()
    if first is None:
        return Finding(Verdict.DOES_NOT_APPLY, "there is no paid job")
    return thirteen_in_sixteen(first_job_on=first.started_on, jobs=[spell(one) for one in held.jobs], as_at=held.today)


def not_proved(definition: Definition, held: Held) -> list[tuple[Job, Window]]:
    """For each job, the days that count so far and that no proof shows."""
    window = days_of(definition, held)
    if window is None:
        return []
    found = []
    for job in held.looked_at(definition):
        last = held.today if job.ended_on is None else min(job.ended_on - DAY, held.today)
        spans = [(proof.covers_from, proof.covers_to) for proof in held.proofs if proof.job_id == job.pk]
        gaps = days_not_covered(first=max(job.started_on, window.first), last=min(last, window.last), spans=spans)
        found += [(job, gap) for gap in gaps]
    return found


def missing(definition: Definition, held: Held) -> list[str]:
    """What is still missing before the evidence is whole, in sentences."""
    finding, window = stands(definition, held), days_of(definition, held)
    lines = [f"{finding.because[:1].upper()}{finding.because[1:]}."] if finding.verdict == Verdict.NOT_DUE else []
    lines += [
        f"No proof of {job.title} from {said(gap.first)} to {said(gap.last)}."
        for job, gap in not_proved(definition, held)
    ]
    if window and not any(word.still_in_work and word.said_on >= min(window.last, held.today) for word in held.words):
        lines.append(f"The person has not said since {said(min(window.last, held.today))} that they were in work.")
    return lines


def evidence(
    *, definition: Definition, measure: Measure, held: Held, person: str, service: str, language: str = "en-GB"
) -> Document:
    """The paper for one definition: what it asks, how it stands, the jobs, the proofs, what is missing, to sign."""
    finding, gaps = stands(definition, held), missing(definition, held)
    shown = [proof for proof in held.proofs if proof.job_id in {job.pk for job in held.looked_at(definition)}]
    blocks = [
        Facts(
            [
                ("What is asked", definition.asks),
                ("How the figure counts", measure.rule),
                ("Source", f"{measure.source} ({MARKS[measure.mark]})"),
            ]
        ),
        Heading("How it stands"),
        Text(f"{STANDS[finding.verdict]} on {said(held.today)}: {finding.because}."),
        Heading("The job" if definition.single else "The jobs"),
        Table(["Job", "Employer", "From", "Until", "Hours a week"], [_job(job) for job in held.looked_at(definition)]),
    ]
    if not definition.single:
        blocks += [Heading("The 16 weeks"), *_weeks(held)]
    blocks += [
        Heading("Proofs seen"),
        Table(["Proof", "Job", "Shows", "Seen on", "Kept"], [_proof(one) for one in shown]) if shown else Text("None."),
        Heading("The person’s own word"),
        Bullets([_word(one) for one in held.words]) if held.words else Text("None."),
        Heading("What is missing"),
        Bullets(gaps) if gaps else Text("Nothing."),
        Heading("Checked by"),
        Lines(["Name", "Signature", "Date"]),
    ]
    return Document(f"Evidence: {measure.title}", person, blocks, held.today, service, language)


def _source(measure: Measure) -> str:
    return f"{measure.source} ({MARKS[measure.mark]})"


def _job(job: Job) -> list[str]:
    employer = str(job.employer) if job.employer else "Self-employed"
    ended = said(job.ended_on) if job.ended_on else "Runs on"
    return [job.title, employer, said(job.started_on), ended, f"{job.hours_per_week.normalize():f}"]


def _weeks(held: Held) -> list:
    first = held.first_paid()
    if first is None:
        return [Text("There is no paid job.")]
    spans = spans_worked(first_job_on=first.started_on, jobs=[spell(one) for one in held.jobs], as_at=held.today)
    rows = []
    for number, is_worked in enumerate(spans):
        begins = first.started_on + timedelta(weeks=number)
        days = f"{said(begins)} to {said(begins + timedelta(days=6))}"
        rows.append([str(number + 1), days, "7 hours or more" if is_worked else "Less than 7 hours"])
    return [Table(["Week", "Days", "All jobs together"], rows)] if rows else [Text("The first week has not begun.")]


def _proof(proof: JobProof) -> list[str]:
    shows = f"{said(proof.covers_from)} to {said(proof.covers_to)}"
    return [str(proof.get_kind_display()), proof.job.title, shows, said(proof.seen_on), proof.note or "Not recorded"]


def _word(word: JobConfirmation) -> str:
    still = "Still in the job" if word.still_in_work else "Not in the job any more"
    how = str(word.get_how_display())
    return f"{said(word.said_on)}: {still} ({word.job.title}). {how}."
