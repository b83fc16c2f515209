"""Every outcome of a period, each under its own definition, in the shape of `outcomes --json`."""

from .days import per_cent, plain
from .outcome_units import (
    Period,
    caseload_at_end,
    first_direct_contacts,
    first_meaningful_contacts,
    followed_in_jobs,
    followed_to_first_job,
    job_starts,
    lasted,
    people_into_work,
    profiles_started,
    thirteen_in_sixteen,
    worked_in_the_period,
    worked_since_entry,
)
from .survival import median_days, share_by_day

# Six, twelve and eighteen average months in whole days: 365¼ × k ÷ 12, half-up.
DAYS_IN_MONTHS = {6: 183, 12: 365, 18: 548}


def count_entry(key, units, unit):
    """A count, as its value and numerator."""
    return {"measure": key, "value": len(units), "numerator": len(units), "denominator": None, "unit": unit}


def share_entry(key, units):
    """A share: a whole per cent with its numerator and denominator."""
    met = sum(1 for _, happened in units if happened)
    return {
        "measure": key,
        "value": per_cent(met, len(units)),
        "numerator": met,
        "denominator": len(units),
        "unit": "%",
    }


def survival_entry(key, followed):
    """A Kaplan–Meier median: events as numerator, units followed as denominator."""
    return {
        "measure": key,
        "value": median_days(followed),
        "numerator": sum(happened for _, happened in followed),
        "denominator": len(followed),
        "unit": "days",
    }


def by_months_entry(key, followed):
    """The shares in competitive work by 6, 12 and 18 months."""
    return {
        "measure": key,
        "value": None,
        "numerator": sum(happened for _, happened in followed),
        "denominator": len(followed),
        "unit": "share",
        "extra": {months: plain(share_by_day(followed, days)) for months, days in DAYS_IN_MONTHS.items()},
    }


def of_group(tables, by, group):
    """The tables with only the people (or, by team, only the episodes and referrals) of a group."""
    if by == "team":
        return {
            **tables,
            "episodes": [r for r in tables["episodes"] if r["team_id"] == group],
            "referrals": [r for r in tables["referrals"] if r["team_id"] == group],
        }
    return {**tables, "clients": [r for r in tables["clients"] if r[by] == group]}


def outcomes(tables, service_id, from_, to, by=None):
    """Every outcome of a period, both ends included, in the shape of `outcomes --json`.

    `by` may be "gender" or "ethnic_group" of the person, or "team" at entry: then each entry also
    names its `group`, and there is a run of entries for each group that occurs (None included).
    """
    if by is None:
        return of_period(tables, service_id, from_, to)
    holder, column = ("episodes", "team_id") if by == "team" else ("clients", by)
    groups = sorted({row[column] for row in tables[holder]}, key=lambda value: value or "")
    return [
        {**entry, "group": group}
        for group in groups
        for entry in of_period(of_group(tables, by, group), service_id, from_, to)
    ]


def of_period(tables, service_id, from_, to):
    """Every outcome of a period, for everybody in the tables."""
    period = Period(tables, service_id, from_, to)
    followed = followed_to_first_job(period)
    return [
        count_entry("access_first_direct_contact@mhsds", first_direct_contacts(period), "referrals"),
        count_entry("access_profile_started@ipsgrow6", profiles_started(period), "episodes"),
        count_entry("access_first_meaningful_contact@ipsgrow8", first_meaningful_contacts(period), "episodes"),
        count_entry("caseload_at_end@1", caseload_at_end(period), "episodes"),
        count_entry("into_work@ipsgrow", people_into_work(period), "people"),
        count_entry("job_starts@ipsgrow", job_starts(period), "jobs"),
        share_entry("employment_rate@ipsgrow2024", worked_since_entry(period)),
        share_entry("employment_rate@quarterly", worked_in_the_period(period)),
        by_months_entry("employment_by_months@trial", followed),
        survival_entry("days_to_first_job@1", followed),
        share_entry("sustained_13_weeks@single_job", lasted(period, 91)),
        share_entry("sustained_13_in_16@ipspc", thirteen_in_sixteen(period)),
        share_entry("sustained_26_weeks@single_job", lasted(period, 182)),
        survival_entry("job_tenure@1", followed_in_jobs(period)),
    ]
