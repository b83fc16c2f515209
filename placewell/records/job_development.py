"""How far the unit has come with employers, asked of the database for many at once.

The rule itself is `placewell.rules.job_development`.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Max, QuerySet, TextField, Value, When
from django.db.models.functions import Cast

from placewell.records.contact_words import Mode
from placewell.records.models import EmployerContact, Job
from placewell.rules.job_development import FURTHEST, Cup, Standing, Visit, cup_of


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


def cups_with(employers: QuerySet, today: date) -> dict[int, tuple[Cup, str]]:
    """How far it has come with each employer that anything is known of, and the latest contact ('' for none).

    For lists of thousands: the cups and days of `courses_with`, worked out by the database in two questions,
    without their words. The day is written 2026-11-25, to be put in order and not to be read.
    """
    own = {"employer__in": employers.order_by().values("pk")}
    made = EmployerContact.objects.standing().filter(**own, made_on__lte=today, made_by_client=False).order_by()
    began = Job.objects.standing().filter(**own, started_on__lte=today).order_by()
    hired = set(began.values_list("employer", flat=True).distinct())
    found = dict.fromkeys(hired, (Cup.HIRED, ""))
    rows = made.values("employer").annotate(last=Cast(Max("made_on"), TextField()), furthest=Max(FURTHEST_FIRST))
    for pk, last, furthest in rows.values_list("employer", "last", "furthest"):
        found[pk] = (Cup.HIRED if pk in hired else BY_NUMBER[furthest], last)
    return found


# The cups by how far each is, and the same of one contact: only what is face to face counts.
BY_NUMBER = [Cup.NOT_MET, *(cup for cup, _, _ in reversed(FURTHEST))]
FURTHEST_FIRST = Case(
    *(
        When(mode=Mode.FACE_TO_FACE, purpose__in=purposes, then=Value(BY_NUMBER.index(cup)))
        for cup, purposes, _ in FURTHEST
    ),
    default=Value(0),
    output_field=IntegerField(),
)
