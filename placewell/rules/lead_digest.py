"""Which leads a unit is told of, and in which words: new ones, and those that close soon.

Source: Key IPS Fidelity Standards, London, item 6 and the leaders' item 2: specialists share job leads, and the
leader keeps up ways of telling (verified). The days are our own rule. Nothing about a person is in it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from placewell.rules.finding import said

# A lead is new for a week after it was found, and closes soon within 3 days.
NEW_FOR, CLOSES_SOON = timedelta(days=7), timedelta(days=3)


@dataclass(frozen=True)
class Told:
    """A lead that is still open, as a unit is told of it; `more` says hours, pay and place, as far as known."""

    pk: int
    title: str
    employer: str
    found_on: date
    closes_on: date | None = None
    found_by: str = ""
    more: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """One line: what, where, what it is like, until when, who found it."""
        facts = [f"{self.title}, {self.employer}", *self.more]
        facts += [f"closes on {said(self.closes_on)}"] if self.closes_on else []
        facts += [f"found by {self.found_by}"] if self.found_by else []
        return "; ".join(facts)


def closes_soon(*, closes_on: date | None, today: date) -> bool:
    """Whether a lead closes today or within the next days."""
    return closes_on is not None and today <= closes_on <= today + CLOSES_SOON


def picked(
    *, leads: Iterable[Told], today: date, told_new: Collection[int] = (), told_closing: Collection[int] = ()
) -> tuple[list[Told], list[Told]]:
    """New leads, and others that close soon, of which somebody was not told yet; those that close first stand first."""
    standing = sorted(
        (one for one in leads if one.closes_on is None or one.closes_on >= today),
        key=lambda one: (one.closes_on or date.max, one.title, one.pk),
    )
    new = [one for one in standing if one.pk not in told_new and today - NEW_FOR < one.found_on <= today]
    soon = [
        one
        for one in standing
        if one not in new and one.pk not in told_closing and closes_soon(closes_on=one.closes_on, today=today)
    ]
    return new, soon


def subject(*, new: Collection[Told], closing: Collection[Told]) -> str:
    """What the mail is about: 3 new job leads, 1 closing soon."""
    parts = [_counted(len(new), "new job lead")] if new else []
    parts += (
        [f"{len(closing)} closing soon" if new else f"{_counted(len(closing), 'job lead')} closing soon"]
        if closing
        else []
    )
    return ", ".join(parts)


def words(*, new: Collection[Told], closing: Collection[Told], unit: str) -> str:
    """The text of the mail, or to be pasted elsewhere; '' when there is nothing to tell."""
    parts = []
    for heading, leads in ((f"New leads in {unit}", new), ("Closing soon", closing)):
        if leads:
            parts.append("\n".join([heading, *(f"- {one.line}" for one in leads)]))
    return "\n\n".join(parts)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
