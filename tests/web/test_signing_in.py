"""Signing in and out, wrong passwords, and what is left behind."""

import time

import pytest
from django.conf import settings
from django.test import Client

from placewell.people.models import Account
from placewell.records.models import Event
from tests import given
from tests.web.conftest import PASSWORD

LOGIN = "/accounts/login/"


def events() -> list[str]:
    return list(Event.objects.filter(verb__startswith="account.").order_by("pk").values_list("verb", flat=True))


def test_signing_in_leads_to_the_page_that_was_asked_for(client, account):
    asked = client.get("/accounts/2fa/").headers["Location"]
    assert asked == f"{LOGIN}?next=%2Faccounts%2F2fa%2F"
    answer = client.post(LOGIN, {"login": "SAM@example.org", "password": PASSWORD, "next": "/accounts/2fa/"})
    assert answer.headers["Location"] == "/accounts/2fa/"
    assert Account.objects.get(pk=account.pk).last_login is not None
    assert events() == ["account.signed_in"]


def test_an_address_elsewhere_is_not_followed_after_signing_in(client, account):
    answer = client.post(LOGIN, {"login": account.email, "password": PASSWORD, "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("role", ["employment_specialist", "supervisor"])
def test_who_supports_people_is_led_to_today(client, service, account, role):
    given.role(service, role, account=account)
    answer = client.post(LOGIN, {"login": account.email, "password": PASSWORD})
    assert answer.headers["Location"] == f"/s/{service.pk}/today/"


def test_who_supports_people_in_two_services_chooses_on_the_first_page(client, service, other_service, account):
    for of in (service, other_service):
        given.role(of, "supervisor", account=account)
    answer = client.post(LOGIN, {"login": account.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/"


def test_who_supports_nobody_is_led_to_the_first_page(client, service, account):
    given.role(service, "clinician", account=account)
    answer = client.post(LOGIN, {"login": account.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/"


def test_signing_out_is_a_button_and_leaves_an_event(signed_in, account):
    browser = signed_in(account)
    assert "Do you want to sign out?" in browser.get("/accounts/logout/").content.decode()
    assert browser.post("/accounts/logout/").status_code == 302
    assert browser.get("/").status_code == 302
    assert events() == ["account.signed_in", "account.signed_out"]


def test_a_wrong_password_says_what_is_wrong_and_leaves_an_event(client, account):
    page = client.post(LOGIN, {"login": account.email, "password": "my-secret-guess"}).content.decode()
    assert "The email address or the password is wrong" in page
    assert "<title>Error: Sign in" in page
    assert account.email in page
    assert "my-secret-guess" not in page
    event = Event.objects.get(verb="account.sign_in_failed")
    assert (event.by, event.about) == (None, f"account {account.pk}")


def test_an_unknown_address_is_not_written_down_and_gets_the_same_words(client, account):
    known = client.post(LOGIN, {"login": account.email, "password": "wrong"})
    unknown = client.post(LOGIN, {"login": "password1@typed.here", "password": "wrong"})
    assert known.status_code == unknown.status_code == 200
    said = [list(answer.context["form"].non_field_errors()) for answer in (known, unknown)]
    assert said[0] == said[1] != []
    assert Event.objects.filter(about__contains="password1").count() == 0


def test_too_many_wrong_passwords_lock_the_account_from_there(client, account):
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert client.post(LOGIN, {"login": account.email, "password": "wrong"}).status_code == 200
    locked = client.post(LOGIN, {"login": account.email, "password": "wrong"})
    assert locked.status_code == 429
    assert "Wait, then try again" in locked.content.decode()
    right = client.post(LOGIN, {"login": account.email.upper(), "password": PASSWORD})
    assert right.status_code == 429
    elsewhere = Client(REMOTE_ADDR="192.0.2.7").post(LOGIN, {"login": account.email, "password": PASSWORD})
    assert elsewhere.status_code == 302


def test_nobody_signs_in_to_the_built_in_account(client, db):
    answer = client.post(LOGIN, {"login": "system@placewell.invalid", "password": PASSWORD})
    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()


def test_a_closed_account_is_told_so_only_with_the_right_password(client, account, laying_down):
    with laying_down():
        Account.objects.filter(pk=account.pk).update(is_active=False)
    assert client.post(LOGIN, {"login": account.email, "password": "wrong"}).status_code == 200
    answer = client.post(LOGIN, {"login": account.email, "password": PASSWORD}, follow=True)
    assert "Your account is closed" in answer.content.decode()


def used_at(browser: Client, seconds_ago: float) -> None:
    session = browser.session
    session["seen"] = int(time.time() - seconds_ago)
    session.save()


def test_a_session_ends_after_thirty_idle_minutes(signed_in, account):
    browser = signed_in(account)
    used_at(browser, 29 * 60)
    assert browser.get("/").status_code == 200
    used_at(browser, 31 * 60)
    answer = browser.get("/accounts/", follow=True)
    assert "You were signed out because nothing happened for 30 minutes" in answer.content.decode()
    assert browser.get("/").status_code == 302
    assert events() == ["account.signed_in", "account.signed_out"]


def test_the_last_use_is_noted_at_most_once_a_minute(signed_in, account, django_assert_num_queries):
    browser = signed_in(account)
    browser.get("/accounts/")
    before = browser.session["seen"]
    with django_assert_num_queries(3):  # session, account, roles
        browser.get("/accounts/")
    used_at(browser, 61)
    browser.get("/accounts/")
    assert browser.session["seen"] >= before


def test_the_password_can_be_changed(signed_in, account):
    browser = signed_in(account)
    wrong = browser.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": "short"})
    assert "12 characters" in wrong.content.decode()
    new = "another three words"
    right = browser.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new})
    assert right.status_code == 302, right.content.decode()
    assert Account.objects.get(pk=account.pk).check_password(new)
    assert browser.get("/accounts/").status_code == 200
    assert events() == ["account.signed_in", "account.password_changed"]


def test_who_forgot_the_password_is_told_whom_to_ask_and_led_nowhere(signed_in, account):
    says = signed_in(account).get("/accounts/password/change/").content.decode()
    assert "ask the administrator of your service for a link" in says
    assert "/accounts/password/reset/" not in says


def test_other_devices_can_be_signed_out(signed_in, account):
    browser, other = signed_in(account), Client()
    other.post(LOGIN, {"login": account.email, "password": PASSWORD})
    assert other.get("/").status_code == 200
    assert "Another device" in browser.get("/accounts/sessions/").content.decode()
    browser.post("/accounts/sessions/")
    assert other.get("/").status_code == 302
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize(
    "address", ["/accounts/", "/accounts/password/change/", "/accounts/sessions/", "/accounts/2fa/"]
)
def test_the_pages_of_an_account_open(signed_in, account, address):
    assert signed_in(account).get(address).status_code == 200
