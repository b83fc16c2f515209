"""The made-up services: valid under the contract, the same for the same seed, and varied."""

from collections import Counter
from datetime import date, timedelta

import pytest

from tests.random_services import DAYS_KNOWN_AFTER, random_package, write_package
from tests.random_services.soundness import faults
from tests.slow_ways import fidelity, indicators, measure, outcomes, read_package
from tests.slow_ways.scoring import FIGURES, KEYS

AS_AT = [date(2026, 6, 30), date(2026, 3, 31), date(2024, 2, 29), date(2026, 6, 28), date(2025, 5, 31)]
SEEDS = range(30)


def made(seed, **sizes):
    """A made-up service and the day from which it is seen."""
    as_at = AS_AT[seed % len(AS_AT)]
    return random_package(seed, as_at=as_at, **sizes), as_at


@pytest.mark.parametrize("seed", SEEDS)
def test_a_made_up_service_has_no_fault(seed):
    tables, as_at = made(seed)
    assert list(faults(tables, as_at + timedelta(days=DAYS_KNOWN_AFTER))) == []


@pytest.mark.parametrize("seed", range(6))
def test_a_tidy_service_has_no_fault_on_its_own_day(seed):
    tables, as_at = made(seed, people=20, staff=2, messy=False)
    assert list(faults(tables, as_at)) == []
    assert len(tables["services"]) == 1


def test_the_look_for_faults_finds_them():
    tables, as_at = made(0)
    today = as_at + timedelta(days=DAYS_KNOWN_AFTER)
    tables["contacts"][0]["began_at"] += timedelta(days=2000)
    tables["clients"][0]["nhs_number"] = "9990000001"
    tables["staff_terms"].pop(0)
    tables["allocations"].append(tables["allocations"][0])
    tables["jobs"][0]["contract"] = "promised"
    found = "\n".join(faults(tables, today))
    for words in ("lies after today", "check digit", "0 terms", "stands twice", "not allowed"):
        assert words in found


def test_the_same_seed_makes_the_same_service():
    assert random_package(7, as_at=AS_AT[0]) == random_package(7, as_at=AS_AT[0])
    assert random_package(7, as_at=AS_AT[0]) != random_package(8, as_at=AS_AT[0])


@pytest.mark.parametrize("seed", range(5))
def test_what_is_written_reads_back_the_same(seed, tmp_path):
    tables, _ = made(seed)
    write_package(tables, tmp_path)
    assert read_package(tmp_path) == tables


def test_the_figures_are_varied():
    ratings, bases = {number: Counter() for number in range(1, 26)}, Counter()
    for seed in range(60):
        tables, as_at = made(seed, people=(12, 40, 110)[seed % 3], staff=(4, 3, 2)[seed % 3])
        for item in fidelity(tables, "S1", as_at):
            ratings[item["number"]][item["rating"]] += 1
            bases[item["basis"]] += 1
    assert set(bases) == {"computed", "attested", "reviewed", "none"}
    for number, counted in ratings.items():
        assert len(counted) >= 4, (number, counted)
        assert counted.most_common(1)[0][1] <= 50, (number, counted)


def test_outcomes_and_indicators_are_varied():
    values, told = {}, set()
    for seed in range(40):
        tables, as_at = made(seed, people=20)
        for entry in outcomes(tables, "S1", as_at - timedelta(days=364), as_at):
            values.setdefault(entry["measure"], set()).add((entry["numerator"], entry["denominator"]))
        told.add(str(indicators(tables, "S1", as_at)))
    assert len(values) == 14
    assert all(len(found) >= 5 for found in values.values()), values
    assert len(told) == 40


def test_the_corners_occur():
    corners = Counter()
    for seed in range(40):
        tables, as_at = made(seed)
        corners["two services"] += len(tables["services"]) == 2
        corners["row after the day"] += any(row["began_at"].date() > as_at for row in tables["contacts"])
        corners["contact on the day"] += any(row["began_at"].date() == as_at for row in tables["contacts"])
        corners["stepped down"] += any(row["stepped_down_on"] for row in tables["episodes"])
        corners["no team"] += any(row["team_id"] is None for row in tables["episodes"])
        corners["no day"] += any(row["ended_on"] == row["entered_on"] for row in tables["episodes"])
        corners["expires on the day"] += any(row["valid_until"] == as_at for row in tables["attestations"])
        corners["review on the day"] += any(row["scored_on"] >= as_at for row in tables["fidelity_reviews"])
        corners["log read later"] += any(
            row["log_reviewed_on"] and row["log_reviewed_on"] > as_at for row in tables["staff_weeks"]
        )
        corners["leaver mid-week"] += any(row["ended_on"] and row["ended_on"].weekday() for row in tables["staff"])
        corners["own business"] += any(row["employer_id"] is None for row in tables["jobs"])
        ends = {row["episode_id"]: row["ended_on"] for row in tables["episodes"]}
        corners["job past exit"] += any(
            ends[row["episode_id"]] and (row["ended_on"] is None or row["ended_on"] > ends[row["episode_id"]])
            for row in tables["jobs"]
        )
    assert len(corners) == 12
    assert min(corners.values()) >= 3, corners


@pytest.mark.parametrize("seed", range(8))
def test_rows_add_up_and_nothing_but_its_own_service_counts(seed):
    tables, as_at = made(seed)
    only = {name: list(rows) for name, rows in tables.items()}
    only["services"] = only["services"][:1]
    for name, rows in only.items():
        only[name] = [row for row in rows if not any(str(value).startswith("S2") for value in row.values())]
    assert fidelity(only, "S1", as_at) == fidelity(tables, "S1", as_at)
    for number in FIGURES:
        answer = measure(tables, KEYS[number - 1], "S1", as_at)
        numerator = sum(row.numerator for row in answer["rows"] if row.counted)
        assert float(numerator) == pytest.approx(answer["numerator"])
        assert all(row.why for row in answer["rows"] if not row.counted)
