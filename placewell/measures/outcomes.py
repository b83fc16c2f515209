"""The outcomes of a period, each under every definition in use, side by side, counted in one question."""

from datetime import date

from placewell.measures import catalogue
from placewell.measures.figure import Figure
from placewell.measures.finish import Counted
from placewell.measures.runners import Runner
from placewell.measures.runners.django import DjangoRunner
from placewell.measures.taking import figured, period_of
from placewell.measures.together import count_together
from placewell.measures.views import Scope
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
    measures = catalogue.outcomes()
    for measure in measures:
        period_of(measure, as_at=None, from_=from_, to=to)
    about = {"scope": Scope((service.pk,)), "runner": runner or DjangoRunner(), "as_at": to, "from_": from_}
    units = count_together(measures, **about)
    return tuple(
        figured(Counted(measure, None, units[measure.name]), service=service, by=by, **about) for measure in measures
    )
