"""Working weeks, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from placewell.records.models import EmployerContact, Staff, StaffWeek
from placewell.web.presenters.sheet import Cell, Link, Part, Row, Sheet, Table
from placewell.web.presenters.wording import counted, day, number

MISSING = "Not recorded"
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
    """Weeks on a page: whose, which Mondays, what is recorded (staff, Monday → week)."""

    staff: Sequence[Staff]
    mondays: Sequence[date]
    recorded: dict[tuple[int, date], StaffWeek]
    may_read: bool
    own: int | None
    earlier: str
    today: date


def in_post(staff: Staff, monday: date) -> bool:
    """Whether somebody was in post on a day of a week."""
    return staff.started_on < monday + DAYS and (staff.ended_on is None or staff.ended_on > monday)


def weeks_sheet(service, weeks: Weeks) -> Sheet:
    """Own weeks one under the other; for who reads the logs, everybody's, week by week."""
    links = [Link("Earlier weeks", weeks.earlier)]
    if not weeks.may_read:
        rows = [_own(service, weeks, monday) for one in weeks.staff for monday in weeks.mondays if in_post(one, monday)]
        table = Table("Your weeks", ["Week", "Employment", "In the community", "Log", "Read by supervisor"], rows)
        text = "" if weeks.staff else "Your account does not point to a member of staff, so it has no weeks."
        parts = [Part(text=text, table=table if rows else None, links=links)]
        return Sheet(heading="Your working weeks", back=Link("Home", "/"), parts=parts)
    parts = []
    for monday in weeks.mondays:
        there = [one for one in weeks.staff if in_post(one, monday)]
        rows = [_colleague(service, weeks, one, monday) for one in there]
        heads = ["Name", "Employment", "In the community", "Log", "Read by supervisor"]
        heading = f"Week of {week_words(monday)}"
        parts.append(
            Part(heading, "" if rows else "Nobody was in post.", table=Table(heading, heads, rows) if rows else None)
        )
    parts.append(Part(links=links))
    return Sheet(heading="Working weeks", back=Link("Home", "/"), parts=parts)


def _own(service, weeks: Weeks, monday: date) -> list[Cell]:
    staff = weeks.staff[0]
    week = weeks.recorded.get((staff.pk, monday))
    address = reverse("week", args=[service.pk, staff.pk, monday.isoformat()])
    return [Cell(week_words(monday), address), *_told(week), _read(week, service, may_read=False)]


def _colleague(service, weeks: Weeks, staff: Staff, monday: date) -> list[Cell]:
    week = weeks.recorded.get((staff.pk, monday))
    address = reverse("week", args=[service.pk, staff.pk, monday.isoformat()])
    name = Cell(staff.full_name, address, f"week of {week_words(monday)}")
    return [name, *_told(week), _read(week, service, may_read=staff.pk != weeks.own)]


def _told(week: StaffWeek | None) -> list[Cell]:
    if week is None:
        return [Cell(MISSING), Cell(MISSING), Cell(MISSING, tag="grey")]
    log = Cell("Closed", tag="green") if week.log_complete else Cell("Open", tag="yellow")
    return [Cell(in_hours(week.employment_minutes)), Cell(in_hours(week.community_minutes)), log]


def _read(week: StaffWeek | None, service, *, may_read: bool) -> Cell:
    if week is None or not week.log_complete:
        return Cell("–")
    if week.log_reviewed_on:
        return Cell(day(week.log_reviewed_on))
    if may_read:
        return Cell("Read the log", reverse("week_read", args=[service.pk, week.pk]), f"of {week.staff}")
    return Cell("Not yet")


def log_part(contacts: Sequence[EmployerContact]) -> Part:
    """The employer contacts of a week."""
    heading = counted(len(contacts), "employer contact")
    if not contacts:
        return Part("No employer contacts", "None is recorded for this week.")
    rows = [
        [
            Cell(day(one.made_on)),
            Cell(one.employer.name),
            Cell(one.get_mode_display()),
            Cell(one.get_purpose_display()),
            Cell("Yes" if one.hiring_authority else "No"),
        ]
        for one in contacts
    ]
    return Part(heading, table=Table(heading, ["Day", "Employer", "How", "What for", "Met who can hire"], rows))


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
