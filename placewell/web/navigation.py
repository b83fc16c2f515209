"""The way between the rooms of a service, in the header of every page, for those who work with people."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.records.models import Service

# Name of a page (its address takes the service alone), its words, and what it needs. In the order of a day.
ROOMS = [
    ("today", "Today", Permission.RECORD_SUPPORT),
    ("caseload", "Caseload", Permission.RECORD_SUPPORT),
    ("clients", "People", Permission.SEE_PEOPLE),
    ("employers", "Employers", Permission.RECORD_EMPLOYERS),
    ("leads", "Leads", Permission.RECORD_EMPLOYERS),
    ("fidelity", "Fidelity", Permission.SEE_FIGURES),
]


@dataclass(frozen=True)
class Way:
    """A link of the header: its words, where it leads, and whether that page is open."""

    words: str
    address: str
    is_open: bool


def ways_of(worker: Worker, service: Service | None, current: str) -> Iterable[Way]:
    """The rooms that the worker may open in a service; none for who does not work with people there."""
    if service is None or not worker.may(Permission.RECORD_SUPPORT, service):
        return []
    ways = [
        Way(words, reverse(name, args=[service.pk]), name == current)
        for name, words, needs in ROOMS
        if worker.may(needs, service)
    ]
    return [*ways, Way("More", reverse("home"), current == "home")]
