"""Item 6: work with Jobcentre Plus, Work and Income or other partners."""

from fractions import Fraction

from .days import in_month, in_week, thirteen_mondays
from .figure import counted, figure


def vr_collaboration(record):
    """Item 6: weeks of the 13 with a partner contact about a person, and months with a meeting."""
    about_people = [row["made_on"] for row in record["partner_contacts"] if row["episode_id"]]
    units = []
    for monday in thirteen_mondays(record.as_at):
        units.append(counted(monday, int(any(in_week(day, monday) for day in about_people))))
    weeks = sum(unit.numerator for unit in units)
    meetings = [row["scheduled_on"] for row in record.held_meetings("partner")]
    months = sum(1 for n in (1, 2, 3) if any(in_month(day, record.as_at, n) for day in meetings))
    every_month = all(any(in_month(day, record.as_at, n) for day in about_people) for n in (1, 2, 3))
    rating = 1
    if weeks >= 1:
        rating = 2
    if every_month:
        rating = 3
    if months >= 1 or weeks >= 10:
        rating = 4
    if months == 3 and weeks >= 10:
        rating = 5
    return figure(units, Fraction(weeks, 13), rating, months=months)
