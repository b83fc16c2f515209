"""Meetings, contacts with partners and statements of evidence on the web."""

import pytest

from placewell.access.roles import Role
from placewell.records.models import Attestation, Episode, Meeting, MeetingAttendance
from tests import given
from tests.web.browsers import date_of, form, send, signed_in, words

pytestmark = pytest.mark.django_db
DAY = date_of("scheduled_on", given.TODAY)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def team(service):
    return given.team(service)


@pytest.fixture
def sam(service, team):
    return given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service, team=team))


@pytest.fixture
def supervisor(service):
    return signed_in(given.role(service, Role.SUPERVISOR).account)


def at(service, rest="") -> str:
    return f"/s/{service.pk}/meetings/{rest}"


def test_a_team_meeting_is_noted_with_who_came(sam, service, team):
    browser = signed_in(sam.account)
    chosen = browser.post(at(service, "note/"), form(kind="clinical_team"))
    page = words(browser.get(chosen.headers["Location"]))
    assert "People not yet referred who were talked about" in page
    assert "Was an executive there?" not in page
    sent = form(team=team.pk, held="yes", minutes="60", not_yet_referred_raised="2", attended=[sam.staff_id], **DAY)
    page = send(browser, chosen.headers["Location"], sent)
    assert "People not yet referred who were talked about 2" in page
    assert sam.staff.full_name in page


def test_a_missed_meeting_has_nobody_and_nothing(sam, service):
    browser = signed_in(sam.account)
    address = at(service, "note/group_supervision/")
    page = words(browser.post(address, form(held="no", minutes="30", **DAY)))
    assert "A missed meeting has no attendance and no results" in page
    assert "No, it was missed" in send(browser, address, form(held="no", attended=[sam.staff_id], **DAY))
    assert not MeetingAttendance.objects.exists()


def test_supervision_is_between_the_two(sam, service, supervisor):
    other = signed_in(given.role(service, Role.EMPLOYMENT_SPECIALIST).account)
    sent = form(held="yes", attended=[sam.staff_id], **DAY)
    send(supervisor, at(service, "note/individual_supervision/"), sent)
    meeting = Meeting.objects.get()
    assert "Individual supervision" in words(signed_in(sam.account).get(at(service)))
    assert "Individual supervision" not in words(other.get(at(service)))
    assert other.get(at(service, f"{meeting.pk}/")).status_code == 404


def test_a_meeting_is_corrected_and_withdrawn(sam, service, supervisor):
    send(supervisor, at(service, "note/group_supervision/"), form(held="yes", attended=[sam.staff_id], **DAY))
    meeting = Meeting.objects.get()
    page = supervisor.get(at(service, f"{meeting.pk}/correct/")).content.decode()
    assert f'name="attended" type="checkbox" value="{sam.staff_id}" checked' in page
    sent = form(held="yes", minutes="45", read_version=1, **DAY)
    assert "Nobody of the staff is noted" in send(supervisor, at(service, f"{meeting.pk}/correct/"), sent)
    sent = form(because="noted twice")
    for _ in range(2):
        page = send(supervisor, at(service, f"{meeting.pk}/withdraw/"), sent)
    assert "No meeting is noted here" in page


def test_a_contact_with_a_partner_names_only_people_in_reach(sam, service, team):
    known = given.client_held_by(sam.staff, team=team)
    browser = signed_in(sam.account)
    page = words(browser.get(at(service, "partners/note/")))
    assert "Jobcentre Plus" in page
    assert f"{known.given_name} {known.family_name}" in page
    episode = Episode.objects.get(client=known)
    sent = form(mode="telephone", staff=sam.staff_id, episode=episode.pk, **date_of("made_on", given.TODAY))
    send(browser, at(service, "partners/note/"), sent)
    stranger = signed_in(given.role(service, Role.EMPLOYMENT_SPECIALIST).account)
    assert "A person" in words(stranger.get(at(service, "partners/")))
    assert known.family_name not in words(stranger.get(at(service, "partners/")))


def test_lists_take_few_queries(sam, service, supervisor, django_assert_max_num_queries):
    for minutes in range(5):
        sent = form(held="yes", minutes=str(minutes), attended=[sam.staff_id], **DAY)
        send(supervisor, at(service, "note/group_supervision/"), sent)
    with django_assert_max_num_queries(10):
        supervisor.get(at(service))
    with django_assert_max_num_queries(9):
        supervisor.get(at(service, "partners/"))
    with django_assert_max_num_queries(8):
        supervisor.get(f"/s/{service.pk}/evidence/")


STATED = {"met": "yes", "source": "observation", "statement": "Sat in on the meeting of the North team."}


def test_a_component_is_stated_again_and_withdrawn(supervisor, service):
    evidence = f"/s/{service.pk}/evidence/"
    page = words(supervisor.get(evidence))
    assert "Worked out from the record" in page
    assert "Not stated" in page
    sent = STATED | date_of("stated_on", given.TODAY)
    page = send(supervisor, evidence + "5/b/", form(**sent))
    assert "Met, as of 30 June 2026" in page
    assert "North team" in page
    assert "Not met, as of 30 June 2026" in send(supervisor, evidence + "5/b/", form(**sent | {"met": "no"}))
    stated = Attestation.objects.get()
    page = send(supervisor, evidence + f"statements/{stated.pk}/withdraw/", form(because="another team"))
    assert "The statement is withdrawn." in page


def test_only_what_people_state_can_be_stated(supervisor, service):
    for component in ("5/a/", "5/z/", "8/a/", "26/a/"):
        assert supervisor.get(f"/s/{service.pk}/evidence/{component}").status_code == 404


def test_a_statement_without_evidence_keeps_what_was_chosen(supervisor, service):
    sent = form(**STATED | {"statement": ""} | date_of("stated_on", given.TODAY))
    page = supervisor.post(f"/s/{service.pk}/evidence/5/b/", sent).content.decode()
    assert "Say what you saw, read or heard" in page
    assert 'value="observation" checked' in page
    assert not Attestation.objects.exists()
