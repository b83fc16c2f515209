"""Workbooks as Excel makes them, and as nobody should: the sheet, row and column of every fault."""

import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl import load_workbook

from placewell.exchange.reading import workbook as reading
from placewell.records.models import Client, Contact, Job, StaffWeek
from tests.exchange.packages import small, taken_in, workbook

pytestmark = pytest.mark.django_db


def test_values_as_excel_keeps_them(tmp_path):
    tables = small()
    tables["clients"][0].update(date_of_birth=date(1990, 5, 4), nhs_number=9434765919, interpreter_needed=True)
    tables["contacts"][0].update(began_at=datetime(2025, 3, 1, 14, 5), minutes=45.0, about_job_loss=False)
    tables["jobs"][0].update(
        hours_per_week=20.5, pay_per_hour=0.1 + 0.2, occupation_code=5432, started_on=datetime(2025, 4, 1)
    )
    tables["staff_weeks"][0].update(leave_days=1)
    report = taken_in(workbook(tmp_path / "p.xlsx", tables))
    assert report.written, [str(fault) for fault in report.faults]
    client, contact, job = Client.objects.get(), Contact.objects.get(), Job.objects.get()
    assert (client.nhs_number, client.date_of_birth, client.interpreter_needed) == (
        "9434765919",
        date(1990, 5, 4),
        True,
    )
    assert (contact.began_time, contact.minutes, contact.about_job_loss) == (time(14, 5), 45, False)
    assert (str(job.pay_per_hour.normalize()), job.occupation_code, job.started_on) == ("0.3", "5432", date(2025, 4, 1))
    assert StaffWeek.objects.get().leave_days == 1


@pytest.mark.parametrize(
    ("table", "column", "value", "place", "problem"),
    [
        ("jobs", "pay_per_hour", "=6*2", "K pay_per_hour", "is a formula"),
        ("jobs", "title", "#DIV/0!", "D title", "is an error of the workbook"),
        ("jobs", "started_on", 45000, "F started_on", "is a number where a date belongs"),
        ("jobs", "started_on", datetime(2025, 4, 1, 9, 30), "F started_on", "is a date with a time"),
        ("jobs", "started_on", "1 April 2025", "F started_on", "is not a date"),
        ("jobs", "title", date(2025, 4, 1), "D title", "has become a date in the workbook"),
        ("jobs", "hours_per_week", date(2025, 4, 1), "J hours_per_week", "has become a date in the workbook"),
        ("jobs", "hours_per_week", True, "J hours_per_week", "is not a number"),
        ("contacts", "began_at", time(14, 5), "D began_at", "is a time of day without a date"),
        ("contacts", "began_at", datetime(2025, 3, 1, 14, 5, 30), "D began_at", "is a time with an offset, seconds"),
        ("contacts", "minutes", 45.5, "E minutes", "is not a whole number"),
    ],
)
def test_a_wrong_cell(tmp_path, table, column, value, place, problem):
    tables = small()
    tables[table][0][column] = value
    report = taken_in(workbook(tmp_path / "p.xlsx", tables))
    (fault,) = report.faults
    assert (fault.file, fault.line, fault.column) == (f"p.xlsx sheet {table}", 2, place)
    assert problem in fault.problem
    assert str(fault).startswith(f'p.xlsx sheet {table}:2 {place}: "')


def changed(path, change):
    """Open a workbook as a person would, change it and save it."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return taken_in(path)


def places(report):
    return [(fault.file, fault.line, fault.column, fault.problem) for fault in report.faults]


def test_sheets_and_columns(tmp_path):
    path = workbook(tmp_path / "p.xlsx", small())

    def strange(book):
        book.create_sheet("Sheet1")
        book.create_sheet("Contact").append(["x"])
        book["leads"]["I1"] = "extra"
        book["jobs"]["S2"] = "beside the table"

    report = changed(path, strange)
    assert places(report)[0] == ("p.xlsx sheet Contact", None, None, "this sheet is not a table of the contract")
    assert ("p.xlsx sheet leads", 1, "I extra", "is not a column of this table") in places(report)
    assert ("p.xlsx sheet jobs", 2, None, "this row has 19 cells, the header has 17") in places(report)
    assert report.fault_count == 3
    assert [warning.file for warning in report.warnings] == ["p.xlsx sheet Sheet1"]


def test_rows_are_counted_as_in_the_sheet(tmp_path):
    path = workbook(tmp_path / "p.xlsx", small())

    def gaps(book):
        book["leads"].insert_rows(1, 2)
        book["leads"].insert_rows(4, 3)
        book["leads"]["H7"] = "opne"
        book["leads"].cell(40, 3).value = None

    assert places(changed(path, gaps))[0][:3] == ("p.xlsx sheet leads", 7, "H status")


def test_a_sheet_without_rows_is_an_empty_file(tmp_path):
    tables = small()
    del tables["leads"]
    report = changed(workbook(tmp_path / "p.xlsx", tables), lambda book: book.create_sheet("leads"))
    assert places(report) == [("p.xlsx sheet leads", None, None, "the file is empty")]


def with_part(path, name: str, content: bytes):
    """A workbook with one of its parts replaced or added."""
    with zipfile.ZipFile(path) as packed:
        parts = {part: packed.read(part) for part in packed.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for part, old in {**parts, name: content}.items():
            packed.writestr(part, content if part == name else old)
    return taken_in(path)


def test_macros_are_refused(tmp_path):
    report = with_part(workbook(tmp_path / "p.xlsx", small()), "xl/vbaProject.bin", b"x")
    assert [fault.problem for fault in report.faults] == ["this workbook holds macros"]
    for name in ("p.xlsm", "p.xls", "p.ods"):
        (tmp_path / name).write_bytes(b"x")
        assert "Save it as an Excel workbook (.xlsx)." in str(taken_in(tmp_path / name).faults[0])


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_workbooks_that_are_none(tmp_path, content):
    (tmp_path / "p.xlsx").write_bytes(content)
    assert "is broken" in taken_in(tmp_path / "p.xlsx").faults[0].problem


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
)
ENDLESS = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="999999999999"><c r="A999999999999"><v>1</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize("content", [BOMB, ENDLESS, b"<worksheet", b"<a/>", b"\xff\xfe"])
def test_hostile_sheets(tmp_path, content):
    report = with_part(
        workbook(tmp_path / "p.xlsx", {"services": small()["services"]}), "xl/worksheets/sheet1.xml", content
    )
    assert report.fault_count >= 1
    assert not report.written


def test_what_is_too_large(tmp_path, monkeypatch):
    path = workbook(tmp_path / "p.xlsx", small())
    report = with_part(path, "xl/media/picture.bin", bytes(5_000_000))
    assert "unpacks to more than 300 times its size" in report.faults[0].problem
    path = workbook(tmp_path / "q.xlsx", small())
    monkeypatch.setattr(reading, "LARGEST_TEXTS", 10)
    report = with_part(path, "xl/sharedStrings.xml", b"<sst>" + bytes(range(100)) + b"</sst>")
    assert "xl/sharedStrings.xml is too large" in report.faults[0].problem
    monkeypatch.setattr(reading, "MOST_ROWS", 1)
    path = workbook(tmp_path / "r.xlsx", small())
    assert "has more than 1 rows" in taken_in(path).faults[0].problem


def test_a_text_too_long(tmp_path):
    path = workbook(tmp_path / "p.xlsx", {"services": small()["services"]})
    with zipfile.ZipFile(path) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    long = bytes(range(97, 107)) * 20_000
    report = with_part(path, "xl/worksheets/sheet1.xml", sheet.replace(b"Harbour", long))
    assert places(report) == [("p.xlsx sheet services", 2, "B name", "is longer than 131,072 characters")]
