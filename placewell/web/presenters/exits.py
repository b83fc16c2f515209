"""What stands beside the form that ends support: tries, work at that moment, who asks for what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.records.models import Episode, Job, Service
from placewell.web.presenters.outreach import WAYS, Tried, TryLine, try_lines
from placewell.web.presenters.timeline.saying import lower
from placewell.web.presenters.wording import day, listed, number, sentence


@dataclass(frozen=True)
class ExitSide:
    """Ready to print. `asks` says how many ways come first, and who asks for that."""

    since: str
    tries: list[TryLine]
    ways: str
    asks: str
    work: list[str]
    letter: str
    reach_out: str


def exit_side(
    held: Episode, known: Tried, jobs: Iterable[Job], *, needed: int, source: str, service: Service, today: date
) -> ExitSide:
    """What was tried since the person was last met, and in what work they are."""
    used = frozenset().union(*(one.ways for one in known.tries))
    ways = [lower(words.partition(",")[0]) for way, words in WAYS.items() if way in used]
    return ExitSide(
        since=sentence(known.quiet.finding.because),
        tries=try_lines(known.contacts, service),
        ways=listed(ways),
        asks=f"At least {needed} different ways come before support ends for somebody who stays away ({source})",
        work=[in_work(job) for job in jobs if job.started_on <= today and not (job.ended_on and job.ended_on <= today)],
        letter=reverse("open_door", args=[service.pk, held.pk]),
        reach_out=reverse("person_outreach", args=[service.pk, held.client_id]),
    )


def in_work(job: Job) -> str:
    """Baker, Rose Bakery, 20 hours a week, since 3 March 2026."""
    parts = [job.title, job.employer.name if job.employer_id else "self-employed"]
    parts += [f"{number(job.hours_per_week)} hours a week"] if job.hours_per_week is not None else []
    return ", ".join([*parts, f"since {day(job.started_on)}"])
