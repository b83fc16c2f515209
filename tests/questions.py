"""How many questions a page asks of the database."""

from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

# On PostgreSQL a measure is counted between two settings of the planner, inside a savepoint.
NO_QUESTION = ("set local", "savepoint", "release savepoint")


@contextmanager
def asks(number: int):
    """Fails unless exactly so many questions are asked; what only prepares one is none."""
    with CaptureQueriesContext(connection) as told:
        yield
    asked = [one["sql"] for one in told.captured_queries if not one["sql"].lower().startswith(NO_QUESTION)]
    assert len(asked) == number, f"{len(asked)} questions, not {number}:\n" + "\n".join(asked)
