"""The record as Parquet files, one a table, with the columns that measures see and no free text.

The same contract views then run over them with DuckDB or Spark. Names, telephone numbers, notes and
other words about people stay in the database.
"""

import csv
import tempfile
from collections.abc import Iterable
from pathlib import Path

import duckdb
from django.db import models

from placewell.measures.views import MODELS, seen

EMPTY = "\\N"
# Words that measures ask for; every other text stays behind.
WORDS = {
    "key", "role", "base", "gender", "ethnic_group", "source", "decision", "work_status_at_entry", "end_reason",
    "kind", "mode", "place", "phase", "attendance", "with_whom", "attempt_by", "occupation_group", "occupation_code",
    "contract", "adviser", "prompted_by", "purpose", "scale", "component", "sector",
}  # fmt: skip
TYPES = (
    (models.DateField, "date"),
    (models.BooleanField, "boolean"),
    (models.DecimalField, "decimal(20, 10)"),
    (models.TextField, "varchar"),
)


def write(folder: Path, *, services: Iterable[int] | None = None) -> None:
    """All tables of the record into a folder, of some services (row ids) or of all.

    The folder must exist; files that are there already are replaced one by one.
    """
    with duckdb.connect() as connection:
        for model in MODELS.values():
            _write_table(connection, model, folder, services)


def columns(model: type[models.Model]) -> dict[str, str]:
    """The columns of a table's file and their types."""
    found = {"id": "bigint", "withdrawn_at": "varchar"}
    if model.__name__ != "Service":
        found["service_id"] = "bigint"
    for field in seen(model):
        is_free = isinstance(field, models.TextField) and field.name not in WORDS
        if not is_free and not isinstance(field, models.TimeField):
            found[field.column] = next((name for kind, name in TYPES if isinstance(field, kind)), "bigint")
    return found


def _write_table(connection: duckdb.DuckDBPyConnection, model: type[models.Model], folder: Path, services) -> None:
    typed = columns(model)
    rows = model.objects.standing()
    if services is not None:
        rows = rows.filter(**{"pk__in" if model.__name__ == "Service" else "service__in": list(services)})
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row in rows.values_list(*typed).iterator(chunk_size=2000):
            writer.writerow(EMPTY if value is None else value for value in row)
        file.flush()
        table = connection.read_csv(
            file.name, header=False, columns=typed, na_values=EMPTY, delimiter=",", quotechar='"', escapechar='"',
            auto_detect=False,
        )  # fmt: skip
        table.write_parquet(str(folder / f"{model._meta.db_table}.parquet"), compression="zstd")
