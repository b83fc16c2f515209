"""The pages of one person, named above each of them, in the order in which work goes."""

from dataclasses import dataclass

from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.records.models import Client

# Name of the page (its address takes service and client), its words, and what it needs.
ROOMS = [
    ("client", "Overview", Permission.SEE_PEOPLE),
    ("client_profile", "Profile and CV", Permission.SEE_PEOPLE),
    ("person_plans", "Plans", Permission.SEE_PEOPLE),
    ("person_disclosure", "What to tell employers", Permission.SEE_PEOPLE),
    ("person_benefits", "Benefits advice", Permission.SEE_PEOPLE),
    ("person_leads", "Leads", Permission.RECORD_EMPLOYERS),
    ("person_applications", "Applications and interviews", Permission.SEE_PEOPLE),
    ("client_work", "Work", Permission.SEE_PEOPLE),
    ("person_outreach", "Reaching out", Permission.SEE_PEOPLE),
    ("person_concerns", "Concerns", Permission.HEAR_CONCERNS),
    ("person_letters", "Letters and messages", Permission.SEE_PEOPLE),
    ("person_handover", "Handover", Permission.SEE_PEOPLE),
]


@dataclass(frozen=True)
class Room:
    """One page of a person: its words, where it is, and whether it is the one that is open."""

    words: str
    address: str
    is_open: bool


def rooms_of(worker: Worker, person: Client, current: str) -> list[Room]:
    """The pages of a person that a worker may open; `current` names the one that is open."""
    here = worker.within(person.service)
    return [
        Room(words, reverse(name, args=[person.service_id, person.pk]), name == current)
        for name, words, permission in ROOMS
        if here.may(permission)
    ]
