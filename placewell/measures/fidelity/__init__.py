"""How a service stands on a fidelity scale, every day, from its record."""

from datetime import date

from placewell.measures.fidelity.picture import Picture, PictureItem
from placewell.measures.fidelity.whole import worked_out
from placewell.records.models import Service

__all__ = ["Picture", "PictureItem", "fidelity"]


def fidelity(service: Service, *, as_at: date, scale: str = "ips-25") -> Picture:
    """The picture of a service at the end of a day."""
    return worked_out(service, as_at=as_at, scale=scale)
