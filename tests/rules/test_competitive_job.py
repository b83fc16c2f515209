from itertools import product

import pytest

from placewell.rules.competitive_job import competitive, competitive_and_lasting, paid
from placewell.rules.finding import Verdict

GOOD = {
    "meets_minimum_wage": True,
    "open_to_anyone": True,
    "paid_by_employer": True,
    "contract": "permanent",
}


@pytest.mark.parametrize(
    ("hours", "by_employer", "contract", "verdict", "because"),
    [
        (16, True, "permanent", "met", "the employer pays"),
        (1, True, "zero_hours", "met", "the employer pays"),
        (0, True, "zero_hours", "not_met", "it has no hours"),
        (16, False, "permanent", "not_met", "it is not the employer who pays"),
        (16, False, "self_employed", "met", "the person is self-employed"),
    ],
)
def test_paid_work(hours, by_employer, contract, verdict, because):
    finding = paid(hours_per_week=hours, paid_by_employer=by_employer, contract=contract)
    assert (finding.verdict, finding.because) == (verdict, because)


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "met"),
        ({"contract": "apprenticeship"}, "met"),
        ({"contract": "self_employed", "paid_by_employer": False}, "met"),
        ({"meets_minimum_wage": False}, "not_met"),
        ({"open_to_anyone": False}, "not_met"),
        ({"paid_by_employer": False}, "not_met"),
    ],
)
def test_a_competitive_job(change, verdict):
    assert competitive(**GOOD | change).verdict == verdict


def test_the_reason_names_everything_that_is_missing():
    finding = competitive(meets_minimum_wage=False, open_to_anyone=False, paid_by_employer=False, contract="agency")
    assert finding.because == (
        "it pays less than the minimum wage and it is set aside, not open to anyone and it is not the employer who pays"
    )


@pytest.mark.parametrize(
    ("contract", "verdict"),
    [
        ("permanent", "met"),
        ("seasonal", "met"),
        ("agency", "met"),
        ("zero_hours", "met"),
        ("self_employed", "met"),
        ("fixed_term", "not_met"),
        ("apprenticeship", "not_met"),
    ],
)
def test_only_lasting_jobs_count_for_the_item(contract, verdict):
    assert competitive_and_lasting(**GOOD | {"contract": contract}).verdict == verdict


def test_a_job_that_counts_for_the_item_is_always_competitive():
    for wage, anyone, employer, contract in product(
        (True, False), (True, False), (True, False), ("permanent", "fixed_term", "self_employed")
    ):
        facts = {
            "meets_minimum_wage": wage,
            "open_to_anyone": anyone,
            "paid_by_employer": employer,
            "contract": contract,
        }
        if competitive_and_lasting(**facts).verdict is Verdict.MET:
            assert competitive(**facts).verdict is Verdict.MET
