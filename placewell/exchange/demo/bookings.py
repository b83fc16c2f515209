"""What is booked in the made-up service: meetings of the coming days with people in open support, and with employers.

Which person meets whom, and where, follows from the number of the allocation, so that a demo made twice
says the same.
"""

from datetime import date, time, timedelta

from placewell.access.disclosure import may_tell
from placewell.access.worker import Worker
from placewell.actions import steps
from placewell.records.models import Allocation, Appointment, Employer, EmployerContact, Service
from placewell.records.support import AllocationKind

EVERY_OTHER, WITH_EMPLOYER = 2, 7
SATURDAY = 5
PLACES = [
    ("face_to_face", "Library, the tables on the first floor", "Look through adverts together"),
    ("face_to_face", "Café by the bus station", ""),
    ("telephone", "", "How the week went"),
    ("face_to_face", "Clinic, reception", "With the care co-ordinator"),
]


def book_meetings(*, by: Worker, service: Service, today: date) -> int:
    """Book a meeting for every other person who is held, some of them with an employer; how many."""
    held = (
        Allocation.objects.standing()
        .covering(today)
        .filter(service=service, kind=AllocationKind.KEY_WORKER, episode__ended_on=None, episode__stepped_down_on=None)
    )
    rows = list(held.select_related("episode__client", "staff").order_by("pk"))
    booked = [_book(by, service, one, place, today) for place, one in enumerate(rows) if place % EVERY_OTHER == 0]
    return len(booked)


def _book(by: Worker, service: Service, one: Allocation, place: int, today: date) -> Appointment:
    mode, where, purpose = PLACES[place // EVERY_OTHER % len(PLACES)]
    day = today + timedelta(days=place % 9)
    day += timedelta(days=2 if day.weekday() >= SATURDAY else 0)
    about = {"purpose": purpose, "place": where}
    if place % WITH_EMPLOYER == 0 and (employer := _may_meet(one, day)):
        about = {"purpose": "Meet the manager", "place": "", "employer": employer}
        mode = "face_to_face"
    return steps.book(
        by=by, service=service, episode=one.episode, staff=one.staff, begins_on=day, mode=mode,
        begins_time=time(9 + place % 8, 30 * (place % 4 == 0)), **about,
    )  # fmt: skip


def _may_meet(one: Allocation, day: date) -> Employer | None:
    """The employer last met about the person, where they allow it."""
    made = EmployerContact.objects.standing().filter(episode=one.episode, made_by_client=False)
    last = made.select_related("employer").order_by("-made_on", "-pk").first()
    allowed = last is not None and may_tell(one.episode.client, last.employer, on=day).is_allowed
    return last.employer if allowed else None
