"""What was withdrawn is not brought back by the next import of the same rows."""

from datetime import date

import pytest

from placewell.access.permissions import Permission
from placewell.access.worker import system_worker
from placewell.actions.base import action, withdraw
from placewell.records.models import Allocation, Contact, Employer, Service
from placewell.records.versions import Version
from tests.exchange.packages import NOW, folder, small, taken_in

pytestmark = pytest.mark.django_db


@action("tests.withdrawn", needs=Permission.RECORD_SUPPORT)
def take_back(*, by, service, record):
    withdraw(record, because="the wrong person")


def test_what_was_withdrawn_stays_so_until_it_is_changed(tmp_path):
    tables = small()
    tables["contacts"][0]["note"] = ""
    taken_in(folder(tmp_path / "p", tables))
    by = system_worker(NOW)
    for record in (Contact.objects.get(), Allocation.objects.get()):
        take_back(by=by, service=Service.objects.get(), record=record)
    report = taken_in(folder(tmp_path / "p", tables))
    assert not report.written
    assert report.counts["contacts"]["withdrawn"] == report.counts["allocations"]["withdrawn"] == 1
    assert "was withdrawn" in " ".join(map(str, report.warnings))
    assert Contact.objects.standing().count() == 0
    tables["contacts"][0]["minutes"] = "50"
    tables["allocations"][0]["ended_on"] = "2025-12-01"
    report = taken_in(folder(tmp_path / "p", tables))
    assert report.written, report.faults
    contact = Contact.objects.standing().get()
    assert (contact.minutes, contact.version) == (50, 2)
    assert Version.objects.get(record="contact").because == "It had been withdrawn: the wrong person"
    assert Allocation.objects.standing().get().ended_on == date(2025, 12, 1)


def test_nothing_rests_on_a_withdrawn_row(tmp_path):
    tables = small()
    taken_in(folder(tmp_path / "p", {name: tables[name] for name in ("services", "employers")}))
    take_back(by=system_worker(NOW), service=Service.objects.get(), record=Employer.objects.get())
    lead = {"leads": [{**tables["leads"][0], "found_by_id": ""}]}
    report = taken_in(folder(tmp_path / "lead", lead))
    assert [fault.problem for fault in report.faults] == ["was withdrawn from employers"]
    report = taken_in(folder(tmp_path / "both", {**lead, "employers": tables["employers"]}))
    assert [fault.problem for fault in report.faults] == [
        "refers to a row of employers that was withdrawn from the record"
    ]
