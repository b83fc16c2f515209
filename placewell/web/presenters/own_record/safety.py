"""Concerns, and how support ended, said to the person they are about.

A concern that was held back, because reading it would be likely to harm somebody seriously, is not
shown and not hinted at (ADR 24).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from placewell.records.concerns import ConcernKind
from placewell.web.presenters.timeline import Row
from placewell.web.presenters.timeline.saying import label
from placewell.web.presenters.wording import day


@dataclass(frozen=True)
class Worry:
    """One concern: when and by whom, what it was about, the words, how it ended ('' while it is open)."""

    when: str
    about: str
    words: str
    ended: str


@dataclass(frozen=True)
class Leaving:
    """How a stretch of support ended: what the person said, who goes on, how to come back; '' for what was not told."""

    when: str
    said: str
    handed_to: str
    way_back: str


def concerns(rows: Sequence[Row]) -> list[Worry]:
    """Concerns that stand and are not held back, the latest first."""
    shown = [row for row in rows if row.kind == "concern" and row.stands and not row.facts["held_back_because"]]
    return [
        Worry(
            f"{day(row.day)}, {row.facts['staff__full_name']}", label(ConcernKind, row.facts["kind"]),
            row.facts["note"], row.facts["outcome"],
        )
        for row in shown
    ]  # fmt: skip


def leaving(rows: Sequence[Row]) -> list[Leaving]:
    """Ends of support in words, the latest first."""
    return [
        Leaving(day(row.day), row.facts["feedback"], row.facts["handed_to"], row.facts["way_back"])
        for row in rows
        if row.kind == "exit_words" and row.stands
    ]


def may_ask_again(rows: Sequence[Row], today: date) -> bool:
    """Whether support has ended and no referral waits: then the person may ask for it again."""
    begun = sum(row.kind == "entered" and row.stands for row in rows)
    ended = sum(row.kind == "exit" and row.stands and row.day <= today for row in rows)
    waits = any(row.kind == "referral" and row.stands and not row.facts["decision"] for row in rows)
    return 0 < begun == ended and not waits
