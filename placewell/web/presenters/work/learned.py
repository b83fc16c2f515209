"""What earlier jobs with our support taught, for the next version of the vocational profile."""

from collections.abc import Iterable
from dataclasses import dataclass

from placewell.records.jobs import JobEnd
from placewell.records.models import JobEnding
from placewell.web.presenters.timeline.saying import label
from placewell.web.presenters.work.person import quoted
from placewell.web.presenters.work.terms import weeks_in_words


@dataclass(frozen=True)
class Learned:
    """One job that ended: what it was, how long, and what the person and we learned from it."""

    title: str
    facts: list[tuple[str, str]]


def learned(endings: Iterable[JobEnding]) -> list[Learned]:
    """Every job whose end was told, in the order they come."""
    return [
        Learned(
            f"{one.job.title}, {one.job.employer or 'self-employed'}",
            [
                (asked, words)
                for asked, words in (
                    ("How long", weeks_in_words(one.job)),
                    ("Why it ended", quoted(label(JobEnd, one.job.end_reason), one.person_words)),
                    ("Learned for the next job", one.learned),
                )
                if words
            ],
        )
        for one in endings
    ]
