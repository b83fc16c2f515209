"""The example, against the figures that somebody counted by hand."""

import json
from datetime import date

import pytest

from placewell.measures.fidelity import worked_out
from placewell.measures.taking import take
from tests.measures.loading import EXAMPLE

AS_AT = date(2026, 6, 30)
BY_HAND = json.loads(EXAMPLE.with_name("example-figures.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", sorted(BY_HAND["ips-25"], key=int))
def test_each_item_of_the_example_is_as_counted_by_hand(example, number):
    item = worked_out(example, as_at=AS_AT, scale="ips-25").item(int(number)).as_json()
    for name, wanted in BY_HAND["ips-25"][number].items():
        got = item.get(name, item.get("extra", {}).get(name))
        if name == "by_staff":
            got = [[line["staff"], pytest.approx(line["value"]), line["rating"]] for line in got]
        assert got == (pytest.approx(wanted) if isinstance(wanted, float) else wanted), name


@pytest.mark.parametrize("key", sorted(BY_HAND["outcomes"]))
def test_each_outcome_of_the_example_is_as_counted_by_hand(example, key):
    figure = take(key, example, from_=date(2025, 7, 1), to=AS_AT)
    wanted = BY_HAND["outcomes"][key]
    got = [figure.numerator, figure.denominator] if isinstance(wanted, list) else figure.value
    assert got == wanted
