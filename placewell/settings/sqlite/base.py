"""Django's SQLite engine, which rewrites each question into SQLite's own style once and not at every asking.

Django writes `%s` where a value goes and SQLite wants `?`. A page asks the same thirty long questions
each time, and looking through them took half a millisecond of it.
"""

from functools import lru_cache

from django.db.backends.sqlite3 import base

# So many questions are kept rewritten. A list of thousands of ids is not asked twice.
MOST, LONGEST = 1000, 20_000


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
    """Django's, with that cursor."""

    def create_cursor(self, name: str | None = None) -> Cursor:
        """A cursor on the open connection."""
        return self.connection.cursor(factory=Cursor)
