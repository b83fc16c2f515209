"""Words typed before a session ended are not lost."""

import re
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client

from placewell.web.pages import ended
from tests.web import address_book
from tests.web.conftest import PASSWORD

WORDS = {"note": "Met Sam <at> the café & talked about work", "team": ["1", "2"], "password": "not this"}


@pytest.fixture
def stranger(rf):
    """A request with words in it, from somebody whose session has ended."""

    def send(**headers):
        request = rf.post("/s/1/contacts/?from=list", WORDS, headers=headers)
        request.user, request.worker = Client().request().wsgi_request.user, None
        return request

    return send


def test_words_typed_before_the_session_ended_stay_on_the_page(stranger, db):
    answer = ended.keep_words(stranger())
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Met Sam &lt;at&gt; the café &amp; talked about work" in page
    assert page.count('name="team"') == 2
    assert 'action="/s/1/contacts/?from=list"' in page
    assert "not this" not in page
    assert 'target="_blank"' in page


def test_a_file_is_said_to_be_lost(stranger, db):
    request = stranger()
    request.FILES["letter"] = SimpleUploadedFile("letter.pdf", b"%PDF")
    assert "The file you chose could not be kept" in ended.keep_words(request).content.decode()


def test_secrets_are_not_kept(rf):
    request = rf.post("/")
    request.POST = QueryDict("password1=a&oldpassword=b&code=c&credential=d&csrfmiddlewaretoken=e&note=f")
    assert ended.words_of(request) == [("note", "f")]


@pytest.fixture(autouse=True)
def _nothing_saved():
    address_book.SAVED.clear()


def strict_browser(account) -> Client:
    """A browser whose forms need a token, signed in."""
    browser = Client(enforce_csrf_checks=True)
    browser.get("/accounts/login/")
    token = browser.cookies[settings.CSRF_COOKIE_NAME].value
    form = {"login": account.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert browser.post("/accounts/login/", form).status_code == 302
    return browser


def test_after_signing_in_again_the_words_are_offered_with_a_new_token(account):
    browser = strict_browser(account)
    old = {"note": "typed before", "csrfmiddlewaretoken": "a" * 64}
    answer = browser.post("/accounts/sessions/", old, headers={"sec-fetch-site": "same-origin"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Send your words again" in page
    assert "typed before" in page


def hidden(page: str, name: str) -> str:
    """What a hidden box of the page's own form holds."""
    main = page[page.index("<main") :]
    return re.search(rf'name="{name}" value="([^"]*)"|value="([^"]*)"[^>]*name="{name}"', main).group(1)


@pytest.mark.urls("tests.web.address_book")
def test_words_typed_before_a_session_ended_are_saved_once_after_signing_in_again(administrator, service):
    browser, address = strict_browser(administrator), f"/s/{service.pk}/notes/"
    own = {"headers": {"sec-fetch-site": "same-origin"}}
    typed = {"note": "Met at the café", "submission": str(uuid4())}
    typed["csrfmiddlewaretoken"] = hidden(browser.get(address).content.decode(), "csrfmiddlewaretoken")
    session = browser.session
    session["seen"] -= 31 * 60
    session.save()

    kept = browser.post(address, typed, **own).content.decode()
    assert "your words are kept" in kept
    assert address_book.SAVED == []

    browser.get("/accounts/login/")
    token = browser.cookies[settings.CSRF_COOKIE_NAME].value
    form = {"login": administrator.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert browser.post("/accounts/login/", form).status_code == 302

    typed["csrfmiddlewaretoken"] = hidden(kept, "csrfmiddlewaretoken")
    again = browser.post(address, typed, **own).content.decode()
    assert "Send your words again" in again
    assert hidden(again, "submission") == typed["submission"]
    typed["csrfmiddlewaretoken"] = hidden(again, "csrfmiddlewaretoken")
    for _ in range(2):
        assert browser.post(address, typed, **own).headers["Location"] == "/"
    assert address_book.SAVED == ["Met at the café"]


def test_a_form_of_another_site_is_refused_without_its_words(account):
    browser = strict_browser(account)
    forged = browser.post("/accounts/sessions/", {"note": "forged"}, headers={"origin": "https://elsewhere.example"})
    assert forged.status_code == 403
    assert "This form could not be taken in" in forged.content.decode()
    assert "forged" not in forged.content.decode()
