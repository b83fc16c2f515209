"""Django's PostgreSQL engine with two savings: what a page would do for each of its questions is done once.

Django writes `%s` where a value goes and PostgreSQL wants `$1`. The driver takes a long question apart
anew each time it is asked: that took a quarter of a person's page. And before each request Django has the
database say 1, to see whether the connection lives. A server that went away has closed its end of it by
then, or said goodbye, and the system knows of it at once.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import count
from select import POLLIN, poll

from django.db.backends.postgresql import base
from psycopg import RawCursor, sql

# So many questions are kept rewritten. A list of thousands of ids is not asked twice.
MOST, LONGEST = 1000, 50_000
PLACE = re.compile(r"%%|%s|%\((?P<name>\w+)\)s")


def in_its_style(query: str) -> tuple[str, tuple[str, ...]]:
    """The question as PostgreSQL takes it, and the names of its values in their order, where they have names."""
    numbers, names = count(1), []

    def place(found: re.Match) -> str:
        if found[0] == "%%":
            return "%"
        if found["name"]:
            names.append(found["name"])
        return f"${next(numbers)}"

    return PLACE.sub(place, query), tuple(names)


kept_in_its_style = lru_cache(maxsize=MOST)(in_its_style)


class Cursor(base.CursorMixin, RawCursor):
    """A cursor that remembers what it has rewritten."""

    def execute(self, query, params=None, **more):
        """Ask a question in Django's style, with values in their order or by name."""
        return super().execute(*self._rewritten(query, params), **more)

    def executemany(self, query, params_seq, **more):
        """Ask it once for each of several sequences of values."""
        told = [self._rewritten(query, params) for params in params_seq]
        return super().executemany(told[0][0], [values for _, values in told], **more) if told else None

    def _rewritten(self, query, params):
        if params is None:
            return query, params
        # The driver's own way to put names of tables into a question has places for values in it too.
        words = query.as_string(self) if isinstance(query, sql.Composable) else query
        told, names = (kept_in_its_style if len(words) < LONGEST else in_its_style)(words)
        return told, [params[name] for name in names] if isinstance(params, Mapping) else params


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with that cursor."""

    def get_connection_params(self) -> dict:
        """What the driver is told to open a connection."""
        return {**super().get_connection_params(), "cursor_factory": Cursor}

    def is_usable(self) -> bool:
        """Whether the connection can be used: nothing has come on it unasked, or the database answers all the same."""
        if self.connection is None or self.connection.closed:
            return False
        heard = poll()
        heard.register(self.connection.fileno(), POLLIN)
        return super().is_usable() if heard.poll(0) else True
