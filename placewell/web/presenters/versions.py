"""A record with its earlier versions, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import BooleanField, DateField, DecimalField, Field, TimeField

from placewell.records.base import Kept
from placewell.records.contact_words import Participant
from placewell.records.versions import Version
from placewell.rules.nhs_number import spaced
from placewell.rules.occupations import title_of
from placewell.scales.occupations import title_of_unit
from placewell.web.presenters.wording import day, listed, number, sentence

NOTHING = "Not recorded"
# Not shown: the page itself says whom a record is about, and of which stretch of support.
UNSAID = {"client", "episode", "referral", "profile", "cv"}
# What a person told, or a worker wrote about it: shown to those who may read notes.
NOTES = {
    "note", "words", "duties", "liked", "disliked", "why_ended", "what_helped", "reach", "about", "strengths", "education",
    "licences", "languages", "digital_skills", "other",
}  # fmt: skip
CALLED = {
    "staff": "By whom", "began_on": "Day", "began_time": "Time", "with_whom": "With", "about_job_loss": "About losing a job",
    "open_to_anyone": "Open to anyone", "paid_by_employer": "Paid by the employer", "ended_on": "Until (not included)",
}  # fmt: skip


@dataclass(frozen=True)
class Edition:
    """One version: who wrote it when, what it said, why it was replaced."""

    title: str
    said_by: str
    facts: list[tuple[str, str]]
    because: str


@dataclass(frozen=True)
class History:
    """How a record stands, and its earlier versions, the latest first."""

    now: list[tuple[str, str]]
    said_by: str
    withdrawn: str
    earlier: list[Edition]


def history(
    record: Kept, versions: list[Version], *, zone: ZoneInfo, notes: bool, name_of: Callable[[Field, int], str]
) -> History:
    """The record and its versions. `name_of` says a reference in words; without `notes` none is shown."""

    def in_words(content: dict) -> list[tuple[str, str]]:
        fields = [field for field in record.facts() if field.name not in UNSAID and (notes or field.name not in NOTES)]
        return [(called(field), said(field, content.get(field.attname), name_of)) for field in fields]

    now = {field.attname: getattr(record, field.attname) for field in record.facts()}
    earlier = [
        Edition(
            f"Version {one.number}", written(one.recorded_at, one.recorded_by, zone), in_words(one.content), one.because
        )
        for one in sorted(versions, key=lambda one: -one.number)
    ]
    taken_back = ""
    if record.withdrawn_at:
        taken_back = f"{written(record.withdrawn_at, record.withdrawn_by, zone)}: {record.withdrawn_because}"
    return History(in_words(now), written(record.recorded_at, record.recorded_by, zone), taken_back, earlier)


def written(at, by, zone: ZoneInfo) -> str:
    """By whom, and when: Ana Silva, 3 March 2026 at 14:05."""
    local = at.astimezone(zone)
    who = f"{by.full_name}, " if by else ""
    return f"{who}{day(local.date())} at {local:%H:%M}"


def called(field: Field) -> str:
    """What a field is called on pages."""
    return CALLED.get(field.name, sentence(str(field.verbose_name)))


def said(field: Field, value, name_of: Callable[[Field, int], str]) -> str:
    """The value of a field, as it is now or as a version kept it, in words."""
    if value is None or value == "":
        return NOTHING
    if field.is_relation:
        return name_of(field, value)
    value = field.to_python(value)
    if field.name == "with_whom":
        return listed([str(dict(Participant.choices).get(word, word)) for word in value.split(";")])
    return plainly(field, value)


def plainly(field: Field, value) -> str:
    """A date, time, number, yes or no, choice or words."""
    if isinstance(field, DateField):
        return day(date(value.year, value.month, value.day))
    if isinstance(field, TimeField):
        return f"{value:%H:%M}"
    if isinstance(field, BooleanField):
        return "Yes" if value else "No"
    if isinstance(field, DecimalField):
        return number(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.name == "occupation_group":
        return title_of(group=value)
    if field.name == "occupation_code":
        return f"{value} {title_of_unit(code=value)}".strip()
    return spaced(number=value) if field.name == "nhs_number" else str(value)
