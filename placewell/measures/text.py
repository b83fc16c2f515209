"""The whole text of a measure for one engine: contract views, the contract's words, the measure.

Words are shared named queries (`specialists`, `held`, `seekers` …), one file each under ``words/``,
in the same plain SQL as the measures. Only those that a measure names, directly or through another
word, stand before it.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from placewell.measures.views import MODELS, Dialect, Scope, view

WORDS = Path(__file__).resolve().parent / "words"
COMMENT = re.compile(r"--[^\n]*")
SOURCE = re.compile(r"\b(?:from|join)\s+([a-z_]\w*)")
PARAMETER = re.compile(r":([a-z_]\w*)")


@cache
def words() -> Mapping[str, str]:
    """The contract's words, by name."""
    return {path.stem: COMMENT.sub("", path.read_text(encoding="utf-8")).strip() for path in WORDS.glob("*.sql")}


def named(sql: str) -> list[str]:
    """Views and words that a text names, each after those it needs itself."""
    found: dict[str, None] = {}
    for name in SOURCE.findall(sql):
        for needed in _with_needs(name):
            found.setdefault(needed)
    return list(found)


def _with_needs(name: str) -> Iterator[str]:
    if name in MODELS:
        yield name
    elif name in words():
        for needed in SOURCE.findall(words()[name]):
            if needed != name:
                yield from _with_needs(needed)
        yield name


@cache
def prepared(sql: str) -> tuple[str, tuple[str, ...], frozenset[str]]:
    """The text without comments, what it names, and every word in it and in what it names."""
    body = COMMENT.sub("", sql).strip()
    names = tuple(named(body))
    said = " ".join([body, *(words()[name] for name in names if name in words())])
    return body, names, frozenset(re.findall(r"\w+", said))


def assemble(sql: str, *, dialect: Dialect, scope: Scope, as_at: date, parameters: Mapping[str, int]) -> str:
    """The measure's text, ready to run: views before it, whole numbers in place of parameters.

    Raises ``KeyError`` naming a parameter that the measure asks for and is not given.
    """
    body, names, wanted = prepared(sql)
    before = [
        f"{name} as ({words()[name]})"
        if name in words()
        else view(name, dialect=dialect, scope=scope, as_at=as_at, wanted=wanted)
        for name in names
    ]
    own = body.removeprefix("with ") if body.startswith("with ") else None
    ctes = ",\n".join(before)
    text = f"with {ctes},\n{own}" if own is not None else f"with {ctes}\n{body}"
    return PARAMETER.sub(lambda found: str(int(parameters[found.group(1)])), text)
