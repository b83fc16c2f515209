"""Import takes a package in whole, once, and keeps what it replaces."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from placewell.access.worker import Worker
from placewell.actions import bulk
from placewell.exchange import importing
from placewell.exchange.contract import IN_ORDER
from placewell.records.events import Event
from placewell.records.models import Allocation, Client, Contact, Episode, Job, Service, Staff, StaffTerm
from placewell.records.versions import Version
from tests import given
from tests.exchange.packages import EXAMPLE, NOW, folder, small, taken_in, with_row

pytestmark = pytest.mark.django_db


def rows_in_the_record() -> dict[str, int]:
    return {table.name: table.model.objects.count() for table in IN_ORDER}


def test_the_example_is_taken_in_whole():
    report = taken_in(EXAMPLE)
    assert [str(fault) for fault in report.faults] == []
    assert [str(warning) for warning in report.warnings] == []
    assert report.written
    assert rows_in_the_record() == {name: counts["new"] for name, counts in report.counts.items()}
    assert sum(rows_in_the_record().values()) == 5962


def test_every_row_bears_the_event_with_its_counts(tmp_path):
    report = taken_in(folder(tmp_path / "p", small()))
    (event,) = Event.objects.filter(verb="record.imported")
    assert report.fault_count == 0, report.faults
    assert event.service == Service.objects.get()
    assert event.counts == {name: {"new": 1, "changed": 0} for name in event.counts}
    assert len(event.counts) == 28
    assert event.facts_from == date(2024, 1, 1)
    for table in IN_ORDER:
        assert set(table.model.objects.values_list("event", "version", "recorded_by__email")) == {
            (event.pk, 1, "system@placewell.invalid")
        }, table.name


def test_what_was_written_is_what_was_said(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    contact = Contact.objects.get()
    assert (contact.began_on, contact.began_time.isoformat(), contact.with_whom) == (
        date(2025, 3, 1),
        "14:05:00",
        "client;family",
    )
    assert contact.note == 'said "yes", then left'
    assert contact.episode.client.nhs_number == "9434765919"
    assert contact.about_job_loss is None
    assert Job.objects.get().pay_per_hour == Decimal("12.21")


def test_the_same_package_twice_changes_nothing(tmp_path):
    package = folder(tmp_path / "p", small())
    taken_in(package)
    before = list(Event.objects.values_list("pk")), rows_in_the_record()
    report = taken_in(package)
    assert (list(Event.objects.values_list("pk")), rows_in_the_record()) == before
    assert not report.written
    assert report.changes == 0
    assert {name: counts["unchanged"] for name, counts in report.counts.items()} == dict.fromkeys(report.counts, 1)


def test_a_check_writes_nothing(tmp_path):
    report = taken_in(folder(tmp_path / "p", small()), check_only=True)
    assert report.changes == 28
    assert not report.written
    assert set(rows_in_the_record().values()) == {0}


def test_one_fault_and_nothing_is_written(tmp_path):
    tables = small()
    tables["leads"][0]["status"] = "opne"
    report = taken_in(folder(tmp_path / "p", tables))
    assert [str(fault) for fault in report.faults] == [
        'leads.csv:2 status: "opne" is not one of this column\'s words. '
        'Did you mean "open"? It may be: open, shared, filled, gone.'
    ]
    assert not report.written
    assert set(rows_in_the_record().values()) == {0}
    assert not Event.objects.filter(verb="record.imported").exists()


def test_a_changed_row_is_a_new_version_and_the_old_one_is_kept(tmp_path):
    tables = small()
    taken_in(folder(tmp_path / "p", tables))
    tables["jobs"][0].update(ended_on="2025-10-01", end_reason="redundant")
    tables["allocations"][0]["staff_id"] = "E1"
    tables["staff_terms"][0]["fte"] = "0.6"
    report = taken_in(folder(tmp_path / "p", tables))
    assert report.written, report.faults
    job = Job.objects.get()
    assert (job.version, job.ended_on, job.event) == (2, date(2025, 10, 1), Event.objects.latest("pk"))
    kept = Version.objects.get(record="job")
    assert (kept.row, kept.number, kept.content["ended_on"], kept.content["hours_per_week"]) == (
        job.pk,
        1,
        None,
        "20.0000000000",
    )
    assert Event.objects.latest("pk").counts == {
        "staff_terms": {"new": 0, "changed": 1},
        "jobs": {"new": 0, "changed": 1},
    }
    assert Event.objects.latest("pk").facts_from == date(2025, 1, 1)
    assert Version.objects.count() == 2


def test_a_changed_row_without_a_date_may_change_any_figure(tmp_path):
    tables = small()
    taken_in(folder(tmp_path / "p", tables))
    tables["employers"][0]["size_band"] = "10-49"
    taken_in(folder(tmp_path / "p", tables))
    assert Event.objects.latest("pk").facts_from == date.min


def test_what_a_later_package_leaves_out_stays(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    later = {"contacts": with_row(small(), "contacts", contact_id="K2")["contacts"][1:]}
    report = taken_in(folder(tmp_path / "later", later))
    assert report.written, report.faults
    assert set(Contact.objects.values_list("key", "episode__key")) == {("K1", "P1"), ("K2", "P1")}
    assert Client.objects.count() == 1


def test_a_column_that_is_left_out_says_nothing(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "episodes.csv").write_text(
        "entered_on,episode_id,client_id,work_status_at_entry\n2025-02-01,P1,C1,in_work\n"
    )
    report = taken_in(tmp_path / "later")
    assert report.written, report.faults
    episode = Episode.objects.get()
    assert (episode.work_status_at_entry, episode.ended_on, episode.team.key) == ("in_work", date(2026, 2, 1), "T1")


def test_periods_change_places(tmp_path):
    """The key worker's two periods are moved past each other: never two on one day."""
    tables = with_row(small(), "allocations", started_on="2025-06-01")
    tables["allocations"][0]["ended_on"] = "2025-06-01"
    with_row(tables, "staff_terms", started_on="2025-07-01")
    tables["staff_terms"][0]["ended_on"] = "2025-07-01"
    taken_in(folder(tmp_path / "p", tables))
    tables["allocations"] = with_row(small(), "allocations", started_on="2025-05-01")["allocations"]
    tables["allocations"][0]["ended_on"] = "2025-05-01"
    tables["allocations"][1]["ended_on"] = "2025-06-01"
    with_row(tables, "allocations", started_on="2025-06-01", ended_on="2025-11-01")
    tables["staff_terms"] = with_row(small(), "staff_terms", started_on="2025-03-01")["staff_terms"]
    tables["staff_terms"][0]["ended_on"] = "2025-03-01"
    tables["staff_terms"][1]["ended_on"] = "2025-07-01"
    report = taken_in(folder(tmp_path / "p", tables))
    assert report.written, report.faults
    assert Allocation.objects.standing().count() == 3
    assert list(StaffTerm.objects.order_by("started_on").values_list("started_on", "ended_on", "version")) == [
        (date(2025, 1, 1), date(2025, 3, 1), 2),
        (date(2025, 3, 1), date(2025, 7, 1), 1),
        (date(2025, 7, 1), None, 1),
    ]


def test_a_crash_in_the_middle_leaves_nothing(tmp_path):
    def crash(done, total, what):
        if what == "writing jobs":
            raise MemoryError("lights out")

    with pytest.raises(MemoryError):
        taken_in(folder(tmp_path / "p", small()), progress=crash)
    assert set(rows_in_the_record().values()) == {0}
    assert not Event.objects.filter(verb="record.imported").exists()
    assert taken_in(folder(tmp_path / "p", small())).written


def test_a_record_that_moves_meanwhile_is_checked_again(tmp_path):
    moved = []

    def somebody_writes(done, total, what):
        if not moved and what == "contacts":
            moved.append(given.service())
            with given._laid_down():
                Event.objects.create(verb="tests.moved")

    report = taken_in(folder(tmp_path / "p", small()), progress=somebody_writes)
    assert report.written
    assert moved


def test_a_record_that_never_rests_is_left_alone(tmp_path):
    def somebody_writes(done, total, what):
        if what == "contacts":
            with given._laid_down():
                Event.objects.create(verb="tests.moved")

    with pytest.raises(importing.RecordBusy, match="Nothing was imported"):
        taken_in(folder(tmp_path / "p", small()), progress=somebody_writes)
    assert Contact.objects.count() == 0


def test_progress_goes_from_nothing_to_all(tmp_path):
    steps = []
    taken_in(folder(tmp_path / "p", small()), progress=lambda *step: steps.append(step))
    read = [step for step in steps if not step[2].startswith("writing")]
    assert [done for done, _, _ in read] == sorted(done for done, _, _ in read)
    assert read[-1][0] == read[-1][1]
    assert [step[:2] for step in steps if step[2].startswith("writing")] == [(n, 28) for n in range(1, 29)]


def test_an_administrator_imports_into_their_own_service_only(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    service = Service.objects.get()
    by = given.worker(service, "administrator", now=NOW)
    tables = small()
    tables["clients"][0]["preferred_name"] = "Mi"
    assert taken_in(folder(tmp_path / "p", tables), by=by).written
    tables["services"][0]["service_id"] = "S9"
    report = taken_in(folder(tmp_path / "p", tables), by=by)
    assert report.faults[0].problem == "is not a service into which you may import"
    assert not report.written


def test_who_may_not_import_is_refused(tmp_path):
    stranger = Worker(given.account(), NOW)
    with pytest.raises(PermissionDenied):
        taken_in(folder(tmp_path / "p", small()), by=stranger)


def test_the_action_itself_refuses_a_new_service_from_an_administrator(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    by = given.worker(Service.objects.get(), "administrator", now=NOW)
    with pytest.raises(PermissionDenied):
        bulk.import_record(
            by=by, service=None, number=-2, counts={}, tables=[], about="", last={}, progress=lambda what: None
        )


def test_two_services_in_one_package_have_an_event_each(tmp_path):
    tables = with_row(small(), "services", service_id="S2", country="NZ")
    with_row(tables, "staff", staff_id="E2", service_id="S2")
    with_row(tables, "staff_terms", staff_id="E2")
    report = taken_in(folder(tmp_path / "p", tables))
    assert report.written, report.faults
    assert Staff.objects.get(key="E2").service.key == "S2"
    assert {
        event.service.key: event.counts.get("staff_terms") for event in Event.objects.filter(verb="record.imported")
    } == {
        "S1": {"new": 1, "changed": 0},
        "S2": {"new": 1, "changed": 0},
    }


def test_today_is_the_services_own(tmp_path):
    """At noon on 30 June in London it is 1 July in Auckland."""
    tables = small()
    tables["episodes"][0]["ended_on"] = tables["allocations"][0]["ended_on"] = ""
    tables["contacts"][0]["began_at"] = "2026-07-01T00:10"
    report = taken_in(folder(tmp_path / "gb", tables), check_only=True)
    assert [fault.problem for fault in report.faults] == ["lies after today, 2026-06-30"]
    tables["services"][0]["country"] = "NZ"
    assert taken_in(folder(tmp_path / "nz", tables), check_only=True).fault_count == 0
