"""What is wrong between rows: periods side by side, other services, the record as it would become."""

import pytest

from tests.exchange.packages import folder, small, taken_in, with_row, workbook

pytestmark = pytest.mark.django_db


def faults(report) -> list[tuple]:
    return [(fault.file, fault.line, fault.column) for fault in report.faults]


def test_two_key_workers_on_one_day(tmp_path):
    tables = with_row(small(), "allocations", started_on="2025-06-01")
    report = taken_in(folder(tmp_path / "p", tables))
    assert faults(report) == [("allocations.csv", 3, "started_on")]
    assert "two key workers on one day: line 2 has a period from 2025-02-01" in report.faults[0].problem


def test_one_key_worker_after_another_with_cover_and_an_empty_period(tmp_path):
    tables = small()
    tables["allocations"][0]["ended_on"] = "2025-06-01"
    with_row(tables, "allocations", started_on="2025-06-01", ended_on="2026-02-01")
    with_row(tables, "allocations", kind="cover")
    with_row(tables, "allocations", started_on="2025-04-01", ended_on="2025-04-01")
    assert taken_in(folder(tmp_path / "p", tables)).written


def test_a_third_period_inside_the_first(tmp_path):
    tables = small()
    tables["allocations"][0]["ended_on"] = "2026-01-01"
    with_row(tables, "allocations", started_on="2025-03-01", ended_on="2025-03-02")
    with_row(tables, "allocations", started_on="2025-04-01", ended_on="2025-04-02")
    report = taken_in(folder(tmp_path / "p", tables))
    assert faults(report) == [("allocations.csv", 3, "started_on"), ("allocations.csv", 4, "started_on")]


def test_a_key_worker_beside_the_records(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    later = {"allocations": [{**small()["allocations"][0], "started_on": "2025-06-01"}]}
    report = taken_in(folder(tmp_path / "later", later))
    assert faults(report) == [("allocations.csv", 2, "started_on")]
    assert "the record has a period" in report.faults[0].problem
    closed = {**small()["allocations"][0], "ended_on": "2025-06-01"}
    later["allocations"].append(closed)
    assert taken_in(folder(tmp_path / "later", later)).written


@pytest.mark.parametrize(
    ("periods", "post_ends", "wrong"),
    [
        ([("2025-01-01", "")], "", None),
        ([("2025-01-01", "2025-06-01"), ("2025-06-01", "")], "", None),
        ([("2025-01-01", "2025-06-01")], "2025-06-01", None),
        ([("2025-01-01", "")], "2025-06-01", None),
        ([("2024-12-01", "")], "", None),
        ([], "2025-01-01", None),
        ([], "", ("staff.csv", 2, "started_on")),
        ([("2025-01-02", "")], "", ("staff.csv", 2, "started_on")),
        ([("2025-01-01", "2025-06-01")], "", ("staff.csv", 2, "started_on")),
        ([("2025-01-01", "2025-06-01"), ("2025-06-02", "")], "", ("staff.csv", 2, "started_on")),
        ([("2025-01-01", "2025-06-02"), ("2025-06-01", "")], "", ("staff_terms.csv", 3, "started_on")),
        ([("2025-01-01", ""), ("2025-06-01", "2025-07-01")], "", ("staff_terms.csv", 3, "started_on")),
    ],
)
def test_each_day_in_post_has_one_term(tmp_path, periods, post_ends, wrong):
    tables = small()
    tables["staff"][0]["ended_on"] = post_ends
    term = tables["staff_terms"][0]
    tables["staff_terms"] = [{**term, "started_on": start, "ended_on": end} for start, end in periods]
    report = taken_in(folder(tmp_path / "p", tables))
    assert faults(report) == ([wrong] if wrong else []), report.faults


def test_terms_are_held_against_those_of_the_record(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    term = small()["staff_terms"][0]
    report = taken_in(folder(tmp_path / "end", {"staff_terms": [{**term, "ended_on": "2026-01-01"}]}))
    assert faults(report) == [("staff_terms.csv", 2, "ended_on")]
    assert "has no term on 2026-01-01" in report.faults[0].problem
    report = taken_in(folder(tmp_path / "more", {"staff_terms": [{**term, "started_on": "2026-01-01"}]}))
    assert faults(report) == [("staff_terms.csv", 2, "started_on")]
    both = [{**term, "ended_on": "2026-01-01"}, {**term, "started_on": "2026-01-01", "fte": "0.5"}]
    assert taken_in(folder(tmp_path / "both", {"staff_terms": both})).written
    leaver = {"staff": [{**small()["staff"][0], "started_on": "2024-06-01"}]}
    assert faults(taken_in(folder(tmp_path / "staff", leaver))) == [("staff.csv", 2, "started_on")]


def test_an_episode_may_not_leave_out_what_the_record_holds(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    shorter = {"episodes": [{**small()["episodes"][0], "ended_on": "2025-02-21"}]}
    report = taken_in(folder(tmp_path / "short", shorter))
    assert {fault.problem.split(" of the record's ")[1].split(" ")[0] for fault in report.faults} == {
        "contacts", "employer_contacts", "plans", "jobs", "allocations",
    }  # fmt: skip
    assert {(fault.file, fault.line) for fault in report.faults} == {("episodes.csv", 2)}
    later_exit = {"episodes": [{**small()["episodes"][0], "ended_on": ""}]}
    assert taken_in(folder(tmp_path / "open", later_exit)).written


def two_services() -> dict:
    tables = with_row(small(), "services", service_id="S2")
    with_row(tables, "clinical_teams", team_id="T2", service_id="S2")
    with_row(tables, "staff", staff_id="E2", service_id="S2")
    with_row(tables, "staff_terms", staff_id="E2")
    with_row(tables, "employers", employer_id="M2", service_id="S2")
    return tables


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("episodes", "team_id", "T2"),
        ("referrals", "team_id", "T2"),
        ("team_attachments", "team_id", "T2"),
        ("staff_terms", "supervisor_id", "E2"),
        ("allocations", "staff_id", "E2"),
        ("contacts", "staff_id", "E2"),
        ("employer_contacts", "staff_id", "E2"),
        ("jobs", "employer_id", "M2"),
        ("leads", "found_by_id", "E2"),
        ("meetings", "team_id", "T2"),
        ("meeting_attendance", "staff_id", "E2"),
    ],
)
@pytest.mark.parametrize("stored", [False, True], ids=["in the package", "in the record"])
def test_a_row_of_another_service(tmp_path, table, column, value, stored):
    tables = two_services()
    if stored:
        assert taken_in(folder(tmp_path / "p", tables)).written
        tables = {table: tables[table]}
    tables[table][0][column] = value
    report = taken_in(folder(tmp_path / "q", tables))
    found = [fault for fault in report.faults if fault.problem == "belongs to another service"]
    assert [(fault.file, fault.line, fault.column) for fault in found] == [(f"{table}.csv", 2, column)]


def test_a_key_of_two_services_needs_the_service_named(tmp_path):
    tables = small()
    taken_in(folder(tmp_path / "one", tables))
    for rows in tables.values():
        for row in rows:
            if "service_id" in row:
                row["service_id"] = "S2"
    assert taken_in(folder(tmp_path / "two", tables)).written
    contacts = {"contacts": [{**small()["contacts"][0], "contact_id": "K2"}]}
    report = taken_in(folder(tmp_path / "q", contacts))
    assert {fault.problem for fault in report.faults} == {"is in more than one service of the record"}
    report = taken_in(folder(tmp_path / "q", {**contacts, "services": tables["services"]}))
    assert report.written, report.faults


@pytest.mark.parametrize(("form", "name"), [(folder, "p"), (workbook, "p.xlsx")], ids=["folder", "workbook"])
def test_each_fault_between_rows_quotes_the_cell(tmp_path, form, name):
    tables = with_row(small(), "allocations", started_on="2025-06-01")
    with_row(tables, "plans")
    with_row(tables, "staff", staff_id="E2", started_on="2025-03-01")
    report = taken_in(form(tmp_path / name, tables))
    assert [fault.value for fault in report.faults] == ["2025-03-01", "2025-06-01", "P1"]
    assert '"P1" has the same key' in str(report.faults[-1])


def test_a_gap_before_the_end_quotes_the_term_that_leaves_it(tmp_path):
    assert taken_in(folder(tmp_path / "p", small())).written
    terms = {"staff_terms": small()["staff_terms"]}
    terms["staff_terms"][0]["ended_on"] = "2026-01-01"
    report = taken_in(folder(tmp_path / "q", terms))
    assert [(fault.line, fault.column, fault.value) for fault in report.faults] == [(2, "ended_on", "2026-01-01")]
