"""The second step of signing in: app, recovery codes, and an installation that asks for one."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from placewell.records.models import Event
from tests.web.conftest import PASSWORD

LOGIN = "/accounts/login/"
ACTIVATE = "/accounts/2fa/totp/activate/"


def code_of(secret: str, ago: int = 0) -> str:
    """What an authenticator app shows (`ago` steps of 30 seconds before now)."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - ago))


def prove(browser: Client) -> None:
    """Give the password once more, as is asked before how one signs in changes."""
    answer = browser.post("/accounts/reauthenticate/?next=" + ACTIVATE, {"password": PASSWORD})
    assert answer.headers["Location"] == ACTIVATE, answer.content.decode()


def start_app(browser: Client) -> str:
    """Set up an authenticator app; answers with its secret."""
    prove(browser)
    page = browser.get(ACTIVATE).content.decode()
    secret = re.search(r'placewell-key">(\w+)<', page).group(1)
    answer = browser.post(ACTIVATE, {"code": code_of(secret)})
    assert answer.headers["Location"] == "/accounts/2fa/recovery-codes/"
    return secret


def half_signed_in(account) -> Client:
    """A browser that has given the right password, and is asked for the second step."""
    browser = Client()
    answer = browser.post(LOGIN, {"login": account.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/accounts/2fa/authenticate/"
    return browser


def test_an_app_is_set_up_with_its_first_code(signed_in, account, django_capture_on_commit_callbacks):
    browser = signed_in(account)
    prove(browser)
    browser.get(ACTIVATE)
    wrong = browser.post(ACTIVATE, {"code": "000000"}).content.decode()
    assert "This code is wrong" in wrong
    with django_capture_on_commit_callbacks(execute=True):
        start_app(browser)
    assert "In use" in browser.get("/accounts/2fa/").content.decode()
    codes = re.findall(r"<li>(\w{8})</li>", browser.get("/accounts/2fa/recovery-codes/").content.decode())
    assert len(codes) == 10
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert "account.second_factor_added" in verbs


def test_a_password_alone_is_then_not_enough(signed_in, account):
    secret = start_app(signed_in(account))
    browser = half_signed_in(account)
    assert browser.get("/").status_code == 302
    refused = browser.post("/accounts/2fa/authenticate/", {"code": "000000"}).content.decode()
    assert "This code is wrong" in refused
    assert Event.objects.filter(verb="account.second_factor_refused", by=account).count() == 1
    assert browser.post("/accounts/2fa/authenticate/", {"code": code_of(secret, ago=-1)}).status_code == 302
    assert browser.get("/").status_code == 200


def test_a_recovery_code_works_once(signed_in, account):
    browser = signed_in(account)
    start_app(browser)
    code = re.search(r"<li>(\w{8})</li>", browser.get("/accounts/2fa/recovery-codes/").content.decode()).group(1)
    assert half_signed_in(account).post("/accounts/2fa/authenticate/", {"code": code}).status_code == 302
    again = half_signed_in(account).post("/accounts/2fa/authenticate/", {"code": code})
    assert "This code is wrong" in again.content.decode()


def test_codes_cannot_be_guessed_for_ever(signed_in, account):
    start_app(signed_in(account))
    browser = half_signed_in(account)
    said = [browser.post("/accounts/2fa/authenticate/", {"code": "000000"}) for _ in range(12)]
    assert "Too many wrong tries" in said[-1].content.decode()


def test_the_app_is_removed_with_a_button(signed_in, account):
    browser = signed_in(account)
    start_app(browser)
    assert "Remove the authenticator app?" in browser.get("/accounts/2fa/totp/deactivate/").content.decode()
    browser.post("/accounts/2fa/totp/deactivate/")
    assert "An app on your phone shows a code" in browser.get("/accounts/2fa/").content.decode()
    assert Event.objects.filter(verb="account.second_factor_removed", by=account).exists()


def test_how_you_sign_in_changes_only_after_the_password_once_more(signed_in, account):
    browser = signed_in(account)
    asked = browser.get(ACTIVATE)
    assert asked.headers["Location"].startswith("/accounts/reauthenticate/")
    where = asked.headers["Location"]
    assert "Show that it is you" in browser.get(where).content.decode()
    assert "The password is wrong" in browser.post(where, {"password": "wrong"}).content.decode()
    assert browser.post(where, {"password": PASSWORD}).headers["Location"] == ACTIVATE


def test_a_form_put_aside_for_the_password_is_then_taken_in(signed_in, account):
    browser = signed_in(account)
    start_app(browser)
    before = browser.get("/accounts/2fa/recovery-codes/").content.decode()
    session = browser.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 60 * 60
    session.save()
    aside = browser.post("/accounts/2fa/recovery-codes/generate/")
    assert aside.headers["Location"].startswith("/accounts/reauthenticate/")
    browser.post(aside.headers["Location"], {"password": PASSWORD})
    after = browser.get("/accounts/2fa/recovery-codes/").content.decode()
    assert re.findall(r"<li>(\w{8})</li>", after) != re.findall(r"<li>(\w{8})</li>", before)


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def test_where_it_is_required_an_account_without_one_can_only_set_one_up(required, signed_in, administrator):
    browser = signed_in(administrator)
    assert browser.get("/").headers["Location"] == "/accounts/2fa/"
    assert "asks everybody for a second step" in browser.get("/accounts/2fa/").content.decode()
    start_app(browser)
    assert browser.get("/").status_code == 200


def test_passkey_pages_open(signed_in, account):
    browser = signed_in(account)
    prove(browser)
    page = browser.get("/accounts/2fa/webauthn/add/").content.decode()
    assert "Continue with this device" in page
    assert "You have none yet" in browser.get("/accounts/2fa/webauthn/").content.decode()
    options = Client().get("/accounts/2fa/webauthn/login/", headers={"accept": "application/json"}).json()
    assert options["request_options"]["publicKey"]["rpId"] == "testserver"
