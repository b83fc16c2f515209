"""A lost password, on the web: the link is made, shown once, and used."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user
from django.test import Client

from placewell.access.models import PasswordLink
from placewell.access.roles import Role
from tests import given
from tests.web.browsers import form, signed_in, words

pytestmark = pytest.mark.django_db
LINK = re.compile(r"http://testserver(/new-password/[\w-]+/)")
NEW = {"password": "seven green buses"}


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def own(service):
    return given.role(service, Role.ADMINISTRATOR).account


@pytest.fixture
def kim(service):
    return given.role(service, Role.TRAINER).account


@pytest.fixture
def browser(own):
    return signed_in(own)


def at(service, account) -> str:
    return f"/s/{service.pk}/accounts/{account.pk}/"


def made(browser, service, account, **sent) -> str:
    """The address of the link that was made."""
    answer = browser.post(at(service, account) + "new-password/", form(**sent))
    return LINK.search(browser.get(answer.headers["Location"]).content.decode())[1]


def test_the_link_is_offered_for_others_with_an_open_account(browser, service, own, kim):
    offered = "Make a link for a new password"
    assert offered in words(browser.get(at(service, kim)))
    assert offered not in words(browser.get(at(service, own)))
    browser.post(at(service, kim) + "close/", form(because="moved"))
    assert offered not in words(browser.get(at(service, kim)))


def test_the_link_is_shown_once(browser, service, kim):
    answer = browser.post(at(service, kim) + "new-password/", form())
    shown = browser.get(answer.headers["Location"])
    assert LINK.search(shown.content.decode())
    again = browser.get(answer.headers["Location"])
    assert "The link was shown once" in words(again)
    assert not LINK.search(again.content.decode())


def test_the_second_step_is_asked_about_where_there_is_one(browser, service, kim):
    address = at(service, kim) + "new-password/"
    assert "lost their second step" not in words(browser.get(address))
    Authenticator.objects.create(user=kim, type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert "lost their second step" in words(browser.get(address))
    assert "Choose yes if" in words(browser.post(address, form()))
    assert not PasswordLink.objects.exists()
    made(browser, service, kim, removes_second_factor="yes")
    assert PasswordLink.objects.get().removes_second_factor


def test_a_new_password_is_chosen_and_signed_in_with(browser, service, kim):
    there, stranger = signed_in(kim), Client()
    link = made(browser, service, kim)
    assert kim.email in words(stranger.get(link))
    answer = stranger.post(link, NEW)
    assert answer.headers["Location"] == "/accounts/login/"
    assert "Your new password is set" in words(stranger.get("/accounts/login/"))
    assert there.get("/").status_code == 302
    signed = stranger.post("/accounts/login/", {"login": kim.email, "password": NEW["password"]})
    assert signed.headers["Location"] == "/"
    assert get_user(stranger) == kim


def test_a_weak_password_is_refused_beside_its_box(browser, service, kim):
    link = made(browser, service, kim)
    page = Client().post(link, {"password": "short"}).content.decode()
    assert "There is a problem" in page
    assert 'href="#id_password"' in page
    assert Client().get(link).status_code == 200


def test_a_link_works_once_and_says_no_more_than_one_made_up(browser, service, kim):
    link = made(browser, service, kim)
    Client().post(link, NEW)
    used, made_up = Client().get(link), Client().get("/new-password/no-such-link/")
    assert (used.status_code, made_up.status_code) == (404, 404)
    assert "does not work any more" in words(used)
    assert words(used) == words(made_up)
    assert kim.email not in used.content.decode()


@pytest.mark.parametrize("whose", ["own", "another"])
def test_whoever_is_signed_in_there_is_signed_out(browser, service, own, kim, whose):
    there = signed_in(kim if whose == "own" else own)
    assert there.post(made(browser, service, kim), NEW).headers["Location"] == "/accounts/login/"
    assert there.get("/").status_code == 302


def test_what_cannot_be_is_said_above_the_form(browser, service, own):
    page = words(browser.post(at(service, own) + "new-password/", form()))
    assert "ask another administrator" in page
    assert not PasswordLink.objects.exists()
