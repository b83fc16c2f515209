"""Django's SQLite engine with two savings: questions are rewritten once, and a writer's turn is asked for often.

Django writes `%s` where a value goes and SQLite wants `?`. A page asks the same thirty long questions
each time, and looking through them took half a millisecond of it. SQLite lets one write at a time, and a
writer who finds it taken sleeps longer and longer, up to a tenth of a second, while others go past.
"""

import sqlite3
import time
from functools import lru_cache

from django.db import OperationalError
from django.db.backends.sqlite3 import base

# So many questions are kept rewritten. A list of thousands of ids is not asked twice.
MOST, LONGEST = 1000, 20_000
A_MOMENT = 0.001  # seconds; a fact is written in three times that


@lru_cache(maxsize=MOST)
def in_its_style(query: str) -> str:
    """The question as SQLite takes it, by Django's own rewriting."""
    return base.SQLiteCursorWrapper.convert_query(None, query)


class Cursor(base.SQLiteCursorWrapper):
    """A cursor that remembers what it has rewritten."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        """What Django's cursor does, kept where it will be asked again."""
        if param_names is None and len(query) < LONGEST:
            return in_its_style(query)
        return super().convert_query(query, param_names=param_names)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with that cursor, and with turns."""

    def create_cursor(self, name: str | None = None) -> Cursor:
        """A cursor on the open connection."""
        return self.connection.cursor(factory=Cursor)

    def _start_transaction_under_autocommit(self) -> None:
        """Take the turn to write, asked for anew each moment; raises OperationalError when it does not come in time."""
        patience = self.settings_dict["OPTIONS"].get("timeout", 0)
        until = time.monotonic() + patience
        self.connection.execute("PRAGMA busy_timeout=0")
        try:
            while not self._has_begun(until):
                time.sleep(A_MOMENT)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")

    def _has_begun(self, until: float) -> bool:
        """Whether the turn was free and has been taken."""
        try:
            super()._start_transaction_under_autocommit()
        except OperationalError as fault:
            code = getattr(fault.__cause__, "sqlite_errorcode", None)
            if code != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
            return False
        return True
