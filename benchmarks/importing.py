"""How long an import takes, and how much memory: a million CSV rows, and a workbook.

    python benchmarks/importing.py [--rows 1000000] [--workbook-rows 100000]

Makes a package with `python -m placewell.exchange.demo`, imports it into a database of its own
(SQLite in a temporary folder, or PLACEWELL_DATABASE_URL when set), imports it again unchanged,
exports it, and does the same with a workbook of the first years. Each step runs in a process of
its own, so that its peak memory is its own. Fails above the goals.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS, MEGABYTES = 180.0, 1500.0
STEP = """
import resource, sys, time
import django
django.setup()
from django.utils import timezone
from placewell.access.worker import system_worker
from placewell.exchange.exporting import export_package
from placewell.exchange.importing import import_package
what, path = sys.argv[1:]
by = system_worker(timezone.now())
began, used = time.perf_counter(), time.process_time()
if what == "import":
    report = import_package(path, by=by)
    rows = sum(sum(counts.values()) for counts in report.counts.values())
    assert report.ok, [str(fault) for fault in report.faults[:5]]
else:
    rows = sum(export_package(path, by=by).values())
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(rows, time.perf_counter() - began, time.process_time() - used, peak)
"""


def main() -> int:
    """Measure, print, and answer 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--workbook-rows", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="placewell-bench-") as folder:
        home = Path(folder)
        big, small = made(home / "big", asked.rows), made(home / "small", asked.workbook_rows)
        good = [
            *both_ways("CSV folder", home / "one", big, home / "out.zip"),
            *both_ways("CSV of the workbook's size", home / "two", small, home / "book.xlsx"),
            *both_ways("workbook", home / "three", home / "book.xlsx", home / "back"),
        ]
    return 0 if all(good) else 1


def made(path: Path, rows: int) -> Path:
    """A made-up service of about that many rows, as a folder of CSV files."""
    command = [sys.executable, "-m", "placewell.exchange.demo", str(path), "--rows", str(rows)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return path


def both_ways(name: str, home: Path, package: Path, out: Path) -> list[bool]:
    """Import into a new database, import again, export; whether each kept within the goals."""
    home.mkdir(mode=0o700)
    environment = {**os.environ, "PLACEWELL_HOME": str(home), "DJANGO_SETTINGS_MODULE": "placewell.settings.base"}
    migrate = [sys.executable, "manage.py", "migrate", "--skip-checks", "-v0"]
    subprocess.run(migrate, cwd=ROOT, check=True, env=environment)
    steps = [
        ("import", package, "import"),
        ("import", package, "the same again"),
        ("export", out, f"export to {out.name}"),
    ]
    return [step(f"{name}, {said}", environment, what, path) for what, path, said in steps]


def step(name: str, environment: dict, what: str, path: Path) -> bool:
    """Run one step and print what it took."""
    command = [sys.executable, "-c", STEP, what, str(path)]
    run = subprocess.run(command, cwd=ROOT, check=True, env=environment, capture_output=True, text=True)
    rows, seconds, processor, peak = (float(number) for number in run.stdout.split())
    good = seconds <= SECONDS and peak <= MEGABYTES
    print(
        f"{name:<48}{rows:>11,.0f} rows {seconds:>7.1f} s ({processor:.1f} s of processor) {peak:>6.0f} MB"
        f"{'' if good else '  ABOVE THE GOAL'}",
        flush=True,
    )
    return good


if __name__ == "__main__":
    sys.exit(main())
