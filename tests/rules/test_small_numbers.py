from collections import defaultdict
from itertools import product

import pytest

from placewell.rules.small_numbers import hide, is_small


@pytest.mark.parametrize(("count", "small"), [(0, False), (1, True), (4, True), (5, False)])
def test_one_to_four_are_small(count, small):
    assert is_small(count) is small


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ([20, 30], (20, 30), 50),
        ([0, 30], (0, 30), 30),
        ([3, 20, 30], (None, None, 30), 53),  # one alone takes the smallest other with it
        ([2, 3, 20], (None, None, 20), 25),  # two keep each other's secret
        ([1, 1, 9, 20], (None, None, None, 20), 31),  # a sum of two can only be one and one
        ([4, 4, 9, 20], (None, None, None, 20), 37),  # a sum of eight only four and four
        ([3, 0, 20], (None, 0, None), 23),  # a nought is about nobody and hides nothing
        ([3, 9, 9, 20], (None, None, None, 20), 41),
        ([3, 0, 0], (None, 0, 0), None),  # the total is as small as the count
        ([4, 4, 0], (None, None, 0), None),  # no other count is left to hide
        ([], (), 0),
    ],
)
def test_what_may_be_published(counts, shown, total):
    published = hide(counts=counts)
    assert (published.counts, published.total) == (shown, total)


def test_a_count_below_nought_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        hide(counts=[-1])


@pytest.mark.parametrize("cells", [1, 2, 3, 4])
def test_nobody_who_knows_this_rule_and_tries_every_table_learns_a_hidden_count(cells):
    tables = defaultdict(list)
    for counts in product(range(10), repeat=cells):
        tables[hide(counts=counts)].append(counts)
    for published, possible in tables.items():
        for place, shown in enumerate(published.counts):
            values = {counts[place] for counts in possible}
            assert shown is not None and values == {shown} or len(values) > 1
