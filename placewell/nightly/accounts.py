"""Accounts of staff whose last day has passed."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from placewell.access.scope import services_for
from placewell.access.worker import Worker, system_worker
from placewell.actions.accounts import close_leavers, leavers_are_due
from placewell.records.models import Service


def steps(now: datetime) -> Iterator[tuple[str, Callable[[], list[str]]]]:
    """For each service, to close the accounts of those who have left."""
    by = system_worker(now)
    for service in services_for(by).order_by("key"):
        yield f"closing the accounts of leavers of {service}", partial(close, by, service)


def close(by: Worker, service: Service) -> list[str]:
    """Close the accounts of those who have left a service. Nothing to do leaves no event."""
    if not leavers_are_due(service, by.today(service)):
        return []
    closed = [str(account) for account in close_leavers(by=by, service=service)]
    what = f"closed the accounts of {', '.join(closed)}" if closed else "ended roles of staff"
    return [f"{service}: {what}, who left."]
