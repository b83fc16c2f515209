"""How a service stands on a fidelity scale, every day, from its record."""

from collections.abc import Iterable, Mapping
from datetime import date

from placewell.measures.fidelity import changes, keeping
from placewell.measures.fidelity.picture import Picture, PictureItem
from placewell.measures.fidelity.whole import worked_out
from placewell.records.models import Service
from placewell.rules.windows import month_ends
from placewell.scales import load_scale

__all__ = ["Picture", "PictureItem", "fidelity", "trend", "with_trend", "worked_out"]


def fidelity(service: Service, *, as_at: date, scale: str = "ips-25") -> Picture:
    """The picture of a service at the end of a day; counted only when something has changed.

    Raises ``KeyError`` for an unknown scale.
    """
    return _pictures(service, [as_at], scale)[as_at]


def trend(service: Service, *, as_at: date, months: int = 12, scale: str = "ips-25") -> tuple[Picture, ...]:
    """The pictures at the last month-ends on or before a day, oldest first."""
    days = month_ends(as_at=as_at, count=months)
    found = _pictures(service, days, scale)
    return tuple(found[day] for day in days)


def with_trend(
    service: Service, *, as_at: date, months: int = 12, scale: str = "ips-25"
) -> tuple[Picture, tuple[Picture, ...]]:
    """The picture of a day and, in the same question, those of ``trend``."""
    days = month_ends(as_at=as_at, count=months)
    found = _pictures(service, dict.fromkeys([*days, as_at]), scale)
    return found[as_at], tuple(found[day] for day in days)


def _pictures(service: Service, days: Iterable[date], scale: str) -> Mapping[date, Picture]:
    days = list(days)
    form = load_scale(scale, country=service.country)
    found = dict(keeping.kept(service, days, form=form))
    if missing := [day for day in days if day not in found]:
        # Looked at before counting: what comes in meanwhile makes the kept picture stale, never wrong.
        states = changes.states(service, missing)
        for day in missing:
            found[day] = worked_out(service, as_at=day, scale=scale)
            keeping.keep(found[day], service=service, form=form, state=states[day])
    return found
