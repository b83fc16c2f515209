"""Taking up an invitation."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user
from django.test import Client

from placewell.access.models import RoleHeld
from placewell.access.worker import system_worker
from placewell.actions import accounts
from placewell.people.models import Account

FORM = {"full_name": "Priya Nair", "password": "seven green buses"}


@pytest.fixture
def link(service):
    """`link(email)`: the address that an administrator hands over."""

    def invite(email: str = "priya@example.org", role: str = "trainer") -> str:
        by = system_worker(datetime.now(UTC))
        return f"/invitation/{accounts.invite(by=by, service=service, email=email, role=role).token}/"

    return invite


def test_a_new_person_chooses_a_password_and_is_signed_in(client, link):
    address = link()
    page = client.get(address).content.decode()
    assert "Hillside IPS" in page
    assert "Trainer" in page
    assert client.post(address, FORM).headers["Location"] == "/"
    assert "Hello Priya" in client.get("/").content.decode()
    account = Account.objects.get(email="priya@example.org")
    assert account.last_login is not None
    assert RoleHeld.objects.get(account=account).role == "trainer"


def test_a_weak_password_is_refused_and_the_name_kept(client, link):
    address = link()
    page = client.post(address, FORM | {"password": "short"}).content.decode()
    assert "There is a problem" in page
    assert 'href="#id_password"' in page
    assert 'value="Priya Nair"' in page
    assert not Account.objects.filter(email="priya@example.org").exists()


def test_a_link_works_once(client, link):
    address = link()
    client.post(address, FORM)
    again = Client().get(address)
    assert again.status_code == 404
    assert "does not work any more" in again.content.decode()


def test_a_person_with_an_account_signs_in_first(client, link, account, signed_in):
    address = link(email=account.email)
    asked = client.post(address, FORM)
    assert asked.status_code == 403
    assert f"/accounts/login/?next={address}" in asked.content.decode()
    browser = signed_in(account)
    assert "Take this role on" in browser.get(address).content.decode()
    assert browser.post(address).headers["Location"] == "/"
    assert RoleHeld.objects.filter(account=account, role="trainer").exists()


def test_somebody_elses_session_does_not_take_the_role(link, account, signed_in):
    browser = signed_in(account)
    answer = browser.post(link(), FORM)
    assert answer.status_code == 403
    assert "another address than the one invited" in answer.content.decode()
    assert get_user(browser) == account
    assert not RoleHeld.objects.filter(account=account).exists()
