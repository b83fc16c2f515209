"""The pictures of fidelity, worked out before somebody asks for them."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from placewell.access.scope import services_for
from placewell.access.worker import Worker, system_worker
from placewell.measures.fidelity import with_trend
from placewell.records.models import Service


def steps(now: datetime) -> Iterator[tuple[str, Callable[[], list[str]]]]:
    """For each service, to have its pictures ready."""
    by = system_worker(now)
    for service in services_for(by).order_by("key"):
        yield f"working out the fidelity of {service}", partial(work_out, by, service)


def work_out(by: Worker, service: Service) -> list[str]:
    """Work out the picture of today and of the last twelve month-ends. Those that are still good stay."""
    with_trend(service, as_at=by.today(service))
    return [f"{service}: the picture of fidelity is ready for today and the last 12 month-ends."]
