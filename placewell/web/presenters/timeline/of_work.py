"""What the timeline says of in-work support and of how jobs ended."""

from collections.abc import Callable

from placewell.records.in_work import MissedReason, SupportSide
from placewell.records.job_endings import NotAsked
from placewell.records.job_evidence import ProofKind, ToldHow
from placewell.records.jobs import JobEnd
from placewell.web.presenters.timeline.reading import Row
from placewell.web.presenters.wording import day

Said = tuple[str, list[str]]


def word(choices, value: str) -> str:
    """The words for a value; '' for none."""
    return str(dict(choices.choices).get(value, value))


def quoted(words: str) -> str:
    """Somebody's own words."""
    return f"“{words}”" if words else ""


def rhythm(row: Row, country: str) -> Said:
    facts, until = row.facts, row.date("ended_on")
    every = f"Every {facts['every']} {facts['unit']}" if facts["every"] else "No contact any more"
    return f"Rhythm of in-work support agreed: {facts['job__title']}", [
        f"{word(SupportSide, facts['side'])}: {every[:1].lower()}{every[1:]}",
        f"Until {day(until)}" if until else "",
        quoted(facts["agreed_because"]),
    ]


def missed_support(row: Row, country: str) -> Said:
    facts = row.facts
    return f"In-work support missed: {facts['job__title']}", [
        f"{word(SupportSide, facts['side'])}, due from {day(row.date('began_on'))}",
        word(MissedReason, facts["reason"]),
        quoted(facts["words"]),
    ]


def job_ending(row: Row, country: str) -> Said:
    facts = row.facts
    return f"How the job ended: {facts['job__title']}", [
        f"The person: {quoted(facts['person_words'])}" if facts["person_words"] else "",
        f"The employer: {word(JobEnd, facts['employer_reason'])}" if facts["employer_reason"] else "",
        word(NotAsked, facts["employer_not_asked"]),
        quoted(facts["employer_words"]),
        f"Learned: {facts['learned']}" if facts["learned"] else "",
    ]


def job_proof(row: Row, country: str) -> Said:
    facts = row.facts
    return f"Proof of a job seen: {facts['job__title']}", [
        word(ProofKind, facts["kind"]),
        f"It shows {day(row.date('covers_from'))} to {day(row.date('covers_to'))}",
        facts["note"],
    ]


def job_view(row: Row, country: str) -> Said:
    facts = row.facts
    return f"What the person thinks of the job: {facts['job__title']}", [
        quoted(facts["words"]),
        f"Satisfied: {facts['satisfied']} of 5" if facts["satisfied"] else "",
    ]


def job_word(row: Row, country: str) -> Said:
    still = "Still in the job" if row.yes("still_in_work") else "Not in the job any more"
    return f"{still}, says the person: {row.facts['job__title']}", [word(ToldHow, row.facts["how"])]


OF_WORK: dict[str, Callable[[Row, str], Said]] = {
    "rhythm": rhythm,
    "missed_support": missed_support,
    "job_ending": job_ending,
    "job_proof": job_proof,
    "job_view": job_view,
    "job_word": job_word,
}
