"""Who has opened a person's record, said to that person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from placewell.access.models import RoleHeld
from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, Role
from placewell.records.models import ReadingLog, Service
from placewell.web.presenters.roles import in_country
from placewell.web.presenters.wording import counted, day, listed, sentence


@dataclass(frozen=True)
class Reader:
    """Somebody opened the record: their name, what they were in the service that day, and when."""

    name: str
    role: str
    when: str


def readers(readings: Iterable[ReadingLog], held: Iterable[RoleHeld], service: Service) -> list[Reader]:
    """Readings in words, newest first; one line for several by one person on one day, where they stand together.

    `held` are the roles, then and now, of those who read.
    """
    zone, held, found = service.zone(), list(held), []
    for (reader, on), same in groupby(readings, key=lambda one: (one.by, one.at.astimezone(zone).date())):
        times = [f"{one.at.astimezone(zone):%H:%M}" for one in same]
        often = f", {counted(len(times), 'time')}, the last" if len(times) > 1 else ""
        role = role_on(reader.pk, held, on, service.country)
        found.append(Reader(reader.full_name, role, f"{day(on)}{often} at {times[0]}"))
    return found


def role_on(account: int, held: list[RoleHeld], on: date, country: str) -> str:
    """What somebody was on a day: the roles that open people's records; '' when none is kept."""
    names = {
        in_country(str(Role(role.role).label), country)
        for role in held
        if role.account_id == account
        and Permission.SEE_PEOPLE in GRANTS[role.role].permissions
        and role.started_on <= on
        and (role.ended_on is None or on < role.ended_on)
    }
    first, *others = sorted(names) or [""]
    return listed([sentence(first), *(name.lower() for name in others)])
