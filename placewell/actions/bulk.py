"""Taking in many records at once, from temporary tables, as one action a service.

The rows have been checked by set-based rules (held equal to `full_clean` by test) and lie in
temporary tables beside the record. New rows are written, changed rows become a new version and
the old one is kept, everything else is left alone. Nothing is ever deleted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction
from django.utils import timezone

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions import base
from placewell.records.base import Kept
from placewell.records.events import Event
from placewell.records.models import Allocation, Service, StaffTerm
from placewell.records.versions import Version

ROWS_AT_ONCE = 500
INSERT = (
    "insert into {table} (id, recorded_at, recorded_by_id, event_id, version, withdrawn_because, {columns}) "
    "select {base} - row_id, %s, %s, %s, 1, '', {values} from {staged} where state = 'new' and {scope}"
)
CHANGED = "select row_id from {staged} where state = 'changed' and {scope} order by row_id"
SET_ASIDE = (
    "update {table} set withdrawn_at = %s where id in (select row_id from {staged} where state = 'changed' and {scope})"
)
UPDATE = (
    "update {table} set recorded_at = %s, recorded_by_id = %s, event_id = %s, version = {table}.version + 1, "
    "withdrawn_at = null, withdrawn_by_id = null, withdrawn_because = '', {sets} "
    "from {staged} where {staged}.row_id = {table}.id and {staged}.state = 'changed' and {scope}"
)
EARLIEST = "select {earliest} from {staged} where state in ('new', 'changed') and {scope}"
LAST_SQLITE = (
    "select max(coalesce((select max(id) from {table}), 0), "
    "coalesce((select seq from sqlite_sequence where name = '{table}'), 0))"
)
LAST_POSTGRESQL = (
    "select greatest(coalesce((select max(id) from {table}), 0), nextval(pg_get_serial_sequence('{table}', 'id')))"
)
GO_ON_POSTGRESQL = "select setval(pg_get_serial_sequence('{table}', 'id'), (select max(id) from {table}))"
# While a package is written no other action may begin: each begins with its event.
ALONE_POSTGRESQL = "lock table records_event in exclusive mode"
# The database looks at overlaps row by row on SQLite: changed periods step aside first.
KEPT_APART = (Allocation, StaffTerm)
# A birth long ago changes no figure of long ago.
NOT_A_FACT_OF_SUPPORT = {"date_of_birth"}


class RecordMoved(Exception):
    """The record changed between the check and the writing: check again."""


@dataclass(frozen=True)
class StagedTable:
    """A temporary table and the model whose rows it holds; `columns` are the model's database columns."""

    name: str
    model: type[models.Model]
    staged: str
    columns: tuple[str, ...]

    def references(self) -> dict[str, type[models.Model]]:
        """The models that columns refer to."""
        return {
            field.column: field.related_model
            for field in self.model._meta.concrete_fields
            if isinstance(field, models.ForeignKey) and field.column in self.columns
        }

    def scope(self, service: int) -> str:
        """The condition that a staged row is of a service, by the number it is staged under."""
        return f"{self.staged}.{'row_id' if self.model is Service else 'service_id'} = {int(service)}"


def record_state() -> tuple[int, int]:
    """What changes whenever an action changes the record: the last event and their number."""
    found = Event.objects.aggregate(last=models.Max("pk"), number=models.Count("pk"))
    return found["last"] or 0, found["number"]


def take_in(
    *,
    by: Worker,
    services: dict[int, dict],
    tables: Sequence[StagedTable],
    about: str,
    checked_at: tuple[int, int],
    progress: Callable[[str], None],
) -> None:
    """Write what is staged, for every service in `services` (staged number: counts), or nothing at all.

    `checked_at` is the `record_state()` before the check. Raises RecordMoved when another action
    came in between, PermissionDenied where the worker may not import.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(ALONE_POSTGRESQL)
        if record_state() != checked_at:
            raise RecordMoved
        last = {table.model: _last_id(table.model) for table in tables}
        for number, counts in services.items():
            service = Service.objects.get(pk=number) if number > 0 else None
            import_record(
                by=by,
                service=service,
                number=number,
                counts=counts,
                tables=tables,
                about=about,
                last=last,
                progress=progress,
            )


@base.action("record.imported", needs=Permission.IMPORT_RECORD)
def import_record(*, by: Worker, service: Service | None, number: int, counts, tables, about, last, progress) -> Event:
    """Take in what is staged for one service; None for one that the package brings.

    Raises PermissionDenied when a new service comes from anybody but the system.
    """
    if service is None and not by.is_system:
        raise PermissionDenied("a new service is made by a command on the server")
    event = base.current_event()
    event.about, event.counts = about, counts
    hand = Hand(event, by, number, last, timezone.now())
    for table in tables:
        if table.name in counts:
            progress(table.name)
            hand.write(table)
            if table.model is Service and service is None:
                event.service_id = last[Service] - number
    return event


@dataclass
class Hand:
    """The hand that writes the staged rows of one service.

    `last` holds the last id of each model before the import: a new row staged under -n gets last + n.
    """

    event: Event
    by: Worker
    service: int
    last: dict[type[models.Model], int]
    at: datetime

    def write(self, table: StagedTable) -> None:
        """Write the new and the changed rows of one table."""
        self._touch(table)
        changed = self._keep_versions(table)
        who = [self.at, self.by.pk, self.event.pk]
        words = {"table": table.model._meta.db_table, "staged": table.staged, "scope": table.scope(self.service)}
        final = {name: self._final(table, name) for name in table.columns}
        with connection.cursor() as cursor:
            if changed and table.model in KEPT_APART:
                cursor.execute(SET_ASIDE.format(**words), [self.at])
            more = _kept_outside_the_package(table)
            columns, values = [*final, *more], [*final.values(), *["%s"] * len(more)]
            words["base"] = self.last[table.model]
            insert = INSERT.format(**words, columns=", ".join(columns), values=", ".join(values))
            cursor.execute(insert, [*who, *more.values()])
            if changed:
                sets = ", ".join(f"{name} = {value}" for name, value in final.items())
                cursor.execute(UPDATE.format(**words, sets=sets), who)
            if connection.vendor == "postgresql":
                cursor.execute(GO_ON_POSTGRESQL.format(**words))

    def _final(self, table: StagedTable, name: str) -> str:
        """A staged value as it is written: a reference to a new row becomes its id."""
        column, model = f"{table.staged}.{name}", table.references().get(name)
        if model is None:
            return column
        return f"case when {column} < 0 then {self.last[model]} - {column} else {column} end"

    def _keep_versions(self, table: StagedTable) -> bool:
        """Keep the changed rows as they stood. True when there are any."""
        with connection.cursor() as cursor:
            cursor.execute(CHANGED.format(staged=table.staged, scope=table.scope(self.service)))
            ids = [row for (row,) in cursor.fetchall()]
        for start in range(0, len(ids), ROWS_AT_ONCE):
            old = table.model.objects.filter(pk__in=ids[start : start + ROWS_AT_ONCE])
            Version.objects.bulk_create([self._version(record) for record in old])
        return bool(ids)

    def _version(self, record) -> Version:
        # A changed record without a date may have changed any figure.
        base.touch(self.event, min(base.dates_of(record), default=date.min))
        because = f"It had been withdrawn: {record.withdrawn_because}" if record.withdrawn_at else ""
        return base.version_of(record, self.event, self.by, because)

    def _touch(self, table: StagedTable) -> None:
        days = [name for name in table.columns if name not in NOT_A_FACT_OF_SUPPORT and _is_date(table.model, name)]
        if not days:
            return
        earliest = ", ".join(f"min({name})" for name in days)
        with connection.cursor() as cursor:
            cursor.execute(EARLIEST.format(earliest=earliest, staged=table.staged, scope=table.scope(self.service)))
            for day in filter(None, cursor.fetchone()):
                base.touch(self.event, day if isinstance(day, date) else date.fromisoformat(day))


def _is_date(model: type[models.Model], column: str) -> bool:
    return any(field.column == column and isinstance(field, models.DateField) for field in model._meta.concrete_fields)


def _kept_outside_the_package(table: StagedTable) -> dict[str, object]:
    """Columns that the package does not know and that may not be empty, with their first values."""
    common = {field.column for field in Kept._meta.local_fields} | {"id"}
    return {
        field.column: field.get_db_prep_save(field.get_default(), connection)
        for field in table.model._meta.concrete_fields
        if field.column not in common and field.column not in table.columns and not field.null
    }


def _last_id(model: type[models.Model]) -> int:
    """The highest id that a model has given out."""
    last = LAST_POSTGRESQL if connection.vendor == "postgresql" else LAST_SQLITE
    with connection.cursor() as cursor:
        cursor.execute(last.format(table=model._meta.db_table))
        return cursor.fetchone()[0]
