"""Rates of the minimum wage: read whole, each with its source; a fault says what and where."""

from datetime import date
from itertools import pairwise

import pytest

from placewell.scales import ScaleError
from placewell.scales.minimum_wage import minimum_wages, read_minimum_wages

TABLE = """tables:
  - country: GB
    currency: GBP
    from: 2025-04-01
    until: 2026-04-01
    source: x
    mark: verified
    rates: [{name: all, amount: "12.21", when: always}]
"""


@pytest.mark.parametrize("country", ["GB", "NZ"])
def test_the_rates_of_four_years_follow_one_another_without_a_day_between(country):
    found = [one for one in minimum_wages() if one.country == country]
    assert [one.from_on for one in found] == [date(year, 4, 1) for year in (2023, 2024, 2025, 2026)]
    assert all(one.until_on == after.from_on for one, after in pairwise(found))
    assert all(one.source and one.mark in ("partly_verified", "from_memory") for one in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TABLE.replace("always", "often"), "`when` is 'often'"),
        (TABLE.replace('"12.21"', '"a lot"'), "no number"),
        (TABLE.replace("until: 2026", "until: 2024"), "ends before it begins"),
        (TABLE.replace("    source: x\n", ""), "`source` is missing"),
        (TABLE + TABLE.removeprefix("tables:\n"), "two tables of GB cover 2025-04-01"),
    ],
)
def test_a_file_with_a_fault_says_what_and_where(tmp_path, text, said):
    path = tmp_path / "wages.yaml"
    path.write_text(text)
    with pytest.raises(ScaleError, match=said):
        read_minimum_wages(path)
