"""Which rows a package may refer to: its own, and those that the record already holds.

A row's number (`row`) is its id in the record when it is there already; a new row has the
negative of its line until it is written. Of which service a row is, its first required
reference says (a contact is of its episode's service, an episode of its client's).
"""

from dataclasses import dataclass, field

from placewell.exchange.contract import IN_ORDER, REFERRED_TO, Table


@dataclass(frozen=True)
class Place:
    """A row that can be referred to. `service` is None when a fault hid of which service it is."""

    row: int
    service: int | None
    withdrawn: bool = False


@dataclass
class Known:
    """The rows of one table by key: of the package, and of the record (a key once a service).

    `complete` is False when the package's file could not be read to its end: then a key that is
    not found may stand in the rest, and nothing is said of it.
    """

    package: dict[str, Place] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    stored: dict[str, list[Place]] = field(default_factory=dict)
    complete: bool = True

    def stored_row(self, service: int | None, key: str) -> Place | None:
        """The record's row with this key in a service; None when there is none."""
        return next((place for place in self.stored.get(key, ()) if place.service == service), None)


class Unresolved(Exception):
    """A reference leads nowhere: problem and remedy in words."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(problem)
        self.problem, self.remedy = problem, remedy


NOWHERE = Place(0, None)


def find(known: Known, key: str, what: str, services: set[int]) -> Place:
    """The row that says of which service the referring row is.

    Raises Unresolved when there is none, or when more than one service has it and the package
    (whose services are `services`) does not say which is meant.
    """
    place = known.package.get(key)
    if place is not None:
        return place
    stored = known.stored.get(key, [])
    if len(stored) > 1:
        named = [place for place in stored if place.service in services]
        if len(named) != 1:
            raise Unresolved(
                "is in more than one service of the record", "Name the service that is meant in services.csv."
            )
        stored = named
    return _standing(known, stored, what)


def find_in(known: Known, key: str, what: str, service: int) -> Place:
    """The row of one service that is referred to. Raises Unresolved when there is none."""
    place = known.package.get(key)
    if place is None:
        stored = known.stored.get(key, [])
        own = [place for place in stored if place.service == service]
        if stored and not own:
            raise Unresolved("belongs to another service", f"Name one of the same service's {what}.")
        return _standing(known, own, what)
    if place.service not in (None, service):
        raise Unresolved("belongs to another service", f"Name one of the same service's {what}.")
    return place


def _standing(known: Known, found: list[Place], what: str) -> Place:
    if not found:
        if not known.complete:
            return NOWHERE
        raise Unresolved(
            f"is not known: no such row in {what}, in this package or in the record",
            f"Add it to {what}, or correct the identifier.",
        )
    if found[0].withdrawn:
        raise Unresolved(
            f"was withdrawn from {what}", "Leave this row out, or record it anew under another identifier."
        )
    return found[0]


def referred_to() -> list[Table]:
    """The tables that others refer to, in order."""
    return [table for table in IN_ORDER if table.name in REFERRED_TO]
