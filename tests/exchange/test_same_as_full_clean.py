"""The import's set-based rules say of a row what its model's `full_clean` says."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placewell.exchange.contract import IN_ORDER, TABLES
from tests.exchange.packages import folder, small, taken_in, with_row

pytestmark = pytest.mark.django_db

DAYS = [
    "2023-12-31",
    "2024-01-01",
    "2025-01-31",
    "2025-02-01",
    "2025-03-01",
    "2025-06-01",
    "2026-01-31",
    "2026-02-01",
    "2026-02-02",
]
NUMBERS = ["-1", "0", "0.04", "0.05", "1", "1.01", "7", "7.5", "80", "80.01", "1440"]
WHOLES = ["-1", "0", "1", "5", "6", "1440", "1441"]
WORDS = ["", "nonsense", "71"]
NHS_NUMBERS = ["", "9434765919", "9434765918", "943476591"]
PEOPLE = ["client", "client;family", "client;", "neighbour"]
# The rows that a row may refer to: its own, another of the service, another service's.
OTHERS = {
    "services": ["S1"], "clients": ["C1", "C2"], "staff": ["E1", "E2"], "episodes": ["P1"], "clinical_teams": ["T1", "T2"],
    "employers": ["M1", "M2"], "jobs": ["J1"], "referrals": ["R1"], "meetings": ["G1"], "fidelity_reviews": ["F1"],
}  # fmt: skip
# Here the import looks further than at the row: at what rests on an episode, at the days in post.
LOOKS_FURTHER = {"episodes", "staff", "staff_terms"}


def base() -> dict:
    """A record of two services: what ends in 2 belongs to the second."""
    tables = with_row(small(), "services", service_id="S2")
    with_row(tables, "staff", staff_id="E2", service_id="S2")
    with_row(tables, "staff_terms", staff_id="E2")
    with_row(tables, "clients", client_id="C2", service_id="S2")
    with_row(tables, "clinical_teams", team_id="T2", service_id="S2")
    with_row(tables, "employers", employer_id="M2", service_id="S2")
    return tables


def values_of(column) -> list[str]:
    """Values at and beyond the bounds of a column, as text."""
    if column.refers_to:
        return ["", *OTHERS[column.refers_to]]
    if column.name == "nhs_number":
        return NHS_NUMBERS
    if column.pattern:
        return PEOPLE
    if column.words:
        return [*column.words, *WORDS]
    kinds = {"date": ["", *DAYS], "number": ["", *NUMBERS], "integer": ["", *WHOLES], "boolean": ["", "true", "false"]}
    kinds["datetime"] = [f"{day}T10:00" for day in DAYS]
    return kinds.get(column.kind, WORDS)


def columns_of(table):
    """The columns that can be changed without making it another service's row, or another row by key."""
    return [
        column for column in table.columns if column.name not in {table.key, "service_id"} and column is not table.owner
    ]


@st.composite
def changed_rows(draw):
    table = draw(st.sampled_from([table for table in IN_ORDER if columns_of(table)]))
    columns = draw(
        st.lists(st.sampled_from(columns_of(table)), min_size=1, max_size=3, unique_by=lambda column: column.name)
    )
    return table.name, {column.name: draw(st.sampled_from(values_of(column))) for column in columns}


def typed(column, text: str):
    """A cell's value as the model keeps it."""
    if column.refers_to:
        return TABLES[column.refers_to].model.objects.get(key=text).pk if text else None
    if column.kind == "string":
        return text
    if text == "":
        return None
    read = {"date": date.fromisoformat, "number": Decimal, "integer": int, "boolean": lambda word: word == "true"}
    return read[column.kind](text)


def full_clean_lets_through(name: str, changes: dict[str, str]) -> bool:
    table = TABLES[name]
    row = (
        table.model.objects.filter(**({"key": small()[name][0][table.key]} if table.key else {})).order_by("pk").first()
    )
    before = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    for column_name, text in changes.items():
        column = table.by_name[column_name]
        if column.kind == "datetime":
            row.began_on, row.began_time = date.fromisoformat(text[:10]), time.fromisoformat(text[11:])
        else:
            setattr(row, column.stored[0], typed(column, text))
    if not table.key and any(getattr(row, stored) != before[stored] for stored in table.stored_match):
        row.pk, row._state.adding = None, True
    try:
        row.full_clean()
    except ValidationError:
        return False
    return True


def test_both_say_yes_or_both_say_no(tmp_path_factory):
    path = tmp_path_factory.mktemp("same")
    report = taken_in(folder(path / "base", base()))
    assert report.written, report.faults
    said = set()

    @settings(max_examples=80, suppress_health_check=list(HealthCheck), database=None)
    @given(changed_rows())
    def agree(case):
        name, changes = case
        row = {**small()[name][0], **changes}
        for file in (path / "row").glob("*"):
            file.unlink()
        report = taken_in(folder(path / "row", {name: [row]}), check_only=True)
        model_says, import_says = full_clean_lets_through(name, changes), report.fault_count == 0
        said.add(import_says)
        if name in LOOKS_FURTHER and not import_says:
            return
        assert import_says == model_says, (name, changes, [str(fault) for fault in report.faults])

    agree()
    assert said == {True, False}
