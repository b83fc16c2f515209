"""Periods that people ask for, by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from placewell.rules.windows import DAY, Window, month_ends, months_back
from placewell.web.presenters.addresses import address
from placewell.web.presenters.wording import day

YEAR, QUARTER = 12, 3
# The first month of the financial year, by country; January elsewhere.
FINANCIAL_YEAR = {"GB": 4, "NZ": 7}


@dataclass(frozen=True)
class Choice:
    """A period by name, and whether it is the one shown."""

    words: str
    address: str
    is_chosen: bool


def in_words(window: Window) -> str:
    """1 July 2025 to 30 June 2026."""
    return f"{day(window.first)} to {day(window.last)}"


def months_to(last: date, months: int) -> Window:
    """So many whole months that end on a month-end."""
    return Window(months_back(as_at=last.replace(day=1), months=months - 1), last)


def last_full_year(today: date) -> Window:
    """The 12 months that ended last."""
    return months_to(month_ends(as_at=today, count=1)[0], YEAR)


def quarter_ends(today: date, count: int) -> list[date]:
    """The last ends of quarters (March, June, September, December), the latest first."""
    ends = month_ends(as_at=today, count=QUARTER * count + QUARTER)
    return [end for end in reversed(ends) if end.month % QUARTER == 0][:count]


def financial_years(today: date, country: str) -> tuple[Window, Window]:
    """The financial year so far, and the one before."""
    month = FINANCIAL_YEAR.get(country, 1)
    begins = date(today.year if today.month >= month else today.year - 1, month, 1)
    return Window(begins, today), Window(months_back(as_at=begins, months=YEAR), begins - DAY)


def usual(today: date, country: str) -> tuple[tuple[str, Window], ...]:
    """The periods that a service asks for most."""
    this_year, last_year = financial_years(today, country)
    return (
        ("Last 12 full months", last_full_year(today)),
        ("Last full quarter", months_to(quarter_ends(today, 1)[0], QUARTER)),
        ("This financial year so far", this_year),
        ("Last financial year", last_year),
    )


def published(today: date) -> tuple[tuple[str, Window], ...]:
    """The fixed periods of published figures: 12 months to the end of each of the last four quarters.

    Two periods of one's own choice could be taken from one another, and so show a count that each hides.
    """
    return tuple((f"12 months to {day(end)}", months_to(end, YEAR)) for end in quarter_ends(today, 4))


def choices(named: Sequence[tuple[str, Window]], shown: Window, page: str, *parts) -> tuple[Choice, ...]:
    """Links to periods."""
    return tuple(
        Choice(words, address(page, *parts, from_=window.first, to=window.last), window == shown)
        for words, window in named
    )
