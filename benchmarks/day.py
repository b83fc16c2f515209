"""A specialist's day in a large service: processor time of each request, and how long eight people wait.

    python benchmarks/day.py [--people 5000] [--requests 160] [--users 8] [--home DIR]
    .ci/with-postgres .venv/bin/python benchmarks/day.py

Makes the demo's service (SQLite in a temporary folder or in --home, where it is kept; PostgreSQL when
PLACEWELL_DATABASE_URL is set), serves it with `placewell serve` and asks for the pages as specialists
and supervisors do, signed in, over HTTP on this machine. Processor time is that of the web server and
of the database together, as the system counts it, by request; one person asks at a time for it, then
`--users` at once for the waiting times. Fails above the goals.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.processes import below, spent
from benchmarks.visitors import Visitor, free_port

ROOT = Path(__file__).resolve().parent.parent
READY_WITHIN = 90
WARM = 12
WAIT = 100.0  # ms, the 95th percentile, with eight at once
# Page → the goal for its processor time in ms.
GOALS = {"today": 13, "caseload": 13, "people": 13, "a person": 12, "search": 9, "contact saved": 8}


@dataclass
class Measured:
    """One page: processor ms a request, waiting times in ms alone and together."""

    page: str
    processor: float
    alone: list[float]
    together: list[float]


def main() -> int:
    """Make the service, serve it, measure, print; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--requests", type=int, default=160)
    parser.add_argument("--users", type=int, default=8)
    parser.add_argument("--home", help="folder in which the service is kept for the next run")
    asked = parser.parse_args()
    return measure("made.py", asked.people, "people", GOALS, asked)


def measure(maker: str, number: int, of: str, goals: dict[str, int], asked, warm: int = WARM) -> int:
    """Make a service of so many (`of` says what), serve it, measure the pages of the goals, print."""
    with tempfile.TemporaryDirectory(prefix="placewell-bench-") as folder:
        home = Path(asked.home or folder)
        home.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "PLACEWELL_HOME": str(home), "PLACEWELL_TLS": "", "PLACEWELL_SECOND_FACTOR": ""}
        command = [sys.executable, str(ROOT / "benchmarks" / maker), str(number), str(asked.users)]
        made = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        return printed(served(made.stdout, environment, list(goals), asked, warm), f"{number:,} {of}", goals, asked)


def served(made: str, environment: dict, pages: list[str], asked, warm: int) -> list[Measured]:
    """Serve, measure each page, stop."""
    port = free_port()
    command = [sys.executable, "-m", "placewell", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        visitors = [Visitor.told(line, port) for line in made.splitlines() if line.startswith("{")]
        visitors[0].wait_until_served(READY_WITHIN)
        processes = [server.pid, *databases()]
        return [measured(page, visitors, processes, asked.requests, warm) for page in pages]
    finally:
        server.terminate()
        server.wait(timeout=30)


def databases() -> list[int]:
    """The PostgreSQL server of this run, if there is one: the process that its client programs talk to."""
    if "PLACEWELL_DATABASE_URL" not in os.environ:
        return []
    import psycopg

    with psycopg.connect(os.environ["PLACEWELL_DATABASE_URL"]) as connection:
        own = connection.execute("select pg_backend_pid()").fetchone()[0]
        # Only while it is connected does the server have a process for this program.
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit() and own in below(int(folder.name)) and _is_postgres(folder):
                return [int(folder.name)]
    raise SystemExit("the PostgreSQL server does not run on this machine, so its time cannot be read")


def _is_postgres(folder: Path) -> bool:
    return (folder / "comm").read_text().strip() == "postgres"


def measured(page: str, visitors: list[Visitor], processes: list[int], requests: int, warm: int) -> Measured:
    """Ask for one page again and again: first one visitor at a time, then all at once."""
    for visitor in visitors:
        for _ in range(warm):
            visitor.ask(page)
    ready = [visitors[number % len(visitors)].prepared(page) for number in range(requests)]
    before = spent(*processes)
    alone = [timed(ask) for ask in ready]
    processor = (spent(*processes) - before) * 1000 / requests
    shares = [[visitor.prepared(page) for _ in range(max(1, requests // len(visitors)))] for visitor in visitors]
    with ThreadPoolExecutor(len(visitors)) as pool:
        waited = list(pool.map(lambda share: [timed(ask) for ask in share], shares))
    return Measured(page, processor, alone, [one for own in waited for one in own])


def timed(ask) -> float:
    """Milliseconds until the whole answer is there."""
    before = time.perf_counter()
    ask()
    return (time.perf_counter() - before) * 1000


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def printed(found: list[Measured], size: str, goals: dict[str, int], asked) -> int:
    """The table; 1 when a goal is missed."""
    engine = "PostgreSQL" if os.environ.get("PLACEWELL_DATABASE_URL", "").startswith("postgres") else "SQLite"
    print(
        f"{size}, {engine}, Python {sys.version.split()[0]}, {os.cpu_count()} processors, "
        f"{asked.requests} requests a page, load {os.getloadavg()[0]:.1f}"
    )
    print(f"| page | processor (goal) | median | p95 | p95 with {asked.users} at once (goal {WAIT:.0f} ms) |")
    print("|---|---|---|---|---|")
    for one in found:
        print(
            f"| {one.page} | {one.processor:.1f} ms ({goals[one.page]} ms) | {statistics.median(one.alone):.0f} ms "
            f"| {p95(one.alone):.0f} ms | {p95(one.together):.0f} ms |"
        )
    missed = [one.page for one in found if one.processor > goals[one.page] or p95(one.together) > WAIT]
    print(f"missed: {', '.join(missed)}" if missed else "every goal is met")
    return int(bool(missed))


if __name__ == "__main__":
    raise SystemExit(main())
