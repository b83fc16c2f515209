"""The made-up service written as a package and read back."""

import re
from datetime import date
from numbers import Rational

from placewell.exchange.demo import make_service, make_units, write_package
from placewell.exchange.demo.__main__ import main
from tests.slow_ways import fidelity, read_package

TODAY = date(2026, 6, 30)


def test_what_was_written_reads_back_the_same(tmp_path):
    tables = make_service(today=TODAY, people=40)
    write_package(tables, tmp_path)
    again = read_package(tmp_path)
    for table, rows in tables.items():
        assert [_plain(row) for row in again[table]] == [_plain(row) for row in rows]
    ratings = [[item["rating"] for item in fidelity(given, "DEMO", TODAY)] for given in (again, tables)]
    assert ratings[0] == ratings[1]


def _plain(row):
    return {
        name: float(value) if isinstance(value, (int, float, Rational)) and not isinstance(value, bool) else value
        for name, value in row.items()
    }


def test_units_can_be_written_one_after_another(tmp_path):
    whole = write_package(make_service(today=TODAY, people=300), tmp_path / "whole")
    parts = write_package(make_units(today=TODAY, people=300), tmp_path / "parts")
    assert parts == whole
    for file in (tmp_path / "whole").iterdir():
        assert file.read_bytes() == (tmp_path / "parts" / file.name).read_bytes()


def test_text_is_written_as_the_contract_says(tmp_path):
    write_package(make_service(today=TODAY, people=20), tmp_path)
    line = (tmp_path / "services.csv").read_text(encoding="utf-8").splitlines()[1]
    assert line.startswith("DEMO,")
    contacts = (tmp_path / "contacts.csv").read_text(encoding="utf-8")
    assert re.search(r",2026-0[1-6]-\d\dT\d\d:\d\d,", contacts)
    assert ",false," in contacts
    assert ",None," not in contacts


def test_a_smaller_service_replaces_a_larger_one(tmp_path):
    write_package({"leads": [{"lead_id": "L1"}]}, tmp_path)
    write_package({"leads": []}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_command_aims_at_a_number_of_rows(tmp_path, capsys):
    assert main([str(tmp_path / "made"), "--rows", "30000", "--today", "2026-06-30"]) == 0
    last = capsys.readouterr().out.strip().splitlines()[-1]
    assert 24_000 < int(last.split()[0].replace(",", "")) < 36_000
    assert (tmp_path / "made" / "contacts.csv").exists()


def test_the_command_says_what_is_wrong(tmp_path, capsys):
    assert main([str(tmp_path / "made"), "--people", "0"]) == 1
    assert "people must be 1 to" in capsys.readouterr().err
    (tmp_path / "taken").write_text("")
    assert main([str(tmp_path / "taken")]) == 1
    assert "not written" in capsys.readouterr().err
