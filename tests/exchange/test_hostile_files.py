"""Broken and hostile folders, CSV files and zips: a clear fault each, never a traceback."""

import os
import struct
import zipfile

import pytest

from placewell.exchange.reading import archive, csv_rows, descriptor
from tests.exchange.packages import as_csv, folder, small, taken_in, workbook, zip_of, zipped

pytestmark = pytest.mark.django_db


def the_fault(report, file: str):
    """The only fault of a file."""
    (fault,) = [fault for fault in report.faults if fault.file == file]
    assert not report.written
    return fault


def leads(*rows: str) -> str:
    return "lead_id,employer_id,found_by_id,title,occupation_group,found_on,closes_on,status\r\n" + "".join(rows)


ROW = "L1,M1,E1,Baker,71,2025-03-03,,open\r\n"
CSV = [
    (leads("L1,M1,E1,Baker,71,2025-03-03,,open,more\r\n"), 2, "this row has 9 cells, the header has 8"),
    (leads(ROW, "L2,M1\r\n"), 3, "this row has 2 cells"),
    (leads(ROW, '"L2,M1,E1,Baker,71,2025-03-03,,open\r\n', ROW), 3, "is never closed"),
    (leads('L1,M1,E1,"Ba"ker,71,2025-03-03,,open\r\n'), 2, "goes on after its closing quote"),
    (leads("L1,M1,E1,Ba\0ker,71,2025-03-03,,open\r\n"), 2, "holds a NUL byte"),
    (leads(f"L1,M1,E1,{'x' * 200_000},71,2025-03-03,,open\r\n"), 2, "is longer than 131,072 characters"),
    (leads(f'L1,M1,E1,"{"x" * 5_000_000}",71,2025-03-03,,open\r\n'), 2, "is longer than 131,072 characters"),
    (leads('L1,M1,E1,"' + "x\r\n" * 90_000 + '",71,2025-03-03,,open\r\n'), 2, "its quote is never closed"),
    ("", None, "the file is empty"),
    ("\r\n\r\n", None, "the file is empty"),
]


@pytest.mark.parametrize(("text", "line", "problem"), CSV)
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_broken_csv_file(tmp_path, text, line, problem, form):
    tables = small()
    del tables["leads"]
    if form == "folder":
        path = folder(tmp_path / "p", tables)
        (path / "leads.csv").write_text(text, newline="")
    else:
        files = {f"{name}.csv": as_csv(name, rows) for name, rows in tables.items()}
        path = zipped(tmp_path / "p.zip", {**files, "leads.csv": text})
        if len(text) > 1_000_000:
            return_to_stored(path)
    fault = the_fault(taken_in(path), "leads.csv")
    assert fault.line == line
    assert problem in fault.problem


def return_to_stored(path) -> None:
    """Pack a zip anew without compression, so that it is not taken for a bomb."""
    with zipfile.ZipFile(path) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as plain:
        for name, text in files.items():
            plain.writestr(name, text)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (leads(ROW, "L2,M1,E1,Caf\xe9,71,2025-03-03,,open\r\n").encode("latin-1"), 3, "byte 13 of it is 0xE9"),
        (leads(ROW).encode("utf-16"), 1, "UTF-16"),
        (leads("\xe9\r\n", "\xe9\r\n").encode("latin-1"), 2, "(2 lines are like this)"),
    ],
)
def test_another_encoding(tmp_path, text, line, problem):
    tables = small()
    path = folder(tmp_path / "p", tables)
    (path / "leads.csv").write_bytes(text)
    fault = the_fault(taken_in(path), "leads.csv")
    assert fault.line == line
    assert problem in fault.problem
    assert "UTF-8" in fault.remedy


def test_a_line_break_inside_a_cell_does_not_shift_the_lines(tmp_path):
    path = folder(tmp_path / "p", small())
    (path / "leads.csv").write_text(
        leads('L1,M1,E1,"Ba\r\nker",71,2025-03-03,,open\r\n', "L2,M1,E1,B,71,x,,open\r\n"), newline=""
    )
    assert the_fault(taken_in(path), "leads.csv").line == 4


def test_lines_may_end_as_on_any_system(tmp_path):
    for number, ending in enumerate(("\n", "\r", "\r\n")):
        path = folder(tmp_path / f"p{number}", small())
        (path / "leads.csv").write_text(leads(ROW).replace("\r\n", ending) + ending, newline="")
        assert taken_in(path, check_only=True).fault_count == 0, repr(ending)


def test_a_file_cut_short_does_not_make_others_wrong(tmp_path):
    path = folder(tmp_path / "p", small())
    (path / "employers.csv").write_bytes(
        as_csv("employers", small()["employers"]).replace("Bakery", "B\xe4ker").encode("latin-1")
    )
    assert [fault.file for fault in taken_in(path).faults] == ["employers.csv"]


def test_strange_things_in_a_folder(tmp_path):
    path = folder(tmp_path / "p", small())
    (path / "jobs.csv").rename(tmp_path / "jobs.csv")
    (path / "jobs.csv").symlink_to(tmp_path / "jobs.csv")
    (path / "more").mkdir()
    (path / "Contact.csv").write_text("")
    (path / "notes.txt").write_text("")
    (path / ".DS_Store").write_text("")
    (path / "._leads.csv").write_text("")
    os.mkfifo(path / "plans2.csv")
    report = taken_in(path)
    said = {fault.file: (fault.problem, fault.remedy) for fault in report.faults if fault.line is None}
    assert said.keys() == {"jobs.csv", "more", "Contact.csv", "notes.txt", "plans2.csv"}
    assert "link" in said["jobs.csv"][0]
    assert said["Contact.csv"] == (
        "this file is not a table of the contract",
        'Name it "contacts.csv", or take it out.',
    )


def test_nothing_there(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "clients.csv").write_text("client_id")
    for name in ("nowhere", "empty", "clients.csv"):
        report = taken_in(tmp_path / name)
        assert report.fault_count == 1, name


def zip_faults(path):
    return [(fault.file, fault.problem) for fault in taken_in(path).faults]


def test_zips_that_are_none(tmp_path):
    whole = zip_of(tmp_path / "whole.zip", small()).read_bytes()
    for name, content in {"text.zip": b"hello", "empty.zip": b"", "cut.zip": whole[: len(whole) // 2]}.items():
        (tmp_path / name).write_bytes(content)
        assert zip_faults(tmp_path / name) == [(name, "this zip file is broken or is none")]


def test_a_damaged_file_in_a_zip(tmp_path):
    path = zip_of(tmp_path / "p.zip", small())
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as packed:
        start = packed.getinfo("employers.csv").header_offset + 30 + len("employers.csv")
    content[start + 20 : start + 40] = bytes(20)
    path.write_bytes(content)
    assert ("employers.csv", "this file is damaged inside the zip") in zip_faults(path)


def test_a_zip_that_lies_about_its_sizes(tmp_path):
    path = zip_of(tmp_path / "p.zip", small())
    content = bytearray(path.read_bytes())
    place = content.index(b"PK\x01\x02")
    real = struct.unpack_from("<I", content, place + 24)[0]
    struct.pack_into("<I", content, place + 24, real // 2)
    path.write_bytes(content)
    assert ("services.csv", "this file is damaged inside the zip") in zip_faults(path)


def test_paths_that_lead_out_of_a_zip(tmp_path):
    for name in ("../leads.csv", "/etc/leads.csv", "a/../../leads.csv", "c:leads.csv", "..\\leads.csv"):
        path = zipped(tmp_path / "p.zip", {name: leads(ROW), "services.csv": as_csv("services", small()["services"])})
        assert (name, "this path leads out of the zip") in zip_faults(path)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["p.zip"]


def test_a_link_in_a_zip(tmp_path):
    link = zipfile.ZipInfo("leads.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as packed:
        packed.writestr(link, "/etc/passwd")
    assert ("leads.csv", "this is a link to somewhere else") in zip_faults(tmp_path / "p.zip")


def test_a_zip_bomb(tmp_path, monkeypatch):
    path = zipped(tmp_path / "p.zip", {"leads.csv": leads() + "," * 3_000_000})
    assert (
        "leads.csv",
        f"this file unpacks to more than {archive.STEEPEST} times its size, as no CSV file does",
    ) in zip_faults(path)
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 1_000_000)
    assert zip_faults(path)[0][1].startswith("it unpacks to more than")
    monkeypatch.setattr(archive, "MOST_FILES", 0)
    assert zip_faults(path) == [("p.zip", "it holds more than 0 files")]


def test_a_locked_zip(tmp_path):
    path = zip_of(tmp_path / "p.zip", small())
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert ("services.csv", "this file is locked with a password") in zip_faults(path)


def test_folders_in_a_zip(tmp_path):
    files = {f"{name}.csv": as_csv(name, rows) for name, rows in small().items()}
    inside = {f"our package/{name}": text for name, text in files.items()}
    junk = {"__MACOSX/our package/._leads.csv": b"\0\x05", "our package/.DS_Store": b"\0"}
    assert zip_faults(zipped(tmp_path / "mac.zip", {**inside, **junk})) == []
    path = zipped(tmp_path / "p.zip", {**files, "old/leads.csv": leads(ROW)})
    assert zip_faults(path) == [("old/leads.csv", "this file is not a table of the contract")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_twice_in_a_zip(tmp_path):
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as packed:
        packed.writestr("leads.csv", leads())
        packed.writestr("leads.csv", leads())
    assert ("leads.csv", "this file is in the zip twice") in zip_faults(tmp_path / "p.zip")


def test_a_workbook_called_a_zip(tmp_path):
    workbook(tmp_path / "p.xlsx", small()).rename(tmp_path / "p.zip")
    assert "ending .xlsx" in taken_in(tmp_path / "p.zip").faults[-1].remedy


@pytest.mark.parametrize(
    ("theirs", "problem"),
    [
        ('{"resources": [{"name": "clients", "path": "people.csv"}]}', "its file is clients.csv"),
        ('{"resources": [{"name": "people"}]}', "names a table that is not in the contract: people"),
        ('{"resources": [{"name": "leads", "schema": {"fields": [{"name": "x"}]}}]}', "it has no column x"),
        (
            '{"resources": [{"name": "leads", "schema": {"fields": [{"name": "title", "type": "date"}]}}]}',
            "type is string",
        ),
        ('{"resources": [{"name": "leads", "encoding": "latin1"}]}', "its encoding is utf-8"),
        ('{"resources": [{"name": "leads", "dialect": {"delimiter": ";"}}]}', "separated by commas"),
        ('{"resources": [{"name": "leads", "dialect": {"header": false}}]}', "first line is the header"),
        ('{"resources": [{"name": "leads", "dialect": {"quoteChar": "x"}}]}', "quoted with"),
        (
            '{"resources": [{"name": "jobs", "schema": {"fields": [{"name": "hours_per_week", "decimalChar": ","}]}}]}',
            "decimalChar is .",
        ),
        (
            '{"resources": [{"name": "meetings", "schema": {"fields": [{"name": "held", "trueValues": ["yes"]}]}}]}',
            "trueValues is true",
        ),
        ('{"resources": [{"name": "leads", "schema": {"missingValues": ["NA"]}}]}', "missingValues is"),
        ('{"resources": [{"name": "leads", "schema": {"primaryKey": "title"}}]}', "primaryKey is ['lead_id']"),
        ('{"version": "2.0.0"}', "is of version 2.0.0"),
        ('{"resources": [{"name": "leads", "schema": {"fields": 5}}]}', "is not that of a data package"),
        ("[1, 2]", "is not that of a data package"),
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_descriptor_that_contradicts(tmp_path, theirs, problem):
    path = folder(tmp_path / "p", small())
    (path / "datapackage.json").write_text(theirs)
    fault = the_fault(taken_in(path), "datapackage.json")
    assert problem in fault.problem


def test_a_descriptor_that_agrees(tmp_path):
    path = folder(tmp_path / "p", small())
    (path / "datapackage.json").write_text('{"resources": [{"name": "leads", "schema": {"primaryKey": "lead_id"}}]}')
    assert taken_in(path).written


def test_limits_are_those_of_the_documentation():
    assert csv_rows.LONGEST_CELL == 131_072
    assert descriptor.LARGEST == 5_000_000
