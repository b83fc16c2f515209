"""What makes a package wrong, said with its place, its value and what would be right."""

import pytest

from placewell.exchange.contract import IN_ORDER
from tests.exchange.packages import as_csv, folder, small, taken_in, with_row

pytestmark = pytest.mark.django_db

# table, column, value, place, what is said
CELLS = [
    ("contacts", "began_at", "2026-02-30T10:00", "is not a date that exists", "a day of the calendar"),
    ("clients", "date_of_birth", "1990-02-29", "is not a date that exists", "1990 is no leap year"),
    ("clients", "date_of_birth", "29/02/1992", "is not a date as this package writes it", "2026-03-31"),
    ("clients", "date_of_birth", "1992-2-9", "is not a date", "2026-03-31"),
    ("clients", "date_of_birth", "1992-02-09T00:00", "is a date with a time", "Write only the date: 1992-02-09."),
    ("clients", "date_of_birth", "٢٠٢٦-٠١-٠١", "is not a date", "2026-03-31"),
    ("contacts", "began_at", "2025-03-01T14:05+01:00", "with an offset", "2025-03-01T14:05."),
    ("contacts", "began_at", "2025-03-01T14:05Z", "with an offset", "2025-03-01T14:05."),
    ("contacts", "began_at", "2025-03-01T14:05:00", "seconds", "2025-03-01T14:05."),
    ("contacts", "began_at", "2025-03-01T24:00", "is not a time of day", "from 00 to 23"),
    ("contacts", "began_at", "2025-03-01", "is not a date and time", "2026-03-31T14:05"),
    ("contacts", "minutes", "45.5", "is not a whole number", "digits only"),
    ("contacts", "minutes", "1441", "is too large", "1440"),
    ("contacts", "minutes", "-1", "is too small", "0"),
    ("contacts", "minutes", "", "is empty", "Fill in minutes."),
    ("contacts", "mode", "phone", "is not one of this column's words", "telephone"),
    ("contacts", "mode", "Telephone", "is not one of this column's words", 'Did you mean "telephone"?'),
    ("contacts", "with", "client; family", "does not name the participants", 'Did you mean "family"?'),
    ("contacts", "with", "client;", "does not name the participants", "separated by ;"),
    ("contacts", "with", "", "is empty", "Fill in with."),
    ("contacts", "about_job_loss", "TRUE", "is not true or false", 'Write "true".'),
    ("contacts", "about_job_loss", "1", "is not true or false", 'Write "true".'),
    ("contacts", "about_job_loss", "No", "is not true or false", 'Write "false".'),
    ("contacts", "about_job_loss", "maybe", "is not true or false", '"true" or "false"'),
    ("jobs", "pay_per_hour", "12,21", "decimal sign is a comma", "Write 12.21."),
    ("jobs", "pay_per_hour", "£12", "is not a number", "37.5"),
    ("jobs", "pay_per_hour", "NaN", "is not a number", "37.5"),
    ("jobs", "pay_per_hour", "1_000", "is not a number", "37.5"),
    ("jobs", "pay_per_hour", "99999999999", "is too large a number", "10,000,000,000"),
    ("jobs", "hours_per_week", "80.5", "is too large", "80"),
    ("staff_terms", "fte", "0.04", "is too small", "0.05"),
    ("staff_terms", "fte", "1.01", "is too large", "1"),
    ("fidelity_scores", "rating", "6", "is too large", "5"),
    ("meetings", "minutes", "99999999999", "is too large", "2,147,483,647"),
    ("clients", "nhs_number", "9434765918", "is not an NHS number", "last one must fit"),
    ("clients", "nhs_number", "943 476 5919", "with spaces", "without them"),
    ("clients", "service_id", "S9", "is not known", "Add it to services"),
    ("contacts", "episode_id", "P9", "is not known", "Add it to episodes"),
    ("staff_terms", "supervisor_id", "E9", "is not known", "Add it to staff"),
    ("episodes", "referral_id", "R9", "is not known", "Add it to referrals"),
    ("benefits_advice", "job_id", "J9", "is not known", "Add it to jobs"),
    ("episodes", "ended_on", "2025-01-31", "is before the start, 2025-02-01", "may end on the day it starts"),
    ("job_preferences", "superseded_on", "2025-02-19", "is before the start", "may end on the day it starts"),
    ("team_attachments", "ended_on", "2024-12-31", "is before the start", "may end on the day it starts"),
    ("clinical_teams", "ended_on", "2023-12-31", "is before the start", "may end on the day it starts"),
    ("jobs", "ended_on", "2025-03-31", "is before the start", "may end on the day it starts"),
    ("contacts", "began_at", "2025-01-31T10:00", "is not a day of its episode", "a new episode"),
    ("contacts", "began_at", "2026-02-01T10:00", "is not a day of its episode", "a new episode"),
    ("employer_contacts", "made_on", "2026-02-01", "is not a day of its episode", "a new episode"),
    ("plans", "agreed_on", "2025-01-31", "is not a day of its episode", "a new episode"),
    ("jobs", "started_on", "2026-02-01", "is not a day of its episode", "a new episode"),
    ("allocations", "started_on", "2025-01-31", "is outside its episode", "within the episode"),
    ("allocations", "ended_on", "2026-02-02", "goes on after its episode", "End it by 2026-02-01."),
    ("allocations", "ended_on", "", "goes on after its episode", "End it by 2026-02-01."),
]


@pytest.mark.parametrize(("table", "column", "value", "problem", "remedy"), CELLS)
def test_a_wrong_cell(tmp_path, table, column, value, problem, remedy):
    tables = small()
    tables[table][0][column] = value
    report = taken_in(folder(tmp_path / "p", tables))
    (fault,) = [fault for fault in report.faults if (fault.file, fault.column) == (f"{table}.csv", column)]
    assert (fault.line, fault.value) == (2, value)
    assert problem in fault.problem
    assert remedy in fault.remedy
    assert str(fault).startswith(f'{table}.csv:2 {column}: "{value}" ')
    assert not report.written


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("contacts", "began_at", "2025-02-01T00:00"),
        ("contacts", "began_at", "2026-01-31T23:59"),
        ("contacts", "minutes", "0"),
        ("contacts", "minutes", "1440"),
        ("clients", "date_of_birth", "1992-02-29"),
        ("clients", "nhs_number", ""),
        ("staff_terms", "fte", "0.05"),
        ("jobs", "ended_on", "2025-04-01"),
        ("jobs", "ended_on", "2027-01-01"),
        ("allocations", "ended_on", "2025-02-01"),
        ("plans", "agreed_on", "2025-02-01"),
        ("job_changes", "changed_on", "2026-03-01"),
        ("employer_contacts", "episode_id", ""),
        ("partner_contacts", "made_on", "2027-01-01"),
        ("benefits_advice", "prompted_by", "a letter"),
        ("employers", "size_band", "huge"),
    ],
)
def test_what_is_not_wrong(tmp_path, table, column, value):
    tables = small()
    tables[table][0][column] = value
    report = taken_in(folder(tmp_path / "p", tables))
    assert [str(fault) for fault in report.faults] == []
    assert report.written


@pytest.mark.parametrize(
    ("table", "column", "value", "odd"),
    [
        ("staff", "ended_on", "2025-02-15", "this colleague was not in post"),
        ("job_changes", "changed_on", "2026-03-01", "after its episode"),
        ("job_changes", "changed_on", "2025-03-31", "the job did not run"),
        ("vocational_profiles", "prompted_by", "boredom", "unusual word"),
        ("benefits_advice", "prompted_by", "a letter", "unusual word"),
        ("staff_weeks", "week_starting", "2026-06-02", "not a Monday"),
        ("episodes", "stepped_down_on", "2025-01-01", "is before entered_on"),
        ("job_preferences", "occupation_group", "7", "unusual word"),
        ("partner_contacts", "made_on", "2027-01-01", "lies after today"),
        ("jobs", "pay_per_hour", "12.123456789012345", "more digits than are kept"),
    ],
)
def test_what_only_looks_odd(tmp_path, table, column, value, odd):
    tables = small()
    tables[table][0][column] = value
    if table == "staff":
        tables["staff_terms"][0]["ended_on"] = value
    report = taken_in(folder(tmp_path / "p", tables))
    assert [str(fault) for fault in report.faults] == []
    assert any(odd in str(warning) for warning in report.warnings), report.warnings
    assert report.written
    assert not taken_in(folder(tmp_path / "p", tables)).changes


def test_a_right_package_says_nothing(tmp_path):
    report = taken_in(folder(tmp_path / "p", small()))
    assert (report.faults, report.warnings) == ([], [])


def test_every_fault_is_reported_at_once(tmp_path):
    tables = small()
    for table, column, value, *_ in CELLS:
        tables[table].append({**tables[table][0], column: value})
    report = taken_in(folder(tmp_path / "p", tables))
    said = {(fault.file, fault.column, fault.value) for fault in report.faults}
    missing = [cell[:3] for cell in CELLS if (f"{cell[0]}.csv", *cell[1:3]) not in said]
    assert missing == []
    assert report.as_json()["fault_count"] == len(report.faults) == report.fault_count


def test_a_wrong_row_does_not_make_others_wrong(tmp_path):
    tables = small()
    tables["clients"][0]["date_of_birth"] = "soon"
    tables["episodes"][0]["work_status_at_entry"] = "busy"
    report = taken_in(folder(tmp_path / "p", tables))
    assert [(fault.file, fault.column) for fault in report.faults] == [
        ("clients.csv", "date_of_birth"),
        ("episodes.csv", "work_status_at_entry"),
    ]


def columns_of(report):
    return [(fault.file, fault.line, fault.column, fault.problem) for fault in report.faults]


def test_columns(tmp_path):
    path = folder(tmp_path / "p", small())
    header, row, *_ = as_csv("leads", small()["leads"]).split("\r\n")
    (path / "leads.csv").write_text(f"{header},Tittle,title\r\n{row},x,y\r\n", newline="")
    assert columns_of(taken_in(path)) == [
        ("leads.csv", 1, "Tittle", "is not a column of this table"),
        ("leads.csv", 1, "title", "stands twice in the header"),
    ]
    columns = [name for name in small()["leads"][0] if name != "title"]
    (path / "leads.csv").write_text(as_csv("leads", small()["leads"], columns))
    assert columns_of(taken_in(path)) == [("leads.csv", 1, "title", "this column is missing")]
    (path / "leads.csv").write_text(header.replace(",", ";"))
    assert "Separate the columns with commas." in {fault.remedy for fault in taken_in(path).faults}


def test_columns_may_stand_in_any_order(tmp_path):
    path = folder(tmp_path / "p", {})
    for name, rows in small().items():
        (path / f"{name}.csv").write_bytes(b"\xef\xbb\xbf" + as_csv(name, rows, sorted(rows[0])).encode())
    assert taken_in(path).written
    assert not taken_in(folder(tmp_path / "q", small())).changes


def test_the_same_key_twice(tmp_path):
    tables = small()
    for name in tables:
        with_row(tables, name)
    report = taken_in(folder(tmp_path / "p", tables))
    twice = [fault for fault in report.faults if "has the same key" in fault.problem]
    assert [(fault.file, fault.line) for fault in twice] == [(f"{table.name}.csv", 3) for table in IN_ORDER]
    assert all("line 2" in fault.problem for fault in twice)
