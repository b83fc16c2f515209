"""Export of the record as a data package: what was imported, given back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from decimal import Decimal
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction
from django.db.models import F
from django.db.models.functions import Collate

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.exchange.contract import TABLES, Column, Table
from placewell.exchange.staging.tables import in_one_go
from placewell.exchange.writing import CannotWrite, written_to
from placewell.records.models import Service

ROWS_AT_ONCE = 5_000
# Order that is the same everywhere, not that of a language.
COLLATION = {"sqlite": "BINARY", "postgresql": "C"}
Progress = Callable[[int, int, str], None]


def export_package(
    path: str | Path,
    *,
    by: Worker,
    service: Service | None = None,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> dict[str, int]:
    """Write one service, or all that the worker may export, to a folder, `.zip` or `.xlsx`.

    Gives the number of rows of each table. Columns stand in the contract's order, rows in that of
    their keys. Withdrawn records are not part of it. Raises PermissionDenied where the worker may
    not export, CannotWrite when something is there already (and not `overwrite`) or does not
    fit the form.
    """
    services = [service] if service else list(Service.objects.standing())
    services = [one for one in services if by.may(Permission.EXPORT_RECORD, one)]
    if not services and (service or not by.may(Permission.EXPORT_RECORD)):
        raise PermissionDenied(f"no role allows to {Permission.EXPORT_RECORD}")
    counts: dict[str, int] = {}
    with _one_view(), written_to(Path(path), overwrite=overwrite) as write:
        _refuse_shared_keys(services)
        for number, table in enumerate(TABLES.values()):
            (progress or _quietly)(number, len(TABLES), table.name)
            counts[table.name] = 0
            write(table, _counted(table, _rows(table, services), counts))
    return counts


def _quietly(done: int, total: int, what: str) -> None:
    return None


def _counted(table: Table, rows: Iterator[list[str]], counts: dict[str, int]) -> Iterator[list[str]]:
    for row in rows:
        counts[table.name] += 1
        yield row


@contextmanager
def _one_view() -> Iterator[None]:
    """The record at one moment, without keeping others from writing meanwhile."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("set transaction isolation level repeatable read, read only")
            yield
    else:
        with in_one_go():
            yield


def _refuse_shared_keys(services: list[Service]) -> None:
    """A key is unique within a service; a package holds it once."""
    if len(services) < 2:
        return
    for table in TABLES.values():
        if table.key and table.name != "services":
            found = table.model.objects.standing().filter(service__in=services).order_by("key")
            shared = found.values("key").annotate(number=models.Count("pk")).filter(number__gt=1).first()
            if shared:
                raise CannotWrite(
                    f"More than one service has {table.name} {shared['key']}, and a package can hold it only once. "
                    "Export one service at a time."
                )


def _rows(table: Table, services: list[Service]) -> Iterator[list[str]]:
    """The rows of a table as text, in the order of their keys."""
    is_services = table.name == "services"
    of = {"pk__in": [one.pk for one in services]} if is_services else {"service__in": services}
    paths = [path for column in table.columns for path in _paths(table, column)]
    places = [len(_paths(table, column)) for column in table.columns]
    # A record's own number comes last, so that the order is whole even where keys were the same.
    found = table.model.objects.standing().filter(**of).order_by(*_order(table), "pk").values_list(*paths)
    simple = all(place == 1 for place in places)
    for values in found.iterator(chunk_size=ROWS_AT_ONCE):
        if simple:
            yield [_text(value) for value in values]
        else:
            rest = iter(values)
            yield [_joined([next(rest) for _ in range(place)]) for place in places]


def _paths(table: Table, column: Column) -> list[str]:
    """What a column is made of, as a query names it: references by the other row's key."""
    if column.refers_to:
        return [f"{table.field_of(column.stored[0]).name if column.name != 'service_id' else 'service'}__key"]
    return list(column.stored)


def _order(table: Table) -> list:
    order = []
    for name in dict.fromkeys([*(("service_id",) if "service_id" in table.by_name else ()), *table.match]):
        for path in _paths(table, table.by_name[name]):
            if table.by_name[name].kind == "string":
                path = Collate(F(path), COLLATION[connection.vendor]).asc(nulls_first=True)
            order.append(path)
    return order


def _joined(values: list) -> str:
    """A column's text; a day and a time together are a moment."""
    if len(values) == 1:
        return _text(values[0])
    day, at = values
    return f"{day.isoformat()}T{at:%H:%M}"


def _text(value: str | int | bool | date | time | Decimal | None) -> str:
    """A value as the contract writes it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    return str(value)
