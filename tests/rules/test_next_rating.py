"""How far it is to the next rating."""

import pytest

from placewell.rules.next_rating import more_needed


@pytest.mark.parametrize(
    ("numerator", "denominator", "cut", "more"),
    [
        (6, 10, 70, 1),
        (7, 10, 70, 0),
        (0, 10, 85, 9),
        (139, 200, 70, 0),
        (138, 200, 70, 1),
        (0, 0, 50, 0),
        (9, 10, 95, 1),
    ],
)
def test_so_many_more_reach_the_cut(numerator, denominator, cut, more):
    assert more_needed(numerator=numerator, denominator=denominator, cut=cut) == more
