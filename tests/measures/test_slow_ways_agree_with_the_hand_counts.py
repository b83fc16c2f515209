"""The slow ways, held against figures that somebody counted by hand.

The example stands in tests/contract/; set PLACEWELL_CONTRACT to hold them against another copy.
"""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from tests.slow_ways import fidelity, fidelity_totals, indicators, measure, outcomes, read_package

CONTRACT = Path(os.environ.get("PLACEWELL_CONTRACT") or Path(__file__).parents[1] / "contract")
AS_AT = date(2026, 6, 30)
BY_HAND = json.loads((CONTRACT / "example-figures.json").read_text(encoding="utf-8"))
KEYS_WITH_UNITS = [1, 2, 3, 4, 6, 15, 16, 17, 19, 20, 21, 24]


@pytest.fixture(scope="module")
def example():
    return read_package(CONTRACT / "example")


@pytest.fixture(scope="module")
def items(example):
    return {item["number"]: item for item in fidelity(example, "S1", AS_AT)}


@pytest.mark.parametrize("number", sorted(BY_HAND["ips-25"], key=int))
def test_each_item_counted_by_hand_comes_out_the_same(items, number):
    item = items[int(number)]
    for name, wanted in BY_HAND["ips-25"][number].items():
        got = item[name]
        if name == "by_staff":
            got = [[line["staff"], pytest.approx(line["value"]), line["rating"]] for line in item[name]]
        assert got == (pytest.approx(wanted) if isinstance(wanted, float) else wanted), name


@pytest.mark.parametrize("key", sorted(BY_HAND["outcomes"]))
def test_each_outcome_counted_by_hand_comes_out_the_same(example, key):
    found = {entry["measure"]: entry for entry in outcomes(example, "S1", date(2025, 7, 1), AS_AT)}
    entry = found[key if "@" in key else f"{key}@1"]
    wanted = BY_HAND["outcomes"][key]
    if isinstance(wanted, list):
        assert [entry["numerator"], entry["denominator"]] == wanted
    else:
        assert entry["value"] == wanted


def test_all_25_items_are_listed_in_their_order(items):
    assert list(items) == list(range(1, 26))


def test_items_without_a_figure_fall_back_on_the_review_of_december(items):
    people_rate = (7, 9, 12, 14, 18, 22, 23, 25)
    assert {items[n]["basis"] for n in people_rate} == {"reviewed"}
    assert [items[n]["rating"] for n in people_rate] == [3, 4, 2, 2, 3, 4, 5, 4]
    assert items[7]["review"] == "S1-F1"
    assert items[7]["reviewed_on"] == date(2025, 12, 12)


def test_an_attestation_past_its_last_day_says_nothing(items):
    assert items[10]["components"] == {"a": True, "b": None, "c": None, "d": None, "e": None}
    assert items[10]["basis"] == "reviewed"


def test_before_the_review_those_items_have_no_rating(example):
    items = fidelity(example, "S1", date(2025, 12, 11))
    assert items[6]["basis"] == "none"
    assert items[6]["rating"] is None
    sums = fidelity_totals(items)
    unrated = 25 - sums["rated"]
    assert unrated >= 8
    assert sums["highest_total"] - sums["lowest_total"] == 4 * unrated


def test_the_totals_span_the_bands_between_them():
    items = [{"rating": 4}] * 24 + [{"rating": None}]
    assert fidelity_totals(items) == {"rated": 24, "lowest_total": 97, "highest_total": 101, "bands": ["fair", "good"]}


@pytest.mark.parametrize("number", KEYS_WITH_UNITS)
def test_the_rows_add_up_to_the_figure(example, items, number):
    answer = measure(example, items[number]["key"], "S1", AS_AT)
    counting = [row for row in answer["rows"] if row.counted]
    assert float(sum(row.numerator for row in counting)) == pytest.approx(answer["numerator"])
    assert float(sum(row.denominator for row in counting)) == pytest.approx(answer["denominator"])
    assert all(row.why for row in answer["rows"] if not row.counted)


def test_outcomes_by_gender_add_up_to_those_of_everybody(example):
    period = (date(2025, 7, 1), AS_AT)
    for total in outcomes(example, "S1", *period):
        parts = [part for part in outcomes(example, "S1", *period, by="gender") if part["measure"] == total["measure"]]
        assert sum(part["numerator"] for part in parts) == total["numerator"]


def test_indicators_stand_beside_the_items_that_people_rate(example):
    found = indicators(example, "S1", AS_AT)
    assert found[7] == {
        "full_time_specialists": 2,
        "supervisors": 1,
        "weeks_with_group_supervision": 7,
        "cover_allocations": 12,
    }
    assert found[9]["exclusions"]["not_ready"] == 1
    assert found[12]["before_start"] == (1, 2)
