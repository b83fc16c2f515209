"""A week's log beside what is asked of a week."""

from decimal import Decimal
from fractions import Fraction

import pytest

from placewell.rules.contact_logs import asked_of, beside_target


@pytest.mark.parametrize(
    ("fte", "asked"), [(Decimal(1), 6), (Decimal("0.5"), 3), (Fraction(3, 5), 4), (Decimal("0.05"), 1)]
)
def test_part_time_is_asked_for_its_share_up_to_the_next_whole_contact(fte, asked):
    assert asked_of(least=6, fte=fte) == asked


@pytest.mark.parametrize(
    ("met", "asked", "said"),
    [
        (0, 6, "0 of 6, six to go"),
        (4, 6, "4 of 6, two to go"),
        (6, 6, "6 of 6"),
        (7, 6, "7, the 6 asked for and one more"),
        (0, 12, "0 of 12, 12 to go"),
        (3, None, "3"),
    ],
)
def test_so_many_of_so_many(met, asked, said):
    assert beside_target(met=met, asked=asked) == said
