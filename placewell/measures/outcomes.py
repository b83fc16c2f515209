"""The outcomes of a period, each under every definition in use, side by side."""

from datetime import date

from placewell.measures import catalogue
from placewell.measures.figure import Figure
from placewell.measures.runners import Runner
from placewell.measures.taking import take
from placewell.records.models import Service


def outcomes(
    service: Service,
    *,
    from_: date,
    to: date,
    by: str | None = None,
    runner: Runner | None = None,
) -> tuple[Figure, ...]:
    """Every outcome measure over the period, both ends included; ``by`` as in ``take``.

    Raises ``taking.NoPeriod`` when the period ends before it starts.
    """
    return tuple(
        take(measure.name, service, from_=from_, to=to, by=by, runner=runner) for measure in catalogue.outcomes()
    )
