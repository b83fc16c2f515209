"""Benefits advice after its offer: given, not wanted, and the better-off sum beside it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.roles import Role
from placewell.actions import benefits, plans
from placewell.records.models import BenefitsAdvice, BetterOffSum, Episode
from tests import given

pytestmark = pytest.mark.django_db
TODAY = given.TODAY
OFFERED = TODAY - timedelta(days=10)
SUM = {"adviser_name": "Pat", "tool": "By hand", "result": "About £62 a week more", "weekly_difference": Decimal(62)}


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def about(service):
    return {"by": given.specialist(service), "service": service}


@pytest.fixture
def advice(about):
    episode = Episode.objects.get(client=given.client_held_by(given.staff_of(about["by"])))
    return plans.offer_benefits_advice(**about, episode=episode, offered_on=OFFERED, prompted_by="change")


def test_advice_was_given_by_somebody(about, advice):
    told = benefits.answer(
        **about, advice=advice, declined=False, held_on=TODAY, adviser="trained_adviser", written_result=False
    )
    assert (told.held_on, told.adviser, told.declined, told.version) == (TODAY, "trained_adviser", False, 2)


def test_advice_that_was_not_wanted_was_offered_all_the_same(about, advice):
    told = benefits.answer(**about, advice=advice, declined=True, adviser="trained_adviser", written_result=True)
    assert (told.declined, told.held_on, told.adviser, told.written_result) == (True, None, "", None)
    assert told.offered_on == OFFERED


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"declined": True, "held_on": TODAY}, "not wanted was not given"),
        ({"declined": False}, "Enter the date"),
        ({"declined": False, "held_on": TODAY}, "Choose who gave it"),
        ({"declined": False, "held_on": TODAY + timedelta(days=1), "adviser": "trained_adviser"}, "after today"),
        ({"declined": False, "held_on": OFFERED - timedelta(days=1), "adviser": "trained_adviser"}, "before the day"),
    ],
)
def test_answers_that_cannot_be_are_refused(about, advice, answer, said):
    with pytest.raises(ValidationError, match=said):
        benefits.answer(**about, advice=advice, **answer)
    assert BenefitsAdvice.objects.get().version == 1


@pytest.fixture
def given_advice(about, advice):
    return benefits.answer(**about, advice=advice, declined=False, held_on=OFFERED, adviser="trained_adviser")


def test_a_sum_that_was_handed_over_is_a_written_calculation(about, given_advice):
    noted = benefits.note_sum(**about, advice=given_advice, worked_out_on=OFFERED, given_on=TODAY, **SUM)
    assert (noted.weekly_difference, noted.tool, noted.given_on) == (62, "By hand", TODAY)
    assert BenefitsAdvice.objects.get().written_result is True


def test_a_sum_that_was_not_handed_over_says_nothing_about_a_written_one(about, given_advice):
    benefits.note_sum(**about, advice=given_advice, worked_out_on=OFFERED, **SUM)
    assert BenefitsAdvice.objects.get().written_result is None


def test_a_sum_needs_advice_that_was_given_and_days_in_their_order(about, advice):
    with pytest.raises(ValidationError, match="belongs to advice that was given"):
        benefits.note_sum(**about, advice=advice, worked_out_on=TODAY, **SUM)
    told = benefits.answer(**about, advice=advice, declined=False, held_on=OFFERED, adviser="trained_adviser")
    with pytest.raises(ValidationError, match="before the day it was worked out"):
        benefits.note_sum(**about, advice=told, worked_out_on=TODAY, given_on=OFFERED, **SUM)
    with pytest.raises(ValidationError, match="after today"):
        benefits.note_sum(**about, advice=told, worked_out_on=TODAY + timedelta(days=1), **SUM)
    assert not BetterOffSum.objects.exists()


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.EMPLOYMENT_SPECIALIST])
def test_nobody_answers_or_adds_beyond_their_reach(service, role, given_advice):
    how = {"by": given.worker(service, role), "service": service, "advice": given_advice}
    with pytest.raises(PermissionDenied):
        benefits.answer(**how, declined=True)
    with pytest.raises(PermissionDenied):
        benefits.note_sum(**how, worked_out_on=TODAY, **SUM)
    assert not BetterOffSum.objects.exists()
