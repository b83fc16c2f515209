"""What the contract calls wrong in a package, looked for row by row. No fault, an empty list."""

import re
from collections import Counter
from datetime import date, datetime, timedelta
from fractions import Fraction

from .writing import schema

KEYS = {
    "services": "service_id",
    "clinical_teams": "team_id",
    "clinical_team_counts": "team_id counted_on",
    "staff": "staff_id",
    "staff_terms": "staff_id started_on",
    "team_attachments": "staff_id team_id started_on",
    "staff_weeks": "staff_id week_starting",
    "clients": "client_id",
    "referrals": "referral_id",
    "episodes": "episode_id",
    "allocations": "episode_id staff_id kind started_on",
    "contacts": "contact_id",
    "vocational_profiles": "episode_id version",
    "job_preferences": "episode_id occupation_group stated_on",
    "plans": "episode_id kind agreed_on job_id",
    "benefits_advice": "episode_id offered_on prompted_by job_id",
    "disclosure_discussions": "episode_id held_on",
    "employers": "employer_id",
    "employer_contacts": "employer_contact_id",
    "leads": "lead_id",
    "jobs": "job_id",
    "job_changes": "job_id changed_on",
    "meetings": "meeting_id",
    "meeting_attendance": "meeting_id staff_id",
    "partner_contacts": "staff_id made_on episode_id",
    "attestations": "service_id scale item component stated_on",
    "fidelity_reviews": "review_id",
    "fidelity_scores": "review_id item",
}
TYPES = {"string": str, "date": date, "datetime": datetime, "boolean": bool, "integer": int, "number": (int, Fraction)}
PERIODS = (
    ("started_on", "ended_on"),
    ("entered_on", "ended_on"),
    ("stated_on", "superseded_on"),
    ("stated_on", "valid_until"),
)
REFERENCES = {
    "service_id": "services",
    "team_id": "clinical_teams",
    "staff_id": "staff",
    "supervisor_id": "staff",
    "found_by_id": "staff",
    "client_id": "clients",
    "referral_id": "referrals",
    "episode_id": "episodes",
    "employer_id": "employers",
    "job_id": "jobs",
    "meeting_id": "meetings",
    "review_id": "fidelity_reviews",
}


def faults(tables, today):
    """Every fault of a package on a day, in words."""
    return [
        *of_cells(tables),
        *of_keys(tables),
        *of_references(tables),
        *of_periods(tables),
        *of_key_workers(tables),
        *of_episodes(tables, today),
        *of_terms(tables),
        *of_nhs_numbers(tables),
    ]


def of_cells(tables):
    """Columns, types, required cells, enumerations, ranges and patterns of the schema."""
    for name, fields in schema().items():
        for row in tables[name]:
            if list(row) and set(row) != {field["name"] for field in fields}:
                yield f"{name}: columns {sorted(row)}"
                continue
            for field in fields:
                yield from of_cell(name, field, row[field["name"]])


def of_cell(table, field, value):
    """The faults of one cell."""
    where, rules = f"{table}.{field['name']} = {value!r}", field.get("constraints", {})
    if value is None:
        if rules.get("required"):
            yield f"{where}: required"
        return
    if not isinstance(value, TYPES[field["type"]]):
        yield f"{where}: not a {field['type']}"
    if isinstance(value, bool) != (field["type"] == "boolean"):
        yield f"{where}: yes or no out of place"
    if isinstance(value, datetime) != (field["type"] == "datetime"):
        yield f"{where}: a time out of place"
    if not is_allowed(rules, value):
        yield f"{where}: not allowed"
    if field["name"] == "week_starting" and value.weekday() != 0:
        yield f"{where}: not a Monday"


def is_allowed(rules, value):
    """Is the value in the list, the range and the pattern that the schema gives?"""
    return (
        value in rules.get("enum", [value])
        and ("minimum" not in rules or value >= Fraction(str(rules["minimum"])))
        and ("maximum" not in rules or value <= Fraction(str(rules["maximum"])))
        and ("pattern" not in rules or re.fullmatch(rules["pattern"], value) is not None)
    )


def of_keys(tables):
    """The same key twice."""
    for name, columns in KEYS.items():
        counted = Counter(tuple(row[column] for column in columns.split()) for row in tables[name])
        yield from (f"{name}: {key} stands twice" for key, times in counted.items() if times > 1)


def service_of(tables):
    """A function from a row to the key of its service, by way of its own references."""
    rows = {table: {row[KEYS[table]]: row for row in tables[table]} for table in set(REFERENCES.values())}

    def service(row):
        if row.get("service_id"):
            return row["service_id"]
        for column in (
            "client_id",
            "episode_id",
            "staff_id",
            "employer_id",
            "team_id",
            "job_id",
            "meeting_id",
            "review_id",
        ):
            if row.get(column) is not None:
                return service(rows[REFERENCES[column]][row[column]])
        return None

    return service


def of_references(tables):
    """Rows that refer to nothing, or to a row of another service."""
    rows = {table: {row[KEYS[table]]: row for row in tables[table]} for table in set(REFERENCES.values())}
    service = service_of(tables)
    for name in KEYS:
        for row in tables[name]:
            for column, table in REFERENCES.items():
                key = row.get(column)
                if key is None or KEYS[name] == column:
                    continue
                if key not in rows[table]:
                    yield f"{name}: {column} {key} is not there"
                elif service(rows[table][key]) != service(row):
                    yield f"{name}: {column} {key} belongs to another service"


def of_periods(tables):
    """Periods that end before they start."""
    for name in KEYS:
        for row in tables[name]:
            for first, last in PERIODS:
                if row.get(first) and row.get(last) and row[last] < row[first]:
                    yield f"{name}: ends on {row[last]} before it starts on {row[first]}"


def days_of(row):
    """The days that a period covers, for two months more if it goes on."""
    day, last = row["started_on"], row["ended_on"] or date(2030, 1, 1)
    while day < last:
        yield day
        day += timedelta(days=1)


def of_key_workers(tables):
    """Two key workers on one day."""
    held = Counter(
        (row["episode_id"], day) for row in tables["allocations"] if row["kind"] == "key_worker" for day in days_of(row)
    )
    return [f"allocations: {who} has {times} key workers on {day}" for (who, day), times in held.items() if times > 1]


def of_episodes(tables, today):
    """What is not on a day of its episode, or lies after today."""
    episodes = {row["episode_id"]: row for row in tables["episodes"]}
    for row in tables["allocations"]:
        life = episodes[row["episode_id"]]
        if row["started_on"] < life["entered_on"] or (
            life["ended_on"] and (row["ended_on"] is None or row["ended_on"] > life["ended_on"])
        ):
            yield f"allocations: {row} is not within its episode"
    for name, column in (
        ("contacts", "began_at"),
        ("employer_contacts", "made_on"),
        ("plans", "agreed_on"),
        ("jobs", "started_on"),
    ):
        for row in tables[name]:
            day = row[column].date() if name == "contacts" else row[column]
            if name != "plans" and day > today:
                yield f"{name}: {day} lies after today"
            life = episodes.get(row["episode_id"])
            if life and not (life["entered_on"] <= day and (life["ended_on"] is None or day < life["ended_on"])):
                yield f"{name}: {day} is not a day of {row['episode_id']}"


def of_terms(tables):
    """Two terms, or none, on a day in post."""
    terms = Counter((row["staff_id"], day) for row in tables["staff_terms"] for day in days_of(row))
    for person in tables["staff"]:
        for day in days_of(person):
            if terms[person["staff_id"], day] != 1:
                yield f"staff: {person['staff_id']} has {terms[person['staff_id'], day]} terms on {day}"


def of_nhs_numbers(tables):
    """NHS numbers whose check digit is wrong."""
    for row in tables["clients"]:
        if row["nhs_number"] is not None:
            digits = [int(digit) for digit in row["nhs_number"]]
            weighed = sum(digit * (10 - place) for place, digit in enumerate(digits[:9]))
            if len(digits) != 10 or (weighed + digits[9]) % 11:
                yield f"clients: {row['nhs_number']} fails its check digit"
