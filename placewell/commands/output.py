"""What a command prints: one JSON document, or a table for people."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal

import click

WIDE = 200  # columns in a pipe: a row of a table stays on one line


def print_json(document) -> None:
    """Print one JSON document on standard output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False, default=_plain))


def _plain(value):
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def print_table(title: str, headings: list[str], rows: list[list], *, note: str = "") -> None:
    """Print a readable table. Cells that start a column of numbers stand to the right."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = _console(sys.stdout)
    table = Table(box=box.SIMPLE, pad_edge=False)
    numbers = {
        place for place in range(len(headings)) if any(isinstance(row[place], int | float | Decimal) for row in rows)
    }
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="right" if place in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(in_words(cell)) for cell in row))
    console.print(Text(title, style="bold"))
    console.print(table)
    if note:
        console.print(Text(note))


def in_words(value) -> str:
    """A cell: nothing is a dash, yes and no are words, numbers have at most two decimals."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | Decimal):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, int):
        return f"{value:,}"
    return str(value)


def _console(stream):
    from rich.console import Console

    return Console(file=stream, width=None if stream.isatty() else WIDE, highlight=False, soft_wrap=not stream.isatty())


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[..., None] | None]:
    """A progress bar on standard error, for `progress(done, of, what)`; None when it is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console(sys.stderr), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def moved(done: int, of: int | None = None, doing: str | None = None) -> None:
            bar.update(task, completed=done, total=of, description=doing or what)

        yield moved
