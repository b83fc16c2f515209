"""Cuts the drawn history at today: what has not happened yet is not in the record."""

from datetime import datetime, timedelta

from placewell.exchange.matching import MATCHED_BY

# table: (column that dates the row, {later date: columns that go with it})
DATED = {
    "clinical_teams": ("started_on", {"ended_on": ()}),
    "clinical_team_counts": ("counted_on", {}),
    "staff": ("started_on", {"ended_on": ()}),
    "staff_terms": ("started_on", {"ended_on": ()}),
    "team_attachments": ("started_on", {"ended_on": ()}),
    "referrals": ("received_on", {"acknowledged_on": (), "first_contact_on": (), "decided_on": ("decision",)}),
    "episodes": ("entered_on", {"ended_on": ("end_reason",), "stepped_down_on": ()}),
    "allocations": ("started_on", {"ended_on": ()}),
    "contacts": ("began_at", {}),
    "vocational_profiles": ("written_on", {}),
    "job_preferences": ("stated_on", {"superseded_on": ()}),
    "plans": ("agreed_on", {"reviewed_on": (), "shared_with_team_on": ()}),
    "benefits_advice": ("offered_on", {"held_on": ("adviser", "written_result")}),
    "disclosure_discussions": ("held_on", {}),
    "employer_contacts": ("made_on", {}),
    "leads": ("found_on", {}),
    "jobs": (
        "started_on",
        {
            "end_known_on": ("ended_on", "end_reason", "next_job_help_offered_on"),
            "ended_on": ("end_reason", "end_known_on", "next_job_help_offered_on"),
            "next_job_help_offered_on": (),
        },
    ),
    "job_changes": ("changed_on", {}),
    "meetings": ("scheduled_on", {}),
    "partner_contacts": ("made_on", {}),
    "attestations": ("stated_on", {}),
    "fidelity_reviews": ("scored_on", {}),
}
# Rows without a date of their own live and die with the row they refer to.
FOLLOWS = (
    ("meeting_attendance", "meeting_id", "meetings"),
    ("fidelity_scores", "review_id", "fidelity_reviews"),
)


def cut_at_today(tables: dict, today) -> dict:
    """The same tables up to the end of today, each key once; changes rows in place."""
    found = {}
    for table, rows in tables.items():
        if table in DATED:
            rows = _cut(rows, *DATED[table], today)
        elif table == "staff_weeks":
            rows = _finished_weeks(rows, today)
        found[table] = rows
    _drop_what_follows(found)
    for table, columns in MATCHED_BY.items():
        found[table] = _once(found.get(table, []), columns)
    return found


def _cut(rows, column: str, later: dict, today) -> list:
    kept = []
    for row in rows:
        day = row[column]
        if (day.date() if isinstance(day, datetime) else day) > today:
            continue
        for end, with_it in later.items():
            if row[end] is not None and row[end] > today:
                row[end] = None
                for name in with_it:
                    row[name] = None
        kept.append(row)
    return kept


def _finished_weeks(rows, today) -> list:
    kept = []
    for row in rows:
        if row["week_starting"] + timedelta(days=6) > today:
            continue
        if row["log_reviewed_on"] and row["log_reviewed_on"] > today:
            row["log_reviewed_on"] = None
        kept.append(row)
    return kept


def _drop_what_follows(found: dict) -> None:
    for table, column, parent in FOLLOWS:
        there = {row[column] for row in found.get(parent, [])}
        found[table] = [row for row in found.get(table, []) if row[column] in there]
    asked = {row["client_id"] for row in found["referrals"]}
    found["clients"] = [row for row in found["clients"] if row["client_id"] in asked]
    jobs = {row["job_id"] for row in found.get("jobs", [])}
    for row in found.get("benefits_advice", []):
        if row["job_id"] not in jobs:
            row["job_id"] = None


def _once(rows, columns) -> list:
    seen, kept = set(), []
    for row in rows:
        key = tuple(row[name] for name in columns)
        if key not in seen:
            seen.add(key)
            kept.append(row)
    return kept
