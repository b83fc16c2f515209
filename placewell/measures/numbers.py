"""Exact numbers on their way out: as JSON has them.

Whole numbers stay whole; anything else becomes a float, which carries far more than the six
decimals that a figure owes its readers.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Any


def plain(value: Any) -> Any:
    """An exact number as an int or float; lists and mappings part by part; all else as it is."""
    if isinstance(value, dict):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, Fraction | Decimal):
        return int(value) if value == int(value) else float(value)
    return value


def six_places(value: Fraction | int | None) -> float | None:
    """A share that is not rounded, always as a float: 1.0 rather than 1."""
    return None if value is None else float(value)
