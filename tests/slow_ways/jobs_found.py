"""Items 19, 20 and 21: different jobs, different employers, competitive jobs."""

from .days import covers, per_cent, within_months
from .figure import band_up, counted, figure, totals
from .record import is_competitive


def recent_jobs(record):
    """Jobs running at the as-at day or started in the 6 months before, oldest first."""
    jobs = [
        job for job in record["jobs"] if covers(job, record.as_at) or within_months(job["started_on"], record.as_at, 6)
    ]
    return sorted(jobs, key=lambda job: (job["started_on"], job["job_id"]))


def diversity(jobs, kind_of):
    """How many different kinds there are; the first job of each kind is the one that counts."""
    units, seen = [], set()
    for job in jobs:
        kind = kind_of(job)
        units.append(counted(job["job_id"], int(kind not in seen)))
        seen.add(kind)
    value = per_cent(*totals(units))
    return figure(units, value, None if value is None else band_up(value, 50, 60, 70, 85))


def job_type_diversity(record):
    """Item 19: different occupation codes among the jobs."""
    return diversity(recent_jobs(record), lambda job: job["occupation_code"])


def employer_diversity(record):
    """Item 20: different employers among the jobs; a job without one is its own."""
    return diversity(
        recent_jobs(record),
        lambda job: ("employer", job["employer_id"]) if job["employer_id"] else ("own", job["job_id"]),
    )


def competitive_jobs(record):
    """Item 21: competitive jobs without an end foreseen, among the jobs."""
    jobs = recent_jobs(record)
    units = [
        counted(job["job_id"], int(is_competitive(job) and job["contract"] not in ("fixed_term", "apprenticeship")))
        for job in jobs
    ]
    value = per_cent(*totals(units))
    running = sum(1 for job in jobs if covers(job, record.as_at))
    rating = None if value is None else band_up(value, 65, 75, 85, 95)
    if running < 10:
        rating = 1
    return figure(units, value, rating, structural=running < 10)
