"""Stamps on a week's log: states that none may be in, refused in words and by the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from placewell.records.models import StaffWeek, WeekStamp
from tests import given

pytestmark = pytest.mark.django_db
IMPOSSIBLE = {
    "weekstamp_once": ({}, "bears that stamp already"),
    "weekstamp_kind_is_known": ({"kind": "seen"}, "not a valid choice"),
    "weekstamp_remark_of_a_reading": ({"remark": "Well done"}, "Only who reads the log"),
}


@pytest.fixture
def right():
    service = given.service()
    with given._laid_down():
        week = StaffWeek.objects.create(
            service=service, staff=given.staff(service), week_starting="2026-06-22", employment_minutes=60,
            other_minutes=0, log_complete=True,
        )  # fmt: skip
        facts = {"service": service, "week": week, "kind": "closed", "stamped_on": given.TODAY}
        WeekStamp.objects.create(**facts)
    return facts


def test_each_constraint_is_tried_here():
    assert {constraint.name for constraint in WeekStamp._meta.constraints} == set(IMPOSSIBLE)


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_an_impossible_stamp_is_refused_in_words(right, name):
    changes, words = IMPOSSIBLE[name]
    with pytest.raises(ValidationError, match=words):
        WeekStamp(**right | changes).full_clean()


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_an_impossible_stamp_is_refused_by_the_database(right, name):
    with given._laid_down(), pytest.raises(IntegrityError), transaction.atomic():
        WeekStamp.objects.create(**right | IMPOSSIBLE[name][0])


def test_both_stamps_stand_beside_each_other_with_a_remark_on_the_reading(right):
    with given._laid_down():
        read = WeekStamp.objects.create(**right | {"kind": "read", "remark": "Good visits"})
    assert str(read) == "read on 30 June 2026"
