"""How sure a rule or a descriptor is of its source, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from placewell.scales import Source

WORDS = {
    "verified": "Verified: read in the source",
    "partly_verified": "Partly verified: part of it read in a source, the rest from memory",
    "from_memory": "From memory: still to be held against the official form",
    "licensed": "Licensed wording",
}
SHORT = {
    "verified": "verified",
    "partly_verified": "partly verified",
    "from_memory": "from memory",
    "licensed": "licensed wording",
}


@dataclass(frozen=True)
class Cited:
    """One source: its title, and its address or ''."""

    title: str
    address: str


def cited(sources: Iterable[Source]) -> tuple[Cited, ...]:
    """Sources ready to print."""
    return tuple(Cited(one.title, one.address or "") for one in sources)


def in_words(mark: str) -> str:
    """The mark as a sentence."""
    return WORDS.get(mark, mark)


def in_short(mark: str) -> str:
    """The mark as it stands in brackets."""
    return SHORT.get(mark, mark)
