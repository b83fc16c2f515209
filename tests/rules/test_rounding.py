from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placewell.rules.rounding import exact, half_up, money, share

whole = st.integers(min_value=0, max_value=10**9)


@pytest.mark.parametrize(
    ("numerator", "denominator", "times", "rounded"),
    [
        (179, 200, 100, 90),  # 89.5 %
        (1789, 2000, 100, 89),  # 89.45 %
        (1, 3, 100, 33),
        (2, 3, 100, 67),
        (0, 7, 100, 0),
        (7, 7, 100, 100),
        (77, Decimal("3.1"), 1, 25),  # 24.84 clients
        (41, 2, 1, 21),  # 20.5 days
        (Fraction(-1, 2), 1, 1, 0),  # upwards, also below nought
        (Fraction(-3, 2), 1, 1, -1),
    ],
)
def test_halves_go_upwards(numerator, denominator, times, rounded):
    assert half_up(numerator=numerator, denominator=denominator, times=times) == rounded


def test_decimal_hours_keep_the_half_that_floats_lose():
    assert round(100 * 0.285, 0) == 28  # 28.499999999999996 as a float
    assert half_up(numerator=Decimal("0.285"), denominator=1) == 29


def test_out_of_nothing_there_is_no_figure():
    assert half_up(numerator=3, denominator=0) is None
    assert share(numerator=3, denominator=0) is None


@pytest.mark.parametrize("inexact", [0.5, 1.0, True, "1"])
def test_numbers_that_may_have_lost_something_are_refused(inexact):
    with pytest.raises(TypeError, match="int, Decimal or Fraction"):
        exact(inexact)


def test_a_condition_is_compared_unrounded():
    assert share(numerator=749, denominator=1000) < Fraction(3, 4)
    assert share(numerator=3, denominator=4) == Fraction(3, 4)


@given(numerator=whole, denominator=st.integers(min_value=1, max_value=10**6))
def test_rounding_is_never_more_than_half_away_and_a_half_is_above(numerator, denominator):
    rounded = half_up(numerator=numerator, denominator=denominator, times=1)
    assert Fraction(-1, 2) < rounded - Fraction(numerator, denominator) <= Fraction(1, 2)


@pytest.mark.parametrize(("amount", "said"), [("12.5", "12.50"), ("12.00", "12"), ("1234.5", "1,234.50"), ("0", "0")])
def test_money_has_both_decimals_or_none(amount, said):
    assert money(Decimal(amount)) == said
