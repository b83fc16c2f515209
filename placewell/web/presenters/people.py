"""Who stands behind a figure, as far as the person looking may know it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from placewell.web.presenters.addresses import of_client

UNKNOWN_PERSON = "a person you do not work with"
UNKNOWN_STAFF = "a specialist"


@dataclass(frozen=True)
class Person:
    """A name, and the person's page or ''."""

    name: str
    address: str


@dataclass(frozen=True)
class Names:
    """Row id → name, of staff, teams and people in reach; jobs in reach → title.

    ``own`` is the row id of the worker's own staff row; None for who is no member of staff.
    """

    service: int
    staff: Mapping[int, str] = field(default_factory=dict)
    clients: Mapping[int, str] = field(default_factory=dict)
    jobs: Mapping[int, str] = field(default_factory=dict)
    teams: Mapping[int, str] = field(default_factory=dict)
    own: int | None = None

    def person(self, client: int | None) -> Person | None:
        """The person whom a row is about; without name and link when out of reach."""
        if client is None:
            return None
        if client not in self.clients:
            return Person(UNKNOWN_PERSON, "")
        return Person(self.clients[client], of_client(self.service, client))

    def colleague(self, staff: int | None) -> str:
        """A member of staff; without name for who does not see figures by staff."""
        return "" if staff is None else self.staff.get(staff, UNKNOWN_STAFF)


def own_first(owners: Mapping[int, str], own: int | None) -> list[tuple[int, str]]:
    """Staff by name, the worker's own row before all others: an order that ranks nobody."""
    return sorted(owners.items(), key=lambda one: (one[0] != own, one[1].casefold()))
