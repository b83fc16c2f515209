"""Export gives back what was imported, in each form."""

import csv
import zipfile
from datetime import date

import frictionless
import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from placewell.access.worker import Worker, system_worker
from placewell.exchange.contract import TABLES
from placewell.exchange.exporting import export_package
from placewell.exchange.writing import CannotWrite
from placewell.records import guard
from placewell.records.models import RECORDS, Event, Service, Version
from tests import given as situation
from tests.exchange.packages import EXAMPLE, NOW, everything, folder, small, taken_in, with_row
from tests.random_services import random_package, write_package

pytestmark = pytest.mark.django_db
FORMS = ["p", "p.zip", "p.xlsx"]


def exported(path, **more):
    return export_package(path, by=system_worker(NOW), **more)


def emptied():
    """Take the whole record away, so that another import finds nothing."""
    with guard.acting(by=None, verb="tests.empty"):
        for model in reversed(RECORDS):
            model.objects.all()._raw_delete("default")
        Version.objects.all().delete()
        Event.objects.all().delete()


@pytest.mark.parametrize("form", FORMS)
def test_the_example_comes_back(tmp_path, form):
    taken_in(EXAMPLE)
    counts = exported(tmp_path / form)
    assert sum(counts.values()) == 5962
    assert not taken_in(tmp_path / form).changes
    emptied()
    assert taken_in(tmp_path / form).fault_count == 0
    exported(tmp_path / "back")
    assert everything(tmp_path / "back") == everything(EXAMPLE)


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**6), form=st.sampled_from(FORMS))
def test_import_export_import_is_a_fixed_point(tmp_path_factory, seed, form):
    tmp_path = tmp_path_factory.mktemp("fixed")
    emptied()
    write_package(random_package(seed, as_at=date(2026, 5, 1), people=8), tmp_path / "first")
    report = taken_in(tmp_path / "first")
    assert [str(fault) for fault in report.faults] == []
    exported(tmp_path / form)
    exported(tmp_path / "before")
    emptied()
    assert taken_in(tmp_path / form).fault_count == 0
    exported(tmp_path / "after")
    assert everything(tmp_path / "after") == everything(tmp_path / "before") == everything(tmp_path / "first")
    assert not taken_in(tmp_path / "first").changes


STRANGE = [
    "=1+1", "+44 7700 900123", "-", "@sum", " lead", "trail ", "a,b", 'say "x"', "two\nlines", "two\r\nlines", "\r", "tab\t",
    "0012", "1e5", "TRUE", "2026-01-01", "_x000D_", "_x005F_x0009_", "_x005F\x01",
    "ümläut", "日本", "\x01", "'", "#N/A", "\u2028", "\ufeff",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_text_comes_back_letter_by_letter(tmp_path, form):
    tables = small()
    for number, words in enumerate(STRANGE):
        with_row(tables, "employers", employer_id=f"W{number}", name=words, postcode=words)
        with_row(tables, "contacts", contact_id=words, note=words)
    first = folder(tmp_path / "first", tables)
    report = taken_in(first)
    assert [str(fault) for fault in report.faults] == []
    exported(tmp_path / form)
    assert not taken_in(tmp_path / form).changes
    emptied()
    taken_in(tmp_path / form)
    exported(tmp_path / "after")
    assert everything(tmp_path / "after") == everything(first)


def test_a_formula_is_not_made_of_text(tmp_path):
    tables = small()
    tables["employers"][0]["name"] = "=cmd()"
    taken_in(folder(tmp_path / "p", tables))
    exported(tmp_path / "p.xlsx")
    sheet = load_workbook(tmp_path / "p.xlsx")["employers"]
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=cmd()", "s")
    assert load_workbook(tmp_path / "p.xlsx")["jobs"]["K2"].value == 12.21


@pytest.mark.parametrize(
    ("given_as", "kept"),
    [
        ("12.50", "12.5"),
        ("12", "12"),
        ("0.0", "0"),
        ("+5", "5"),
        ("1e1", "10"),
        ("0.3333333333", "0.3333333333"),
        ("007", "7"),
    ],
)
def test_numbers_come_without_zeros_at_the_end(tmp_path, given_as, kept):
    tables = small()
    tables["jobs"][0]["pay_per_hour"] = given_as
    taken_in(folder(tmp_path / "p", tables))
    exported(tmp_path / "out")
    with (tmp_path / "out" / "jobs.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["pay_per_hour"] == kept
    assert not taken_in(folder(tmp_path / "p", tables)).changes


@pytest.mark.parametrize("form", FORMS)
def test_the_same_record_is_written_the_same_way(tmp_path, form):
    taken_in(folder(tmp_path / "p", with_row(small(), "contacts", contact_id="A0")))
    exported(tmp_path / f"one{form}")
    exported(tmp_path / f"two{form}")
    if form == "p":
        contacts = (tmp_path / "onep" / "contacts.csv").read_text()
        assert contacts == (tmp_path / "twop" / "contacts.csv").read_text()
        assert [line[:2] for line in contacts.splitlines()] == ["co", "A0", "K1"]
        assert contacts.splitlines()[0].split(",") == list(TABLES["contacts"].names)
    elif form == "p.zip":
        assert (tmp_path / "onep.zip").read_bytes() == (tmp_path / "twop.zip").read_bytes()
        assert "datapackage.json" in zipfile.ZipFile(tmp_path / "onep.zip").namelist()
    else:
        assert load_workbook(tmp_path / "onep.xlsx").sheetnames == list(TABLES)


def test_an_export_is_a_valid_data_package(tmp_path):
    taken_in(EXAMPLE)
    exported(tmp_path / "out")
    report = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert report.stats["tasks"] == 28


def test_nothing_is_written_over(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    exported(tmp_path / "p.zip")
    exported(tmp_path / "p.xlsx")
    for form in FORMS:
        with pytest.raises(CannotWrite, match="there is something already"):
            exported(tmp_path / form)
        exported(tmp_path / form, overwrite=True)
        assert not taken_in(tmp_path / form).changes
    (tmp_path / "p" / "letters.txt").write_text("mine")
    with pytest.raises(CannotWrite, match=r"letters\.txt"):
        exported(tmp_path / "p", overwrite=True)
    with pytest.raises(CannotWrite, match="no such folder"):
        exported(tmp_path / "nowhere" / "p.zip")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted(FORMS)


def test_a_workbook_holds_no_endless_text(tmp_path):
    tables = small()
    tables["contacts"][0]["note"] = "x" * 40_000
    taken_in(folder(tmp_path / "p", tables))
    with pytest.raises(CannotWrite, match="contacts holds a text longer"):
        exported(tmp_path / "p.xlsx")
    assert not (tmp_path / "p.xlsx").exists()
    assert exported(tmp_path / "out")["contacts"] == 1


def two_services(tmp_path):
    tables = with_row(small(), "services", service_id="S2")
    with_row(tables, "clients", client_id="C9", service_id="S2")
    taken_in(folder(tmp_path / "p", tables))
    return {service.key: service for service in Service.objects.all()}


def test_one_service_is_exported_alone(tmp_path):
    services = two_services(tmp_path)
    counts = exported(tmp_path / "out", service=services["S2"])
    assert {name: count for name, count in counts.items() if count} == {"services": 1, "clients": 1}
    assert exported(tmp_path / "all")["clients"] == 2


def test_a_key_of_two_services_cannot_stand_in_one_package(tmp_path):
    two_services(tmp_path)
    taken_in(folder(tmp_path / "q", {"clients": [{**small()["clients"][0], "service_id": "S2"}]}))
    with pytest.raises(CannotWrite, match="one service at a time"):
        exported(tmp_path / "all")


def test_an_administrator_exports_their_own_service_only(tmp_path):
    services = two_services(tmp_path)
    by = situation.worker(services["S2"], "administrator", now=NOW)
    assert export_package(tmp_path / "out", by=by)["services"] == 1
    with pytest.raises(PermissionDenied):
        export_package(tmp_path / "other", by=by, service=services["S1"])
    with pytest.raises(PermissionDenied):
        export_package(tmp_path / "none", by=Worker(situation.account(), NOW))
    assert not (tmp_path / "other").exists()
