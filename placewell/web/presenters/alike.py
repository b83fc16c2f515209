"""Employers whose name is like one that is typed, ready to be said."""

from django.db.models import QuerySet
from django.urls import reverse

from placewell.access import scope
from placewell.records.models import Employer, EmployerSite
from placewell.rules.alike import near, same

MOST = 5
CONTACTS_WITH_ONE = 10


def typed_name(words: str) -> str:
    """A name as it was typed, with single spaces, at most 200 letters."""
    return " ".join(words.replace("\0", "").split())[:200]


def like_this(typed: str, employers: QuerySet, known: list[tuple[int, str]], *, but: int | None = None) -> list[dict]:
    """Employers that a typed name may mean, the nearest first: name, where, what to say, and the page of each.

    `known` are (id, name) of all `employers`, which came through a door.
    """
    others = [(pk, name) for pk, name in known if pk != but]
    close = near(name=typed, others=[name for _, name in others])
    found = [pk for pk, name in others if name in close] if close else []
    rows = sorted(employers.filter(pk__in=found), key=lambda row: (close.index(row.name), row.pk)) if found else []
    places = places_of(rows)
    return [as_said(row, places[row.pk], typed) for row in rows[:MOST]]


def places_of(rows: list[Employer]) -> dict[int, str]:
    """Where each employer is: its postcode, or else its first site; '' where neither is recorded."""
    found = {row.pk: row.postcode for row in rows}
    without = [pk for pk, place in found.items() if not place]
    sites = scope.at_employers(EmployerSite).filter(employer__in=without).order_by("-pk") if without else []
    return found | {site.employer_id: site.name for site in sites}


def as_said(row: Employer, place: str, typed: str) -> dict:
    """One of them: “Rose Bakery Ltd of LE2 7GH”."""
    return {
        "name": row.name,
        "says": f"{row.name} of {place}" if place else row.name,
        "address": reverse("employer", args=[row.service_id, row.pk]),
        "same": same(name=row.name, other=typed),
    }


def last_spoken_to(employers: QuerySet, contacts: QuerySet, most: int) -> list[str]:
    """Names of at most so many employers, those with the latest contacts, then others, in the order of names.

    `contacts` are the unit's; they are only compared with `employers`, which came through a door.
    """
    made = contacts.order_by("-made_on", "-pk").values_list("employer", flat=True)
    # The latest contacts are with fewer employers than there are contacts.
    recent = list(dict.fromkeys(made[: most * CONTACTS_WITH_ONE]))[:most]
    spoken = list(employers.filter(pk__in=recent).values_list("name", flat=True))
    others = employers.exclude(pk__in=recent).order_by("name", "pk").values_list("name", flat=True)
    return sorted([*spoken, *others[: most - len(spoken)]])
