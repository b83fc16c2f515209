"""Jobs of the time before, as lines."""

from dataclasses import dataclass

from django.urls import reverse

from placewell.records.models import PastJob
from placewell.web.presenters.wording import day, number

ASKED = [
    ("duties", "Did"),
    ("liked", "Liked"),
    ("disliked", "Did not like"),
    ("why_ended", "Why it ended"),
    ("what_helped", "What helped"),
]


@dataclass(frozen=True)
class JobShown:
    """A past job: title and place, when, what was told about it, and where it is put right ('' for nobody)."""

    title: str
    when: str
    facts: list[tuple[str, str]]
    told: str
    address: str


def job_shown(one: PastJob, may_change: bool) -> JobShown:
    """One past job in words."""
    hours = f"{number(one.hours_per_week)} hours a week" if one.hours_per_week is not None else ""
    return JobShown(
        title=", ".join(filter(None, [one.title, one.employer])),
        when=", ".join(filter(None, [years(one.from_year, one.until_year), hours])),
        facts=[(asked, getattr(one, name)) for name, asked in ASKED if getattr(one, name)],
        told=f"Told on {day(one.told_on)}",
        address=reverse("record", args=[one.service_id, "past-job", one.pk]) if may_change else "",
    )


def years(first: int | None, last: int | None) -> str:
    """2015 to 2018; 2015 when one of the two is not known, or they are the same."""
    if first is None or last is None or first == last:
        return str(first or last or "")
    return f"{first} to {last}"
