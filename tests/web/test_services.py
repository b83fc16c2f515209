"""The service's profile, time zone and colour."""

import re

import pytest

from placewell.access.roles import Role
from placewell.records.models import Service
from tests import given
from tests.web.browsers import form, send, signed_in, words

pytestmark = pytest.mark.django_db
PROFILE = {"name": "Hill IPS", "country": "NZ", "provider_name": "Workwise", "read_version": 1}


@pytest.fixture
def service():
    return given.service(name="Riverside IPS")


@pytest.fixture
def browser(service):
    return signed_in(given.role(service, Role.ADMINISTRATOR).account)


def at(service, rest="") -> str:
    return f"/s/{service.pk}/profile/{rest}"


def test_the_profile_says_what_is_known_and_what_is_not(browser, service, django_assert_max_num_queries):
    browser.get(at(service))
    with django_assert_max_num_queries(8):
        page = words(browser.get(at(service)))
    assert "Country United Kingdom" in page
    assert "Employment provider Not recorded" in page
    assert "Jobcentre Plus" in page


def test_new_zealand_brings_its_own_words(browser, service):
    page = send(browser, at(service, "change/"), form(**PROFILE))
    assert "The profile is saved." in page
    assert "Work and Income" in page
    assert "Employment consultant" in page
    assert "Pacific/Auckland" in page


def test_another_country_is_asked_for_its_time_zone(browser, service):
    sent = form(**PROFILE | {"country": "AU"})
    assert "Now choose the time zone." in send(browser, at(service, "change/"), sent)
    page = send(browser, at(service, "time-zone/"), form(time_zone="Australia/Perth"))
    assert "Time zone Australia/Perth" in page
    refused = words(browser.post(at(service, "time-zone/"), form(time_zone="Europe/Atlantis")))
    assert "There is a problem" in refused


def test_typed_words_stay_when_something_is_missing(browser, service):
    sent = form(**PROFILE | {"name": "", "provider_name": "Wörk “wise” 🙂 عمل", "country": ""})
    page = browser.post(at(service, "change/"), sent).content.decode()
    assert "Enter the name of the service" in page
    assert "Choose the country" in page
    assert 'value="Wörk “wise” 🙂 عمل"' in page
    assert Service.objects.get(pk=service.pk).version == 1


def test_two_administrators_see_each_other_s_words_and_choose(browser, service):
    send(browser, at(service, "change/"), form(**PROFILE))
    later = form(**PROFILE | {"name": "Vale IPS"})
    both = browser.post(at(service, "change/"), later).content.decode()
    assert "changed this while you were typing" in both
    assert "Name of the service: Hill IPS" in both
    assert 'value="Vale IPS"' in both
    assert re.search(r'<input[^>]*name="read_version"[^>]*value="2"', both)
    send(browser, at(service, "change/"), later | {"read_version": 2})
    assert Service.objects.get(pk=service.pk).name == "Vale IPS"


def test_the_same_form_twice_is_one_change(browser, service):
    sent = form(**PROFILE)
    for _ in range(2):
        send(browser, at(service, "change/"), sent)
    assert Service.objects.get(pk=service.pk).version == 2


def test_the_colour_stands_on_every_page_once_chosen(browser, service):
    assert "colours-" not in browser.get("/").content.decode()
    send(browser, at(service, "colour/"), form(preset="#7a0f3c"))
    sheet = f"/s/{service.pk}/colours-7a0f3c.css"
    assert sheet in browser.get("/").content.decode()
    answer = browser.get(sheet)
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "--placewell-accent: #7a0f3c" in answer.content.decode()


@pytest.mark.parametrize(("code", "said"), [("", "Enter the code"), ("#ffee00", "hard to read"), ("red; }", "#17495c")])
def test_a_colour_on_which_nothing_can_be_read_is_refused(browser, service, code, said):
    page = browser.post(at(service, "colour/"), form(preset="own", accent_colour=code)).content.decode()
    assert "There is a problem" in page
    assert said in page
    assert Service.objects.get(pk=service.pk).accent_colour == ""
