"""The unit's directory with 10,000 employers: processor time of each request, and how long eight people wait.

    python benchmarks/employers.py [--employers 10000] [--requests 80] [--users 8] [--home DIR]
    .ci/with-postgres .venv/bin/python benchmarks/employers.py

As `day.py` measures: the demo's service with employers laid down beside its own, served with
`placewell serve` and asked over HTTP by specialists who are signed in. A map or a list is asked for as the
pages ask for it, a name is typed as the form asks while somebody types. Fails above the goals.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.day import measure

# Page → the goal for its processor time in ms.
PAGES = (
    "employers", "employers, page 200", "by name", "by place", "by sector", "by role", "two words", "nothing found",
    "in a district", "map", "whom to see next", "a name is typed", "contact form", "an employer", "merged with itself",
)  # fmt: skip
GOALS = dict.fromkeys(PAGES, 100)


def main() -> int:
    """Make the service, serve it, measure, print; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--employers", type=int, default=10_000)
    parser.add_argument("--requests", type=int, default=80)
    parser.add_argument("--users", type=int, default=8)
    parser.add_argument("--home", help="folder in which the service is kept for the next run")
    asked = parser.parse_args()
    return measure("made_employers.py", asked.employers, "employers", GOALS, asked, warm=2)


if __name__ == "__main__":
    raise SystemExit(main())
