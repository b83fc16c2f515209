"""All measures, read from their SQL files: what each counts, by whose rule, and how it adds up.

A measure is one file under ``defs/``, named ``key@version.sql``. The comment at its head is YAML;
what follows is the text that runs on every engine. A changed rule is a new version, a new file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

DEFS = Path(__file__).resolve().parent / "defs"
MARKS = ("verified", "partly_verified", "from_memory")
KINDS = ("fidelity", "outcome")
HEAD = "-- ---"


@dataclass(frozen=True)
class Measure:
    """One version of one counting rule.

    ``item`` is the IPS-25 item it speaks of (None for outcomes); ``finisher`` names the function of
    ``finish`` that adds its units up, with ``options``; ``window`` and ``coverage`` are words, or
    the names that ``periods`` knows; ``decimals`` are columns counted in 10^-10; ``why_words`` says
    in words why a unit is left out.
    """

    key: str
    version: str
    title: str
    unit: str
    counts: str
    rule: str
    source: str
    mark: str
    window: str
    finisher: str
    kind: str = "fidelity"
    item: int | None = None
    coverage: str = "Always whole: the rows that exist are those that should"
    also: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    decimals: tuple[str, ...] = ()
    why_words: Mapping[str, str] = field(default_factory=dict)
    sql: str = ""
    path: Path = DEFS

    @property
    def name(self) -> str:
        """Key and version: ``caseload_size@1``."""
        return f"{self.key}@{self.version}"

    @property
    def is_outcome(self) -> bool:
        """True for a measure of a period, false for one at a date."""
        return self.kind == "outcome"


class UnknownMeasure(KeyError):
    """There is no measure of that name; the message says which come near."""

    def __str__(self) -> str:
        return str(self.args[0])


def read(path: Path) -> Measure:
    """The measure in a file. Raises ``ValueError`` naming the file and what is wrong in its head."""
    text = path.read_text(encoding="utf-8")
    _, head, sql = text.split(f"{HEAD}\n", 2)
    told = yaml.safe_load("\n".join(line.removeprefix("--").removeprefix(" ") for line in head.splitlines()))
    unknown = set(told) - {one.name for one in fields(Measure)}
    if unknown:
        raise ValueError(f"{path.name}: not known in a measure's head: {', '.join(sorted(unknown))}")
    key, _, version = path.stem.partition("@")
    if told.get("key") != key or str(told.get("version")) != version:
        raise ValueError(f"{path.name}: key and version in the head are not those of the file's name")
    if told.get("mark") not in MARKS or told.get("kind", "fidelity") not in KINDS:
        raise ValueError(f"{path.name}: `mark` is one of {', '.join(MARKS)} and `kind` one of {', '.join(KINDS)}")
    told |= {"version": version, "decimals": tuple(told.get("decimals", ())), "sql": sql.strip(), "path": path}
    return Measure(**{name: value.strip() if isinstance(value, str) else value for name, value in told.items()})


@cache
def _all() -> Mapping[str, Measure]:
    read_all = (read(path) for path in DEFS.rglob("*.sql"))
    found = sorted(read_all, key=lambda one: (one.is_outcome, one.item or 0, one.name))
    return MappingProxyType({one.name: one for one in found})


MEASURES: Mapping[str, Measure] = _all()


def find(key: str) -> Measure:
    """The measure of a key, with its version or, when there is only one version, without.

    Raises ``UnknownMeasure`` (a KeyError) for a key that is not there or stands for several.
    """
    if key in MEASURES:
        return MEASURES[key]
    versions = [name for name in MEASURES if name.partition("@")[0] == key]
    if len(versions) == 1:
        return MEASURES[versions[0]]
    if versions:
        raise UnknownMeasure(f"{key!r} has several definitions; say which: {', '.join(versions)}")
    raise UnknownMeasure(f"There is no measure {key!r}. `placewell measures` lists them all.")


def outcomes() -> tuple[Measure, ...]:
    """The outcome measures, by name."""
    return tuple(one for one in MEASURES.values() if one.is_outcome)


def for_item(number: int) -> Measure | None:
    """The measure that speaks of an IPS-25 item, None when the record says nothing about it."""
    return next((one for one in MEASURES.values() if one.item == number), None)
