"""Measures on the installation's own database, SQLite or PostgreSQL."""

from typing import Any

from django.db import connections

from placewell.measures.runners import mapped
from placewell.measures.views import DIALECTS, Dialect


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
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql)
            return mapped([column[0] for column in cursor.description], cursor.fetchall())
