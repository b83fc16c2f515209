from datetime import date, timedelta

import pytest

from placewell.rules.job_clock import days_beside_one_another, days_not_covered, days_without_a_job, next_check
from placewell.rules.sustainment import Spell

START = date(2026, 1, 5)


def day(number: int) -> date:
    return START + timedelta(days=number)


def numbers(windows) -> list[tuple[int, int]]:
    return [((one.first - START).days, (one.last - START).days) for one in windows]


def job(first: int, end: int | None, hours: int = 16) -> Spell:
    return Spell(day(first), None if end is None else day(end), hours)


@pytest.mark.parametrize(
    ("spans", "gaps"),
    [
        ([], [(0, 90)]),
        ([(0, 90)], []),
        ([(0, 89)], [(90, 90)]),
        ([(1, 90)], [(0, 0)]),
        ([(0, 30), (31, 90)], []),
        ([(0, 30), (32, 90)], [(31, 31)]),
        ([(10, 20), (15, 40), (80, 120)], [(0, 9), (41, 79)]),
        ([(-20, -5), (95, 99)], [(0, 90)]),
    ],
)
def test_days_that_no_proof_shows(spans, gaps):
    found = days_not_covered(first=day(0), last=day(90), spans=[(day(a), day(b)) for a, b in spans])
    assert numbers(found) == gaps


def test_no_day_is_missing_before_the_first():
    assert days_not_covered(first=day(1), last=day(0), spans=[]) == ()


@pytest.mark.parametrize(
    ("jobs", "gaps", "beside"),
    [
        ([], [], []),
        ([job(0, None)], [], []),
        ([job(0, 10), job(10, None)], [], []),
        ([job(0, 10), job(12, 20)], [(10, 11), (20, 50)], []),
        ([job(0, 0)], [(0, 50)], []),
        ([job(0, 20), job(10, None)], [], [(10, 19)]),
        ([job(0, None), job(5, 10), job(8, 12), job(30, None)], [], [(5, 11), (30, 50)]),
    ],
)
def test_days_without_a_job_and_days_with_two(jobs, gaps, beside):
    assert numbers(days_without_a_job(jobs=jobs, until=day(50))) == gaps
    assert numbers(days_beside_one_another(jobs=jobs, until=day(50))) == beside


@pytest.mark.parametrize(
    ("as_at", "number"),
    [(0, 91), (90, 91), (91, 112), (111, 112), (112, 182), (182, 364), (363, 364), (364, None)],
)
def test_the_next_check_is_the_next_day_on_which_something_is_decided(as_at, number):
    found = next_check(started_on=START, ended_on=None, first_job_on=START, as_at=day(as_at))
    assert found == (None if number is None else day(number))


def test_a_job_that_has_ended_is_checked_no_more():
    assert next_check(started_on=START, ended_on=day(10), first_job_on=START, as_at=day(10)) is None
    assert next_check(started_on=START, ended_on=day(10), first_job_on=START, as_at=day(9)) == day(91)
