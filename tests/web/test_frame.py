"""Headers, cookies, the header and footer, and the pages for what went wrong."""

import re
from unittest.mock import patch

import pytest
from django.conf import settings
from django.contrib.auth import get_user
from django.core.exceptions import SuspiciousOperation
from django.test import Client, RequestFactory

from placewell.access.models import RoleHeld
from placewell.web.pages import errors
from tests.web.conftest import PASSWORD

NOTHING = "default-src 'none'"


@pytest.mark.parametrize("address", ["/accounts/login/", "/privacy/", "/health/", "/nowhere/"])
def test_every_page_bears_the_headers(client, db, address):
    headers = client.get(address).headers
    assert NOTHING in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "no-store" in headers["Cache-Control"]
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_behind_tls_browsers_are_told_to_stay_there(client, db, settings):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31536000, True
    assert "max-age=31536000" in Client().get("/health/", secure=True).headers["Strict-Transport-Security"]


def test_cookies_are_kept_from_scripts_and_other_sites(client, account):
    client.get("/accounts/login/")
    client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
    assert set(client.cookies) == {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    for name, cookie in client.cookies.items():
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
    assert client.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == ""


def test_no_page_has_a_script_or_style_inside(signed_in, administrator):
    browser = signed_in(administrator)
    for address in ["/", "/accounts/", "/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/"]:
        page = browser.get(address).content.decode()
        assert "style=" not in page, address
        assert "<style" not in page, address
        for opening in page.split("<script")[1:]:
            assert "src=" in opening[:80] or 'type="application/json"' in opening.split(">")[0], address


def test_the_header_leads_who_supports_people_from_room_to_room(signed_in, specialist, service):
    browser = signed_in(specialist)
    page = browser.get(f"/s/{service.pk}/clients/").content.decode()
    ways = re.findall(r'class="placewell-ways__link" href="([^"]+)"( aria-current="page")?>([^<]+)<', page)
    assert [words for _, _, words in ways] == ["Today", "Caseload", "People", "Employers", "Leads", "Fidelity", "More"]
    assert [words for _, current, words in ways if current] == ["People"]
    assert all(browser.get(address).status_code == 200 for address, _, _ in ways)
    assert "placewell-ways" in browser.get("/accounts/").content.decode()


def test_who_does_not_support_people_has_no_rooms_in_the_header(signed_in, administrator):
    assert "placewell-ways" not in signed_in(administrator).get("/").content.decode()


def test_the_header_names_the_service_and_the_person(signed_in, administrator):
    page = signed_in(administrator).get("/").content.decode()
    assert '<a class="nhsuk-header__service-name" href="/">Hillside IPS</a>' in page
    assert "Sam Okafor" in page
    assert "Administrator" in page


def test_a_person_without_a_role_is_told_what_to_do(signed_in, account):
    page = signed_in(account).get("/").content.decode()
    assert "holds no role" in page
    assert ">placewell</a>" in page


def test_a_role_that_has_ended_opens_nothing(signed_in, administrator, laying_down):
    with laying_down():
        RoleHeld.objects.filter(account=administrator).update(ended_on="2021-01-01")
    assert "holds no role" in signed_in(administrator).get("/").content.decode()


def test_health_is_plain_words(client, db):
    answer = client.get("/health/")
    assert (answer.status_code, answer.content, answer.headers["Content-Type"]) == (200, b"ok\n", "text/plain")


def test_a_page_that_breaks_says_whose_fault_it_is_and_asks_no_database():
    answer = errors.broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "it is our fault" in answer.content.decode()


def test_the_same_is_said_when_the_frame_itself_is_broken():
    with patch("placewell.web.pages.errors.render_to_string", side_effect=ValueError("no style sheet")):
        answer = errors.broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "it is our fault" in answer.content.decode()


def test_what_cannot_be_read_is_said_so(rf, account):
    request = rf.get("/")
    request.worker, request.session = None, {}
    assert "could not be read" in errors.not_understood(request, SuspiciousOperation("inside")).content.decode()


def test_nobody_is_signed_in_by_a_made_up_cookie(client, db):
    client.cookies[settings.SESSION_COOKIE_NAME] = "made-up"
    assert client.get("/").status_code == 302
    assert not get_user(client).is_authenticated


def test_the_footer_leads_to_the_source_code_where_it_is_told(client, db, settings):
    assert "Source code" not in client.get("/privacy/").content.decode()
    settings.SOURCE_URL = "https://code.example/placewell"
    assert (
        '<a class="nhsuk-footer__list-item-link" href="https://code.example/placewell">'
        in client.get("/privacy/").content.decode()
    )


def test_what_breaks_is_told_on_the_terminal_and_what_people_typed_is_not(client, account, caplog):
    client.post("/accounts/login/", {"login": "hunter2@typed.here", "password": "wrong"})
    client.get("/nowhere/")
    assert "hunter2" not in caplog.text
    assert "nowhere" not in caplog.text
    client.raise_request_exception = False
    with patch("placewell.web.pages.about.render", side_effect=RuntimeError("broken inside")):
        answer = client.get("/privacy/")
    assert answer.status_code == 500
    assert "broken inside" not in answer.content.decode()
    assert "RuntimeError: broken inside" in caplog.text
