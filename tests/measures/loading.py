"""Laying a package's typed tables straight into the record, without the importer's checks."""

from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from django.db import connection, models

from placewell.measures.views import NAMES
from placewell.records import guard
from placewell.records.models import RECORDS, Service

EXAMPLE = Path(__file__).parents[1] / "contract" / "example"
COLUMNS = {"with_whom": "with", "number": "version"}


def load(tables) -> dict[str, Service]:
    """All rows of a package in the database; the services by their identifier."""
    keys: dict[str, dict[str, models.Model]] = {}
    with guard.acting(by=None, verb="tests.given"), connection.constraint_checks_disabled():
        for model in RECORDS:
            name = NAMES[model.__name__]
            rows = [_row(model, row, keys) for row in tables.get(name, [])]
            model.objects.bulk_create([row for _, row in rows], batch_size=500)
            keys[model.__name__] = dict(rows)
    return keys["Service"]


def _row(model, row, keys):
    own = _own_key(model)
    given = {"key": row[own]} if own else {}
    for field in model.facts():
        given[field.attname] = _value(field, row, keys)
    if model is not Service:
        given["service_id"] = _service(model, row, given, keys)
    if model.__name__ == "Contact":
        began = row["began_at"]
        given |= {"began_on": began.date(), "began_time": began.time()}
    return (row[own] if own else object(), model(**given))


def _own_key(model) -> str | None:
    names = {"ClinicalTeam": "team_id", "EmployerContact": "employer_contact_id", "FidelityReview": "review_id"}
    if not any(field.name == "key" for field in model._meta.fields):
        return None
    return names.get(model.__name__, f"{model.__name__.lower()}_id")


def _value(field, row, keys):
    if field.name in ("began_on", "began_time"):
        return None
    if field.is_relation:
        key = row.get(f"{field.name}_id")
        return None if key is None else keys[field.related_model.__name__][key].pk
    value = row.get(COLUMNS.get(field.name, field.name))
    if value is None and isinstance(field, models.TextField):
        return ""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    assert not isinstance(value, datetime), field
    return value


def _service(model, row, given, keys) -> int:
    if row.get("service_id"):
        return keys["Service"][row["service_id"]].pk
    for field in model.facts():
        if field.is_relation and given[field.attname] is not None:
            owners = keys[field.related_model.__name__].values()
            return next(one.service_id for one in owners if one.pk == given[field.attname])
    raise AssertionError(f"{model.__name__} belongs to no service")
