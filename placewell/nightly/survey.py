"""What the database knows of its own tables."""

from collections.abc import Callable, Iterator
from datetime import datetime

from placewell.records.survey import survey


def steps(_now: datetime) -> Iterator[tuple[str, Callable[[], list[str]]]]:
    """To have the tables surveyed."""
    yield "surveying the tables", look


def look() -> list[str]:
    """Survey the tables, and say so."""
    survey()
    return ["The database surveyed its tables, to find rows quickly."]
