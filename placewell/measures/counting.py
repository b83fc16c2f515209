"""From a measure's text to its counted units."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from placewell.measures import periods
from placewell.measures.catalogue import Measure
from placewell.measures.figure import Unit
from placewell.measures.runners import Runner
from placewell.measures.text import assemble
from placewell.measures.views import WHOLE, Scope

OWNERS = ("staff", "team", "client", "episode")
OWN = {"unit_kind", "unit", "day", "part", "numerator", "denominator", "counted", "why", *OWNERS}


def count(
    measure: Measure, *, scope: Scope, as_at: date, runner: Runner, from_: date | None = None
) -> tuple[Unit, ...]:
    """Every unit that the measure looks at, counted or left out with a why, in a fixed order."""
    sql = assemble(
        measure.sql,
        dialect=runner.dialect,
        scope=scope,
        as_at=as_at,
        parameters=periods.parameters(as_at=as_at, from_=from_),
    )
    return in_order(runner.rows(sql), decimals=measure.decimals)


def in_order(rows: Iterable[Mapping[str, Any]], *, decimals: tuple[str, ...]) -> tuple[Unit, ...]:
    """The units of a measure's rows, in the order that they always have."""
    return tuple(sorted((_unit(row, decimals) for row in rows), key=_order))


def _order(unit: Unit) -> tuple:
    return (unit.part, unit.kind, unit.row or 0, unit.day or date.min, unit.staff or 0, unit.team or 0)


def _unit(row: Mapping[str, Any], decimals: tuple[str, ...]) -> Unit:
    if decimals:
        row = {name: _decimal(value) if name in decimals else value for name, value in row.items()}
    day = row.get("day")
    return Unit(
        kind=row["unit_kind"],
        row=row.get("unit"),
        day=None if day is None else periods.day_of(day),
        **{owner: row.get(owner) for owner in OWNERS},
        numerator=row["numerator"],
        denominator=row["denominator"],
        counted=bool(row["counted"]),
        why=row.get("why"),
        part=row.get("part", ""),
        more={name: value for name, value in row.items() if name not in OWN},
    )


def _decimal(value: int | None) -> Fraction | None:
    return None if value is None else Fraction(value, WHOLE)
