"""Items 15 to 21 counted by hand from the raw rows of a record, in the plainest way that can be read.

For journeys: it shares no code with the measures. Every function takes rows of the package's tables as
dictionaries (`read(record)` gives them from a SQLite record), all of one service, and the day.
"""

import math
import sqlite3
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

TABLES = {
    "contacts": "records_employercontact", "episodes": "records_episode", "jobs": "records_job",
    "wishes": "records_jobpreference",
}  # fmt: skip


def read(record: Path) -> dict[str, list[dict]]:
    """The rows that stand of each table."""
    with sqlite3.connect(record, timeout=20) as opened:
        opened.row_factory = sqlite3.Row
        return {
            name: [dict(row) for row in opened.execute(f"SELECT * FROM {table} WHERE withdrawn_at IS NULL")]
            for name, table in TABLES.items()
        }


def day(words) -> date | None:
    return words if words is None or isinstance(words, date) else date.fromisoformat(str(words)[:10])


def in_time(value, on: date) -> date | None:
    """A date that has come by the day; None otherwise."""
    found = day(value)
    return found if found is not None and found <= on else None


def half_up(numerator, denominator, times=100) -> int | None:
    return None if not denominator else math.floor(Fraction(numerator) * times / Fraction(denominator) + Fraction(1, 2))


def weeks_of(on: date) -> tuple[date, date]:
    """First Monday and last Sunday of the 13 whole weeks."""
    last = on if on.weekday() == 6 else on - timedelta(days=on.weekday() + 1)
    return last - timedelta(days=13 * 7 - 1), last


def months_back(on: date, months: int) -> date:
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    for number in (on.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError("a month has 28 days at least")


def item_15(rows, on: date) -> int | None:
    """Mean days from entry to the first employer met in person, of those who met one."""
    waited = []
    for episode in rows["episodes"]:
        entered = day(episode["entered_on"])
        if not months_back(on, 12) < entered <= on or episode["work_status_at_entry"] not in ("out_of_work", "student"):
            continue
        met = [
            day(one["made_on"]) for one in rows["contacts"]
            if one["episode_id"] == episode["id"] and one["mode"] == "face_to_face" and entered <= day(one["made_on"]) <= on
        ]  # fmt: skip
        if met:
            waited.append((min(met) - entered).days)
    return half_up(sum(waited), len(waited), 1)


def item_16(rows, on: date) -> tuple[int, int]:
    """Contacts about a person, with a kind of work that they wished for that day, and all with a kind of work."""
    first, last = weeks_of(on)
    fitting = looked = 0
    for one in rows["contacts"]:
        made = day(one["made_on"])
        if one["episode_id"] is None or not one["occupation_group"] or not first <= made <= last:
            continue
        looked += 1
        for wish in rows["wishes"]:
            over = in_time(wish["superseded_on"], on)
            same = wish["episode_id"] == one["episode_id"] and wish["occupation_group"] == one["occupation_group"]
            if same and day(wish["stated_on"]) <= made and (over is None or made < over):
                fitting += 1
                break
    return fitting, looked


def item_17_of(rows, staff: int, monday: date) -> int:
    """Employers met in person by somebody in a week."""
    return sum(
        one["staff_id"] == staff and one["mode"] == "face_to_face" and 0 <= (day(one["made_on"]) - monday).days < 7
        for one in rows["contacts"]
    )


def item_18(rows, on: date) -> tuple[int, int]:
    """Employers met in person as planned twice or more in 90 days, and all that were met in person."""
    planned: dict[int, int] = {}
    for one in rows["contacts"]:
        if one["mode"] == "face_to_face" and on - timedelta(days=90) < day(one["made_on"]) <= on:
            planned[one["employer_id"]] = planned.get(one["employer_id"], 0) + bool(one["planned"])
    return sum(times >= 2 for times in planned.values()), len(planned)


def jobs_looked_at(rows, on: date) -> list[dict]:
    """Jobs that run on the day, or that started in the 6 months before it."""
    return [
        job for job in rows["jobs"]
        if day(job["started_on"]) <= on
        and (in_time(job["ended_on"], on) is None or day(job["started_on"]) > months_back(on, 6))
    ]  # fmt: skip


def item_19(rows, on: date) -> tuple[int, int]:
    """Different kinds of work, and jobs."""
    jobs = jobs_looked_at(rows, on)
    return len({job["occupation_code"] for job in jobs}), len(jobs)


def item_20(rows, on: date) -> tuple[int, int]:
    """Different employers, each job without one its own, and jobs."""
    jobs = jobs_looked_at(rows, on)
    named = {job["employer_id"] for job in jobs if job["employer_id"] is not None}
    return len(named) + sum(job["employer_id"] is None for job in jobs), len(jobs)


def item_21(rows, on: date) -> tuple[int, int]:
    """Jobs that are competitive and lasting, and jobs."""
    jobs = jobs_looked_at(rows, on)
    return sum(is_lasting(job) for job in jobs), len(jobs)


def is_lasting(job: dict) -> bool:
    paid = job["paid_by_employer"] or job["contract"] == "self_employed"
    open_to_all = job["meets_minimum_wage"] and job["open_to_anyone"] and paid
    return bool(open_to_all) and job["contract"] not in ("fixed_term", "apprenticeship")
