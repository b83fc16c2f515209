"""Names that may mean the same employer, so that one employer is not kept twice.

The rule is the product's own: what is left of a name without its legal form, its punctuation and
its capitals is compared letter by letter.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

LEGAL = {"ltd", "limited", "plc", "llp", "co", "company", "uk", "nz", "inc", "the", "and", "group"}
NEAR = 0.82
LONG_ENOUGH = 4


def bare(*, name: str) -> str:
    """A name without capitals, punctuation and legal form; the name itself when nothing would be left."""
    words = re.findall(r"\w+", name.casefold().replace("'", "").replace("’", ""))
    return " ".join(word for word in words if word not in LEGAL) or " ".join(words)


def same(*, name: str, other: str) -> bool:
    """Whether two names differ in capitals, spaces or punctuation only."""
    return re.findall(r"\w+", name.casefold()) == re.findall(r"\w+", other.casefold())


def near(*, name: str, others: Iterable[str], most: int = 5) -> list[str]:
    """Those of the other names that may mean the same, the nearest first, at most `most`."""
    wanted = bare(name=name)
    rated = [(likeness(wanted, bare(name=other)), other) for other in others]
    return [other for how, other in sorted(rated, key=lambda pair: (-pair[0], pair[1])) if how >= NEAR][:most]


def likeness(one: str, other: str) -> float:
    """From 0 to 1; 1 for the same, and 0.9 for a name that begins with the other."""
    if one == other:
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= LONG_ENOUGH and longer.startswith(f"{shorter} "):
        return 0.9
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR else 0.0
