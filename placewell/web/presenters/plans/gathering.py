"""Plans of one person with all that is kept about them, in as many questions as there are kinds of records."""

from collections import defaultdict
from datetime import date

from django.db.models import QuerySet

from placewell.access import scope
from placewell.documents.plans import WholePlan
from placewell.records.models import (
    Allocation,
    BetterOffSum,
    Client,
    JobPreference,
    Plan,
    PlanAgreement,
    PlanPart,
    PlanReview,
    Step,
)
from placewell.records.plans import PlanKind
from placewell.records.standards import chosen_on
from placewell.rules import pathway
from placewell.rules.deadlines import Due
from placewell.web.presenters.clients.due import Standards


def whole_plan(plan: Plan, person: Client, *, today: date) -> WholePlan:
    """One plan, opened through a door, with its words, steps and the rest."""
    return whole_plans(scope.about(person, Plan).filter(pk=plan.pk), person, today=today)[0]


def whole_plans(plans: QuerySet[Plan], person: Client, *, today: date) -> list[WholePlan]:
    """Plans of a person, opened through a door, newest first, each with its words, steps and the rest."""
    found = list(plans.select_related("episode", "job").order_by("-agreed_on", "-pk"))
    keys = [plan.pk for plan in found]
    parts, agreements, reviews = (
        by_plan(scope.about(person, model).filter(plan__in=keys).order_by("pk"))
        for model in (PlanPart, PlanAgreement, PlanReview)
    )
    steps = by_plan(scope.about(person, Step).filter(plan__in=keys).order_by("due_on", "pk"))
    latest = latest_of_each_kind(person)
    kinds = {plan.kind for plan in found}
    wishes = wishes_of(person, today) if PlanKind.JOB_SEARCH_PLAN in kinds else []
    sums = sums_of(person) if PlanKind.IN_WORK_SUPPORT_PLAN in kinds else []
    standards = Standards(person.service.country, chosen_on(person.service, today))
    specialist = specialist_of(person, today)
    return [
        WholePlan(
            plan=plan,
            person=person,
            specialist=specialist,
            parts={part.part: part for part in parts[plan.pk]},
            steps=steps[plan.pk],
            agreements=agreements[plan.pk],
            reviews=reviews[plan.pk],
            wishes=wishes if plan.kind == PlanKind.JOB_SEARCH_PLAN else [],
            sum=sum_for(plan, sums),
            due=next_review(plan, standards, today),
            is_current=plan.pk in latest,
        )
        for plan in found
    ]


def by_plan(rows: QuerySet) -> dict[int, list]:
    """Rows by the plan they belong to."""
    found = defaultdict(list)
    for row in rows:
        found[row.plan_id].append(row)
    return found


def latest_of_each_kind(person: Client) -> set[int]:
    """The plans in force: the latest of each kind in its stretch of support, for each job."""
    latest = {}
    rows = scope.about(person, Plan).order_by("agreed_on", "pk")
    for pk, episode, kind, job in rows.values_list("pk", "episode", "kind", "job"):
        latest[episode, kind, job] = pk
    return set(latest.values())


def wishes_of(person: Client, today: date) -> list[JobPreference]:
    """What the person wants now, as it was stated."""
    rows = scope.about(person, JobPreference).filter(superseded_on=None, stated_on__lte=today)
    return list(rows.order_by("-stated_on", "pk"))


def sums_of(person: Client) -> list[BetterOffSum]:
    """Better-off sums of a person, the latest first."""
    return list(scope.about(person, BetterOffSum).select_related("advice").order_by("-worked_out_on", "-pk"))


def sum_for(plan: Plan, sums: list[BetterOffSum]) -> BetterOffSum | None:
    """The latest sum for the job of an in-work support plan, or about no job in particular."""
    if plan.kind != PlanKind.IN_WORK_SUPPORT_PLAN:
        return None
    own = (one for one in sums if one.advice.job_id in (None, plan.job_id))
    return next((one for one in own if one.advice.episode_id == plan.episode_id), None)


def specialist_of(person: Client, today: date) -> str:
    """The key worker of the person's open support; '' when there is none."""
    held = scope.about(person, Allocation).covering(today).filter(kind="key_worker")
    return held.values_list("staff__full_name", flat=True).first() or ""


def next_review(plan: Plan, standards: Standards, today: date) -> Due:
    """When the plan is looked at next, by the standard that applies."""
    return pathway.plan_review(
        agreed_on=plan.agreed_on,
        reviewed_on=plan.reviewed_on,
        standard=standards.of("plan_review"),
        today=today,
        ended_on=plan.episode.ended_on,
    )
