"""A service, accounts with roles in it, and browsers that are signed in to them."""

from datetime import date

import pytest
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.test import Client

from placewell.access.models import RoleHeld
from placewell.people.models import Account
from placewell.records.models import Service, Staff

PASSWORD = "three words apart 7"


@pytest.fixture(autouse=True)
def _nothing_counted():
    """Wrong codes of one test do not count in another."""
    cache.clear()


@pytest.fixture
def service(db, laying_down) -> Service:
    with laying_down():
        return Service.objects.create(key="S1", name="Hillside IPS", country="GB")


@pytest.fixture
def other_service(db, laying_down) -> Service:
    with laying_down():
        return Service.objects.create(key="S2", name="Riverside IPS", country="GB")


@pytest.fixture
def account(db, laying_down) -> Account:
    """An account without a role."""
    with laying_down():
        return Account.objects.create(email="sam@example.org", full_name="Sam Okafor", password=make_password(PASSWORD))


@pytest.fixture
def administrator(account, service, laying_down) -> Account:
    """The account, as administrator of the service."""
    with laying_down():
        RoleHeld.objects.create(account=account, service=service, role="administrator", started_on=date(2020, 1, 1))
    return account


@pytest.fixture
def specialist(account, service, laying_down) -> Account:
    """The account, as employment specialist of the service."""
    with laying_down():
        staff = Staff.objects.create(service=service, key="st1", full_name="Sam Okafor", started_on=date(2020, 1, 1))
        RoleHeld.objects.create(
            account=account, service=service, role="employment_specialist", staff=staff, started_on=date(2020, 1, 1)
        )
    return account


@pytest.fixture
def signed_in(client, laying_down):
    """`signed_in(account)`: a browser that is signed in, as the sign-in page leaves it."""

    def sign_in(account: Account) -> Client:
        answer = client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
        assert answer.status_code == 302, answer.content.decode()
        return client

    return sign_in
