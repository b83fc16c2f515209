"""The server's side of forms that wait on a device: the key, the session, and what becomes of a form."""

from base64 import b64decode
from html.parser import HTMLParser
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.test import Client
from django.urls import reverse

from placewell.access.models import RoleHeld
from placewell.access.worker import system_worker
from placewell.actions import accounts, device_keys
from placewell.people.models import DeviceKey
from placewell.records.models import Contact, Episode
from placewell.web.forms.contacts import ContactForm
from placewell.web.forms.records.correcting import correction_of
from placewell.web.offline import worker
from placewell.web.offline.answers import ANSWER, AUTHOR
from placewell.web.once import TAKEN_IN
from tests import given

DEVICE = "6f0c1d1e-6f0a-4b7e-9a53-0d6f0d4d3a11"


@pytest.fixture
def staff(specialist):
    """The specialist's row among the staff."""
    return RoleHeld.objects.get(account=specialist).staff


@pytest.fixture
def address(staff, service):
    """Where a contact with a person of theirs is noted."""
    held = Episode.objects.get(client=given.client_held_by(staff))
    return reverse("contact_new", args=[service.pk, held.pk])


@pytest.fixture
def words(signed_in, specialist, address):
    """A contact, as a browser sends what the page suggests, with a length and a note."""
    page = Answers()
    page.feed(signed_in(specialist).get(address).content.decode())
    del page.words["csrfmiddlewaretoken"]
    return page.words | {"minutes": "30", "note": "Met at the library"}


class Answers(HTMLParser):
    """What is filled in on a page: `words`."""

    def __init__(self):
        super().__init__()
        self.words, self.select = {}, ""

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "select":
            self.select = told["name"]
        elif tag == "option" and "selected" in told:
            self.words[self.select] = told["value"]
        elif tag == "input" and (told.get("type") not in {"radio", "checkbox"} or "checked" in told):
            self.words[told["name"]] = told.get("value", "")


def sent(browser, address, words, author):
    """A form as an outbox sends it."""
    return browser.post(address, words, headers={AUTHOR: str(author)})


def test_a_stranger_is_told_to_sign_in_and_given_nothing(client, db):
    for answer in (client.get("/waiting/session/"), client.post("/waiting/key/", {"device": DEVICE})):
        assert (answer.status_code, answer.headers[ANSWER]) == (401, "sign-in")
    assert DeviceKey.objects.count() == 0


def test_who_is_signed_in_is_told_with_a_token(signed_in, specialist):
    told = signed_in(specialist).get("/waiting/session/")
    assert told.headers[ANSWER] == "signed-in"
    assert told.json()["account"] == specialist.pk
    assert len(told.json()["token"]) == 64


def test_a_key_is_made_once_for_an_account_on_a_device(signed_in, specialist):
    browser = signed_in(specialist)
    first, again, elsewhere = (
        browser.post("/waiting/key/", {"device": device}).json() for device in (DEVICE, DEVICE, str(uuid4()))
    )
    assert (first["id"], first["secret"]) == (again["id"], again["secret"])
    assert first["secret"] != elsewhere["secret"]
    assert len(b64decode(first["secret"])) == 32
    assert first["lasts"] == settings.SESSION_COOKIE_AGE


def test_two_people_on_one_device_have_keys_of_their_own(specialist):
    other = given.account()
    keys = {
        device_keys.hand_over(account=account, device=DEVICE, browser="A browser", now=given.NOW).secret
        for account in (specialist, other)
    }
    assert len(keys) == 2


def test_a_key_needs_a_device(signed_in, specialist):
    assert signed_in(specialist).post("/waiting/key/", {"device": "my phone"}).status_code == 400


def test_a_key_that_was_deleted_does_not_stand_and_is_not_given_back(signed_in, specialist):
    browser = signed_in(specialist)
    before = browser.post("/waiting/key/", {"device": DEVICE}).json()
    assert browser.get("/waiting/session/", {"key": before["id"]}).json()["key_stands"]
    page = browser.get("/waiting/devices/").content.decode()
    assert before["id"] in page
    assert before["secret"] not in page
    assert browser.post("/waiting/devices/", {"key": before["id"]}).status_code == 302
    assert not browser.get("/waiting/session/", {"key": before["id"]}).json()["key_stands"]
    assert browser.post("/waiting/key/", {"device": DEVICE}).json()["secret"] != before["secret"]


def test_nobody_deletes_the_key_of_another(signed_in, specialist):
    key = device_keys.hand_over(account=given.account(), device=DEVICE, browser="", now=given.NOW)
    assert signed_in(specialist).post("/waiting/devices/", {"key": key.pk}).status_code == 404
    with pytest.raises(ObjectDoesNotExist):
        device_keys.forget(account=specialist, key=key.pk)
    assert DeviceKey.objects.filter(pk=key.pk).exists()


def test_closing_an_account_deletes_its_keys(specialist, service, laying_down):
    device_keys.hand_over(account=specialist, device=DEVICE, browser="", now=given.NOW)
    given.role(service, "administrator")
    accounts.close_account(
        by=system_worker(given.NOW, "tests"), service=service, account=specialist, because="left the service"
    )
    assert DeviceKey.objects.count() == 0


def test_a_form_taken_in_says_so_with_its_own_id_and_again_when_it_comes_again(signed_in, specialist, address, words):
    browser = signed_in(specialist)
    first, again = (sent(browser, address, words, specialist.pk) for _ in range(2))
    for answer in (first, again):
        assert (answer.status_code, answer.headers[ANSWER]) == (200, "taken-in")
        assert answer.headers[TAKEN_IN] == words["submission"]
        assert int(answer.headers["Content-Length"]) == len(answer.content)
    assert first.json()["led_to"] == again.json()["led_to"]
    assert Contact.objects.count() == 1


def test_an_ordinary_form_is_answered_as_ever(signed_in, specialist, address, words):
    answer = signed_in(specialist).post(address, words)
    assert answer.status_code == 302
    assert ANSWER not in answer.headers


def test_a_refused_form_comes_back_as_the_page_that_says_why(signed_in, specialist, address, words):
    answer = sent(signed_in(specialist), address, words | {"minutes": ""}, specialist.pk)
    page = answer.content.decode()
    assert (answer.status_code, answer.headers[ANSWER]) == (422, "came-back")
    assert "Enter how many minutes it lasted" in page
    assert "Met at the library" in page
    assert TAKEN_IN not in answer.headers


def test_the_same_id_with_other_words_comes_back(signed_in, specialist, address, words):
    browser = signed_in(specialist)
    sent(browser, address, words, specialist.pk)
    answer = sent(browser, address, words | {"note": "Something else"}, specialist.pk)
    assert (answer.status_code, answer.headers[ANSWER]) == (409, "came-back")
    assert Contact.objects.get().note == "Met at the library"


def test_a_form_of_somebody_else_is_not_taken_in(signed_in, specialist, address, words):
    answer = sent(signed_in(specialist), address, words, given.account().pk)
    assert (answer.status_code, answer.headers[ANSWER]) == (403, "another-person")
    assert Contact.objects.count() == 0


def test_without_a_session_a_form_waits(specialist, address, words):
    answer = sent(Client(), address, words, specialist.pk)
    assert (answer.status_code, answer.headers[ANSWER]) == (401, "sign-in")
    assert Contact.objects.count() == 0


def test_without_a_second_factor_where_one_is_required_a_form_waits(signed_in, specialist, address, words, settings):
    browser = signed_in(specialist)
    settings.SECOND_FACTOR_REQUIRED = True
    assert sent(browser, address, words, specialist.pk).headers[ANSWER] == "sign-in"
    assert Contact.objects.count() == 0


def test_a_form_with_an_out_of_date_token_is_not_taken_in(signed_in, specialist, address, words):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = signed_in(specialist).cookies
    answer = sent(browser, address, words, specialist.pk)
    assert (answer.status_code, answer.headers[ANSWER]) == (403, "came-back")
    assert Contact.objects.count() == 0


def test_a_page_that_breaks_is_not_taken_for_an_answer(signed_in, specialist, address, words, monkeypatch):
    browser = signed_in(specialist)
    browser.raise_request_exception = False
    monkeypatch.setattr("placewell.actions.support.note_contact", lambda **_: 1 / 0)
    answer = sent(browser, address, words, specialist.pk)
    assert (answer.status_code, answer.headers[ANSWER]) == (500, "broken")


def test_a_form_that_corrects_is_not_kept(signed_in, specialist, address):
    assert ContactForm.keeps_offline
    assert not correction_of(ContactForm).keeps_offline
    assert "data-outbox" in signed_in(specialist).get(address).content.decode()


def test_the_worker_serves_the_whole_site_and_keeps_what_is_there(client, db):
    answer = client.get("/sw.js")
    assert answer.headers["Content-Type"] == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
    static = worker.OUTBOX.parent.parent
    names = [*worker.FRAME, *(f"placewell/outbox/{name}" for name in worker.outbox_scripts())]
    assert len(names) > 10
    assert [name for name in names if not (static / name).is_file()] == []
    assert all(f"/static/{name}" in answer.content.decode() for name in names)


def test_the_page_for_no_connection_is_a_strangers_page(client, db):
    page = client.get("/offline/").content.decode()
    assert 'data-account=""' in page
    assert "csrf" not in page


def test_scripts_of_the_outbox_do_not_import_each_other_in_a_circle():
    """Names that change with the content cannot be made for files that need each other's."""
    needs = {
        path.name: {
            line.split('"')[1].removeprefix("./") for line in path.read_text().splitlines() if ' from "./' in line
        }
        for path in worker.OUTBOX.glob("*.js")
    }
    while ready := {name for name, others in needs.items() if not others & set(needs)}:
        for name in ready:
            del needs[name]
    assert needs == {}
