"""Taking a measure: count its units, add them up, and say what came of it."""

from datetime import date

from placewell.measures import catalogue, periods
from placewell.measures.breakdown import broken_down, keyed
from placewell.measures.counting import count
from placewell.measures.figure import Figure
from placewell.measures.finish import Counted, finished
from placewell.measures.runners import Runner
from placewell.measures.runners.django import DjangoRunner
from placewell.measures.views import Scope
from placewell.records.models import Service
from placewell.scales import Item, load_scale


class NoPeriod(ValueError):
    """An outcome was asked for without its period, or a measure without its date."""


def take(
    key: str,
    service: Service,
    *,
    as_at: date | None = None,
    from_: date | None = None,
    to: date | None = None,
    by: str | None = None,
    clients: tuple[int, ...] | None = None,
    runner: Runner | None = None,
) -> Figure:
    """One measure of a service, with the units behind it.

    A measure of fidelity speaks as at a date (``as_at``, or ``to``); an outcome of a period, both ends
    included. ``by`` breaks it down (see ``breakdown.BY``); ``clients`` are the row ids of the only
    people counted. Raises ``catalogue.UnknownMeasure`` and ``NoPeriod``.
    """
    measure = catalogue.find(key)
    ends = as_at or to
    if ends is None or (measure.is_outcome and (from_ is None or to is None)):
        asked = "a period: from one date to another" if measure.is_outcome else "a date to speak as at"
        raise NoPeriod(f"{measure.name} needs {asked}")
    if measure.is_outcome and from_ > to:
        raise NoPeriod(f"The period ends before it starts: {from_} to {to}")
    begins = from_ if measure.is_outcome else None
    runner = runner or DjangoRunner()
    scope = Scope((service.pk,), clients)
    units = count(measure, scope=scope, as_at=ends, from_=begins, runner=runner)
    counted = Counted(measure, item_of(measure, service), units)
    sums = finished(counted, as_at=ends)
    lines = sums.by_staff or () if by is None else broken_down(counted, by=by, scope=scope, runner=runner, as_at=ends)
    return Figure(
        measure=measure.name,
        service=service.key,
        as_at=ends,
        window=periods.window(measure.window, as_at=ends, from_=begins),
        value=sums.value,
        numerator=sums.numerator,
        denominator=sums.denominator,
        coverage=sums.coverage,
        rating=sums.rating,
        reason=sums.reason,
        structural=sums.structural,
        components=sums.components,
        extra=sums.extra,
        by=by or ("staff" if sums.by_staff is not None else None),
        breakdown=keyed(lines, by=by or "staff", scope=scope, runner=runner, as_at=ends),
        units=units,
    )


def item_of(measure: catalogue.Measure, service: Service) -> Item | None:
    """The item of IPS-25 that the measure speaks of, with its cuts and numbers."""
    return None if measure.item is None else load_scale("ips-25", country=service.country).item(measure.item)
