"""Working weeks on the web."""

from datetime import date

import pytest
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.access.roles import Role
from placewell.records.models import EmployerContact, StaffWeek
from placewell.web.presenters.weeks import in_hours, mondays, week_words
from tests import given
from tests.web.browsers import form, send, signed_in, words

pytestmark = pytest.mark.django_db
WEEK = {"employment_hours": "34.5", "other_hours": "3", "community_hours": "16.25", "log_complete": "yes"}


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def sam(service):
    return given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))


@pytest.fixture
def supervisor(service):
    return signed_in(given.role(service, Role.SUPERVISOR).account)


@pytest.fixture
def monday(service):
    return mondays(service.today(timezone.now()), 2)[1]


def at(sam: RoleHeld, monday) -> str:
    return f"/s/{sam.service_id}/weeks/staff/{sam.staff_id}/{monday}/"


def test_a_specialist_fills_in_their_week_in_hours(sam, monday):
    browser = signed_in(sam.account)
    assert "Not recorded" in words(browser.get(f"/s/{sam.service_id}/weeks/"))
    page = send(browser, at(sam, monday), form(**WEEK))
    assert "34 h 30 min" in page
    week = StaffWeek.objects.get()
    assert (week.employment_minutes, week.other_minutes, week.community_minutes) == (2070, 180, 975)
    assert week.log_complete


def test_a_week_is_corrected_from_what_stands(sam, monday):
    browser = signed_in(sam.account)
    send(browser, at(sam, monday), form(**WEEK))
    page = browser.get(at(sam, monday)).content.decode()
    assert 'value="34.5"' in page
    assert 'value="16.25"' in page
    send(browser, at(sam, monday), form(**WEEK | {"other_hours": "2", "read_version": 1, "because": "miscounted"}))
    assert StaffWeek.objects.get().version == 2


def test_wrong_hours_stay_and_say_what_is_wrong(sam, monday):
    browser = signed_in(sam.account)
    page = browser.post(
        at(sam, monday), form(**WEEK | {"employment_hours": "lots", "other_hours": ""})
    ).content.decode()
    assert "must be a number" in page
    assert "Enter the time on anything else, 0 for none" in page
    assert 'value="lots"' in page
    assert not StaffWeek.objects.exists()


def test_another_s_week_is_not_there(sam, monday, service):
    browser = signed_in(given.role(service, Role.EMPLOYMENT_SPECIALIST).account)
    assert browser.get(at(sam, monday)).status_code == 404
    assert browser.get(f"/s/{service.pk}/weeks/?until=nonsense").status_code == 404


def test_the_supervisor_reads_the_log_and_says_so_once(sam, supervisor, monday, service):
    send(signed_in(sam.account), at(sam, monday), form(**WEEK))
    with given._laid_down():
        EmployerContact.objects.create(
            service=service, key="x1", employer=given.employer(service), staff=sam.staff, made_on=monday,
            mode="face_to_face", purpose="learn_needs", hiring_authority=True, made_by_client=False,
        )  # fmt: skip
    week = StaffWeek.objects.get()
    assert "Read the log" in words(supervisor.get(f"/s/{service.pk}/weeks/"))
    address = f"/s/{service.pk}/weeks/{week.pk}/read/"
    page = words(supervisor.get(address))
    assert "Contacts with employers in person: 1 of 6, five to go." in page
    assert "Bright Bakery" in page
    sent = form()
    for _ in range(2):
        send(supervisor, address, sent)
    week.refresh_from_db()
    assert week.log_reviewed_on is not None
    assert week.version == 2


def test_the_supervisor_s_list_takes_few_queries(service, supervisor, django_assert_max_num_queries):
    for _ in range(10):
        given.staff(service)
    supervisor.get(f"/s/{service.pk}/weeks/")
    with django_assert_max_num_queries(12):
        page = words(supervisor.get(f"/s/{service.pk}/weeks/"))
    assert page.count("Not recorded") >= 40


def test_weeks_and_hours_as_people_write_them():
    assert week_words(date(2026, 6, 22)) == "22 to 28 June 2026"
    assert week_words(date(2026, 6, 29)) == "29 June to 5 July 2026"
    assert week_words(date(2025, 12, 29)) == "29 December 2025 to 4 January 2026"
    assert [in_hours(minutes) for minutes in (None, 0, 60, 95)] == ["Not recorded", "0 h", "1 h", "1 h 35 min"]
