"""Nobody writes to the record outside an action.

The guard stands on the database connection, so it also sees `update()`, `bulk_create()` and
plain SQL, and a page that is only looked at cannot write. What may be written without an
action (the framework's own tables are not ours to guard) is named here and nowhere else.
"""

import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

GUARDED = ("records_", "access_", "people_")
# A look at a person's page is noted while the page is only being looked at.
FREE = {"records_readinglog"}

WRITE = re.compile(
    r"^\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?)"
    r"\s+(?:ONLY\s+)?[\"`]?(?P<table>\w+)",
    re.IGNORECASE,
)
WRITE_BEHIND_WITH = re.compile(r"^\s*WITH\b.*\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\b", re.IGNORECASE | re.DOTALL)


class WriteOutsideAction(RuntimeError):
    """Code tried to change the record without going through an action."""


@dataclass(frozen=True)
class Acting:
    """Who is doing what just now. `by` is an account's id."""

    by: int | None
    verb: str
    today: date | None = None


_acting: ContextVar[Acting | None] = ContextVar("acting", default=None)


def now_acting() -> Acting | None:
    """The action going on in this context, or None."""
    return _acting.get()


@contextmanager
def acting(*, by: int | None, verb: str, today: date | None = None):
    """Open the record for writing while one action goes on."""
    token = _acting.set(Acting(by, verb, today))
    try:
        yield
    finally:
        _acting.reset(token)


def writes_need_an_action(execute, sql, params, many, context):
    """Database execute wrapper. Raises WriteOutsideAction for a write outside an action."""
    if _acting.get() is None:
        found = WRITE.match(sql)
        if found:
            table = found["table"].lower()
            if table.startswith(GUARDED) and table not in FREE:
                raise WriteOutsideAction(f"write to {table} outside an action")
        elif WRITE_BEHIND_WITH.match(sql):
            raise WriteOutsideAction("a write hidden behind WITH; write it plainly inside an action")
    return execute(sql, params, many, context)


def install(sender=None, connection=None, **_):
    """Put the guard on a new connection (signal receiver for connection_created)."""
    if writes_need_an_action not in connection.execute_wrappers:
        connection.execute_wrappers.append(writes_need_an_action)
