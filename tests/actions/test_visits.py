"""Visits made alone: planned, called off, what is heard; and what the database refuses."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import visits
from placewell.records import guard
from placewell.records.models import Episode, Event, LoneVisit, VisitWord
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def ana(service):
    return given.specialist(service)


@pytest.fixture
def planned(service, ana):
    return plan(service, ana)


def plan(service, by, **changed):
    facts = {
        "staff": given.staff_of(by), "checks": given.staff(service), "begins_on": given.TODAY, "begins_time": time(14),
        "back_by": time(15), "place": " 3 Mill Lane ", "phone": "07700 900001",
    }  # fmt: skip
    return visits.plan(by=by, service=service, **{**facts, **changed})


def test_a_visit_is_planned_about_nobody_or_a_person(service, ana, planned):
    assert (planned.place, planned.episode, VisitWord.objects.count()) == ("3 Mill Lane", None, 0)
    held = Episode.objects.get(client=given.client_held_by(given.staff_of(ana)))
    assert plan(service, ana, episode=held).episode == held
    assert Event.objects.filter(facts_from__isnull=False).count() == 0


def test_a_visit_is_not_planned_for_a_day_gone_by_nor_to_a_stranger(service, ana):
    with pytest.raises(ValidationError, match="gone by"):
        plan(service, ana, begins_on=given.TODAY - timedelta(days=1))
    other = Episode.objects.get(client=given.client_held_by(given.staff(service)))
    with pytest.raises(PermissionDenied):
        plan(service, ana, episode=other)
    assert LoneVisit.objects.count() == 0


def test_a_clinician_says_nothing_about_visits(service, planned):
    cleo = given.worker(service, Role.CLINICIAN, teams=[given.team(service)])
    with pytest.raises(PermissionDenied):
        visits.say_safe(by=cleo, service=service, visit=planned)
    assert VisitWord.objects.count() == 0


def test_what_is_heard_is_added_and_the_visit_stays_as_it_was(service, ana, planned):
    about = {"by": ana, "service": service, "visit": planned}
    visits.need_longer(**about, back_by=time(16))
    visits.note_try(**about, note=" Rang twice ")
    visits.say_safe(**about)
    assert list(VisitWord.objects.order_by("pk").values_list("heard", "back_by", "note")) == [
        ("longer", time(16), ""), ("tried", None, "Rang twice"), ("safe", None, ""),
    ]  # fmt: skip
    assert LoneVisit.objects.get().version == 1


def test_a_new_time_lies_after_the_beginning(service, ana, planned):
    with pytest.raises(ValidationError, match="after that"):
        visits.need_longer(by=ana, service=service, visit=planned, back_by=time(14))
    assert VisitWord.objects.count() == 0


def test_a_visit_is_called_off_with_a_reason_only(service, ana, planned):
    about = {"by": ana, "service": service, "visit": planned}
    with pytest.raises(ValidationError, match="Say why"):
        visits.call_off(**about, because=" ")
    assert visits.call_off(**about, because="Ill").called_off_because == "Ill"


@pytest.mark.parametrize("wrong", [{"place": ""}, {"phone": ""}, {"back_by": time(14)}, {"checks": None}])
def test_impossible_visits_are_refused_by_the_database(service, ana, wrong):
    own = given.staff_of(ana)
    facts = {
        "staff": own, "checks": given.staff(service), "begins_on": given.TODAY, "begins_time": time(14),
        "back_by": time(15), "place": "Mill Lane", "phone": "1",
    } | {name: own if name == "checks" else value for name, value in wrong.items()}  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        LoneVisit.objects.create(service=service, **facts)


@pytest.mark.parametrize(
    "wrong",
    [{"heard": "singing"}, {"heard": "longer"}, {"heard": "safe", "back_by": time(16)}, {"heard": "tried", "note": ""}],
)
def test_impossible_words_are_refused_by_the_database(service, planned, wrong):
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        VisitWord.objects.create(service=service, visit=planned, **wrong)
