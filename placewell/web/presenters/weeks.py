"""Working weeks, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.urls import reverse

from placewell.records.models import Staff, StaffWeek
from placewell.web.presenters.sheet import Cell, Link, Part, Row, Sheet, Table
from placewell.web.presenters.wording import day, number

MISSING = "Not recorded"
HEADS = ["Employment", "In the community", "Employers met in person", "Log", "Read by supervisor"]
DAYS = timedelta(days=7)


def mondays(last: date, how_many: int) -> list[date]:
    """The Monday of the week of a day, and those before it."""
    monday = last - timedelta(days=last.weekday())
    return [monday - DAYS * back for back in range(how_many)]


def week_words(monday: date) -> str:
    """Week of 22 to 28 June 2026, with as many months and years as are needed."""
    sunday = monday + timedelta(days=6)
    if monday.month == sunday.month:
        return f"{monday.day} to {day(sunday)}"
    if monday.year == sunday.year:
        return f"{monday.day} {monday:%B} to {day(sunday)}"
    return f"{day(monday)} to {day(sunday)}"


def in_hours(minutes: int | None) -> str:
    """2075 minutes as 34 h 35 min; a missing figure is not 0."""
    if minutes is None:
        return MISSING
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02d} min" if rest else f"{hours} h"


@dataclass(frozen=True)
class Weeks:
    """Weeks on a page: whose, which Mondays, what is recorded (staff, Monday → week).

    `in_person` says of each how many contacts with employers there were beside how many are asked for.
    """

    staff: Sequence[Staff]
    mondays: Sequence[date]
    recorded: dict[tuple[int, date], StaffWeek]
    may_read: bool
    own: int | None
    earlier: str
    today: date
    in_person: Mapping[tuple[int, date], str] = field(default_factory=dict)
    to_read: str = ""


def in_post(staff: Staff, monday: date) -> bool:
    """Whether somebody was in post on a day of a week."""
    return staff.started_on < monday + DAYS and (staff.ended_on is None or staff.ended_on > monday)


def weeks_sheet(service, weeks: Weeks) -> Sheet:
    """Own weeks one under the other; for who reads the logs, everybody's, week by week."""
    links = [Link("Earlier weeks", weeks.earlier)]
    if not weeks.may_read:
        rows = [_own(service, weeks, monday) for one in weeks.staff for monday in weeks.mondays if in_post(one, monday)]
        table = Table("Your weeks", ["Week", *HEADS], rows)
        text = "" if weeks.staff else "Your account does not point to a member of staff, so it has no weeks."
        parts = [Part(text=text, table=table if rows else None, links=links)]
        return Sheet(heading="Your working weeks", back=Link("Home", "/"), parts=parts)
    parts = []
    for monday in weeks.mondays:
        there = [one for one in weeks.staff if in_post(one, monday)]
        rows = [_colleague(service, weeks, one, monday) for one in there]
        heads = ["Name", *HEADS]
        heading = f"Week of {week_words(monday)}"
        parts.append(
            Part(heading, "" if rows else "Nobody was in post.", table=Table(heading, heads, rows) if rows else None)
        )
    parts.append(Part(links=links))
    buttons = [Link("Logs to read", weeks.to_read)]
    return Sheet(heading="Working weeks", back=Link("Home", "/"), parts=parts, buttons=buttons)


def _own(service, weeks: Weeks, monday: date) -> list[Cell]:
    staff = weeks.staff[0]
    week = weeks.recorded.get((staff.pk, monday))
    address = reverse("week", args=[service.pk, staff.pk, monday.isoformat()])
    told = _told(week, _log(service, weeks, staff, monday))
    return [Cell(week_words(monday), address), *told, _read(week, service, may_read=False)]


def _colleague(service, weeks: Weeks, staff: Staff, monday: date) -> list[Cell]:
    week = weeks.recorded.get((staff.pk, monday))
    address = reverse("week", args=[service.pk, staff.pk, monday.isoformat()])
    name = Cell(staff.full_name, address, f"week of {week_words(monday)}")
    told = _told(week, _log(service, weeks, staff, monday))
    return [name, *told, _read(week, service, may_read=staff.pk != weeks.own)]


def _log(service, weeks: Weeks, staff: Staff, monday: date) -> Cell:
    """How many employers were met in person, which leads to the log."""
    address = reverse("week_log", args=[service.pk, staff.pk, monday.isoformat()])
    said = weeks.in_person.get((staff.pk, monday)) or "See the log"
    return Cell(said, address, f"{staff.full_name}, week of {week_words(monday)}")


def _told(week: StaffWeek | None, met: Cell) -> list[Cell]:
    if week is None:
        return [Cell(MISSING), Cell(MISSING), met, Cell(MISSING, tag="grey")]
    log = Cell("Closed", tag="green") if week.log_complete else Cell("Open", tag="yellow")
    return [Cell(in_hours(week.employment_minutes)), Cell(in_hours(week.community_minutes)), met, log]


def _read(week: StaffWeek | None, service, *, may_read: bool) -> Cell:
    if week is None or not week.log_complete:
        return Cell("–")
    if week.log_reviewed_on:
        return Cell(day(week.log_reviewed_on))
    if may_read:
        return Cell("Read the log", reverse("week_read", args=[service.pk, week.pk]), f"of {week.staff}")
    return Cell("Not yet")


def week_part(week: StaffWeek) -> Part:
    """What a week was made of."""
    leave = "None" if week.leave_days is None else counted_days(week.leave_days)
    return Part(
        rows=[
            Row("Employment services", [in_hours(week.employment_minutes)]),
            Row("Anything else", [in_hours(week.other_minutes)]),
            Row("In the community", [in_hours(week.community_minutes)]),
            Row("Days away", [leave]),
        ]
    )


def counted_days(days) -> str:
    """1 day, 2.5 days."""
    return f"{number(days)} {'day' if days == 1 else 'days'}"
