"""Local standards on the web: listed with their sources, chosen, changed, ended, and kept to."""

from datetime import timedelta

import pytest
from django.utils import timezone

from placewell.access.roles import Role
from placewell.actions import standards
from placewell.records.models import ChosenStandard
from placewell.records.standards import Standards
from placewell.scales import local_standards
from placewell.web.presenters.marks import in_short
from placewell.web.presenters.standards import value
from tests import given
from tests.web.browsers import date_of, form, send, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def today(service):
    return service.today(timezone.now())


@pytest.fixture
def at(service):
    """`at("caseload/")`: an address of the standards."""
    return lambda rest="": f"/s/{service.pk}/standards/{rest}"


@pytest.fixture(params=[Role.SUPERVISOR, Role.ADMINISTRATOR])
def browser(service, request):
    return signed_in(given.role(service, request.param).account)


def test_every_standard_is_listed_with_what_each_document_asks_for(browser, at, django_assert_max_num_queries):
    browser.get(at())
    with django_assert_max_num_queries(5):
        page = words(browser.get(at()))
    for standard in local_standards().values():
        assert standard.title in page
        for choice in standard.choices:
            asked = value(standard.kind, choice)
            said = "" if choice.says == asked else f"{choice.says} "
            assert f"{asked} {said}{choice.source} ({in_short(choice.mark)})" in page
    assert page.count("Not set") == len(local_standards())
    assert "Left to the service by Individual Placement and Support Employment Support Programme" in page


def test_a_document_s_value_is_chosen_changed_and_ended(browser, at, today):
    page = send(browser, at("caseload/"), form(choice="1", **date_of("started_on", today - timedelta(days=9))))
    assert "Saved: Caseload of a full-time specialist." in page
    assert "This service 20 to 25 people Key IPS Fidelity Standards (London) Since" in page
    assert 'value="1" checked' in browser.get(at("caseload/")).content.decode().replace(' id="id_choice_1"', "")
    own = form(choice="own", amount="22", source="Contract of 2026", **date_of("started_on", today))
    assert "This service At most 22 people Contract of 2026" in send(browser, at("caseload/"), own)
    assert 'value="22"' in browser.get(at("caseload/")).content.decode()
    ended = send(browser, at("caseload/end/"), form(because="the contract ended", **date_of("ended_on", today)))
    assert "Not set any more: Caseload" in ended
    assert ended.count("Not set ") == len(local_standards()) + 1
    assert browser.get(at("caseload/end/")).status_code == 404


def test_a_number_of_one_s_own_needs_its_unit_and_its_source(browser, at, today):
    sent = form(choice="own", **date_of("started_on", today))
    page = words(browser.post(at("plan_review/"), sent))
    for said in ("Enter your own number", "Choose in what it is counted", "Say who asks for your own number"):
        assert said in page
    later = form(choice="0", **date_of("started_on", today + timedelta(days=1)))
    assert "This lies after today" in words(browser.post(at("plan_review/"), later))
    assert not ChosenStandard.objects.exists()
    least = form(choice="own", amount="4", source="Contract", **date_of("started_on", today))
    assert "At least 4 contacts" in send(browser, at("employer_contacts_a_week/"), least)


def test_a_double_click_sets_one_standard(browser, at, today):
    sent = form(choice="0", **date_of("started_on", today))
    for _ in range(2):
        assert "Every week" in send(browser, at("supervision/"), sent)
    assert ChosenStandard.objects.get().version == 1


def test_a_standard_that_is_not_listed_is_not_there(browser, at):
    assert [browser.get(at(rest)).status_code for rest in ("luck/", "luck/end/", "caseload/end/")] == [404] * 3


def test_a_specialist_sets_none(service, at):
    sam = signed_in(given.role(service, Role.EMPLOYMENT_SPECIALIST).account)
    assert [sam.get(at(rest)).status_code for rest in ("", "caseload/", "caseload/end/")] == [403] * 3


def test_what_is_due_follows_the_chosen_standard_and_names_its_source(service, today):
    person = given.client(service)
    supervisor = signed_in(given.role(service, Role.SUPERVISOR).account)
    address = f"/s/{service.pk}/clients/{person.pk}/"
    leaflet = local_standards()["days_to_first_contact"].choices[0].source
    first = given.LONG_AGO + timedelta(days=7)
    assert f"was due by {first:%-d %B %Y} {leaflet}" in words(supervisor.get(address))
    standards.choose(
        by=given.worker(service, Role.ADMINISTRATOR), service=service, standard="days_to_first_contact",
        at_most=3, unit="weeks", source="Our contract", started_on=given.TODAY,
    )  # fmt: skip
    page = words(supervisor.get(address))
    assert f"was due by {given.LONG_AGO + timedelta(weeks=3):%-d %B %Y} Our contract" in page
    assert leaflet not in page


def test_where_none_is_chosen_the_documents_of_the_country_hold_if_they_agree():
    assert Standards("GB", {}).of("days_to_first_contact").amount == 5
    assert Standards("NZ", {}).of("days_to_first_contact") is None
    own = ChosenStandard(standard="days_to_first_contact", at_most=1, unit="months", source="Contract")
    assert Standards("NZ", {"days_to_first_contact": own}).of("days_to_first_contact").name == "Contract"
