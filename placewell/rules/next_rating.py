"""How far it is to the next rating of an item whose figure is a share: so many more of as many.

The cuts are those of the scale (IPS-25, 7 January 2008, items 16 and 19 to 21; see the scale's file for the mark
of each). Shares are rounded half up to whole per cent before they are compared with a cut.
"""

from placewell.rules.rounding import half_up

PER_CENT = 100


def more_needed(*, numerator: int, denominator: int, cut: int) -> int:
    """How many more of the same `denominator` would have to count for the share to reach `cut` per cent."""
    more = 0
    while denominator and half_up(numerator=numerator + more, denominator=denominator, times=PER_CENT) < cut:
        more += 1
    return more
