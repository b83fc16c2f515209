"""The hand counts that journeys use agree with the measures on the example."""

import pytest

from placewell.measures.taking import take
from placewell.records.models import EmployerContact, Episode, Job, JobPreference
from tests.journeys import hand_counts as hand
from tests.measures.test_the_example import AS_AT

MODELS = {"contacts": EmployerContact, "episodes": Episode, "jobs": Job, "wishes": JobPreference}


@pytest.fixture
def rows(example):
    return {name: list(model.objects.filter(service=example).values()) for name, model in MODELS.items()}


@pytest.mark.parametrize(
    ("key", "counted"),
    [
        ("individualised_search", hand.item_16),
        ("job_type_diversity", hand.item_19),
        ("employer_diversity", hand.item_20),
        ("competitive_jobs", hand.item_21),
    ],
)
def test_shares(example, rows, key, counted):
    figure = take(key, example, as_at=AS_AT)
    assert counted(rows, AS_AT) == (figure.numerator, figure.denominator)


def test_the_days_of_item_15(example, rows):
    assert hand.item_15(rows, AS_AT) == take("rapid_job_search", example, as_at=AS_AT).value


def test_the_weeks_of_item_17(example, rows):
    units = take("employer_contact_frequency", example, as_at=AS_AT).units
    assert units
    assert [hand.item_17_of(rows, unit.staff, unit.day) for unit in units] == [unit.numerator for unit in units]


def test_the_indicator_of_item_18(example, rows):
    units = take("employer_contact_quality", example, as_at=AS_AT).units
    assert hand.item_18(rows, AS_AT) == (sum(unit.numerator for unit in units), len(units))
