"""Questions of PostgreSQL that name their ids as one list, `= ANY(ids)`, and not one by one.

Django writes `IN (%s, %s, …)` with a place for each id, and PostgreSQL plans a question of so many places
anew each time it is asked. With a list it keeps the plan (a fifth less time in the database on Today).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

PLACE = re.compile(r"(?<!%)%s")
BETWEEN = ", "
# How a list begins in Django's words, and what it becomes.
BEGINNINGS = ((" NOT IN (", " <> ALL("), (" IN (", " = ANY("))
OF_NUMBERS = "::bigint[]"


@dataclass(frozen=True)
class Many:
    """Stands among the values of a question for the whole list of a name."""

    name: str

    def of(self, ids: Sequence[int]) -> str:
        """The list as PostgreSQL reads it."""
        return f"{{{','.join(map(str, ids))}}}"


def as_lists(sql: str, params: Sequence, lists: dict[str, tuple]) -> tuple[str, tuple]:
    """A question with each of these lists in one place; a list that stands elsewhere than in an IN stays as it is."""
    parts, told, told_parts = PLACE.split(sql), [], []
    at, before = 0, ""
    while at < len(params):
        before += parts[at]
        found = next((name for name, ids in lists.items() if _begins(params, parts, at, ids)), None)
        beginning = next((pair for pair in BEGINNINGS if before.endswith(pair[0])), None)
        if found is None or beginning is None:
            told_parts.append(before)
            told.append(params[at])
            at, before = at + 1, ""
            continue
        told_parts.append(before.removesuffix(beginning[0]) + beginning[1])
        told.append(Many(found))
        at, before = at + len(lists[found]), OF_NUMBERS
    return "%s".join([*told_parts, before + parts[-1]]), tuple(told)


def _begins(params: Sequence, parts: Sequence[str], at: int, ids: tuple) -> bool:
    """Whether a whole list begins at a place, and ends with its bracket."""
    last = at + len(ids)
    return (
        tuple(params[at:last]) == ids
        and all(part == BETWEEN for part in parts[at + 1 : last])
        and parts[last].startswith(")")
    )
