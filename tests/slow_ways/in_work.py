"""Item 23: was the person met before the start, after it, and month by month?"""

from datetime import timedelta

from .days import within_months
from .record import day_of

JUST_ONCE = {"week_before": (-7, -1), "first_days": (0, 3)}
FIRST_SPANS = {f"week_{number + 1}": (7 * number, 7 * number + 6) for number in range(4)}


def days_met(record, episode_id, *modes):
    """The days of attended contacts of an episode, in some modes or in any."""
    return {
        day_of(row["began_at"])
        for row in record["contacts"]
        if row["episode_id"] == episode_id and row["attendance"] == "attended" and (not modes or row["mode"] in modes)
    }


def time_unlimited_supports(record):
    """Item 23: (met, of how many) for each test, over the jobs old enough for it.

    A later month is 30 days, and counts for a job that ran on every day of it.
    """
    answer = {name: [0, 0] for name in (*JUST_ONCE, *FIRST_SPANS, "later_months", "after_loss")}
    for job in record["jobs"]:
        if within_months(job["started_on"], record.as_at, 12):
            met = days_met(record, job["episode_id"], "face_to_face")
            for name, (first, last) in {**JUST_ONCE, **FIRST_SPANS}.items():
                add(
                    answer[name],
                    job,
                    met,
                    record.as_at,
                    job["started_on"] + timedelta(days=first),
                    job["started_on"] + timedelta(days=last),
                )
            for number in range(1, 12):
                add(
                    answer["later_months"],
                    job,
                    met,
                    record.as_at,
                    job["started_on"] + timedelta(days=30 * number),
                    job["started_on"] + timedelta(days=30 * number + 29),
                )
        known_on = job["end_known_on"]
        if within_months(known_on, record.as_at, 12) and (record.as_at - known_on).days >= 3:
            answer["after_loss"][1] += 1
            answer["after_loss"][0] += any(
                0 <= (day - known_on).days <= 3 for day in days_met(record, job["episode_id"])
            )
    return {name: tuple(both) for name, both in answer.items()}


def add(both, job, met, as_at, first, last):
    """Count one span of a job if it is over and the job ran to its end."""
    if last > as_at or (job["ended_on"] is not None and job["ended_on"] <= last):
        return
    both[1] += 1
    both[0] += any(first <= day <= last for day in met)
