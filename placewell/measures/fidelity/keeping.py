"""Pictures that were worked out before, as long as they are good.

A picture is good while no event changed a fact dated on or before its day (see ``changes``), and
while scale and measures are those it was worked out with.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from placewell.measures.catalogue import MEASURES
from placewell.measures.fidelity.changes import State, good
from placewell.measures.fidelity.picture import Picture, PictureItem
from placewell.measures.fidelity.whole import summed_up
from placewell.measures.figure import Line
from placewell.measures.models import KeptFigure
from placewell.measures.text import words
from placewell.records.models import Service
from placewell.scales import Scale

EXACT, DAY = "exact", "day"


@cache
def edition_of_measures() -> str:
    """A fingerprint of everything that the figures are counted with."""
    texts = [*(measure.sql for measure in MEASURES.values()), *(text for _, text in sorted(words().items()))]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]


def edition(form: Scale) -> str:
    """Edition of the scale and of the measures."""
    return f"{form.edition} {edition_of_measures()}"


def kept(service: Service, days: Sequence[date], *, form: Scale) -> Mapping[date, Picture]:
    """Those pictures of these days that are still good."""
    return {
        row.as_at: restored(row.content, form=form, service=service, as_at=row.as_at)
        for row in good(service, days, scale=form.key, edition=edition(form))
    }


def keep(picture: Picture, *, service: Service, form: Scale, state: State) -> None:
    """Keep a picture in place of an older one of the same day."""
    KeptFigure.objects.bulk_create(
        [
            KeptFigure(
                service=service,
                scale=form.key,
                as_at=picture.as_at,
                edition=edition(form),
                events=state[0],
                last_event=state[1],
                content=[stored(asdict(item)) for item in picture.items],
            )
        ],
        update_conflicts=True,
        unique_fields=["service", "scale", "as_at"],
        update_fields=["edition", "events", "last_event", "content"],
    )


def stored(value: Any) -> Any:
    """Exact numbers and dates as JSON can carry them."""
    if isinstance(value, Fraction | Decimal):
        return {EXACT: str(Fraction(value))}
    if isinstance(value, date):
        return {DAY: value.isoformat()}
    if isinstance(value, Mapping):
        return {name: stored(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [stored(part) for part in value]
    return value


def restored(content: list, *, form: Scale, service: Service, as_at: date) -> Picture:
    """The picture that ``keep`` kept."""
    return summed_up(form, service.key, as_at, tuple(_item(told) for told in content))


def _item(told: Mapping[str, Any]) -> PictureItem:
    given = {field.name: _value(told[field.name]) for field in fields(PictureItem)}
    if given["by_staff"] is not None:
        given["by_staff"] = tuple(Line(**line) for line in given["by_staff"])
    return PictureItem(**given)


def _value(told: Any) -> Any:
    if isinstance(told, list):
        return [_value(part) for part in told]
    if not isinstance(told, dict):
        return told
    if set(told) == {EXACT}:
        return Fraction(told[EXACT])
    if set(told) == {DAY}:
        return date.fromisoformat(told[DAY])
    return {name: _value(part) for name, part in told.items()}
