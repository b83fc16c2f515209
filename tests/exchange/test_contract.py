"""The descriptor that ships, the models that keep the record and the contract say the same."""

import json
from pathlib import Path

import pytest
from django.db import models

from placewell.exchange.contract import DESCRIPTOR, IN_ORDER, MATCHED_BY, TABLES
from placewell.records.contact_words import Participant
from placewell.records.models import RECORDS

CONTRACT = Path(__file__).parents[1] / "contract" / "datapackage.json"
KINDS = {
    "date": models.DateField,
    "integer": models.PositiveIntegerField,
    "number": models.DecimalField,
    "boolean": models.BooleanField,
    "string": models.TextField,
}


def test_the_descriptor_that_ships_is_the_contracts():
    assert json.loads(CONTRACT.read_text(encoding="utf-8")) == DESCRIPTOR


def test_every_record_has_its_table():
    assert [table.model for table in IN_ORDER] == list(RECORDS)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_model_has_the_columns_of_its_table_and_no_other_facts(table):
    facts = {field.column for field in table.model.facts()}
    stored = {name for column in table.columns for name in column.stored} - {"key", "service_id"}
    assert stored == facts


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_types_words_and_emptiness_agree(table):
    for column in table.columns:
        if column.kind == "datetime":
            continue
        field = table.field_of(column.stored[0])
        if column.refers_to:
            assert field.related_model is TABLES[column.refers_to].model, column.name
            assert field.null is not column.required, column.name
            continue
        assert isinstance(field, KINDS[column.kind]), column.name
        assert tuple(value for value, _ in field.choices or ()) == column.words, column.name
        if column.kind != "string":
            assert field.null is not column.required, column.name


def test_the_participants_are_those_of_the_contract():
    pattern = TABLES["contacts"].by_name["with"].pattern
    assert pattern.partition(")")[0].lstrip("(").split("|") == Participant.values


def test_every_table_is_matched_by_columns_that_it_has():
    assert {table.name for table in TABLES.values() if not table.key} == MATCHED_BY.keys()
    for table in TABLES.values():
        assert set(table.match) <= set(table.names), table.name


def test_what_a_row_is_matched_by_occurs_once_in_the_database_too():
    for table in TABLES.values():
        unique = [
            constraint
            for constraint in table.model._meta.constraints
            if isinstance(constraint, models.UniqueConstraint)
        ]
        if table.name == "services":
            assert table.model._meta.get_field("key").unique
            continue
        (once,) = unique
        named = {str(name) for expression in once.expressions for name in _names(expression)} | set(once.fields)
        expected = {table.field_of(name).name for name in table.stored_match}
        assert named == expected, table.name


def _names(expression):
    if isinstance(expression, models.F):
        return [expression.name]
    return [name for part in expression.get_source_expressions() for name in _names(part)]


def test_tables_come_after_those_they_refer_to():
    seen = set()
    for table in IN_ORDER:
        assert {column.refers_to for column in table.columns if column.refers_to} <= seen, table.name
        seen.add(table.name)
