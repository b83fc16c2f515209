"""`import` and `export`: the record in and out by the command line."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from tests.commands.installation import EXAMPLE


@pytest.fixture
def package(tmp_path) -> Path:
    """A copy of the example, to be spoilt."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "package"))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def records(installation) -> dict[str, int]:
    return {
        table: installation.rows(f"select count(*) from records_{table}")[0][0]
        for table in ("service", "client", "contact", "job", "version")
    }


def test_an_import_says_what_it_did_and_does_nothing_the_second_time(empty):
    report = json.loads(empty.done("import", EXAMPLE, "--json"))
    assert (report["ok"], report["written"], report["faults"]) == (True, True, [])
    assert report["counts"]["contacts"]["new"] == 1275
    before = records(empty)
    again = json.loads(empty.done("import", EXAMPLE, "--json"))
    assert again["written"] is False
    assert records(empty) == before
    (event,) = empty.rows("select verb, system_user from records_event where verb = 'record.imported'")
    assert event[1]


def test_check_only_reports(empty):
    assert "5,962 rows would be written" in empty.done("import", EXAMPLE, "--check")
    assert set(records(empty).values()) == {0}


def test_every_fault_is_told_and_nothing_is_written(empty, package):
    spoil(package / "contacts.csv", "face_to_face", "in_person")
    spoil(package / "clients.csv", "S1-C2,", "S1-C1,")
    (package / "extra.csv").write_text("a,b\n1,2\n")
    lines = empty.refused("import", package)
    assert len(lines) >= 3
    assert any(line.startswith("contacts.csv:") and "in_person" in line and "mode" in line for line in lines)
    assert any(line.startswith("extra.csv") for line in lines)
    assert set(records(empty).values()) == {0}
    ended = empty.run("import", package, "--json")
    document = json.loads(ended.stdout)
    assert (ended.returncode, document["ok"], document["written"]) == (1, False, False)
    assert [fault["message"] for fault in document["faults"]] == ended.stderr.splitlines() == lines


def test_what_is_not_there_or_no_package_ends_1(empty, tmp_path):
    (line,) = empty.refused("import", tmp_path / "nosuch")
    assert "there is no such file or folder" in line
    ended = empty.run("import", tmp_path / "nosuch", "--json")
    assert (ended.returncode, json.loads(ended.stdout)["faults"][0]["message"]) == (1, line)
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 no zip")
    assert empty.refused("import", tmp_path / "broken.zip")
    (tmp_path / "bare").mkdir()
    assert empty.refused("import", tmp_path / "bare")


@pytest.mark.parametrize("name", ["out", "out.zip", "out.xlsx"])
def test_export_gives_back_what_was_imported(example, tmp_path, name):
    out = tmp_path / name
    assert "5,962 rows" in example.done("export", out, "--service", "S1")
    report = json.loads(example.done("import", out, "--json"))
    assert report["written"] is False
    assert out.stat().st_mode & 0o077 == 0


def test_an_exported_table_has_the_rows_that_came_in(kept_example, tmp_path):
    kept_example.done("export", tmp_path / "out")
    with open(EXAMPLE / "clients.csv", encoding="utf-8", newline="") as came, open(
        tmp_path / "out" / "clients.csv", encoding="utf-8", newline=""
    ) as went:
        keys = [row["client_id"] for row in csv.DictReader(came)]
        assert sorted(keys) == sorted(row["client_id"] for row in csv.DictReader(went))


def test_export_overwrites_nothing_unless_told_to(kept_example, tmp_path):
    out = tmp_path / "out.zip"
    out.write_text("mine")
    (line,) = kept_example.refused("export", out)
    assert "--force" in line
    assert out.read_text() == "mine"
    kept_example.done("export", out, "--force")
    assert out.stat().st_size > 1000


def test_export_of_what_is_not_there_ends_1(kept_example, tmp_path):
    (line,) = kept_example.refused("export", tmp_path / "out", "--service", "S9")
    assert line.startswith("There is no service “S9”")
    assert not (tmp_path / "out").exists()
    (line,) = kept_example.refused("export", tmp_path / "nosuch" / "out.zip")
    assert "there is no such folder" in line
