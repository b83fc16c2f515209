"""Today as a page: its lines in order, in parts a tired eye can take in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from placewell.web.presenters.today.lines import Asked, Line
from placewell.web.presenters.today.sources import all_lines
from placewell.web.presenters.wording import counted, day

SOON = timedelta(days=7)


@dataclass(frozen=True)
class TodayPage:
    """The page: `whose` is the name above it, `late` and `soon` what is due, `nothing` that there is nothing."""

    heading: str
    date: str
    late: Sequence[Line]
    soon: Sequence[Line]
    people: str

    @property
    def nothing(self) -> bool:
        """Whether nothing at all wants doing."""
        return not (self.late or self.soon)


def today_page(asked: Asked) -> TodayPage:
    """What is late, and what is due within a week."""
    lines = all_lines(asked)
    return TodayPage(
        heading=heading(asked),
        date=f"{asked.today:%A} {day(asked.today)}",
        late=[line for line in lines if line.is_late],
        soon=[line for line in lines if not line.is_late and is_soon(line.on, asked.today)],
        people=counted(len(asked.people), "person", "people"),
    )


def heading(asked: Asked) -> str:
    """Whose day it is."""
    if asked.for_unit:
        return "Today in the unit"
    own = {role.staff_id for role in asked.worker.roles}
    names = [one.full_name for one in asked.staff if one.pk not in own]
    return f"Today for {names[0]}" if names else "Today"


def is_soon(on: date | None, today: date) -> bool:
    """Whether a day lies within a week; a thing without a day is due already."""
    return on is None or on <= today + SOON
