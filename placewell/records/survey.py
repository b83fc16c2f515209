"""What the database knows of its own tables, by which it plans how to find rows.

Without it SQLite takes each table for a small one: the people of a specialist were found by trying
everybody in the service. PostgreSQL surveys tables itself, but only some time after a large import.
"""

from django.db import connections

SAMPLE = 1000  # rows of an index that SQLite looks at


def survey(alias: str = "default") -> None:
    """Have the tables surveyed anew: milliseconds on SQLite, which looks at samples; seconds on PostgreSQL."""
    with connections[alias].cursor() as cursor:
        if connections[alias].vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={SAMPLE}")
        cursor.execute("ANALYZE")
