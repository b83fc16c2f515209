"""The figure of an item, as people say it."""

from placewell.measures.fidelity import PictureItem
from placewell.web.presenters.wording import figure, number

# Where the share that is rated says less than the two numbers it is made of.
OUT_OF = {"vr_collaboration": ("weeks", "with a contact about a person")}


def value_of(item: PictureItem) -> str:
    """19, 93%, or 12 of 13 weeks; '' for an item without a figure."""
    if item.key in OUT_OF and item.value is not None:
        return f"{number(item.numerator)} of {number(item.denominator)} {OUT_OF[item.key][0]}"
    return figure(item.value, item.unit)[0]


def unit_of(item: PictureItem) -> str:
    """What the figure is a figure of: of jobs, clients per full-time specialist; '' without one."""
    if item.value is None:
        return ""
    if item.key in OUT_OF:
        return OUT_OF[item.key][1]
    return figure(item.value, item.unit)[1]


def drawn_value(item: PictureItem) -> float | None:
    """The number that a chart draws."""
    if item.value is None:
        return None
    return float(item.numerator if item.key in OUT_OF else item.value)
