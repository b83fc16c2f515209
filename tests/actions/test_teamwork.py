"""Working weeks, meetings, contacts with partners, statements of evidence."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.roles import Role
from placewell.actions import teamwork
from placewell.records.models import Episode, Meeting, MeetingAttendance, StaffWeek
from tests import given

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 6, 22)
FULL = {"employment_minutes": 2000, "other_minutes": 250, "log_complete": True}


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def sam(service):
    return given.specialist(service)


@pytest.fixture
def supervisor(service):
    return given.worker(service, Role.SUPERVISOR)


def note_week(by, service, staff=None, week_starting=MONDAY, **facts):
    staff = staff or given.staff_of(by)
    return teamwork.note_week(by=by, service=service, staff=staff, week_starting=week_starting, **{**FULL, **facts})


def test_a_specialist_notes_their_own_week_and_nobody_else_s(sam, service):
    assert note_week(sam, service).log_complete
    with pytest.raises(PermissionDenied):
        note_week(sam, service, staff=given.staff(service))


def test_a_supervisor_notes_and_reads_any_week(sam, supervisor, service):
    week = note_week(supervisor, service, staff=given.staff_of(sam))
    assert teamwork.read_log(by=supervisor, service=service, week=week).log_reviewed_on == given.TODAY
    again = teamwork.read_log(by=supervisor, service=service, week=StaffWeek.objects.get())
    assert again.version == 2


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"week_starting": MONDAY + timedelta(days=1)}, "Monday"),
        ({"week_starting": MONDAY + timedelta(days=14)}, "after today"),
        ({"week_starting": date(2023, 1, 2)}, "not in post"),
        ({"community_minutes": 2251}, "more than all the time"),
        ({"employment_minutes": 10000}, "more minutes than a week has"),
        ({"leave_days": 8}, "from 0 to 7"),
    ],
)
def test_a_week_that_cannot_be(sam, service, facts, said):
    with pytest.raises(ValidationError, match=said):
        note_week(sam, service, **facts)


def test_an_open_log_and_one_s_own_are_not_stamped(sam, supervisor, service):
    with pytest.raises(ValidationError, match="still open"):
        teamwork.read_log(by=supervisor, service=service, week=note_week(sam, service, log_complete=False))
    with pytest.raises(ValidationError, match="your own"):
        teamwork.read_log(by=supervisor, service=service, week=note_week(supervisor, service))
    with pytest.raises(PermissionDenied):
        teamwork.read_log(by=sam, service=service, week=StaffWeek.objects.first())


def test_a_corrected_week_keeps_the_old_version(sam, service):
    week = note_week(sam, service)
    corrected = teamwork.correct_week(by=sam, service=service, week=week, read_version=1, **FULL | {"other_minutes": 0})
    assert (corrected.other_minutes, corrected.version) == (0, 2)


def note_meeting(by, service, **facts):
    facts = {"kind": "group_supervision", "scheduled_on": MONDAY, "held": True, **facts}
    return teamwork.note_meeting(by=by, service=service, **facts)


def test_a_meeting_remembers_who_came(supervisor, service):
    ann, bo, cy = given.staff(service), given.staff(service), given.staff(service)
    meeting = note_meeting(supervisor, service, attended=[ann, bo], minutes=60)
    teamwork.correct_meeting(
        by=supervisor, service=service, meeting=meeting, read_version=1, attended=[bo, cy],
        scheduled_on=MONDAY, held=True, minutes=45,
    )  # fmt: skip
    came = MeetingAttendance.objects.standing().filter(meeting=meeting)
    assert {row.staff for row in came} == {bo, cy}
    assert Meeting.objects.get().minutes == 45


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"scheduled_on": given.TODAY + timedelta(days=1)}, "after today"),
        ({"kind": "clinical_team"}, "Choose the clinical team"),
        ({"kind": "individual_supervision"}, "who was there"),
        ({"held": False, "minutes": 0}, "no results"),
    ],
)
def test_a_meeting_that_cannot_be(supervisor, service, facts, said):
    with pytest.raises(ValidationError, match=said):
        note_meeting(supervisor, service, **facts)


def test_a_withdrawn_meeting_takes_its_attendance_along(supervisor, service):
    meeting = note_meeting(supervisor, service, attended=[given.staff(service)])
    with pytest.raises(ValidationError, match="Say why"):
        teamwork.withdraw_meeting(by=supervisor, service=service, meeting=meeting, because=" ")
    teamwork.withdraw_meeting(by=supervisor, service=service, meeting=meeting, because="noted twice")
    assert not MeetingAttendance.objects.standing().exists()
    assert not Meeting.objects.standing().exists()


def test_a_contact_with_a_partner_is_about_a_person_within_reach(sam, service):
    own, other = given.client_held_by(given.staff_of(sam)), given.client_held_by(given.staff(service))
    for client in (own, other):
        episode = client_episode(client)
        noted = {"staff": given.staff_of(sam), "made_on": MONDAY, "mode": "telephone", "episode": episode}
        if client == own:
            assert teamwork.note_partner_contact(by=sam, service=service, **noted).episode == episode
        else:
            with pytest.raises(PermissionDenied):
                teamwork.note_partner_contact(by=sam, service=service, **noted)


def client_episode(client):
    return Episode.objects.get(client=client)


STATED = {
    "scale": "ips-25", "item": 5, "component": "b", "met": True, "stated_on": MONDAY, "source": "observation",
    "statement": "Sat in on the meeting of the North team.",
}  # fmt: skip


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.SERVICE_MANAGER, Role.EXECUTIVE])
def test_those_who_may_state_evidence(service, role):
    assert teamwork.state(by=given.worker(service, role), service=service, **STATED).met


def test_a_statement_can_be_taken_back(supervisor, service):
    stated = teamwork.state(by=supervisor, service=service, **STATED)
    teamwork.withdraw_statement(by=supervisor, service=service, statement=stated, because="wrong team")
    again = teamwork.state(by=supervisor, service=service, **STATED | {"met": False})
    stated.refresh_from_db()
    assert (stated.withdrawn_because, stated.met) == ("wrong team", True)
    assert (again.met, again.withdrawn_at) == (False, None)
    assert again.pk != stated.pk


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"item": 26}, "no item 26"),
        ({"component": "f"}, "no component"),
        ({"scale": "ips-99"}, "no scale"),
        ({"stated_on": given.TODAY + timedelta(days=1)}, "after today"),
        ({"valid_until": MONDAY - timedelta(days=1)}, "before the statement"),
        ({"statement": "  "}, "Say what you saw"),
    ],
)
def test_a_statement_that_cannot_be(supervisor, service, facts, said):
    with pytest.raises(ValidationError, match=said):
        teamwork.state(by=supervisor, service=service, **STATED | facts)


def test_a_specialist_states_nothing(sam, service):
    with pytest.raises(PermissionDenied):
        teamwork.state(by=sam, service=service, **STATED)
