"""What the clock starts, once a day: each step calls an action, or brings figures up to date.

Any step may be done twice without harm. One that fails does not keep the others from being done.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime

log = logging.getLogger(__name__)

Step = tuple[str, Callable[[], list[str]]]


class NotAllDone(Exception):
    """Some steps failed. `done` is what was done all the same, `failed` what was not; both in words."""

    def __init__(self, done: list[str], failed: list[str]):
        super().__init__("; ".join(failed))
        self.done, self.failed = done, failed


def run(now: datetime) -> list[str]:
    """Do everything that is to be done each night. Returns what was done, in words.

    `now` is an aware datetime. Raises NotAllDone after the last step when one of them failed; why
    is in the log of the terminal.
    """
    done, failed = [], []
    for name, do in steps(now):
        try:
            done += do()
        except Exception as fault:
            log.exception("nightly: %s failed", name)
            failed.append(f"{name}: {fault or type(fault).__name__}")
    if failed:
        raise NotAllDone(done, failed)
    return done


def steps(now: datetime) -> Iterator[Step]:
    """Every step with its name, in order: what keeps people out comes first."""
    # The framework loads this module before there are models.
    from placewell.nightly import accounts, figures, leads, signing_in, survey

    yield from accounts.steps(now)
    yield from signing_in.steps(now)
    yield from survey.steps(now)
    yield from leads.steps(now)
    yield from figures.steps(now)
