"""Accounts and roles on the web: invited, given, ended, closed."""

import re

import pytest
from django.test import Client

from placewell.access.models import Invitation, RoleHeld
from placewell.access.roles import GRANTS, Role
from placewell.people.models import Account
from tests import given
from tests.web.browsers import date_of, form, send, signed_in, words

pytestmark = pytest.mark.django_db
LINK = re.compile(r"http://testserver(/invitation/[\w-]+/)")


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def own(service):
    return given.role(service, Role.ADMINISTRATOR).account


@pytest.fixture
def browser(own):
    return signed_in(own)


def at(service, rest="") -> str:
    return f"/s/{service.pk}/accounts/{rest}"


def test_the_list_says_who_can_sign_in_and_warns_of_being_alone(browser, service, own, django_assert_max_num_queries):
    for _ in range(8):
        given.role(service, Role.TRAINER)
    browser.get(at(service))
    with django_assert_max_num_queries(11):
        page = words(browser.get(at(service)))
    assert own.full_name in page
    assert "Administrator, since 8 January 2024" in page
    assert "Only one account is administrator" in page
    given.role(service, Role.ADMINISTRATOR)
    assert "Only one account" not in words(browser.get(at(service)))


def test_roles_are_offered_with_what_each_may_see(browser, service):
    page = words(browser.get(at(service, "invite/")))
    for role, grant in GRANTS.items():
        assert (grant.in_words in page) == (role != Role.CLIENT)


def test_the_link_is_shown_once_and_works(browser, service):
    sam = given.staff(service, email="sam@example.org")
    chosen = browser.post(at(service, f"invite/?staff={sam.pk}"), form(role="employment_specialist"))
    address = chosen.headers["Location"]
    page = browser.get(address).content.decode()
    assert 'value="sam@example.org"' in page
    assert f'<option value="{sam.pk}" selected>' in page
    made = browser.post(address, form(email="sam@example.org", staff=sam.pk))
    shown = browser.get(made.headers["Location"])
    link = LINK.search(shown.content.decode())[1]
    assert "shown only now" in words(shown)
    assert "The link was shown once" in words(browser.get(made.headers["Location"]))
    stranger = Client()
    assert stranger.post(link, {"full_name": "Sam Ash", "password": "seven green buses"}).headers["Location"] == "/"
    assert RoleHeld.objects.get(staff=sam).account.full_name == "Sam Ash"


def test_a_double_click_makes_one_invitation(browser, service):
    sent = form(email="kim@example.org")
    first, second = (browser.post(at(service, "invite/trainer/"), sent) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "sent", "said"),
    [
        ("clinician", {}, "Choose at least one clinical team"),
        ("supervisor", {}, "Choose the member of staff"),
        ("reviewer", {}, "Enter the first day without access"),
        ("trainer", {"email": "kim"}, "Enter an email address like"),
    ],
)
def test_what_a_role_needs_is_asked_for_and_the_address_stays(browser, service, role, sent, said):
    page = browser.post(at(service, f"invite/{role}/"), form(**{"email": "kim@example.org", **sent})).content.decode()
    assert said in page
    assert 'value="kim' in page
    assert not Invitation.objects.exists()


def test_a_client_s_account_is_not_made_here(browser, service):
    assert browser.get(at(service, "invite/client/")).status_code == 404


def test_an_open_invitation_is_withdrawn(browser, service):
    browser.post(at(service, "invite/trainer/"), form(email="kim@example.org"))
    made = Invitation.objects.get()
    assert "kim@example.org" in words(browser.get(at(service)))
    sent = form(because="wrong person")
    assert "does not work any more" in send(browser, at(service, f"invitations/{made.pk}/withdraw/"), sent)
    send(browser, at(service, f"invitations/{made.pk}/withdraw/"), sent)
    assert "No invitation is on its way" in words(browser.get(at(service)))


def test_a_role_is_given_and_ended(browser, service):
    kim = given.role(service, Role.TRAINER).account
    chosen = browser.post(at(service, f"{kim.pk}/give/"), form(role="executive"))
    page = send(browser, chosen.headers["Location"], form())
    assert f"{kim} is now executive." in page
    held = RoleHeld.objects.get(account=kim, role="executive")
    sent = form(checked="yes", **date_of("on", held.started_on))
    assert "Roles before" in send(browser, at(service, f"{kim.pk}/roles/{held.pk}/end/"), sent)


def test_the_last_administrator_is_refused_with_what_to_do(browser, service, own):
    held = RoleHeld.objects.get(account=own)
    sent = form(checked="yes", **date_of("on", given.TODAY))
    for address, words_sent in ((f"{own.pk}/roles/{held.pk}/end/", sent), (f"{own.pk}/close/", form(because="gone"))):
        page = words(browser.post(at(service, address), words_sent))
        assert "Give the role to somebody else first" in page
    assert Account.objects.get(pk=own.pk).is_active


def test_an_account_is_closed_and_opened_again(browser, service):
    kim = given.role(service, Role.TRAINER).account
    there = signed_in(kim)
    assert there.get("/").status_code == 200
    assert "Say why the account is closed" in words(browser.post(at(service, f"{kim.pk}/close/"), form()))
    page = send(browser, at(service, f"{kim.pk}/close/"), form(because="works elsewhere"))
    assert "Closed: nobody can sign in with it" in page
    assert there.get("/").status_code == 302
    assert "can sign in again" in send(browser, at(service, f"{kim.pk}/reopen/"), form())
