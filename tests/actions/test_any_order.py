"""Whatever people do, in whatever order: the record stays sound, and its figures equal those counted by hand."""

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placewell.access.worker import system_worker
from placewell.exchange.exporting import export_package
from placewell.exchange.packages import read_and_check
from placewell.measures.taking import take
from placewell.records import models
from tests import slow_ways
from tests.actions.steps import STEPS, Nothing, Step, Unit

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
TODAY = date(2026, 6, 30)
LONG_AGO = date(2020, 1, 1)
REFUSED = (ValidationError, PermissionDenied, Nothing)
ITEMS = ("caseload_size", "rapid_job_search", "individualised_search", "job_type_diversity", "competitive_jobs")
A_YEAR = (TODAY - timedelta(days=364), TODAY)

one_step = st.builds(Step, name=st.sampled_from(sorted(STEPS)), days_ago=st.integers(-2, 60), pick=st.integers(0, 11))
# A beginning that gets somewhere, so that what follows has something to work on.
BEGUN = [
    Step("refer", 60, 0),
    Step("decide", 59, 0),
    Step("enter", 50, 0),
    Step("meet", 40, 0),
    Step("start_job", 30, 0),
]


@pytest.fixture
def unit(db, laying_down):
    with laying_down(on=TODAY):
        service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
        for name in ("Ana", "Ben"):
            one = models.Staff.objects.create(service=service, key=name, full_name=name, started_on=LONG_AGO)
            models.StaffTerm.objects.create(
                service=service, staff=one, role="employment_specialist", fte=1, started_on=LONG_AGO
            )
        models.Employer.objects.create(service=service, key="M", name="Rose Bakery")
    return Unit(system_worker(NOW), service, TODAY)


def taken(unit: Unit, steps: list[Step]) -> int:
    """Take the steps, one after the other; answers how many were not refused."""
    done = 0
    for step in steps:
        try:
            with transaction.atomic():
                unit.take(step)
        except REFUSED:
            continue
        done += 1
    return done


def told(unit: Unit) -> dict:
    """The record as the data package tells it, checked by the rules of the package."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record"
        export_package(path, by=unit.by, service=unit.service)
        assert [str(fault) for fault in read_and_check(path, by=unit.by).faults] == []
        return slow_ways.read_package(path)


def fast(unit: Unit) -> dict:
    """Figures as the product takes them."""
    items = {key: take(key, unit.service, as_at=TODAY) for key in ITEMS}
    periods = {
        key: take(key, unit.service, from_=A_YEAR[0], to=A_YEAR[1])
        for key in ("caseload_at_end", "job_starts@ipsgrow", "into_work@ipsgrow")
    }
    return {key: (figure.numerator, figure.denominator) for key, figure in {**items, **periods}.items()}


def slow(tables) -> dict:
    """The same figures, counted by hand."""
    items = {key: slow_ways.measure(tables, key, "S1", TODAY) for key in ITEMS}
    found = {entry["measure"]: entry for entry in slow_ways.outcomes(tables, "S1", *A_YEAR)}
    outcomes = {
        key: found[key if "@" in key else f"{key}@1"]
        for key in ("caseload_at_end", "job_starts@ipsgrow", "into_work@ipsgrow")
    }
    return {key: (entry["numerator"], entry["denominator"]) for key, entry in {**items, **outcomes}.items()}


@pytest.mark.timeout(300)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=st.lists(one_step, min_size=4, max_size=14))
def test_no_sequence_of_steps_breaks_a_rule_or_parts_the_figures(unit, steps):
    with transaction.atomic():
        taken(unit, [*BEGUN, *steps])
        assert fast(unit) == slow(told(unit))
        transaction.set_rollback(True)


def test_the_beginning_gets_somewhere(unit):
    assert taken(unit, BEGUN) == len(BEGUN)
    assert fast(unit)["job_starts@ipsgrow"][0] == 1
    assert fast(unit)["caseload_size"][0] == 1
