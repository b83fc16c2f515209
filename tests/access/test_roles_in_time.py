"""Roles are dated by the service's own day, and end with what they point to."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError

from placewell.access.roles import Role
from placewell.access.scope import clients_for, services_for
from placewell.access.worker import Worker
from tests import given

pytestmark = pytest.mark.django_db


def stands(held, now) -> bool:
    return bool(Worker(held.account, now).roles)


def test_a_role_covers_its_first_day_and_not_its_last():
    held = given.role(given.service(), Role.TRAINER, started_on=date(2026, 3, 2), ended_on=date(2026, 3, 5))
    days = {day: stands(held, datetime(2026, 3, day, 12, tzinfo=UTC)) for day in range(1, 7)}
    assert days == {1: False, 2: True, 3: True, 4: True, 5: False, 6: False}


@pytest.mark.parametrize(
    ("country", "stands_at_that_moment"),
    [("GB", False), ("NZ", True)],
)
def test_the_day_is_the_services_own(country, stands_at_that_moment):
    held = given.role(given.service(country=country), Role.TRAINER, started_on=date(2026, 7, 1))
    # Half past one in the afternoon of 30 June in London, half past midnight of 1 July in Auckland.
    assert stands(held, datetime(2026, 6, 30, 12, 30, tzinfo=UTC)) is stands_at_that_moment


def test_summer_time_moves_midnight():
    held = given.role(given.service(), Role.TRAINER, started_on=date(2026, 7, 1))
    assert not stands(held, datetime(2026, 6, 30, 22, 59, tzinfo=UTC))
    assert stands(held, datetime(2026, 6, 30, 23, 0, tzinfo=UTC))


def test_a_reviewer_sees_everybody_until_the_review_ends_and_nothing_after():
    service = given.service()
    person = given.client(service)
    held = given.role(service, Role.REVIEWER, ended_on=given.TODAY + timedelta(days=1))
    during = Worker(held.account, given.NOW)
    assert list(clients_for(during)) == [person]
    after = Worker(held.account, given.NOW + timedelta(days=1))
    assert list(clients_for(after)) == []
    assert list(services_for(after)) == []


def test_a_reviewer_without_an_end_is_refused_by_the_database():
    with pytest.raises(IntegrityError):
        given.role(given.service(), Role.REVIEWER, ended_on=None)


@pytest.mark.parametrize("role", [Role.EMPLOYMENT_SPECIALIST, Role.SUPERVISOR, Role.SERVICE_MANAGER, Role.CLIENT])
def test_a_role_that_points_to_nobody_is_refused_by_the_database(role):
    field = "client" if role == Role.CLIENT else "staff"
    with pytest.raises(IntegrityError):
        given.role(given.service(), role, **{field: None})


def test_who_leaves_the_service_keeps_no_access_though_nobody_ended_the_role():
    service = given.service()
    leaver = given.staff(service, ended_on=given.TODAY)
    held = given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=leaver)
    given.client_held_by(leaver)
    assert stands(held, given.NOW - timedelta(days=1))
    assert not stands(held, given.NOW)


def test_a_withdrawn_role_and_a_withdrawn_service_give_nothing(laying_down):
    service = given.service()
    withdrawn = given.role(service, Role.SUPERVISOR, withdrawn_at=given.NOW)
    assert not stands(withdrawn, given.NOW)
    standing = given.role(service, Role.SUPERVISOR)
    with laying_down():
        service.withdrawn_at = given.NOW
        service.save()
    assert not stands(standing, given.NOW)
