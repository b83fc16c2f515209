"""Checking a data package without taking it in."""

from pathlib import Path

from placewell.access.worker import Worker
from placewell.exchange.importing import Progress, Report, import_package


def read_and_check(path: str | Path, *, by: Worker, progress: Progress | None = None) -> Report:
    """What an import of the package would find and do. Nothing is written.

    Raises what `import_package` raises.
    """
    return import_package(path, by=by, check_only=True, progress=progress)
