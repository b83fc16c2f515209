"""Staff on the web: added, on other terms, in teams, and leaving."""

from datetime import date, timedelta

import pytest

from placewell.access.roles import Role
from placewell.records.models import Allocation, Staff, StaffTerm, TeamAttachment
from tests import given
from tests.web.browsers import date_of, form, send, signed_in, words

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 2)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def administrator(service):
    return signed_in(given.role(service, Role.ADMINISTRATOR).account)


@pytest.fixture
def supervisor(service):
    return signed_in(given.role(service, Role.SUPERVISOR).account)


def at(service, rest="") -> str:
    return f"/s/{service.pk}/staff/{rest}"


def new(**told) -> dict:
    return form(full_name="Ann Ash", role="employment_specialist", fte="0,8", **date_of("started_on", MARCH), **told)


def test_somebody_new_stands_in_the_list_with_their_terms(administrator, service):
    assert "Ann Ash is added." in send(administrator, at(service, "add/"), new())
    page = words(administrator.get(at(service)))
    assert "Ann Ash" in page
    assert "0.8" in page


def test_other_terms_follow_on_the_day(administrator, service):
    ann = given.staff(service)
    sent = form(role="supervisor", fte="1", base="Elm House", new_or_struggling="", **date_of("started_on", MARCH))
    page = send(administrator, at(service, f"{ann.pk}/terms/"), sent)
    assert "The new terms are saved." in page
    assert StaffTerm.objects.filter(staff=ann).count() == 2
    assert "Field mentoring Not recorded" in page


def test_terms_that_are_the_same_are_refused_with_the_words_kept(administrator, service):
    ann = given.staff(service)
    sent = form(role="employment_specialist", fte="1.5", **date_of("started_on", MARCH))
    page = administrator.post(at(service, f"{ann.pk}/terms/"), sent).content.decode()
    assert "Whole-time equivalent must be between 0.05 and 1" in page
    assert 'value="1.5"' in page
    page = administrator.post(at(service, f"{ann.pk}/terms/"), sent | {"fte": "1"}).content.decode()
    assert "These are the terms on that day already" in page


def test_attached_and_detached(administrator, service):
    ann, team = given.staff(service), given.team(service)
    page = send(administrator, at(service, f"{ann.pk}/teams/"), form(team=team.pk, **date_of("started_on", MARCH)))
    assert f"{ann} works in {team}." in page
    attachment = TeamAttachment.objects.get()
    page = send(
        administrator, at(service, f"{ann.pk}/teams/{attachment.pk}/"), form(**date_of("ended_on", given.TODAY))
    )
    assert "30 June 2026" in page


def test_a_supervisor_hands_over_person_by_person(supervisor, service):
    sam, bo = given.staff(service), given.staff(service, full_name="Bo Birch")
    client = given.client_held_by(sam)
    episode = Allocation.objects.get(staff=sam).episode
    asked = supervisor.post(at(service, f"{sam.pk}/leave/"), form(**date_of("ended_on", given.TODAY)))
    page = words(supervisor.get(asked.headers["Location"]))
    assert f"Who becomes key worker of {client.given_name} {client.family_name}?" in page
    assert "Held as key worker: 1 person." in page
    sent = form(**{f"episode_{episode.pk}": bo.pk})
    check = words(supervisor.post(asked.headers["Location"], sent))
    assert "Check your answers" in check
    assert "Bo Birch" in check
    assert Staff.objects.get(pk=sam.pk).ended_on is None
    page = send(supervisor, asked.headers["Location"], sent | {"checked": "yes"})
    assert "Not in post from 30 June 2026" in page
    assert Allocation.objects.get(staff=bo).episode == episode


def test_an_administrator_hands_over_without_seeing_a_name(administrator, service):
    sam, bo = given.staff(service), given.staff(service)
    for _ in range(2):
        given.client_held_by(sam)
    address = at(service, f"{sam.pk}/leave/{given.TODAY}/")
    page = words(administrator.get(address))
    assert "Who becomes key worker of the 2 people they hold?" in page
    assert "Marsh" not in page
    refused = words(administrator.post(address, form()))
    assert "choose somebody" in refused
    send(administrator, address, form(all_others=bo.pk, checked="yes"))
    assert Allocation.objects.filter(staff=bo).count() == 2


def test_a_leaving_sent_twice_leads_to_the_same_place(administrator, service):
    sam = given.staff(service)
    sent = form()
    address = at(service, f"{sam.pk}/leave/{given.TODAY}/")
    first, second = administrator.post(address, sent), administrator.post(address, sent)
    assert first.headers["Location"] == second.headers["Location"] == at(service, f"{sam.pk}/")
    assert administrator.get(address).status_code == 302


def test_a_leaving_before_the_first_day_is_refused(administrator, service):
    sam = given.staff(service)
    day = given.LONG_AGO - timedelta(days=1)
    page = words(administrator.post(at(service, f"{sam.pk}/leave/"), form(**date_of("ended_on", day))))
    assert "Enter a later day" in page
    assert administrator.get(at(service, f"{sam.pk}/leave/someday/")).status_code == 404


def test_the_list_takes_few_queries(administrator, service, django_assert_max_num_queries):
    team = given.team(service)
    for _ in range(12):
        given.staff(service, team=team)
    administrator.get(at(service))
    with django_assert_max_num_queries(10):
        administrator.get(at(service))
