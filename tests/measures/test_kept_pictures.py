"""A picture is worked out once, kept, and worked out anew when a fact it rests on has changed."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest

from placewell.measures import fidelity
from placewell.measures.fidelity import keeping
from placewell.measures.models import KeptFigure
from placewell.records import guard
from placewell.records.models import Event, Meeting, MeetingAttendance, Staff
from tests.questions import asks

AS_AT = date(2026, 6, 30)


@pytest.fixture
def service(example):
    return example


@pytest.fixture
def worked_out():
    with patch.object(fidelity, "worked_out", wraps=fidelity.worked_out) as counted:
        yield counted


def an_event(service, facts_from):
    with guard.acting(by=None, verb="tests.given"):
        return Event.objects.create(verb="contacts.note", service=service, facts_from=facts_from)


def test_what_is_kept_is_what_was_worked_out(service):
    first = fidelity.fidelity(service, as_at=AS_AT)
    again = fidelity.fidelity(service, as_at=AS_AT)
    assert again == first
    assert again.as_json() == fidelity.worked_out(service, as_at=AS_AT, scale="ips-25").as_json()


def test_a_picture_is_worked_out_once(service, worked_out):
    for _ in range(3):
        fidelity.fidelity(service, as_at=AS_AT)
    assert worked_out.call_count == 1


@pytest.mark.parametrize(("days", "times"), [(-30, 2), (0, 2), (1, 1)])
def test_only_an_event_about_facts_up_to_the_day_makes_it_stale(service, worked_out, days, times):
    fidelity.fidelity(service, as_at=AS_AT)
    an_event(service, AS_AT + timedelta(days=days))
    fidelity.fidelity(service, as_at=AS_AT)
    assert worked_out.call_count == times


def test_an_event_that_changed_no_figure_leaves_it_good(service, worked_out):
    fidelity.fidelity(service, as_at=AS_AT)
    an_event(service, None)
    fidelity.fidelity(service, as_at=AS_AT)
    assert worked_out.call_count == 1


def test_an_event_that_was_committed_late_makes_it_stale_although_its_number_is_smaller(service, worked_out):
    late = an_event(service, AS_AT)
    an_event(service, AS_AT)
    with guard.acting(by=None, verb="tests.given"):
        Event.objects.filter(pk=late.pk).delete()
    fidelity.fidelity(service, as_at=AS_AT)
    with guard.acting(by=None, verb="tests.given"):
        late.save(force_insert=True)
    fidelity.fidelity(service, as_at=AS_AT)
    assert worked_out.call_count == 2


def test_an_event_of_many_services_counts_for_each(service, worked_out):
    fidelity.fidelity(service, as_at=AS_AT)
    an_event(None, AS_AT)
    fidelity.fidelity(service, as_at=AS_AT)
    assert worked_out.call_count == 2


@pytest.mark.parametrize(("held_on", "times"), [(date(2026, 6, 29), 2), (date(2026, 7, 1), 1)])
def test_somebody_noted_for_a_meeting_later_makes_it_stale(service, worked_out, held_on, times):
    with guard.acting(by=None, verb="tests.given"):
        meeting = Meeting.objects.create(
            service=service, key="late", kind="group_supervision", scheduled_on=held_on, held=True
        )
    fidelity.fidelity(service, as_at=AS_AT)
    with guard.acting(by=None, verb="tests.given"):
        came = Staff.objects.filter(service=service).first()
        MeetingAttendance.objects.create(service=service, meeting=meeting, staff=came)
    fidelity.fidelity(service, as_at=AS_AT)
    assert worked_out.call_count == times


def test_another_edition_of_the_measures_is_another_figure(service, worked_out):
    fidelity.fidelity(service, as_at=AS_AT)
    with patch.object(keeping, "edition_of_measures", return_value="another"):
        fidelity.fidelity(service, as_at=AS_AT)
    assert worked_out.call_count == 2
    assert KeptFigure.objects.count() == 1


def test_the_trend_is_that_of_the_last_twelve_month_ends(service):
    past = fidelity.trend(service, as_at=date(2026, 6, 29))
    assert [picture.as_at for picture in past][:2] == [date(2025, 6, 30), date(2025, 7, 31)]
    assert past[-1].as_at == date(2026, 5, 31)
    assert len(past) == 12
    assert past[-1] == fidelity.worked_out(service, as_at=date(2026, 5, 31), scale="ips-25")


def test_the_trend_asks_the_record_only_about_months_that_changed(service, worked_out):
    fidelity.trend(service, as_at=AS_AT)
    an_event(service, date(2026, 5, 2))
    worked_out.reset_mock()
    fidelity.trend(service, as_at=AS_AT)
    assert [call.kwargs["as_at"] for call in worked_out.call_args_list] == [date(2026, 5, 31), AS_AT]
    with asks(1):
        fidelity.trend(service, as_at=AS_AT)
