"""How long all 25 items take at one as-at date: counted anew, and when nothing has changed.

    python benchmarks/fidelity.py [--people 300] [--years 3]

Makes a service in a database of its own (SQLite in a temporary folder, or PLACEWELL_DATABASE_URL when
set), imports it, and prints milliseconds of wall clock and of processor time. Fails above the goals.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
COLD, UNCHANGED = 300.0, 50.0
TODAY = date(2026, 6, 30)


def main() -> int:
    """Measure, print, and answer 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--years", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="placewell-bench-") as home:
        os.environ["PLACEWELL_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "placewell.settings.base"
        import django

        django.setup()
        service = made_up(Path(home) / "package", people=asked.people, years=asked.years)
        return measured(service)


def made_up(folder: Path, *, people: int, years: int):
    """A service in the database, from a made-up package."""
    from django.core.management import call_command

    from placewell.access.worker import system_worker
    from placewell.exchange.demo import make_service, write_package
    from placewell.exchange.importing import import_package
    from placewell.records.models import Contact, EmployerContact, Service, Staff

    call_command("migrate", verbosity=0, skip_checks=True)
    write_package(make_service(today=TODAY, people=people, years=years), folder)
    report = import_package(folder, by=system_worker(datetime.combine(TODAY, datetime.min.time(), UTC)))
    if not report.ok:
        raise SystemExit(f"the made-up package is at fault: {report.faults[:3]}")
    counts = {model.__name__: model.objects.count() for model in (Staff, Contact, EmployerContact)}
    print(f"{people} people, {years} years, {sum(c['new'] for c in report.counts.values())} rows; {counts}")
    return Service.objects.get()


def measured(service) -> int:
    """Print the times; 1 when a goal is missed."""
    from django.db import connection

    from placewell.measures.fidelity import fidelity, trend
    from placewell.measures.models import KeptFigure
    from placewell.measures.outcomes import outcomes

    def cold():
        KeptFigure.objects.all().delete()
        fidelity(service, as_at=TODAY)

    year = {"from_": TODAY - timedelta(days=365), "to": TODAY}
    print(f"{connection.vendor}, Python {sys.version.split()[0]}, {os.cpu_count()} processors")
    worst_cold = shown("all 25 items, counted anew", cold)
    worst_kept = shown("all 25 items, nothing changed", lambda: fidelity(service, as_at=TODAY))
    shown("all outcomes of a year", lambda: outcomes(service, **year))
    shown("trend of 12 months, counted anew", lambda: (KeptFigure.objects.all().delete(), trend(service, as_at=TODAY)))
    shown("trend of 12 months, nothing changed", lambda: trend(service, as_at=TODAY))
    return int(worst_cold > COLD or worst_kept > UNCHANGED)


def shown(what: str, work: Callable[[], object], times: int = 7) -> float:
    """Print least, median and first wall clock, and median processor time; give the median wall clock."""
    walls, processors = [], []
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append((time.perf_counter() - wall) * 1000)
        processors.append((time.process_time() - processor) * 1000)
    median = statistics.median(walls)
    print(
        f"  {what}: first {walls[0]:.0f} ms, median {median:.0f} ms, least {min(walls):.0f} ms; "
        f"processor {statistics.median(processors):.0f} ms"
    )
    return median


if __name__ == "__main__":
    raise SystemExit(main())
