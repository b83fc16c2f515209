"""Contract views: the record as measures see it, one named query a table.

Rows that stand, of the services asked for, up to the end of the as-at day: a row dated after it
does not exist, any other date after it is empty. Dates are whole days since 1 January 2000,
booleans 0 and 1, decimals whole numbers of 10^-10, optional words '' and references row ids. This
is all that differs from engine to engine; what measures say is the same text everywhere.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db import models

from placewell.records.models import RECORDS

# The date on which a row of a table comes to be. Tables not named here have none.
DATED = {
    "ClinicalTeamCount": "counted_on", "Staff": "started_on", "StaffTerm": "started_on",
    "TeamAttachment": "started_on", "StaffWeek": "week_starting", "Referral": "received_on",
    "Episode": "entered_on", "Allocation": "started_on", "Contact": "began_on",
    "VocationalProfile": "written_on", "JobPreference": "stated_on", "Job": "started_on",
    "JobChange": "changed_on", "Plan": "agreed_on", "BenefitsAdvice": "offered_on",
    "DisclosureDiscussion": "held_on", "EmployerContact": "made_on", "Lead": "found_on",
    "Meeting": "scheduled_on", "PartnerContact": "made_on", "Attestation": "stated_on",
    "FidelityReview": "scored_on",
}  # fmt: skip
NAMES = {
    "Service": "services", "ClinicalTeam": "clinical_teams", "ClinicalTeamCount": "clinical_team_counts",
    "Staff": "staff", "StaffTerm": "staff_terms", "TeamAttachment": "team_attachments",
    "StaffWeek": "staff_weeks", "Client": "clients", "Referral": "referrals", "Episode": "episodes",
    "Allocation": "allocations", "Contact": "contacts", "VocationalProfile": "vocational_profiles",
    "JobPreference": "job_preferences", "Employer": "employers", "Job": "jobs", "JobChange": "job_changes",
    "Plan": "plans", "BenefitsAdvice": "benefits_advice", "DisclosureDiscussion": "disclosure_discussions",
    "EmployerContact": "employer_contacts", "Lead": "leads", "Meeting": "meetings",
    "MeetingAttendance": "meeting_attendance", "PartnerContact": "partner_contacts",
    "Attestation": "attestations", "FidelityReview": "fidelity_reviews", "FidelityScore": "fidelity_scores",
}  # fmt: skip
MODELS = {NAMES[model.__name__]: model for model in RECORDS}
WHOLE = 10_000_000_000


@dataclass(frozen=True)
class Dialect:
    """How one engine counts days and makes a whole number of a decimal.

    ``inline`` is what tells it to look through a view rather than to copy it first.
    """

    name: str
    day: Callable[[str], str]
    whole: Callable[[str], str]
    inline: str = "not materialized "


DIALECTS = {
    "sqlite": Dialect(
        "sqlite",
        day=lambda column: f"cast(julianday({column}) - 2451544.5 as integer)",
        whole=lambda column: f"cast(round({column} * {WHOLE}.0) as integer)",
    ),
    "postgresql": Dialect(
        "postgresql",
        day=lambda column: f"({column} - date '2000-01-01')",
        whole=lambda column: f"cast({column} * {WHOLE} as bigint)",
    ),
    "duckdb": Dialect(
        "duckdb",
        day=lambda column: f"date_diff('day', date '2000-01-01', {column})",
        whole=lambda column: f"cast(round(cast({column} as double) * {WHOLE}.0) as bigint)",
    ),
    "spark": Dialect(
        "spark",
        day=lambda column: f"datediff({column}, date '2000-01-01')",
        whole=lambda column: f"cast(round(cast({column} as double) * {WHOLE}.0D) as bigint)",
        inline="",
    ),
}


@dataclass(frozen=True)
class Scope:
    """Whose record is looked at: row ids of services and, when given, of the only clients counted."""

    services: tuple[int, ...]
    clients: tuple[int, ...] | None = None


def view(name: str, *, dialect: Dialect, scope: Scope, as_at: date, wanted: Collection[str]) -> str:
    """The named query of one contract table, with those of its columns that are wanted.

    Raises ``KeyError`` for a table that the contract does not know.
    """
    model = MODELS[name]
    columns = [f"{column(one, dialect, as_at, name)} as {one.name}" for one in seen(model) if one.name in wanted]
    where = " and ".join(conditions(model, scope, as_at))
    listed = ", ".join(["id as id", *columns])
    table = model._meta.db_table
    return " ".join((name, "as", f"{dialect.inline}(select", listed, "from", table, "where", f"{where})"))


@cache
def seen(model: type[models.Model]) -> tuple[models.Field, ...]:
    """The fields of a table that a measure may name: its facts, and the data package's identifier."""
    facts = {field.name for field in model.facts()} | {"key"}
    return tuple(field for field in model._meta.concrete_fields if field.name in facts)


def column(field: models.Field, dialect: Dialect, as_at: date, table: str) -> str:
    """One field, as measures see it."""
    name = field.column
    if isinstance(field, models.DateField):
        number = dialect.day(name)
        if DATED.get(MODELS[table].__name__) == field.name:
            return number
        return f"case when {name} <= '{as_at.isoformat()}' then {number} end"
    if isinstance(field, models.BooleanField):
        return f"case when {name} then 1 when not {name} then 0 end"
    if isinstance(field, models.DecimalField):
        return dialect.whole(name)
    return name


def conditions(model: type[models.Model], scope: Scope, as_at: date) -> list[str]:
    """Which rows of a table are seen."""
    own = "id" if model.__name__ == "Service" else "service_id"
    found = [f"{own} in ({listed(scope.services)})", "withdrawn_at is null"]
    dated = DATED.get(model.__name__)
    if dated:
        found.append(f"{dated} <= '{as_at.isoformat()}'")
    if scope.clients is not None:
        found += _of_clients(model, listed(scope.clients))
    return found


def listed(numbers: Collection[int]) -> str:
    """Row ids between brackets; nobody is `-1`, which no row has."""
    return ", ".join(str(int(number)) for number in numbers) or "-1"


def _of_clients(model: type[models.Model], clients: str) -> list[str]:
    episodes = " ".join(("select id", "from records_episode where client_id in (", clients, ")"))
    names = {field.name for field in model._meta.fields}
    if model.__name__ == "Client":
        return [f"id in ({clients})"]
    if "client" in names:
        return [f"client_id in ({clients})"]
    if "episode" in names:
        return [f"episode_id in ({episodes})"]
    return []
