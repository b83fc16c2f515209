"""A week's log: closed and read, a stamp each, and read again after a change. Item 17 shows it at once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.roles import Role
from placewell.actions import employers, teamwork
from placewell.measures.taking import take
from placewell.records.models import StaffWeek, WeekStamp
from tests import given

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 6, 22)
FULL = {"employment_minutes": 2000, "other_minutes": 250, "leave_days": None, "log_complete": True}


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def sam(service):
    return given.specialist(service)


@pytest.fixture
def supervisor(service):
    return given.worker(service, Role.SUPERVISOR)


def note(by, service, monday=MONDAY, **facts):
    return teamwork.note_week(
        by=by, service=service, staff=given.staff_of(by), week_starting=monday, **{**FULL, **facts}
    )


def read(by, service, remark=""):
    return teamwork.read_log(by=by, service=service, week=StaffWeek.objects.get(), remark=remark)


def correct(by, service, **facts):
    week = StaffWeek.objects.get()
    return teamwork.correct_week(by=by, service=service, week=week, read_version=week.version, **{**FULL, **facts})


def meet(by, service, employer, **facts):
    return employers.note_contact(
        by=by, service=service, employer=employer, staff=given.staff_of(by),
        **{
            "made_on": MONDAY, "mode": "face_to_face", "purpose": "learn_needs", "hiring_authority": True,
            "made_by_client": False, **facts,
        },
    )  # fmt: skip


def stamps():
    return [(one.kind, one.stamped_on, one.remark) for one in WeekStamp.objects.standing().order_by("pk")]


def test_closing_and_reading_leave_a_stamp_each(sam, supervisor, service):
    note(sam, service)
    assert stamps() == [("closed", given.TODAY, "")]
    week = read(supervisor, service, remark=" Go back to the bakery ")
    assert stamps() == [("closed", given.TODAY, ""), ("read", given.TODAY, "Go back to the bakery")]
    by = WeekStamp.objects.order_by("pk").values_list("recorded_by", flat=True)
    assert list(by) == [sam.pk, supervisor.pk]
    assert week.log_reviewed_on == given.TODAY


def test_an_open_week_bears_none_until_it_is_closed(sam, service):
    note(sam, service, log_complete=False)
    assert stamps() == []
    correct(sam, service)
    assert stamps() == [("closed", given.TODAY, "")]


def test_a_week_opened_again_loses_both_stamps_and_asks_to_be_read_again(sam, supervisor, service):
    note(sam, service)
    read(supervisor, service)
    assert correct(sam, service, log_complete=False).log_reviewed_on is None
    assert stamps() == []
    assert sorted(WeekStamp.objects.values_list("withdrawn_because", flat=True)) == [
        "The log was opened again.", "The week was changed after its log was read.",
    ]  # fmt: skip
    correct(sam, service)
    with pytest.raises(ValidationError, match="your own"):
        teamwork.read_log(by=given.worker(service, Role.SUPERVISOR, staff=given.staff_of(sam)), service=service,
                          week=StaffWeek.objects.get())  # fmt: skip
    read(supervisor, service)
    assert [kind for kind, *_ in stamps()] == ["closed", "read"]


def test_a_changed_week_stays_closed_and_asks_to_be_read_again(sam, supervisor, service):
    note(sam, service)
    read(supervisor, service)
    assert correct(sam, service, other_minutes=0).log_reviewed_on is None
    assert [kind for kind, *_ in stamps()] == ["closed"]


def test_a_correction_that_changes_nothing_leaves_the_reading(sam, supervisor, service):
    note(sam, service)
    read(supervisor, service)
    assert correct(sam, service).log_reviewed_on == given.TODAY
    assert [kind for kind, *_ in stamps()] == ["closed", "read"]


def test_a_contact_recorded_after_the_reading_lets_it_be_read_again_and_only_then(sam, supervisor, service):
    note(sam, service)
    read(supervisor, service, remark="First")
    read(supervisor, service, remark="Twice")
    assert [words for *_, words in stamps()] == ["", "First"]
    meet(sam, service, given.employer(service))
    read(supervisor, service, remark="Second")
    assert [words for *_, words in stamps()] == ["", "Second"]


def test_only_who_reviews_logs_reads_them(sam, service):
    note(sam, service)
    with pytest.raises(PermissionDenied):
        read(sam, service)
    assert [kind for kind, *_ in stamps()] == ["closed"]


def test_item_17_shows_the_reading_at_once(sam, supervisor, service):
    given.client_held_by(given.staff_of(sam))
    given.client_held_by(given.staff_of(sam))
    given.client_held_by(given.staff_of(sam))
    employer = given.employer(service)
    for back in range(13):
        note(sam, service, monday=MONDAY - timedelta(days=7 * back))
        for day in range(6):
            meet(sam, service, employer, made_on=MONDAY - timedelta(days=7 * back - day % 5))
    assert frequency(service) == (6, 2)
    weeks = StaffWeek.objects.order_by("-week_starting")
    for week in weeks[:9]:
        teamwork.read_log(by=supervisor, service=service, week=week)
    assert frequency(service)[1] < 5
    teamwork.read_log(by=supervisor, service=service, week=weeks[9])
    assert frequency(service) == (6, 5)
    teamwork.correct_week(by=sam, service=service, week=weeks[9], read_version=2, **FULL | {"other_minutes": 0})
    assert frequency(service)[1] < 5


def frequency(service):
    figure = take("employer_contact_frequency", service, as_at=given.TODAY)
    return figure.value, figure.rating
