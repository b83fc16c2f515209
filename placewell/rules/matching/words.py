"""Words as a rule compares them, and how it writes numbers and lists."""

import re
from decimal import Decimal

# Words that say nothing by themselves, so that “night shifts” is found where a lead says “nights”.
EMPTY = frozenset({
    "a", "an", "and", "any", "anything", "are", "as", "at", "be", "by", "for", "from", "i", "in", "is", "it", "job",
    "jobs", "like", "my", "no", "not", "of", "on", "or", "place", "places", "shift", "shifts", "that", "the", "there",
    "thing", "things", "to", "too", "want", "with", "work", "working",
})  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
CLAUSE = re.compile(r"[\n;,]|\.(?=\s|$)")
LEADING = re.compile(r"^(?:and|or|no|not)\b\s*", re.IGNORECASE)
OUTWARD = re.compile(r"^([A-Z]{1,2}\d[A-Z\d]?)\s*(?:\d[A-Z]{2})?$")
NUMBERS_ONLY = re.compile(r"^\d{4}$")


def clauses(*, words: str) -> tuple[str, ...]:
    """Somebody's words about what they do not want, one dislike each: split at lines, commas, semicolons and stops."""
    parts = (LEADING.sub("", part.strip()).strip() for part in CLAUSE.split(words))
    return tuple(dict.fromkeys(part for part in parts if telling(part)))


def telling(words: str) -> frozenset[str]:
    """The words that say something, without an s at their end."""
    heard = (word.casefold() for word in WORD.findall(words))
    return frozenset(word.removesuffix("s") or word for word in heard if word not in EMPTY)


def folded(words: str) -> str:
    return " ".join(WORD.findall(words.casefold()))


def outward(words: str) -> str:
    """The first part of a postcode, by which districts are named: PE1 for PE1 2AB, 6011 for 6011; '' for other words."""
    tidy = " ".join(words.upper().split())
    if NUMBERS_ONLY.match(tidy):
        return tidy
    found = OUTWARD.match(tidy)
    return found[1] if found else ""


def span(low: Decimal | None, high: Decimal | None) -> str:
    """16 to 20, up to 20, 16 or more, 16."""
    if low is None:
        return f"up to {plain(high)}"
    if high is None:
        return f"{plain(low)} or more"
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"


def plain(amount: Decimal) -> str:
    return f"{Decimal(amount):.2f}".rstrip("0").rstrip(".")


def lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def listed(words: list[str], last: str = "and") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
