"""Indicators beside the items that people rate: pairs of (numerator, denominator), and counts."""

from datetime import timedelta
from fractions import Fraction

from .days import covers, in_week, thirteen_mondays, within_months
from .in_work import time_unlimited_supports
from .record import Record, day_of

EXCLUDING = ("not_ready", "diagnosis", "substance_use", "offending_history", "engagement_history")
TRAINED = ("trained_adviser", "specialist_service")


def within_days(day, since, days):
    """Does the day lie from `since` up to so many days after it?"""
    return day is not None and since is not None and 0 <= (day - since).days <= days


def pair(flags):
    """How many are true, of how many."""
    flags = list(flags)
    return sum(1 for flag in flags if flag), len(flags)


def vocational_unit(record):
    """Item 7: whole-time specialists, supervisors, weeks with group supervision, cover."""
    supervision = [row["scheduled_on"] for row in record.held_meetings("group_supervision")]
    return {
        "full_time_specialists": sum(
            record.term(person, record.as_at)["fte"] >= Fraction(9, 10) for person in record.specialists()
        ),
        "supervisors": len(record.supervisors()),
        "weeks_with_group_supervision": sum(
            any(in_week(day, monday) for day in supervision) for monday in thirteen_mondays(record.as_at)
        ),
        "cover_allocations": sum(
            row["kind"] == "cover" and within_months(row["started_on"], record.as_at, 12)
            for row in record["allocations"]
        ),
    }


def zero_exclusion(record):
    """Item 9: refusals by kind, kinds of source, and help with the next job, in 12 months."""
    decided = [row["decision"] for row in record["referrals"] if within_months(row["decided_on"], record.as_at, 12)]
    ended = [row for row in record["jobs"] if within_months(row["ended_on"], record.as_at, 12)]
    return {
        "exclusions": {kind: decided.count(kind) for kind in EXCLUDING},
        "kinds_of_source": len(
            {row["source"] for row in record["referrals"] if within_months(row["received_on"], record.as_at, 12)}
        ),
        "next_job_help": pair(within_days(row["next_job_help_offered_on"], row["ended_on"], 30) for row in ended),
    }


def was_advised(record, job):
    """Trained advice about the job (or none in particular) by its start, or declined by then."""
    for row in record["benefits_advice"]:
        if row["episode_id"] != job["episode_id"] or row["job_id"] not in (None, job["job_id"]):
            continue
        if row["declined"] and row["offered_on"] <= job["started_on"]:
            return True
        if row["adviser"] in TRAINED and row["held_on"] is not None and row["held_on"] <= job["started_on"]:
            return True
    return False


def work_incentives(record):
    """Item 12: advice before a start, and an offer within 14 days of a change of hours or pay."""
    started = [row for row in record["jobs"] if within_months(row["started_on"], record.as_at, 6)]
    changes = [row for row in record["job_changes"] if within_months(row["changed_on"], record.as_at, 6)]
    offers = []
    for change in changes:
        episode = record.one("jobs", change["job_id"])["episode_id"]
        offers.append(
            any(
                row["episode_id"] == episode and within_days(row["offered_on"], change["changed_on"], 14)
                for row in record["benefits_advice"]
            )
        )
    return {"before_start": pair(was_advised(record, job) for job in started), "at_change": pair(offers)}


def profiles_of(record, episode_id):
    """The profile versions of an episode."""
    return [row for row in record["vocational_profiles"] if row["episode_id"] == episode_id]


def assessment(record):
    """Item 14: a full first profile within 30 days, and a new version at each start and end."""
    entered = [
        row
        for row in record["episodes"]
        if within_months(row["entered_on"], record.as_at, 6) and (record.as_at - row["entered_on"]).days >= 30
    ]
    moments = [
        (job["episode_id"], job[column])
        for job in record["jobs"]
        for column in ("started_on", "ended_on")
        if within_months(job[column], record.as_at, 6)
    ]
    return {
        "first_profile": pair(
            any(
                row["version"] == 1
                and within_days(row["written_on"], episode["entered_on"], 30)
                and (row["sessions"] or 0) >= 2
                and (row["sources"] or 0) >= 2
                for row in profiles_of(record, episode["episode_id"])
            )
            for episode in entered
        ),
        "kept_up": pair(
            any(within_days(row["written_on"], day, 30) for row in profiles_of(record, episode))
            for episode, day in moments
        ),
    }


def employer_contact_quality(record):
    """Item 18: employers met face to face and by plan twice or more in 90 days, of those met."""
    met = [
        row
        for row in record["employer_contacts"]
        if row["mode"] == "face_to_face" and 0 <= (record.as_at - row["made_on"]).days < 90
    ]
    planned = [row["employer_id"] for row in met if row["planned"]]
    employers = {row["employer_id"] for row in met}
    return {"met_twice_by_plan": pair(planned.count(employer) >= 2 for employer in employers)}


def individualised_supports(record):
    """Item 22: phases of attended contacts in 3 months, for each person in work."""
    kinds = []
    for episode in record["episodes"]:
        jobs = record.jobs_of(episode["episode_id"])
        if record.is_open(episode, record.as_at) and any(covers(j, record.as_at) for j in jobs):
            kinds.append(
                len(
                    {
                        row["phase"]
                        for row in record["contacts"]
                        if row["episode_id"] == episode["episode_id"]
                        and row["attendance"] == "attended"
                        and within_months(day_of(row["began_at"]), record.as_at, 3)
                    }
                )
            )
    return {"kinds_of_support": (sum(kinds), len(kinds))}


def went_without(record, episode):
    """Did the episode go 14 days or more, within 6 months, without an attended contact?"""
    met = {
        day_of(row["began_at"])
        for row in record["contacts"]
        if row["episode_id"] == episode["episode_id"] and row["attendance"] == "attended"
    }
    day, run = episode["entered_on"], 0
    while day <= record.as_at:
        alone = record.is_open(episode, day) and day not in met
        run = run + 1 if alone and within_months(day, record.as_at, 6) else 0
        if run >= 14:
            return True
        day += timedelta(days=1)
    return False


def assertive_outreach(record):
    """Item 25: what was tried for those not met for 14 days, and exits that should not be."""
    tried = []
    for episode in record["episodes"]:
        if went_without(record, episode):
            tried.append(
                [
                    row
                    for row in record["contacts"]
                    if row["episode_id"] == episode["episode_id"]
                    and row["attempt_by"]
                    and within_months(day_of(row["began_at"]), record.as_at, 6)
                ]
            )
    return {
        "attempts_logged": pair(bool(rows) for rows in tried),
        "clinician_tried": pair(any(r["attempt_by"] in ("clinician", "joint") for r in rows) for rows in tried),
        "two_visits": pair(sum(r["place"] in ("home", "community") for r in rows) >= 2 for rows in tried),
        "tried_together": pair(any(r["attempt_by"] == "joint" for r in rows) for rows in tried),
        "exits_against_outreach": sum(
            row["end_reason"] in ("missed_appointments", "time_limit")
            and within_months(row["ended_on"], record.as_at, 6)
            for row in record["episodes"]
        ),
    }


BY_ITEM = {
    7: vocational_unit,
    9: zero_exclusion,
    12: work_incentives,
    14: assessment,
    18: employer_contact_quality,
    22: individualised_supports,
    23: time_unlimited_supports,
    25: assertive_outreach,
}


def indicators(tables, service_id, as_at):
    """The indicators of items 7, 9, 12, 14, 18, 22, 23 and 25, by the number of the item."""
    record = Record(tables, service_id, as_at)
    return {number: counted(record) for number, counted in BY_ITEM.items()}
