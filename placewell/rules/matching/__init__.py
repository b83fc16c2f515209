"""Which of a person's own preferences a lead meets, one by one and with the reason.

Source: IPS-25, 7 January 2008, item 16 (individualised job search: from memory), and Key IPS Fidelity
Standards, London, item 14 (verified): the person's preferences decide which jobs are looked at, not the
positions that happen to be open. A lead is compared with what one person said, never one
person with another: the answer is a list of findings, and no number is made of them.
"""

from collections.abc import Iterable

from placewell.rules.matching.comparing import contract, dislikes, hours, kind, pay, times, travel
from placewell.rules.matching.facts import Aspect, Explained, Offered, Preferences, Want, Wording
from placewell.rules.matching.words import clauses, outward

__all__ = [
    "Aspect", "Explained", "Offered", "Preferences", "Want", "Wording", "clauses", "explained", "fits", "order", "outward",
]  # fmt: skip


def explained(*, preferences: Preferences, offered: Offered, wording: Wording) -> list[Explained]:
    """Each preference that the person has, the most important to them first, with what the lead says of it."""
    found = [
        *kind(preferences, offered),
        *hours(preferences, offered),
        *times(preferences, offered, wording),
        *travel(preferences, offered),
        *pay(preferences, offered, wording),
        *contract(preferences, offered, wording),
        *dislikes(preferences, offered),
    ]
    first = {aspect: place for place, aspect in enumerate(preferences.matters_most)}
    rest, places = len(first), list(Aspect)
    return sorted(found, key=lambda one: first.get(one.aspect, rest + places.index(one.aspect)))


def fits(found: Iterable[Explained]) -> bool:
    """Whether a lead meets something that the person wants and nothing that is known speaks against it."""
    found = list(found)
    return any(one.is_met for one in found) and not any(one.is_against for one in found)


def order(found: list[Explained]) -> tuple:
    """By which leads for one person are sorted: the most preferences met, then what matters most to them, then
    the least against. It orders leads, never people."""
    return (
        -sum(one.is_met for one in found),
        tuple(not one.is_met for one in found if one.aspect != Aspect.DISLIKE),
        sum(one.is_against for one in found),
    )
