"""A person's own jobs, in plain words, and what they last said of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.records.in_work import SupportSide
from placewell.records.models import Job, JobConfirmation, JobView, SupportRhythm
from placewell.web.presenters.timeline.saying import lower
from placewell.web.presenters.wording import day
from placewell.web.presenters.work.support import rhythm_words


@dataclass(frozen=True)
class OwnJob:
    """One job: `say` is where the person tells whether they still work there, '' once it has ended."""

    title: str
    employer: str
    dates: str
    last: str
    said: list[str]
    say: str


def own_work(
    jobs: Sequence[Job],
    words: Iterable[JobConfirmation],
    rhythms: Iterable[SupportRhythm],
    views: Iterable[JobView],
    *,
    today: date,
) -> list[OwnJob]:
    """The person's jobs in the order they come, with their last word (`words` come oldest first)."""
    last = {word.job_id: word for word in words}
    written = [(one.job_id, agreed(one)) for one in rhythms]
    written += [(one.job_id, f"On {day(one.said_on)} you said: “{one.words}”") for one in views]
    return [
        OwnJob(
            title=job.title,
            employer=str(job.employer) if job.employer else "Self-employed",
            dates=dates(job, today),
            last=said(last.get(job.pk)),
            said=[words for pk, words in written if pk == job.pk],
            say=reverse("my_word", args=[job.service_id, job.pk]) if job.runs_on(today) else "",
        )
        for job in jobs
    ]


def agreed(one: SupportRhythm) -> str:
    """A rhythm of in-work support, as the person agreed to it."""
    whom = "you" if one.side == SupportSide.PERSON else "your employer"
    return f"How often we speak with {whom}, as agreed: {lower(rhythm_words(one))}"


def dates(job: Job, today: date) -> str:
    """Since when, or from when to when."""
    if job.runs_on(today) or job.ended_on is None:
        return f"Since {day(job.started_on)}"
    return f"{day(job.started_on)} to {day(job.ended_on)}"


def said(word: JobConfirmation | None) -> str:
    """What the person last said."""
    if word is None:
        return ""
    still = "you still worked there" if word.still_in_work else "you did not work there any more"
    return f"On {day(word.said_on)} you said that {still}."
