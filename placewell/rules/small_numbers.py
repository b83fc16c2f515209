"""Hiding small counts in a published table, so that nobody can be picked out.

Counts of 1 to 4 are hidden; where the total and the counts left would let a hidden one be worked
out, the smallest other count is hidden too, and the total itself when no other count is left. Equal
smallest counts are hidden together: which of them went first would tell where the small one is.
Zeros are shown: they are about nobody. Counts that stand for somebody are hidden before zeros,
because a group that is empty by its nature protects no one.

It covers one row of counts with its total. Two-way tables, overlapping periods and differences
between two published tables are not covered: publish from fixed tables, not from a live query.

Source: the product's counting rules for outcomes; the same test of 1 to 4 as English health
statistics use (from memory).
"""

from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST_HIDDEN, LARGEST_HIDDEN = 1, 4


@dataclass(frozen=True)
class Published:
    """Counts in the order given, and their total; None stands for a hidden one."""

    counts: tuple[int | None, ...]
    total: int | None


def is_small(count: int) -> bool:
    """True for a count of 1 to 4."""
    return SMALLEST_HIDDEN <= count <= LARGEST_HIDDEN


def hide(*, counts: Sequence[int]) -> Published:
    """What may be published of these counts and of their total.

    Raises ``ValueError`` for a count below 0.
    """
    if any(count < 0 for count in counts):
        raise ValueError("A count cannot be below 0")
    total = sum(counts)
    hidden = {place for place, count in enumerate(counts) if is_small(count)}
    shown_total: int | None = None if is_small(total) else total
    if shown_total is not None and _can_be_worked_out([counts[place] for place in hidden]):
        others = [count for count in counts if count > LARGEST_HIDDEN]
        if others:
            hidden |= {place for place, count in enumerate(counts) if count == min(others)}
        else:
            shown_total = None
    return Published(
        counts=tuple(None if place in hidden else count for place, count in enumerate(counts)),
        total=shown_total,
    )


def _can_be_worked_out(small: Sequence[int]) -> bool:
    """True when the sum of the small counts leaves one possibility: one alone, all 1 or all 4."""
    return bool(small) and (
        len(small) == 1 or sum(small) in (SMALLEST_HIDDEN * len(small), LARGEST_HIDDEN * len(small))
    )
