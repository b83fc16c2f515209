"""The record of one service as it stood at the end of one day, and the words of the measures."""

from datetime import date, timedelta

from .days import covers, thirteen_mondays

SPECIALISTS = ("employment_specialist", "senior_employment_specialist")

DATED_BY = {
    "clinical_teams": "started_on",
    "clinical_team_counts": "counted_on",
    "staff": "started_on",
    "staff_terms": "started_on",
    "team_attachments": "started_on",
    "staff_weeks": "week_starting",
    "referrals": "received_on",
    "episodes": "entered_on",
    "allocations": "started_on",
    "contacts": "began_at",
    "vocational_profiles": "written_on",
    "job_preferences": "stated_on",
    "plans": "agreed_on",
    "benefits_advice": "offered_on",
    "disclosure_discussions": "held_on",
    "employer_contacts": "made_on",
    "leads": "found_on",
    "jobs": "started_on",
    "job_changes": "changed_on",
    "meetings": "scheduled_on",
    "partner_contacts": "made_on",
    "attestations": "stated_on",
    "fidelity_reviews": "scored_on",
}

# Which column leads a row to its service: itself, or a row of another table.
LEADS_TO = {
    "clinical_team_counts": ("team_id", "clinical_teams"),
    "staff_terms": ("staff_id", "staff"),
    "team_attachments": ("staff_id", "staff"),
    "staff_weeks": ("staff_id", "staff"),
    "referrals": ("client_id", "clients"),
    "episodes": ("client_id", "clients"),
    "allocations": ("episode_id", "episodes"),
    "contacts": ("episode_id", "episodes"),
    "vocational_profiles": ("episode_id", "episodes"),
    "job_preferences": ("episode_id", "episodes"),
    "plans": ("episode_id", "episodes"),
    "benefits_advice": ("episode_id", "episodes"),
    "disclosure_discussions": ("episode_id", "episodes"),
    "employer_contacts": ("employer_id", "employers"),
    "leads": ("employer_id", "employers"),
    "jobs": ("episode_id", "episodes"),
    "job_changes": ("job_id", "jobs"),
    "meeting_attendance": ("meeting_id", "meetings"),
    "partner_contacts": ("staff_id", "staff"),
    "fidelity_scores": ("review_id", "fidelity_reviews"),
}
OWN_KEY = {
    "clinical_teams": "team_id",
    "staff": "staff_id",
    "clients": "client_id",
    "episodes": "episode_id",
    "employers": "employer_id",
    "jobs": "job_id",
    "meetings": "meeting_id",
    "fidelity_reviews": "review_id",
}
DIRECT = ("clinical_teams", "staff", "clients", "employers", "meetings", "attestations", "fidelity_reviews")
BY_WAY_OF = (
    "clinical_team_counts",
    "staff_terms",
    "team_attachments",
    "staff_weeks",
    "referrals",
    "episodes",
    "allocations",
    "contacts",
    "vocational_profiles",
    "job_preferences",
    "plans",
    "benefits_advice",
    "disclosure_discussions",
    "employer_contacts",
    "leads",
    "jobs",
    "job_changes",
    "meeting_attendance",
    "partner_contacts",
    "fidelity_scores",
)


def day_of(value):
    """The local day of a date or a datetime."""
    return value.date() if hasattr(value, "hour") else value


def as_it_stood(name, rows, as_at):
    """The rows dated on or before the day, with every later date in them taken out."""
    stood = []
    for row in rows:
        dated = row.get(DATED_BY.get(name))
        if dated is not None and day_of(dated) > as_at:
            continue
        stood.append(
            {
                column: None if isinstance(value, date) and day_of(value) > as_at else value
                for column, value in row.items()
            }
        )
    return stood


class Record:
    """One service's tables as at a day; `record["jobs"]` is a list of rows."""

    def __init__(self, tables, service_id, as_at):
        self.as_at = as_at
        self.service_id = service_id
        self.tables = {}
        # A row is of the service even when the row it leads to is dated later than itself.
        ours = {}
        for name in DIRECT:
            ours[name] = [row for row in tables.get(name, []) if row["service_id"] == service_id]
        for name in BY_WAY_OF:
            column, parent = LEADS_TO[name]
            parents = {row[OWN_KEY[parent]] for row in ours[parent]}
            ours[name] = [row for row in tables.get(name, []) if row[column] in parents]
        for name, rows in ours.items():
            self.tables[name] = as_it_stood(name, rows, as_at)

    def __getitem__(self, name):
        return self.tables[name]

    def one(self, table, key):
        """The row with this key, or None."""
        for row in self[table]:
            if row[OWN_KEY[table]] == key:
                return row
        return None

    def in_post(self, staff_id, day):
        """Is this member of staff in post on the day?"""
        return covers(self.one("staff", staff_id), day)

    def term(self, staff_id, day):
        """The term that covers the day, or None."""
        for row in self["staff_terms"]:
            if row["staff_id"] == staff_id and covers(row, day):
                return row
        return None

    def has_role(self, staff_id, day, roles):
        """Is the person in post on the day in one of these roles?"""
        term = self.term(staff_id, day)
        return self.in_post(staff_id, day) and term is not None and term["role"] in roles

    def is_specialist(self, staff_id, day):
        """Is the person in post on the day as a specialist?"""
        return self.has_role(staff_id, day, SPECIALISTS)

    def specialists(self):
        """Those in post as specialists at the as-at day, in order of their keys."""
        return sorted(row["staff_id"] for row in self["staff"] if self.is_specialist(row["staff_id"], self.as_at))

    def supervisors(self):
        """Those in post as supervisors at the as-at day."""
        return sorted(
            row["staff_id"] for row in self["staff"] if self.has_role(row["staff_id"], self.as_at, ("supervisor",))
        )

    def teams_of(self, staff_id):
        """The clinical teams that the person is attached to at the as-at day."""
        return {
            row["team_id"]
            for row in self["team_attachments"]
            if row["staff_id"] == staff_id and covers(row, self.as_at)
        }

    def weeks_in_post(self):
        """(staff, Monday, fte) for each of the 13 weeks wholly in post, a specialist on Monday."""
        weeks = []
        for person in sorted(row["staff_id"] for row in self["staff"]):
            for monday in thirteen_mondays(self.as_at):
                all_seven = all(self.in_post(person, monday + timedelta(days=n)) for n in range(7))
                if all_seven and self.is_specialist(person, monday):
                    weeks.append((person, monday, self.term(person, monday)["fte"]))
        return weeks

    def week_row(self, staff_id, monday):
        """The person's `staff_weeks` row of that week, or None."""
        for row in self["staff_weeks"]:
            if row["staff_id"] == staff_id and row["week_starting"] == monday:
                return row
        return None

    def is_open(self, episode, day):
        """Entered on or before the day, not yet ended, not stepped down."""
        return (
            episode["entered_on"] <= day
            and (episode["ended_on"] is None or day < episode["ended_on"])
            and (episode["stepped_down_on"] is None or day < episode["stepped_down_on"])
        )

    def holds(self, staff_id, episode, day):
        """Is the episode open on the day, and the person its key worker then?"""
        return self.is_open(episode, day) and any(
            row["kind"] == "key_worker"
            and row["staff_id"] == staff_id
            and row["episode_id"] == episode["episode_id"]
            and covers(row, day)
            for row in self["allocations"]
        )

    def held_by(self, staff_id):
        """The open episodes that the person holds at the as-at day."""
        return [episode for episode in self["episodes"] if self.holds(staff_id, episode, self.as_at)]

    def jobs_of(self, episode_id):
        """The jobs of an episode, by the day they started."""
        return sorted(
            (job for job in self["jobs"] if job["episode_id"] == episode_id),
            key=lambda job: (job["started_on"], job["job_id"]),
        )

    def seekers_held_by(self, staff_id):
        """The episodes held at the as-at day that have no job running on it."""
        return [
            episode
            for episode in self.held_by(staff_id)
            if not any(covers(job, self.as_at) for job in self.jobs_of(episode["episode_id"]))
        ]

    def attended(self, staff_id, meeting):
        """Does the attendance list of the meeting name the person?"""
        return any(
            row["meeting_id"] == meeting["meeting_id"] and row["staff_id"] == staff_id
            for row in self["meeting_attendance"]
        )

    def held_meetings(self, *kinds):
        """The meetings of these kinds that were held."""
        return [row for row in self["meetings"] if row["held"] and row["kind"] in kinds]


def is_paid(job):
    """Some hours, and a wage from the employer or one's own business."""
    return job["hours_per_week"] > 0 and (job["paid_by_employer"] or job["contract"] == "self_employed")


def is_competitive(job):
    """Minimum wage, open to anyone, and a wage from the employer or one's own business."""
    return (
        job["meets_minimum_wage"]
        and job["open_to_anyone"]
        and (job["paid_by_employer"] or job["contract"] == "self_employed")
    )
