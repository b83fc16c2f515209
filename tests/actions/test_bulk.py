"""The bulk action: permitted, whole, remembered, and never blind to what others did meanwhile."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError

from placewell.access.worker import system_worker
from placewell.actions import base, bulk
from placewell.exchange import importing
from placewell.records.models import Client, Event, Service
from tests import given
from tests.exchange.packages import NOW, folder, small, taken_in

pytestmark = pytest.mark.django_db


def test_it_is_registered_with_its_permission():
    assert base.REGISTRY["record.imported"].needs == "import record"


def take_in(**more):
    told = {"by": system_worker(NOW), "services": {}, "tables": [], "about": "", "progress": lambda what: None}
    bulk.take_in(**{**told, "checked_at": bulk.record_state(), **more})


def test_it_sees_that_another_action_came_in_between():
    before = bulk.record_state()
    with given._laid_down():
        Event.objects.create(verb="tests.moved")
    assert bulk.record_state() != before
    with pytest.raises(bulk.RecordMoved):
        take_in(checked_at=before)
    take_in()


@pytest.mark.parametrize("role", ["employment_specialist", "supervisor", "clinician", "service_manager", "executive"])
def test_only_who_may_import(role):
    service = given.service()
    more = {"teams": [given.team(service)]} if role == "clinician" else {}
    by = given.worker(service, role, **more)
    with pytest.raises(PermissionDenied):
        take_in(by=by, services={service.pk: {}})


def test_an_administrator_of_another_service_may_not():
    mine, other = given.service(), given.service()
    with pytest.raises(PermissionDenied):
        take_in(by=given.worker(mine, "administrator"), services={other.pk: {}})


def test_when_one_service_is_refused_no_service_is_written(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    service, other = Service.objects.get(), given.service()
    before = bulk.record_state()
    with pytest.raises(PermissionDenied):
        take_in(
            by=given.worker(service, "administrator"),
            services={service.pk: {}, other.pk: {}},
            checked_at=bulk.record_state(),
        )
    assert bulk.record_state() == before


def test_rows_made_afterwards_get_numbers_of_their_own(tmp_path):
    taken_in(folder(tmp_path / "p", small()))
    first = Client.objects.get()
    with given._laid_down():
        later = Client.objects.create(service=first.service, key="later", given_name="Ida", family_name="Moss")
    assert later.pk > first.pk


def test_a_locked_record_is_a_clear_refusal(tmp_path, monkeypatch):
    def locked(**_):
        raise OperationalError("database is locked")

    monkeypatch.setattr(bulk, "take_in", locked)
    with pytest.raises(importing.RecordBusy, match="Nothing was imported; try again"):
        taken_in(folder(tmp_path / "p", small()))


def test_another_failure_of_the_database_is_not_called_busy(tmp_path, monkeypatch):
    def broken(**_):
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(bulk, "take_in", broken)
    with pytest.raises(OperationalError, match="disk"):
        taken_in(folder(tmp_path / "p", small()))
