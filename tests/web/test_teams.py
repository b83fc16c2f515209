"""Clinical teams on the web."""

import pytest

from placewell.access.roles import Role
from placewell.records.models import ClinicalTeam, ClinicalTeamCount
from tests import given
from tests.web.browsers import date_of, form, send, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def browser(service):
    return signed_in(given.role(service, Role.ADMINISTRATOR).account)


def test_a_first_team_is_added_counted_and_closed(browser, service):
    teams = f"/s/{service.pk}/teams/"
    assert "No clinical team is recorded yet. Add the first one" in words(browser.get(teams))
    added = send(browser, teams + "add/", form(name="North", kind="recovery", base="Elm House"))
    assert "North is added." in added
    team = ClinicalTeam.objects.get()
    count = form(caseload="40", asked_about_work="12", **date_of("counted_on", given.TODAY))
    page = send(browser, f"{teams}{team.pk}/count/", count)
    assert "40 people" in page
    assert "12 of 40" in page
    assert "In paid work Not counted" in page
    assert "North is closed." in send(browser, f"{teams}{team.pk}/close/", form(**date_of("ended_on", given.TODAY)))
    assert "Closed" in words(browser.get(teams))


def test_a_list_of_many_teams_takes_few_queries(browser, service, django_assert_max_num_queries):
    for _ in range(12):
        given.team(service)
    browser.get(f"/s/{service.pk}/teams/")
    with django_assert_max_num_queries(9):
        assert words(browser.get(f"/s/{service.pk}/teams/")).count("Not counted") >= 12


def test_a_count_that_cannot_be_keeps_what_was_typed(browser, service):
    team = given.team(service)
    sent = form(caseload="4", asked_about_work="12", **date_of("counted_on", given.TODAY))
    page = browser.post(f"/s/{service.pk}/teams/{team.pk}/count/", sent).content.decode()
    assert "More people are asked about work than the team has" in page
    assert 'href="#id_asked_about_work"' in page
    assert 'value="12"' in page
    assert not ClinicalTeamCount.objects.exists()


def test_a_specialist_counts_and_changes_nothing_else(service):
    team = given.team(service)
    sam = signed_in(given.role(service, Role.EMPLOYMENT_SPECIALIST).account)
    page = words(sam.get(f"/s/{service.pk}/teams/{team.pk}/"))
    assert "Count the whole caseload" in page
    assert "Close the team" not in page
    assert sam.get(f"/s/{service.pk}/teams/{team.pk}/close/").status_code == 403


def test_a_correction_keeps_the_old_version(browser, service):
    team = given.team(service)
    sent = form(name="South", kind="recovery", because="a slip", read_version=1)
    assert "The correction is saved." in send(browser, f"/s/{service.pk}/teams/{team.pk}/correct/", sent)
    assert ClinicalTeam.objects.get().version == 2


def test_a_double_click_adds_one_team(browser, service):
    sent = form(name="North", kind="recovery")
    for _ in range(2):
        send(browser, f"/s/{service.pk}/teams/add/", sent)
    assert ClinicalTeam.objects.count() == 1
