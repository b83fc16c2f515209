"""What was kept about signing in."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from placewell.access.worker import Worker, system_worker
from placewell.actions.installation import tidy


def steps(now: datetime) -> Iterator[tuple[str, Callable[[], list[str]]]]:
    """To forget old tries and ended sessions."""
    yield "forgetting old tries to sign in and ended sessions", partial(forget, system_worker(now))


def forget(by: Worker) -> list[str]:
    """Delete old tries and ended sessions, and say how many there were."""
    counts = tidy(by=by, service=None)
    return [f"Forgotten – {'; '.join(f'{what}: {number}' for what, number in counts.items())}."]
