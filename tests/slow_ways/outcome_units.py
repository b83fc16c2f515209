"""What each outcome counts in a period, under its own definition, by hand."""

from datetime import timedelta

from .days import covers, months_before
from .record import Record, day_of, is_competitive, is_paid

DIRECT_MODES = ("face_to_face", "video", "telephone")


class Period:
    """The record at the last day of a period, with what the outcomes ask of it."""

    def __init__(self, tables, service_id, first, last):
        self.record = Record(tables, service_id, last)
        self.first, self.last = first, last

    def has(self, day):
        """Does the day lie in the period, both ends included?"""
        return day is not None and self.first <= day <= self.last

    def days(self):
        """Each day of the period."""
        day = self.first
        while day <= self.last:
            yield day
            day += timedelta(days=1)

    def shifted(self, day, back):
        """Does the day lie in the period moved back by so many days?"""
        back = timedelta(days=back)
        return self.first - back <= day <= self.last - back

    def first_paid_job(self, episode):
        """The first paid job of an episode, or None."""
        return next((job for job in self.record.jobs_of(episode["episode_id"]) if is_paid(job)), None)


def entered_out_of_work(period):
    """Episodes of people who were out of work at entry, entered by the end of the period."""
    return [row for row in period.record["episodes"] if row["work_status_at_entry"] == "out_of_work"]


def first_direct_contacts(period):
    """Referrals whose first attended direct contact after receipt falls in the period."""
    counted = []
    for referral in period.record["referrals"]:
        episodes = {
            row["episode_id"] for row in period.record["episodes"] if row["referral_id"] == referral["referral_id"]
        }
        days = [
            day_of(row["began_at"])
            for row in period.record["contacts"]
            if row["episode_id"] in episodes
            and row["attendance"] == "attended"
            and row["mode"] in DIRECT_MODES
            and day_of(row["began_at"]) >= referral["received_on"]
        ]
        if days and period.has(min(days)):
            counted.append(referral["referral_id"])
    return counted


def profiles_started(period):
    """Episodes whose first profile was written in the period."""
    return [
        row["episode_id"]
        for row in period.record["vocational_profiles"]
        if row["version"] == 1 and period.has(row["written_on"])
    ]


def first_meaningful_contacts(period):
    """Episodes whose first attended contact with the client falls in the period."""
    counted = []
    for episode in period.record["episodes"]:
        days = [
            day_of(row["began_at"])
            for row in period.record["contacts"]
            if row["episode_id"] == episode["episode_id"]
            and row["attendance"] == "attended"
            and "client" in row["with"].split(";")
        ]
        if days and period.has(min(days)):
            counted.append(episode["episode_id"])
    return counted


def caseload_at_end(period):
    """Episodes open at the end of the period."""
    return [row["episode_id"] for row in period.record["episodes"] if period.record.is_open(row, period.last)]


def people_into_work(period):
    """People out of work at entry whose first paid job of the episode started in the period."""
    people = set()
    for episode in entered_out_of_work(period):
        job = period.first_paid_job(episode)
        if job and period.has(job["started_on"]):
            people.add(episode["client_id"])
    return sorted(people)


def job_starts(period):
    """Every paid job that such people started in the period."""
    return [
        job["job_id"]
        for episode in entered_out_of_work(period)
        for job in period.record.jobs_of(episode["episode_id"])
        if is_paid(job) and period.has(job["started_on"])
    ]


def worked_since_entry(period):
    """Episodes entered in the period out of work: has a paid job started by its end?"""
    return [
        (row["episode_id"], period.first_paid_job(row) is not None)
        for row in entered_out_of_work(period)
        if period.has(row["entered_on"])
    ]


def worked_in_the_period(period):
    """People with an open episode on some day: did a competitive job of theirs run on some day?"""
    record, units = period.record, []
    for person in sorted({row["client_id"] for row in record["episodes"]}):
        episodes = [row for row in record["episodes"] if row["client_id"] == person]
        if not any(record.is_open(row, day) for row in episodes for day in period.days()):
            continue
        jobs = [job for row in episodes for job in record.jobs_of(row["episode_id"]) if is_competitive(job)]
        units.append((person, any(covers(job, day) for job in jobs for day in period.days())))
    return units


def followed_to_first_job(period):
    """(days, happened) from entry out of work to the first competitive job of the episode."""
    followed = []
    for episode in entered_out_of_work(period):
        starts = [job["started_on"] for job in period.record.jobs_of(episode["episode_id"]) if is_competitive(job)]
        until = min(starts, default=period.last)
        followed.append(((until - episode["entered_on"]).days, bool(starts)))
    return followed


def lasted(period, days):
    """Jobs started early enough to be judged: did each last so many days?"""
    units = []
    for job in period.record["jobs"]:
        if period.shifted(job["started_on"], days):
            units.append((job["job_id"], job["ended_on"] is None or (job["ended_on"] - job["started_on"]).days >= days))
    return units


def thirteen_in_sixteen(period):
    """First paid jobs: 13 of the 16 weeks from the start with seven hours of work or more."""
    units = []
    for episode in period.record["episodes"]:
        job = period.first_paid_job(episode)
        if job is None or not period.shifted(job["started_on"], 112):
            continue
        jobs, weeks = period.record.jobs_of(episode["episode_id"]), 0
        for number in range(16):
            span = [job["started_on"] + timedelta(days=7 * number + n) for n in range(7)]
            hours = sum(other["hours_per_week"] for other in jobs if any(covers(other, day) for day in span))
            weeks += hours >= 7
        units.append((job["job_id"], weeks >= 13))
    return units


def followed_in_jobs(period):
    """(days, ended) of the jobs started in the 24 months to the end of the period."""
    followed = []
    for job in period.record["jobs"]:
        if months_before(period.last, 24) < job["started_on"] <= period.last:
            until = job["ended_on"] or period.last
            followed.append(((until - job["started_on"]).days, job["ended_on"] is not None))
    return followed
