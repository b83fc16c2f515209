"""Applications with all that came of them, asked of the database for one or for many at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from placewell.records.models import Application, ApplicationJob, ApplicationResult, Interview
from placewell.records.worded import Worded
from placewell.rules.applications import Course, Met, Stands, interviewing_on, stands


@dataclass(frozen=True)
class Told:
    """One application, its interviews and results oldest first, and the job that came of it (None: none)."""

    application: Application
    interviews: list[Interview]
    results: list[ApplicationResult]
    came: ApplicationJob | None

    @cached_property
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
    if not applications:
        return []
    if among is None:
        asked = {"keys": tuple(one.pk for one in applications)}
        return _together(applications, _interviews(**asked), _results(**asked), _jobs(**asked))
    asked = {"keys": among.order_by().values("pk")}
    return _together(applications, _interviews.build(**asked), _results.build(**asked), _jobs.build(**asked))


def briefly_told(applications: Collection[Application], *, may_have_jobs: bool = True) -> list[Told]:
    """The same for a list of people: days and kinds, without who goes along and their words; at most three queries.

    `may_have_jobs` is False where no job came of any of them: that is not asked again.
    """
    if not applications:
        return []
    keys = tuple(one.pk for one in applications)
    jobs = _jobs(keys=keys) if may_have_jobs else ()
    return _together(applications, _days_of_interviews(keys=keys), _days_of_results(keys=keys), jobs)


def _together(
    applications: Collection[Application], interviews: Iterable[Interview], results: Iterable[ApplicationResult],
    jobs: Iterable[ApplicationJob],
) -> list[Told]:  # fmt: skip
    met, came = defaultdict(list), defaultdict(list)
    for one in interviews:
        met[one.application_id].append(one)
    for one in results:
        came[one.application_id].append(one)
    job = {one.application_id: one for one in jobs}
    return [Told(one, met[one.pk], came[one.pk], job.get(one.pk)) for one in applications]


@Worded
def _interviews(*, keys) -> QuerySet[Interview]:
    held = Interview.objects.standing().filter(application__in=keys)
    return held.select_related("goes_along").order_by("held_on", "held_time", "pk")


@Worded
def _days_of_interviews(*, keys) -> QuerySet[Interview]:
    held = Interview.objects.standing().filter(application__in=keys).order_by("held_on", "held_time", "pk")
    return held.only(
        "service", "application", "held_on", "held_time", "kind", "place", "came_of", "goes_along", "appointment"
    )


@Worded
def _results(*, keys) -> QuerySet[ApplicationResult]:
    return ApplicationResult.objects.standing().filter(application__in=keys).order_by("came_on", "pk")


@Worded
def _days_of_results(*, keys) -> QuerySet[ApplicationResult]:
    return _results.build(keys=keys).only("service", "application", "came_on", "kind", "starts_on")


@Worded
def _jobs(*, keys) -> QuerySet[ApplicationJob]:
    return ApplicationJob.objects.standing().filter(application__in=keys).select_related("job")


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
