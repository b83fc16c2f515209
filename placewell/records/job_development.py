"""How far the unit has come with employers, asked of the database for many at once.

The rule itself is `placewell.rules.job_development`.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from placewell.records.contact_words import Mode
from placewell.records.models import EmployerContact, Job
from placewell.rules.job_development import Standing, Visit, cup_of


@dataclass(frozen=True)
class Course:
    """An employer's standing, and the latest contact by one of the unit: its day and who made it."""

    standing: Standing
    last_on: date | None
    last_by: str
    visits: int


def courses_with(employers: Collection[int], today: date) -> dict[int, Course]:
    """The course with each of these employers by its id; two questions. What people did themselves counts not."""
    made = EmployerContact.objects.standing().filter(employer__in=employers, made_on__lte=today, made_by_client=False)
    visits, last = defaultdict(list), {}
    for employer, on, purpose, mode, who in made.order_by("made_on", "pk").values_list(
        "employer", "made_on", "purpose", "mode", "staff__full_name"
    ):
        visits[employer].append(Visit(on, purpose, mode == Mode.FACE_TO_FACE))
        last[employer] = (on, who or "")
    began = Job.objects.standing().filter(employer__in=employers, started_on__lte=today).order_by("started_on")
    hired = {}
    for employer, on in began.values_list("employer", "started_on"):
        hired.setdefault(employer, on)
    return {
        pk: Course(
            cup_of(visits=visits[pk], hired_on=hired.get(pk), today=today),
            *last.get(pk, (None, "")),
            sum(visit.is_face_to_face for visit in visits[pk]),
        )
        for pk in employers
    }
