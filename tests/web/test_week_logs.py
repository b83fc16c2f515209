"""The week's log of employer contacts: beside its target, stamped, read and read again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from placewell.access.roles import Role
from placewell.records.models import ChosenStandard, EmployerContact, Episode, StaffTerm, StaffWeek, WeekStamp
from placewell.web.presenters.weeks import mondays
from tests import given
from tests.questions import asks
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
    return given.role(service, Role.SUPERVISOR)


@pytest.fixture
def monday(service):
    return mondays(service.today(timezone.now()), 2)[1]


@pytest.fixture
def week(sam, monday):
    send(signed_in(sam.account), f"/s/{sam.service_id}/weeks/staff/{sam.staff_id}/{monday}/", form(**WEEK))
    return StaffWeek.objects.get()


def meet(sam, on, number=1, **facts):
    with given._laid_down():
        employer = facts.pop("employer", None) or given.employer(sam.service, name=f"Bakery {number}")
        told = {
            "mode": "face_to_face", "purpose": "learn_needs", "hiring_authority": True, "planned": True,
            "made_by_client": False, "staff": sam.staff, **facts,
        }  # fmt: skip
        return EmployerContact.objects.create(
            service=sam.service, key=f"x{EmployerContact.objects.count()}", employer=employer, made_on=on, **told
        )


def log(sam, monday) -> str:
    return f"/s/{sam.service_id}/weeks/staff/{sam.staff_id}/{monday}/log/"


def test_the_specialist_sees_how_many_of_how_many_and_which_do_not_count_and_why(sam, monday, week):
    given.client_held_by(sam.staff)
    episode = Episode.objects.get()
    for number in range(4):
        meet(sam, monday, number, planned=None if number else True)
    meet(sam, monday, 5, mode="telephone")
    meet(sam, monday, 6, staff=None, episode=episode, made_by_client=True)
    page = words(signed_in(sam.account).get(log(sam, monday)))
    assert "Contacts with employers in person: 4 of 6, two to go." in page
    assert "At least 6 a week in full time" in page
    assert "This week counts" in page
    assert "Telephone: only contacts face to face count" in page
    assert "The person made it themselves" in page
    assert "Not recorded" in page.split("Not counted for item 17")[0]
    listed = words(signed_in(sam.account).get(f"/s/{sam.service_id}/weeks/"))
    assert "4 of 6, two to go" in listed


def test_a_chosen_standard_and_part_time_stand_in_the_target(sam, monday, week):
    with given._laid_down():
        ChosenStandard.objects.create(
            service=sam.service, standard="employer_contacts_a_week", at_least=5, unit="contacts", source="Our contract",
            started_on=given.LONG_AGO,
        )  # fmt: skip
        StaffTerm.objects.filter(staff=sam.staff).update(fte="0.5")
    page = words(signed_in(sam.account).get(log(sam, monday)))
    assert "0 of 3, three to go" in page
    assert "At least 5 a week in full time: Our contract. At 0.5 of full time that is 3" in page


def test_why_a_week_does_not_count_yet(sam, monday):
    page = words(signed_in(sam.account).get(log(sam, monday)))
    assert "This week does not count yet: nothing is recorded for this week" in page
    assert "Fill in and close the week" in page


def test_contacts_about_people_out_of_reach_are_counted_and_not_named(sam, monday, week, service):
    away = given.client_held_by(given.staff(service), team=given.team(service))
    meet(sam, monday, 1, episode=Episode.objects.get(client=away), employer=given.employer(service, name="Far Farm"))
    page = words(signed_in(sam.account).get(log(sam, monday)))
    assert "1 of 6" in page
    assert "1 more is about people you do not work with." in page
    assert "Far Farm" not in page


def test_the_supervisor_reads_in_one_tap_and_the_specialist_sees_by_whom(sam, supervisor, monday, week):
    browser = signed_in(supervisor.account)
    waiting = f"/s/{sam.service_id}/weeks/to-read/"
    page = words(browser.get(waiting))
    assert sam.staff.full_name in page
    assert "Closed, not yet read" in page
    send(browser, f"/s/{sam.service_id}/weeks/{week.pk}/read/", form())
    assert "No log waits to be read." in words(browser.get(waiting))
    own = words(signed_in(sam.account).get(log(sam, monday)))
    assert f"by {supervisor.account.full_name}" in own
    assert f"by {sam.account.full_name}" in own


def test_a_remark_reaches_the_specialist(sam, supervisor, monday, week):
    send(signed_in(supervisor.account), f"/s/{sam.service_id}/weeks/{week.pk}/read/", form(remark="Three good visits"))
    assert "“Three good visits”" in words(signed_in(sam.account).get(log(sam, monday)))


def test_a_contact_recorded_after_the_reading_brings_the_log_back(sam, supervisor, monday, week):
    browser = signed_in(supervisor.account)
    send(browser, f"/s/{sam.service_id}/weeks/{week.pk}/read/", form())
    meet(sam, monday)
    waiting = f"/s/{sam.service_id}/weeks/to-read/"
    assert "1 contact recorded since" in words(browser.get(waiting))
    assert "1 contact was recorded since: it asks to be read again" in words(browser.get(log(sam, monday)))
    send(browser, f"/s/{sam.service_id}/weeks/{week.pk}/read/", form(remark="Seen the late one too"))
    assert "No log waits" in words(browser.get(waiting))
    assert WeekStamp.objects.standing().filter(kind="read").count() == 1


def test_a_supervisor_s_own_log_does_not_wait_for_themselves(service, supervisor, monday):
    with given._laid_down():
        StaffWeek.objects.create(
            service=service, staff=supervisor.staff, week_starting=monday, employment_minutes=60, other_minutes=0,
            log_complete=True,
        )  # fmt: skip
    browser = signed_in(supervisor.account)
    assert "No log waits" in words(browser.get(f"/s/{service.pk}/weeks/to-read/"))
    assert "Your log" in words(browser.get(log(supervisor, monday)))


def test_another_s_log_is_not_there_and_a_specialist_reads_none(service, sam, monday, week):
    browser = signed_in(given.role(service, Role.EMPLOYMENT_SPECIALIST).account)
    assert browser.get(log(sam, monday)).status_code == 404
    assert browser.get(log(sam, monday + timedelta(days=1))).status_code == 404
    assert browser.get(f"/s/{service.pk}/weeks/to-read/").status_code == 403


def test_the_questions_that_the_pages_ask(sam, supervisor, monday, week):
    own, reader = signed_in(sam.account), signed_in(supervisor.account)
    waiting = f"/s/{sam.service_id}/weeks/to-read/"
    for browser, address in ((own, log(sam, monday)), (reader, waiting)):
        browser.get(address)
    with asks(10):
        own.get(log(sam, monday))
    with asks(7):
        reader.get(waiting)
