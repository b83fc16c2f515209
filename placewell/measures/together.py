"""Several measures of one period, counted in one question.

Each measure's text stands as a named query of its own, so that the words they share are worked out
once; their rows come back one below the other, with the columns that any of them has.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from placewell.measures import periods
from placewell.measures.catalogue import Measure
from placewell.measures.counting import in_order
from placewell.measures.figure import Unit
from placewell.measures.runners import Runner
from placewell.measures.text import COMMENT, assemble
from placewell.measures.views import Scope

NTH = "nth_measure"
LAST_WORD = re.compile(r"(\w+)\s*$")
# An empty place says what it would hold: an engine will not put a word and a bare null in one column.
WORDS = {"unit_kind", "part", "why"}
NO_WORD, NO_NUMBER = "nullif('', '')", "nullif(0, 0)"


def count_together(
    measures: Sequence[Measure], *, scope: Scope, as_at: date, runner: Runner, from_: date | None = None
) -> Mapping[str, tuple[Unit, ...]]:
    """The units of each measure by its name, as ``counting.count`` gives them one by one."""
    sql = assemble(
        text_of(tuple(measure.sql for measure in measures)),
        dialect=runner.dialect,
        scope=scope,
        as_at=as_at,
        parameters=periods.parameters(as_at=as_at, from_=from_),
    )
    rows: list[list[dict]] = [[] for _ in measures]
    for row in runner.rows(sql):
        rows[row.pop(NTH)].append(row)
    return {
        measure.name: in_order(
            ({name: row[name] for name in columns(measure.sql)} for row in found), decimals=measure.decimals
        )
        for measure, found in zip(measures, rows, strict=True)
    }


@cache
def text_of(texts: tuple[str, ...]) -> str:
    """One text out of several."""
    wanted = list(dict.fromkeys(name for text in texts for name in columns(text)))
    queries = [f"measure_{nth} as ({COMMENT.sub('', text).strip()})" for nth, text in enumerate(texts)]
    parts = []
    for nth, text in enumerate(texts):
        own = [name if name in columns(text) else f"{_empty(name)} as {name}" for name in wanted]
        parts.append(" ".join(("select", ", ".join([f"{nth} as {NTH}", *own]), f"from measure_{nth}")))
    return " ".join(("with", ",\n".join(queries), "\nunion all ".join(parts)))


def _empty(name: str) -> str:
    return NO_WORD if name in WORDS else NO_NUMBER


@cache
def columns(text: str) -> tuple[str, ...]:
    """The columns that a measure's text gives, in order: the last word of each part of its last select."""
    outside = "".join(_outside_brackets(COMMENT.sub("", text)))
    listed = re.split(r"\bselect\b", outside)[-1].partition("\nfrom ")[0]
    return tuple(LAST_WORD.search(part).group(1) for part in listed.split(","))


def _outside_brackets(text: str) -> Iterator[str]:
    depth = 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and sign != ")":
            yield sign
