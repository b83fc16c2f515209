"""All outcomes in one question are what each is on its own."""

from datetime import date

import pytest

from placewell.measures import catalogue
from placewell.measures.counting import count
from placewell.measures.outcomes import outcomes
from placewell.measures.runners.django import DjangoRunner
from placewell.measures.taking import NoPeriod, take
from placewell.measures.together import columns
from placewell.measures.views import Scope
from tests.questions import asks

FROM, TO = date(2025, 7, 1), date(2026, 6, 30)


@pytest.mark.parametrize("by", [None, "team"])
def test_outcomes_are_those_taken_one_by_one(example, by):
    apart = tuple(take(one.name, example, from_=FROM, to=TO, by=by) for one in catalogue.outcomes())
    assert outcomes(example, from_=FROM, to=TO, by=by) == apart
    assert sum(len(figure.units) for figure in apart) > 20


def test_all_outcomes_are_one_question(example):
    with asks(1):
        outcomes(example, from_=FROM, to=TO)


def test_a_period_that_ends_before_it_starts_is_refused(example):
    with pytest.raises(NoPeriod):
        outcomes(example, from_=TO, to=FROM)


@pytest.mark.parametrize("name", catalogue.MEASURES)
def test_a_measures_columns_are_read_from_its_text(example, name):
    measure = catalogue.MEASURES[name]
    given = set(columns(measure.sql))
    for unit in count(measure, scope=Scope((example.pk,)), as_at=TO, from_=FROM, runner=DjangoRunner()):
        assert set(unit.more) <= given
    assert {"unit_kind", "numerator", "denominator", "counted"} <= given
