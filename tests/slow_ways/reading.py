"""Read a folder of contract tables into plain Python rows, trusting what stands there."""

import csv
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

WHOLE_NUMBERS = {
    "caseload",
    "asked_about_work",
    "in_paid_work",
    "in_education",
    "employment_minutes",
    "other_minutes",
    "community_minutes",
    "minutes",
    "version",
    "sessions",
    "sources",
    "people_discussed",
    "decisions",
    "not_yet_referred_raised",
    "barriers_raised",
    "item",
    "rating",
}
EXACT_NUMBERS = {"fte", "leave_days", "hours_min", "hours_max", "hours_per_week", "pay_per_hour"}
YES_NO = {
    "new_or_struggling",
    "log_complete",
    "interpreter_needed",
    "wants_to_work",
    "about_job_loss",
    "written_result",
    "declined",
    "pros_and_cons",
    "wording_agreed",
    "specialist_may_contact_employers",
    "hiring_authority",
    "planned",
    "made_by_client",
    "meets_minimum_wage",
    "open_to_anyone",
    "paid_by_employer",
    "held",
    "executive_present",
    "goals_set",
    "met",
}
DATES_OF_ANOTHER_NAME = {"week_starting", "valid_until", "date_of_birth"}

TABLES = [
    "services",
    "clinical_teams",
    "clinical_team_counts",
    "staff",
    "staff_terms",
    "team_attachments",
    "staff_weeks",
    "clients",
    "referrals",
    "episodes",
    "allocations",
    "contacts",
    "vocational_profiles",
    "job_preferences",
    "plans",
    "benefits_advice",
    "disclosure_discussions",
    "employers",
    "employer_contacts",
    "leads",
    "jobs",
    "job_changes",
    "meetings",
    "meeting_attendance",
    "partner_contacts",
    "attestations",
    "fidelity_reviews",
    "fidelity_scores",
]


def typed(column, text):
    """The value that a cell's text stands for; None for an empty cell."""
    if text is None or text == "":
        return None
    if column in WHOLE_NUMBERS:
        return int(text)
    if column in EXACT_NUMBERS:
        return Fraction(text)
    if column in YES_NO:
        return text == "true"
    if column == "began_at":
        return datetime.fromisoformat(text)
    if column.endswith("_on") or column in DATES_OF_ANOTHER_NAME:
        return date.fromisoformat(text)
    return text


def read_package(folder):
    """Every contract table of a folder of CSV files, as `{table: [row, …]}` with typed values.

    A table whose file is absent is an empty list. Shapes: dates as `date`, `began_at` as a
    naive `datetime`, decimals as `Fraction`, empty as None.
    """
    tables = {}
    for name in TABLES:
        path = Path(folder) / f"{name}.csv"
        rows = []
        if path.exists():
            with path.open(encoding="utf-8-sig", newline="") as handle:
                for row in csv.DictReader(handle):
                    rows.append({column: typed(column, text) for column, text in row.items()})
        tables[name] = rows
    return tables
