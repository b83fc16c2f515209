"""The way from one day to another: month-ends before and after."""

from dataclasses import dataclass
from datetime import date, timedelta

from placewell.rules.windows import month_ends, months_back
from placewell.web.presenters.addresses import address
from placewell.web.presenters.wording import day

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Step:
    """A link to another day."""

    words: str
    address: str


@dataclass(frozen=True)
class Days:
    """The day of a page, the month-ends beside it, and today when that is another day."""

    day: str
    is_today: bool
    earlier: Step
    later: Step | None
    today: Step | None


def days(as_at: date, today: date, *, page: str, parts: tuple, asked: dict[str, str]) -> Days:
    """The steps from a day, none of them into the future; each keeps what else was asked."""

    def step(when: date) -> Step:
        return Step(day(when), address(page, *parts, as_at=when, **asked))

    later = next_month_end(as_at)
    return Days(
        day=day(as_at),
        is_today=as_at == today,
        earlier=step(month_ends(as_at=as_at - DAY, count=1)[0]),
        later=step(later) if later <= today else None,
        today=step(today) if as_at != today else None,
    )


def next_month_end(when: date) -> date:
    """The first month-end after a day."""
    after = when + DAY
    return months_back(as_at=after.replace(day=1), months=-1) - DAY
