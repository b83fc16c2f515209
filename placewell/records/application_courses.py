"""Applications with all that came of them, asked of the database for one or for many at once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from placewell.records.models import Application, ApplicationJob, ApplicationResult, Interview
from placewell.rules.applications import Course, Met, Stands, interviewing_on, stands


@dataclass(frozen=True)
class Told:
    """One application, its interviews and results oldest first, and the job that came of it (None: none)."""

    application: Application
    interviews: list[Interview]
    results: list[ApplicationResult]
    came: ApplicationJob | None

    @property
    def course(self) -> Course:
        """The events that say where it stands."""
        return Course(
            applied_on=self.application.applied_on,
            results=tuple((one.came_on, one.kind) for one in self.results),
            interviews=tuple(Met(one.held_on, one.came_of) for one in self.interviews),
            job_on=self.came.job.started_on if self.came else None,
            ended_on=self.application.episode.ended_on,
        )

    def stands(self, today: date) -> Stands:
        """Where it stands."""
        return stands(course=self.course, today=today)

    @property
    def starts_on(self) -> date | None:
        """The first day that was agreed with the employer; None when it is not known."""
        return next((one.starts_on for one in reversed(self.results) if one.starts_on), None)


def told_of(applications: Collection[Application], among: QuerySet | None = None) -> list[Told]:
    """These applications in their order, with all that came of them; three queries, none for none.

    `among`: a question by which the database finds them anew, where they are too many to name.
    """
    ids = among.order_by().values("pk") if among is not None else [one.pk for one in applications]
    if not applications:
        return []
    interviews, results = defaultdict(list), defaultdict(list)
    rows = Interview.objects.standing().filter(application__in=ids).select_related("goes_along")
    for one in rows.order_by("held_on", "held_time", "pk"):
        interviews[one.application_id].append(one)
    for one in ApplicationResult.objects.standing().filter(application__in=ids).order_by("came_on", "pk"):
        results[one.application_id].append(one)
    came = ApplicationJob.objects.standing().filter(application__in=ids).select_related("job")
    jobs = {one.application_id: one for one in came}
    return [Told(one, interviews[one.pk], results[one.pk], jobs.get(one.pk)) for one in applications]


def course_of(application: Application) -> Course:
    """The events of one application; three queries."""
    return told_of([application])[0].course


def interviewing(told: Collection[Told], today: date) -> dict[int, date]:
    """By episode, the day of the interview that makes somebody one who interviews: the next, else the latest."""
    days = defaultdict(list)
    for one in told:
        on = interviewing_on(course=one.course, today=today)
        if on is not None:
            days[one.application.episode_id].append(on)
    return {
        episode: min((on for on in every if on >= today), default=None) or max(every) for episode, every in days.items()
    }
