"""Local standards: states that no choice may be in, refused in words and by the database."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from placewell.records.models import ChosenStandard
from placewell.records.standards import chosen_on
from tests import given

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
# constraint → what is impossible, and part of what people are told
IMPOSSIBLE = {
    "chosenstandard_once": ({}, "already set"),
    "chosenstandard_unit_is_known": ({"unit": "moons"}, "not a valid choice"),
    "chosenstandard_standard_source_filled": ({"source": ""}, "cannot be blank"),
    "chosenstandard_at_least_in_bounds": ({"at_least": 1001, "at_most": None}, "from 0 to 1000"),
    "chosenstandard_at_most_in_bounds": ({"at_most": 1001}, "from 0 to 1000"),
    "chosenstandard_ended_on_not_before": ({"ended_on": given.TODAY - DAY}, "before the start"),
    "chosenstandard_says_a_number": ({"at_most": None}, "Enter a number"),
    "chosenstandard_at_most_not_below": ({"at_least": 30}, "below the least"),
}


def row(service, **changes) -> ChosenStandard:
    right = {"standard": "caseload", "at_most": 20, "unit": "people", "source": "Contract", "started_on": given.TODAY}
    return ChosenStandard(service=service, **right | changes)


def test_each_constraint_is_tried_here():
    assert {constraint.name for constraint in ChosenStandard._meta.constraints} == set(IMPOSSIBLE)


@pytest.mark.parametrize("constraint", IMPOSSIBLE)
def test_refused_in_words_and_by_the_database(constraint, laying_down):
    service = given.service()
    changes, said = IMPOSSIBLE[constraint]
    with laying_down(on=given.TODAY):
        if not changes:
            row(service).save()
        wrong = row(service, **changes)
        with pytest.raises(ValidationError, match=said):
            wrong.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()


def test_two_choices_for_one_day_are_refused(laying_down):
    service = given.service()
    with laying_down(on=given.TODAY):
        row(service, started_on=given.LONG_AGO).save()
        with pytest.raises(ValidationError, match="for some of these days"):
            row(service).full_clean()
        row(given.service()).full_clean()


def test_what_is_in_force_on_a_day(laying_down, django_assert_num_queries):
    service = given.service()
    with laying_down(on=given.TODAY):
        row(service, started_on=given.LONG_AGO, ended_on=given.TODAY, at_most=30).save()
        row(service).save()
    with django_assert_num_queries(1):
        assert chosen_on(service, given.TODAY)["caseload"].at_most == 20
    assert chosen_on(service, given.TODAY - DAY)["caseload"].at_most == 30
    assert chosen_on(service, given.LONG_AGO - DAY) == {}
