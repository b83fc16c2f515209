"""The contract of the data package: its tables, columns, references and match keys.

Read from `datapackage.json` (a Frictionless Tabular Data Package, version 1.0.0 of the record),
which ships with the product, and mapped to the models that keep the record.
"""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.db.models import Field

from placewell.exchange.matching import MATCHED_BY
from placewell.records import models

DESCRIPTOR_PATH = Path(__file__).with_name("datapackage.json")
DESCRIPTOR = json.loads(DESCRIPTOR_PATH.read_text(encoding="utf-8"))

MODELS = {
    "services": models.Service,
    "clinical_teams": models.ClinicalTeam,
    "clinical_team_counts": models.ClinicalTeamCount,
    "staff": models.Staff,
    "staff_terms": models.StaffTerm,
    "team_attachments": models.TeamAttachment,
    "staff_weeks": models.StaffWeek,
    "clients": models.Client,
    "referrals": models.Referral,
    "episodes": models.Episode,
    "allocations": models.Allocation,
    "contacts": models.Contact,
    "vocational_profiles": models.VocationalProfile,
    "job_preferences": models.JobPreference,
    "plans": models.Plan,
    "benefits_advice": models.BenefitsAdvice,
    "disclosure_discussions": models.DisclosureDiscussion,
    "employers": models.Employer,
    "employer_contacts": models.EmployerContact,
    "leads": models.Lead,
    "jobs": models.Job,
    "job_changes": models.JobChange,
    "meetings": models.Meeting,
    "meeting_attendance": models.MeetingAttendance,
    "partner_contacts": models.PartnerContact,
    "attestations": models.Attestation,
    "fidelity_reviews": models.FidelityReview,
    "fidelity_scores": models.FidelityScore,
}

# Columns that the record keeps under another name: `with` and `version` mean something else
# there, and a moment is kept as its day and its time.
STORED_AS = {
    ("contacts", "with"): ("with_whom",),
    ("contacts", "began_at"): ("began_on", "began_time"),
    ("vocational_profiles", "version"): ("number",),
}


@dataclass(frozen=True)
class Column:
    """A column of the contract: its type and bounds, and the database columns that keep it."""

    name: str
    kind: str
    required: bool
    words: tuple[str, ...]
    minimum: float | None
    maximum: float | None
    pattern: str | None
    refers_to: str | None
    is_key: bool
    stored: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table of the contract. `match` names the columns by which a row is known again."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: str | None
    match: tuple[str, ...]
    model: type

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @cached_property
    def owner(self) -> Column | None:
        """The required reference that says of which service a row is; None for `services`."""
        return next((column for column in self.columns if column.refers_to and column.required), None)

    @cached_property
    def stored(self) -> tuple[str, ...]:
        """The database columns of the row's facts, key and service included, each once."""
        service = () if self.name == "services" else ("service_id",)
        return tuple(dict.fromkeys([*service, *(name for column in self.columns for name in column.stored)]))

    @cached_property
    def stored_match(self) -> tuple[str, ...]:
        """The database columns by which a row is known again."""
        if self.name == "services":
            return ("key",)
        if self.key:
            return ("service_id", "key")
        return tuple(name for match in self.match for name in self.by_name[match].stored)

    @property
    def database_table(self) -> str:
        return self.model._meta.db_table

    def field_of(self, stored: str) -> Field:
        """The model's field behind a database column."""
        return next(field for field in self.model._meta.concrete_fields if field.column == stored)


def _column(table: str, key: str | None, field: dict, references: dict) -> Column:
    name, bounds = field["name"], field.get("constraints", {})
    return Column(
        name=name,
        kind=field["type"],
        required=bounds.get("required", False),
        words=tuple(bounds.get("enum", ())),
        minimum=bounds.get("minimum"),
        maximum=bounds.get("maximum"),
        pattern=bounds.get("pattern"),
        refers_to=references.get(name),
        is_key=name == key,
        stored=("key",) if name == key else STORED_AS.get((table, name), (name,)),
    )


def _table(resource: dict) -> Table:
    name, schema = resource["name"], resource["schema"]
    key = schema["primaryKey"][0] if "primaryKey" in schema else None
    references = {link["fields"]: link["reference"]["resource"] for link in schema.get("foreignKeys", ())}
    return Table(
        name=name,
        title=resource["title"],
        columns=tuple(_column(name, key, field, references) for field in schema["fields"]),
        key=key,
        match=(key,) if key else MATCHED_BY[name],
        model=MODELS[name],
    )


# In the order of the contract, in which tables are written.
TABLES: dict[str, Table] = {resource["name"]: _table(resource) for resource in DESCRIPTOR["resources"]}

# In the order in which they refer to one another, in which tables are read and taken in.
IN_ORDER: tuple[Table, ...] = tuple(sorted(TABLES.values(), key=lambda table: models.RECORDS.index(table.model)))
REFERRED_TO = frozenset(column.refers_to for table in IN_ORDER for column in table.columns if column.refers_to)
