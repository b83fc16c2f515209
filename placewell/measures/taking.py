"""Taking a measure: count its units, add them up, and say what came of it."""

from dataclasses import fields
from datetime import date

from placewell.measures import catalogue, periods
from placewell.measures.breakdown import broken_down, keyed
from placewell.measures.counting import count
from placewell.measures.figure import Figure
from placewell.measures.finish import Counted, Sums, finished
from placewell.measures.runners import Runner
from placewell.measures.runners.django import DjangoRunner
from placewell.measures.views import Scope
from placewell.records.models import Service
from placewell.scales import Item, load_scale

# What a finisher says and a figure repeats.
SHARED = tuple({field.name for field in fields(Sums)} & {field.name for field in fields(Figure)})


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
    begins, ends = period_of(measure, as_at=as_at, from_=from_, to=to)
    runner = runner or DjangoRunner()
    scope = Scope((service.pk,), clients)
    units = count(measure, scope=scope, as_at=ends, from_=begins, runner=runner)
    counted = Counted(measure, item_of(measure, service), units)
    return figured(counted, service=service, as_at=ends, from_=begins, by=by, scope=scope, runner=runner)


def figured(
    counted: Counted,
    *,
    service: Service,
    as_at: date,
    from_: date | None,
    by: str | None,
    scope: Scope,
    runner: Runner,
) -> Figure:
    """What counted units come to, and broken down as asked."""
    measure, about = counted.measure, {"scope": scope, "runner": runner, "as_at": as_at}
    sums = finished(counted, as_at=as_at)
    lines = sums.by_staff or () if by is None else broken_down(counted, by=by, **about)
    return Figure(
        measure=measure.name,
        service=service.key,
        as_at=as_at,
        window=periods.window(measure.window, as_at=as_at, from_=from_),
        by=by or ("staff" if sums.by_staff is not None else None),
        breakdown=keyed(lines, by=by or "staff", **about),
        units=counted.units,
        **{name: getattr(sums, name) for name in SHARED},
    )


def period_of(
    measure: catalogue.Measure, *, as_at: date | None, from_: date | None, to: date | None
) -> tuple[date | None, date]:
    """The first day (outcomes only) and the last day that a measure speaks of. Raises ``NoPeriod``."""
    if not measure.is_outcome:
        if as_at is None and to is None:
            raise NoPeriod(f"{measure.name} needs a date to speak as at")
        return None, as_at or to
    if from_ is None or to is None:
        raise NoPeriod(f"{measure.name} needs a period: from one date to another")
    if from_ > to:
        raise NoPeriod(f"The period ends before it starts: {from_} to {to}")
    return from_, to


def item_of(measure: catalogue.Measure, service: Service) -> Item | None:
    """The item of IPS-25 that the measure speaks of, with its cuts and numbers."""
    return None if measure.item is None else load_scale("ips-25", country=service.country).item(measure.item)
