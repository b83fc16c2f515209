"""The rates of the minimum wage, by country and day, with where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from placewell.scales.faults import ScaleError, need, need_mark, read_yaml, refuse_unknown

FILE = Path(__file__).parent / "minimum_wage.yaml"
WHEN = ("always", "apprentice", "agreed")


@dataclass(frozen=True)
class WageRate:
    """One rate an hour: whom it is for, its ages (both included), and when it holds."""

    name: str
    from_age: int | None
    to_age: int | None
    amount: Decimal
    when: str


@dataclass(frozen=True)
class WageTable:
    """The rates of a country from a day until another, with the document that says so and its mark."""

    country: str
    currency: str
    from_on: date
    until_on: date
    rates: tuple[WageRate, ...]
    source: str
    mark: str


@cache
def minimum_wages() -> tuple[WageTable, ...]:
    """Every table of rates. Raises ``ScaleError`` for a fault of the file."""
    return read_minimum_wages(FILE)


def read_minimum_wages(path: Path) -> tuple[WageTable, ...]:
    """The tables in a file; two of one country may not cover the same day."""
    place = f"{path.parent.name}/{path.name}"
    data = read_yaml(path)
    refuse_unknown(data, {"tables"}, place)
    tables = tuple(_table(one, place) for one in need(data, "tables", place, list))
    for number, one in enumerate(tables):
        for other in tables[:number]:
            if one.country == other.country and one.from_on < other.until_on and other.from_on < one.until_on:
                raise ScaleError(place, f"two tables of {one.country} cover {max(one.from_on, other.from_on)}")
    return tables


def _table(data: Mapping[str, Any], place: str) -> WageTable:
    refuse_unknown(data, {"country", "currency", "from", "until", "source", "mark", "rates"}, place)
    where = f"{place}: {need(data, 'country', place)} from {data.get('from')}"
    first, until = need(data, "from", where, date), need(data, "until", where, date)
    if until <= first:
        raise ScaleError(where, "ends before it begins")
    return WageTable(
        country=data["country"],
        currency=need(data, "currency", where),
        from_on=first,
        until_on=until,
        rates=tuple(_rate(one, where) for one in need(data, "rates", where, list)),
        source=need(data, "source", where),
        mark=need_mark(data, where),
    )


def _rate(data: Mapping[str, Any], place: str) -> WageRate:
    refuse_unknown(data, {"name", "from_age", "to_age", "amount", "when"}, place)
    when = need(data, "when", place)
    if when not in WHEN:
        raise ScaleError(place, f"`when` is {when!r}; use one of {', '.join(WHEN)}")
    try:
        amount = Decimal(need(data, "amount", place))
    except InvalidOperation as fault:
        raise ScaleError(place, f"`amount` is {data['amount']!r}, which is no number") from fault
    return WageRate(need(data, "name", place), data.get("from_age"), data.get("to_age"), amount, when)
