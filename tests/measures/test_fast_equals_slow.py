"""Every figure equals the one counted by hand, loop by loop, on made-up services."""

import os
from datetime import date, timedelta
from fractions import Fraction

import pytest

from placewell.measures.catalogue import MEASURES, for_item
from placewell.measures.fidelity import worked_out
from placewell.measures.numbers import plain
from placewell.measures.outcomes import outcomes
from placewell.measures.taking import take
from tests import slow_ways
from tests.measures.loading import load
from tests.random_services import random_package

AS_AT = date(2026, 6, 30)
PERIODS = ((date(2025, 7, 1), AS_AT), (date(2026, 4, 1), AS_AT), (date(2026, 2, 28), date(2026, 2, 28)))
SEEDS = range(int(os.environ.get("PLACEWELL_SEEDS", "8")))
SAID = (
    "value",
    "numerator",
    "denominator",
    "rating",
    "coverage",
    "structural",
    "components",
    "by_staff",
    "basis",
    "review",
)
# By team the slow way counts a person in each of their teams; the product counts each once.
ONCE_EACH = {"employment_rate@quarterly", "access_first_direct_contact@mhsds"}


@pytest.fixture(params=SEEDS, ids=lambda seed: f"seed {seed}")
def made_up(request, db):
    """A made-up package: its tables, and its services in the database."""
    as_at = AS_AT - timedelta(days=request.param * 17 % 120)
    tables = random_package(request.param, as_at=as_at)
    return tables, load(tables), as_at


def fast_item(item):
    """What the picture says of an item, by the names of the slow way."""
    said = item.as_json()
    return {name: said.get(name) for name in SAID}


def slow_item(item):
    """The same of the slow way; what it says nothing of is left out as the picture leaves it out."""
    said = {name: item[name] for name in SAID}
    if item["numerator"] is None:
        said |= {"structural": None, "coverage": None}
    return said


def test_every_item_of_the_scale(made_up):
    tables, services, as_at = made_up
    for key, service in services.items():
        picture = worked_out(service, as_at=as_at, scale="ips-25")
        by_hand = slow_ways.fidelity(tables, key, as_at)
        for item, slow in zip(picture.items, by_hand, strict=True):
            assert fast_item(item) == slow_item(slow), (item.number, item.key)
            assert bool(item.reason) == bool(slow["reason"]) or item.reason.startswith("no specialist"), item.number
        sums = picture.as_json()
        assert {name: sums[name] for name in ("rated", "lowest_total", "highest_total", "bands")} == (
            slow_ways.fidelity_totals(by_hand)
        )


def test_every_indicator(made_up):
    tables, services, as_at = made_up
    for key, service in services.items():
        for number, slow in slow_ways.indicators(tables, key, as_at).items():
            said = dict(take(for_item(number).name, service, as_at=as_at).extra)
            wanted = {**slow, **slow.get("exclusions", {})}
            wanted.pop("exclusions", None)
            pairs = {
                name: (value["numerator"], value["denominator"]) if isinstance(value, dict) else value
                for name, value in said.items()
            }
            assert pairs == wanted, number


def test_every_row_counted(made_up):
    tables, services, as_at = made_up
    for key, service in services.items():
        for item in slow_ways.fidelity(tables, key, as_at):
            measure = for_item(item["number"])
            if measure is None or measure.finisher in ("components", "supervisor_role", "indicators"):
                continue
            slow = [row for row in slow_ways.measure(tables, measure.key, key, as_at)["rows"] if row.counted]
            fast = [unit for unit in take(measure.name, service, as_at=as_at).units if unit.counted]
            wanted = sorted((Fraction(row.numerator), Fraction(row.denominator)) for row in slow)
            got = sorted((Fraction(unit.numerator), Fraction(unit.denominator)) for unit in fast)
            assert got == wanted, measure.name


@pytest.mark.parametrize("by", [None, "team", "gender", "ethnic_group"])
def test_every_outcome(made_up, by):
    tables, services, _ = made_up
    for key, service in services.items():
        for from_, to in PERIODS:
            slow = slow_ways.outcomes(tables, key, from_, to, by=by)
            for figure in outcomes(service, from_=from_, to=to, by=by):
                entries = [entry for entry in slow if entry["measure"] == figure.measure]
                if by == "team" and figure.measure in ONCE_EACH:
                    assert sum(line.denominator or line.numerator for line in figure.breakdown) == (
                        figure.denominator or figure.numerator
                    )
                elif by is None:
                    assert [told(figure)] == [asked(entry) for entry in entries], figure.measure
                else:
                    assert grouped(figure) == by_hand_grouped(entries), (figure.measure, by)


def told(figure):
    said = {name: plain(getattr(figure, name)) for name in ("value", "numerator", "denominator")}
    return {**said, "unit": MEASURES[figure.measure].unit, "extra": plain(dict(figure.extra))}


def asked(entry):
    extra = {str(name): value for name, value in entry.get("extra", {}).items()}
    return {name: entry[name] for name in ("value", "numerator", "denominator", "unit")} | {"extra": extra}


def grouped(figure):
    """Each group's sums; a group that counts nothing says nothing."""
    lines = {
        None if line.key == "not recorded" else line.key: (plain(line.value), line.numerator, line.denominator)
        for line in figure.breakdown
    }
    return {name: line for name, line in lines.items() if line[1] or line[2]}


def by_hand_grouped(entries):
    lines = {entry["group"]: (entry["value"], entry["numerator"], entry["denominator"]) for entry in entries}
    return {name: line for name, line in lines.items() if line[1] or line[2]}
