"""Measures on the installation's own database, SQLite or PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections, transaction

from placewell.measures.runners import mapped
from placewell.measures.views import DIALECTS, Dialect

# PostgreSQL takes a named query for a few rows and then walks through it row by row; a hash join is
# never much slower and often a hundred times faster, above all before it has gathered statistics.
PLANNED = "set local enable_nestloop = off; set local jit = off"
AS_BEFORE = "set local enable_nestloop to default; set local jit to default"


class DjangoRunner:
    """Runs on one of Django's connections."""

    def __init__(self, using: str = "default") -> None:
        self.using = using

    @property
    def dialect(self) -> Dialect:
        """That of the connection's database."""
        return DIALECTS[connections[self.using].vendor]

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The rows that the text selects."""
        with self._cursor() as cursor:
            cursor.execute(sql)
            return mapped([column[0] for column in cursor.description], cursor.fetchall())

    @contextmanager
    def _cursor(self) -> Iterator:
        connection = connections[self.using]
        if connection.vendor != "postgresql":
            with connection.cursor() as cursor:
                yield cursor
            return
        with transaction.atomic(using=self.using), connection.cursor() as cursor:
            cursor.execute(PLANNED)
            yield cursor
            cursor.execute(AS_BEFORE)
