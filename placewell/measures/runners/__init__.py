"""Where measures run: on the database of the installation, or on Parquet with DuckDB or Spark.

A runner has a ``dialect`` (of ``views.DIALECTS``) and ``rows(sql)``, which gives one mapping a row.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Protocol

from placewell.measures.views import Dialect


class Runner(Protocol):
    """Anything that answers one text of SQL."""

    dialect: Dialect

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The rows that the text selects, as mappings from column to whole number, word or None."""


def mapped(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    """Rows as mappings; what an engine widened to a decimal (PostgreSQL's sums) is whole again."""
    return [
        {name: int(value) if isinstance(value, Decimal) else value for name, value in zip(columns, row, strict=True)}
        for row in rows
    ]
