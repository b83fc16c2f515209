"""Names that may mean the same employer, so that one employer is not kept twice.

The rule is the product's own: what is left of a name without its legal form, its accents, its
punctuation and its capitals is compared letter by letter (RapidFuzz's indel likeness), as it stands
and with its words in the order of the alphabet.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

LEGAL_WORDS = (
    "ltd limited plc llp lp cic cio co company corp corporation inc incorporated pty holdings group uk nz the and"
)
LEGAL = frozenset(LEGAL_WORDS.split())
NEAR = 82.0
BEGINS_WITH = 90.0
LONG_ENOUGH = 4
# So many names are kept without their legal form, for the next one that is typed.
KEPT = 2**15
APOSTROPHES = str.maketrans("", "", "'’‘`´")
INITIALS = re.compile(r"\b(?:\w\.){2,}")


@lru_cache(maxsize=KEPT)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without capitals, punctuation and accents; letters with stops (p.l.c.) are one word."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    plain = INITIALS.sub(lambda found: found[0].replace(".", "") + " ", plain.casefold().translate(APOSTROPHES))
    return tuple(re.findall(r"\w+", plain))


@lru_cache(maxsize=KEPT)
def stripped(name: str) -> tuple[str, str]:
    """A name without its legal form, as it stands and with its words in order of the alphabet."""
    words = [word for word in folded(name) if word not in LEGAL] or list(folded(name))
    return " ".join(words), " ".join(sorted(words))


def bare(*, name: str) -> str:
    """A name without capitals, punctuation and legal form; the name itself when nothing would be left."""
    return stripped(name)[0]


def same(*, name: str, other: str) -> bool:
    """Whether two names differ in capitals, accents, spaces or punctuation only."""
    return folded(name) == folded(other)


def near(*, name: str, others: Iterable[str], most: int = 5) -> list[str]:
    """Those of the other names that may mean the same, the nearest first, at most `most`."""
    wanted, in_order = stripped(name)
    if not wanted:
        return []
    names = list(others)
    known = [stripped(other) for other in names]
    rated: dict[int, float] = {}
    for place, how in [
        *_like(wanted, [as_it_stands for as_it_stands, _ in known]),
        *_like(in_order, [ordered for _, ordered in known]),
        *_beginning(wanted, known),
    ]:
        rated[place] = max(how, rated.get(place, 0.0))
    best = sorted(rated, key=lambda place: (-rated[place], names[place]))
    return list(dict.fromkeys(names[place] for place in best))[:most]


def _like(wanted: str, known: Sequence[str]) -> list[tuple[int, float]]:
    """The places of names that are like the wanted one, and how much, up to 100."""
    found = process.extract(wanted, known, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
    return [(place, how) for _, how, place in found]


def _beginning(wanted: str, known: Sequence[tuple[str, str]]) -> list[tuple[int, float]]:
    """The places of names that begin with the wanted one, or it with them: a branch of the same."""
    begins = f"{wanted} "
    is_long = len(wanted) >= LONG_ENOUGH
    return [
        (place, BEGINS_WITH)
        for place, (other, _) in enumerate(known)
        if (is_long and other.startswith(begins)) or (len(other) >= LONG_ENOUGH and begins.startswith(f"{other} "))
    ]
