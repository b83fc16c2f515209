"""Rounding half up, exactly.

Binary floating point cannot hold most decimal fractions, so 89.5 % may be stored as a little
less and lose a rating. Figures are therefore kept as whole numbers or fractions until shown.

Source: the product's scoring policy, because the IPS-25 form (edition of 7 January 2008) leaves
values between x9 and x0 open; percentages and days are rounded half-up, then banded. From memory.
"""

from decimal import Decimal
from fractions import Fraction

Exact = int | Fraction | Decimal


def exact(value: Exact) -> Fraction:
    """The same number as a fraction.

    Raises ``TypeError`` for a float (and a bool): it may already have lost what decides a rating.
    """
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        raise TypeError(f"{value!r} is a {type(value).__name__}: give an int, Decimal or Fraction")
    return Fraction(value)


def half_up(*, numerator: Exact, denominator: Exact = 1, times: Exact = 100) -> int | None:
    """``numerator / denominator * times`` to the nearest whole number, halves upwards.

    ``times=100`` gives a per cent, ``times=1`` whole days or people. None when the denominator
    is 0: there is nothing to speak of. Raises ``TypeError`` for floats.
    """
    divisor = exact(denominator)
    if divisor == 0:
        return None
    value = exact(numerator) / divisor * exact(times)
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def share(*, numerator: Exact, denominator: Exact) -> Fraction | None:
    """The unrounded share, for conditions such as "75 % or more"; None when out of nothing."""
    divisor = exact(denominator)
    return None if divisor == 0 else exact(numerator) / divisor


def money(amount: Decimal) -> str:
    """An amount without its sign: 12.50 with both decimals, 12 when it is whole, thousands apart."""
    return f"{Decimal(amount):,.2f}".removesuffix(".00")
