"""The nightly round beside the web server: a process of its own, once a day.

A process, because the web server starts its workers out of this one: a thread with a database
open here would be in their way, and whatever becomes of the round, serving goes on.
"""

import signal
import subprocess
import sys
import threading
from datetime import datetime, time, timedelta
from pathlib import Path

import click

AT = time(3)  # by the machine's own clock
EVERY = timedelta(minutes=10)
COMMAND = [sys.executable, "-m", "django", "nightly"]


def start() -> threading.Thread:
    """Look every ten minutes whether the night's round is due, until serving ends."""
    thread = threading.Thread(target=go_round, args=(threading.Event(),), daemon=True, name="nightly")
    thread.start()
    return thread


def go_round(stopped: threading.Event, every: timedelta = EVERY) -> None:
    """Do the round whenever it is due. Nothing that happens ends this but `stopped`."""
    while not stopped.wait(every.total_seconds()):
        try:
            if due(last_done(), datetime.now().astimezone()):
                do_the_round()
        except OSError as fault:
            click.echo(f"The nightly round could not be started: {fault}", err=True)


def due(last: datetime | None, now: datetime) -> bool:
    """Whether three o'clock has passed since the last round; also when the machine was off then."""
    latest = datetime.combine(now.date(), AT, now.tzinfo)
    if latest > now:
        latest -= timedelta(days=1)
    return last is None or last < latest


def last_done() -> datetime | None:
    """When a round was last done on this machine, by hand or by itself; None for never."""
    from django.conf import settings

    try:
        return datetime.fromisoformat((Path(settings.HOME) / "nightly.done").read_text())
    except (FileNotFoundError, ValueError):
        return None


def do_the_round() -> None:
    """Do it, and tell the terminal of a failure. What was done is in the log of events."""
    ended = subprocess.run(COMMAND, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    # Ctrl-C reaches both, and is no failure.
    if ended.returncode not in (0, -signal.SIGINT):
        click.echo(f"The nightly round failed; serving goes on.\n{ended.stderr.strip()}", err=True)
