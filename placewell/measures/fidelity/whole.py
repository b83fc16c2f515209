"""The whole picture: every measure of the scale's items, counted, added up and rated."""

from dataclasses import replace
from datetime import date

from placewell.measures import catalogue
from placewell.measures.counting import count
from placewell.measures.fidelity.fallback import said_by_people
from placewell.measures.fidelity.items import pictured
from placewell.measures.fidelity.picture import Picture, PictureItem
from placewell.measures.finish import Counted, Sums, finished
from placewell.measures.looking_up import look_up
from placewell.measures.runners import Runner
from placewell.measures.runners.django import DjangoRunner
from placewell.measures.views import Scope
from placewell.records.models import Service
from placewell.rules.scale_scoring import bands_spanned, totals
from placewell.scales import Item, Scale, load_scale


def worked_out(service: Service, *, as_at: date, scale: str, runner: Runner | None = None) -> Picture:
    """The picture from the record as it stands, nothing kept. Raises ``KeyError`` for an unknown scale."""
    runner = runner or DjangoRunner()
    scope = Scope((service.pk,))
    form = load_scale(scale, country=service.country)
    said = said_by_people(scale=scale, scope=scope, as_at=as_at, runner=runner)
    keys = {row["id"]: row["key"] for row in look_up("staff", scope=scope, as_at=as_at, runner=runner)}
    items = [
        _with_keys(pictured(item, _sums(item, scope=scope, as_at=as_at, runner=runner), said), keys)
        for item in form.items
    ]
    return summed_up(form, service.key, as_at, tuple(items))


def summed_up(form: Scale, service: str, as_at: date, items: tuple[PictureItem, ...]) -> Picture:
    """Items, with the two totals they leave possible and the bands between."""
    found = totals(ratings=[item.rating for item in items])
    return Picture(
        scale=form.key,
        service=service,
        as_at=as_at,
        items=items,
        rated=found.rated,
        lowest_total=found.lowest,
        highest_total=found.highest,
        bands=bands_spanned(lowest=found.lowest, highest=found.highest, bands=form.bands),
    )


def _sums(item: Item, *, scope: Scope, as_at: date, runner: Runner) -> Sums | None:
    if item.measure is None or item.measure not in catalogue.MEASURES:
        return None
    measure = catalogue.MEASURES[item.measure]
    if measure.finisher == "indicators":
        # Evidence beside a rating by people rates nothing: it is counted when somebody opens the item.
        return Sums()
    units = count(measure, scope=scope, as_at=as_at, runner=runner)
    return finished(Counted(measure, item, units), as_at=as_at)


def _with_keys(item: PictureItem, keys: dict[int, str]) -> PictureItem:
    if item.by_staff is None:
        return item
    return replace(item, by_staff=tuple(replace(line, key=keys.get(line.owner)) for line in item.by_staff))
