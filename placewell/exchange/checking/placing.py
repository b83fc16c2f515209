"""Which row of the record each row of a package is, of which service, and what it refers to."""

from collections.abc import Callable

from placewell.exchange.checking.batch import Batch
from placewell.exchange.checking.known_record import KnownRecord
from placewell.exchange.checking.references import Known, Place, Unresolved, find, find_in
from placewell.exchange.contract import REFERRED_TO
from placewell.records.models import Service


def place(batch: Batch, record: KnownRecord) -> None:
    """Fill `rows` and `services` of a batch; its references become row numbers in `values`."""
    table = batch.table
    if table.name == "services":
        _place_services(batch, record)
        return
    owner = table.owner
    known_owner = record.tables[owner.refers_to]
    found = _resolved(
        batch,
        owner.name,
        lambda key, service: find(known_owner, key, owner.refers_to, record.services),
        [None] * len(batch),
    )
    batch.services = [place and place.service for place in found]
    if owner.refers_to == "services":
        record.services.update(service for service in batch.services if service is not None)
    if table.key:
        _place_by_key(batch, record.tables[table.name])
    else:
        batch.rows = [-line for line in batch.lines]
    batch.values[owner.name] = [place and place.row or None for place in found]
    for column in table.columns:
        if column.refers_to and column is not owner:
            finder = _finder(record.tables[column.refers_to], column.refers_to, record.services)
            places = _resolved(batch, column.name, finder, batch.services)
            batch.values[column.name] = [place and place.row or None for place in places]


def _resolved(batch: Batch, name: str, finder: Callable, services: list) -> list[Place | None]:
    """The rows that a column refers to; None where it is empty or leads nowhere (a fault)."""
    seen: dict[tuple, Place | Unresolved] = {}
    found: list[Place | None] = []
    for number, key in enumerate(zip(batch.values[name], services, strict=True)):
        if not key[0]:
            found.append(None)
            continue
        place = seen.get(key)
        if place is None:
            place = seen[key] = _tried(finder, *key)
        if isinstance(place, Unresolved):
            batch.fault(number, name, place.problem, place.remedy)
            place = None
        found.append(place)
    return found


def _tried(finder: Callable, key: str, service: int | None) -> Place | Unresolved:
    try:
        return finder(key, service)
    except Unresolved as nowhere:
        return nowhere


def _finder(known: Known, what: str, services: set[int]) -> Callable:
    def finder(key: str, service: int | None) -> Place:
        return find(known, key, what, services) if service is None else find_in(known, key, what, service)

    return finder


def _place_by_key(batch: Batch, known: Known) -> None:
    remembered = batch.table.name in REFERRED_TO
    batch.rows = []
    for line, key, service in zip(batch.lines, batch.values[batch.table.key], batch.services, strict=True):
        stored = known.stored_row(service, key) if known.stored else None
        place = Place(stored.row if stored else -line, service)
        batch.rows.append(place.row)
        if key and remembered:
            known.package.setdefault(key, place)


def _place_services(batch: Batch, record: KnownRecord) -> None:
    known = record.tables["services"]
    batch.rows, batch.services = [], []
    for number, (line, key, country) in enumerate(
        zip(batch.lines, batch.values["service_id"], batch.values["country"], strict=True)
    ):
        stored = next(iter(known.stored.get(key, ())), None)
        place = stored or Place(-line, -line)
        if stored is None:
            if key and not record.by.is_system:
                remedy = "Import into your own service; a new one is made with `placewell import` on the server."
                batch.fault(number, "service_id", "is not a service into which you may import", remedy)
            # Its zone depends on the country, and so does its date.
            record.today[place.row] = Service(country=country or "").today(record.by.now).isoformat()
        batch.rows.append(place.row)
        batch.services.append(place.row)
        if key:
            known.package.setdefault(key, Place(place.row, place.row))
            record.services.add(place.row)
