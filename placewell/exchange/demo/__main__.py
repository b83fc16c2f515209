"""`python -m placewell.exchange.demo FOLDER`: writes a made-up service as a data package."""

import argparse
import sys
import time
from datetime import date

import click

from placewell.exchange.demo import make_units, write_package

ROWS_A_PERSON = 97  # measured over 5,000 people and two years


def main(arguments: list[str] | None = None) -> int:
    """Write the package; 0 when done, 1 when it cannot be written or made."""
    parser = argparse.ArgumentParser(
        prog="python -m placewell.exchange.demo", description="Write a made-up IPS service as a data package."
    )
    parser.add_argument("folder", help="folder for the CSV files; made when it is not there")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--people", type=int, default=120, help="people referred (default 120)")
    size.add_argument("--rows", type=int, help="aim at this many rows in all")
    parser.add_argument("--today", type=date.fromisoformat, help="the day the record ends (default: today)")
    parser.add_argument("--seed", type=int, default=25, help="another number, another service (default 25)")
    parser.add_argument("--years", type=int, default=2, help="years of history (default 2)")
    parser.add_argument("--service", default="DEMO", help="key of the service (default DEMO)")
    asked = parser.parse_args(arguments)
    people = asked.people
    if asked.rows:
        people = max(1, round(asked.rows / ROWS_A_PERSON * 2 / asked.years))
    began = time.perf_counter()
    try:
        written = write_package(
            make_units(
                today=asked.today or date.today(),
                people=people,
                seed=asked.seed,
                years=asked.years,
                service_key=asked.service,
            ),
            asked.folder,
        )
    except (ValueError, OSError) as fault:
        click.echo(f"The package was not written: {fault}", err=True)
        return 1
    for table, rows in sorted(written.items()):
        click.echo(f"{rows:>10,}  {table}")
    click.echo(f"{sum(written.values()):>10,}  rows in all, {people:,} people, {time.perf_counter() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
