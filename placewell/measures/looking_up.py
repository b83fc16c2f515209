"""Small questions beside the measures: identifiers, who held whom, what was stated and reviewed."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from placewell.measures.periods import parameters
from placewell.measures.runners import Runner
from placewell.measures.text import assemble
from placewell.measures.views import Scope

LOOKUPS = Path(__file__).resolve().parent / "lookups"


@cache
def _text(name: str) -> str:
    return (LOOKUPS / f"{name}.sql").read_text(encoding="utf-8")


def look_up(name: str, *, scope: Scope, as_at: date, runner: Runner) -> list[Mapping[str, Any]]:
    """The rows of one of the texts under ``lookups/``."""
    sql = assemble(_text(name), dialect=runner.dialect, scope=scope, as_at=as_at, parameters=parameters(as_at=as_at))
    return runner.rows(sql)
