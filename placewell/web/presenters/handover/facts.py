"""What a handover is made of: the person's page, their whole record, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from placewell.access import scope
from placewell.access.application_scope import applications_of
from placewell.access.disclosure import decisions_of
from placewell.access.worker import Worker
from placewell.records.application_courses import Told
from placewell.records.models import Appointment, Client, ContactWishes, Episode, PlanPart, Service, Step
from placewell.records.schedules import JobSupport, running_jobs, support_of
from placewell.rules.plan_parts import PARTS
from placewell.web.presenters.clients.person import PersonPage, person_page
from placewell.web.presenters.disclosure import MayBeSaid, may_be_said
from placewell.web.presenters.messages import wishes_in_words
from placewell.web.presenters.plans.gathering import latest_of_each_kind
from placewell.web.presenters.timeline import Row, whole_record


@dataclass(frozen=True)
class Handing:
    """One person as somebody else takes over. `notes` says whether what was written may be shown."""

    person: Client
    page: PersonPage
    rows: Sequence[Row]
    steps: Sequence[Step]
    meetings: Sequence[Appointment]
    support: Sequence[JobSupport]
    employers: MayBeSaid
    own_words: Sequence[tuple[str, str]]
    wishes: Sequence[tuple[str, str]]
    applications: Sequence[Told]
    country: str
    notes: bool
    today: date

    def standing(self, *kinds: str) -> list[Row]:
        """Rows of the record of these kinds that stand and have happened, newest first."""
        return [row for row in self.rows if row.kind in kinds and row.stands and row.day <= self.today]


def handing(person: Client, *, worker: Worker, service: Service, today: date, notes: bool) -> Handing:
    """Everything about a person who was reached through a door, as far as the worker may read it."""
    rows = whole_record(person)
    steps = scope.about(person, Step).open().select_related("employer", "staff").order_by("pk")
    booked = scope.about(person, Appointment).filter(cancelled_because="", begins_on__gte=today)
    episodes = scope.about(person, Episode).values_list("pk", flat=True)
    return Handing(
        person=person,
        page=person_page(person, rows, service=service, today=today, allowed=frozenset()),
        rows=rows,
        steps=sorted(steps, key=lambda step: (step.due_on is None, step.due_on or today)),
        meetings=list(booked.select_related("employer", "staff").order_by("begins_on", "begins_time", "pk")),
        support=support_of(running_jobs(list(episodes), today), today) if has_job(rows, today) else [],
        employers=may_be_said(decisions_of(person), today),
        own_words=own_words(worker, person),
        wishes=wishes_in_words(scope.about(person, ContactWishes).first()),
        applications=[one for one in applications_of(person) if one.stands(today).is_open],
        country=service.country,
        notes=notes,
        today=today,
    )


# Of the parts of plans in force, those without which nobody can carry on; the plans themselves say the rest.
HANDED = (
    "goal", "work_wanted", "what_matters", "to_avoid", "early_signs", "natural_supports", "rhythm", "worked_before",
    "who_else",
)  # fmt: skip


def own_words(worker: Worker, person: Client) -> list[tuple[str, str]]:
    """What the person said in their plans in force that the worker may read: what stands over it, and their words."""
    headings = {part.key: part.heading for parts in PARTS.values() for part in parts}
    plans = scope.plans_to_read(worker, person).filter(pk__in=latest_of_each_kind(person))
    found = scope.about(person, PlanPart).filter(plan__in=plans, part__in=HANDED)
    said = found.order_by("plan__agreed_on", "pk").values_list("part", "words", "plan__job__title")
    return [
        (f"{headings[part]} ({job})" if job else headings[part], words)
        for part, words, job in sorted(said, key=lambda one: HANDED.index(one[0]))
    ]


def has_job(rows: Sequence[Row], today: date) -> bool:
    """Whether a job runs, or one ended lately: without one there is no schedule to look for."""
    return any(row.kind == "job" and row.stands for row in rows)
