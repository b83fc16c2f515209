"""A CV is kept as it was handed over."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import corrections, cvs
from placewell.actions.cvs import JobTold
from placewell.records import guard
from placewell.records.models import Client, Cv, CvJob, Event
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def who(service):
    by = given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))
    return {"by": by, "service": service}


@pytest.fixture
def person(who):
    return Client.objects.get(pk=given.client_held_by(who["by"].roles[0].staff).pk)


def made(who, person, **changed) -> Cv:
    facts = {
        "aimed_at": " Kitchen work ",
        "made_on": given.TODAY,
        "strengths": "Calm",
        "jobs": [JobTold("Cook"), JobTold("Baker")],
    }
    return cvs.make(**who, client=person, **{**facts, **changed})


def test_a_cv_keeps_its_words_and_the_order_of_its_jobs(who, person):
    cv = made(who, person)
    assert (cv.aimed_at, cv.strengths, cv.education, cv.made_on) == ("Kitchen work", "Calm", "", given.TODAY)
    assert list(CvJob.objects.filter(cv=cv).order_by("position").values_list("position", "title")) == [
        (1, "Cook"), (2, "Baker"),
    ]  # fmt: skip
    assert Event.objects.filter(facts_from__isnull=False).count() == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"jobs": [], "strengths": " "}, "Nothing is chosen"),
        ({"made_on": given.TODAY + timedelta(days=1)}, "after today"),
        ({"aimed_at": " "}, "cannot be blank"),
        ({"jobs": [JobTold("")]}, "cannot be blank"),
    ],
)
def test_a_cv_says_something_for_some_work(who, person, changed, said):
    with pytest.raises(ValidationError, match=said):
        made(who, person, **changed)
    assert Cv.objects.count() == CvJob.objects.count() == 0


def test_a_cv_is_withdrawn_with_its_jobs(who, person):
    corrections.withdraw(**who, record=made(who, person), because="Wrong person")
    assert Cv.objects.standing().count() == CvJob.objects.standing().count() == 0


def test_nobody_makes_one_beyond_their_reach(who, service):
    with pytest.raises(PermissionDenied):
        made(who, given.client_held_by(given.staff(service)))
    assert Cv.objects.count() == 0


def test_impossible_cvs_are_refused_by_the_database(who, person, service):
    cv = made(who, person)
    rows = [
        lambda: Cv.objects.create(service=service, client=person, made_on=given.TODAY, aimed_at=""),
        lambda: CvJob.objects.create(service=service, cv=cv, position=3, title=""),
        lambda: CvJob.objects.create(service=service, cv=cv, position=1, title="Clerk"),
    ]
    for row in rows:
        with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
            row()
