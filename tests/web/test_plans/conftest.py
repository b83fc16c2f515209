"""The unit of the pages about people, with Mo's plans: an action plan that is shared, a search plan that is not."""

from datetime import timedelta
from uuid import uuid4

import pytest

from placewell.records import models
from tests.web.test_people.conftest import (  # noqa: F401
    at,
    browser_of,
    on_the_day,
    unit,
)


@pytest.fixture
def planned(unit, laying_down):  # noqa: F811
    """The unit with two plans of Mo, and a job."""
    of = {"service": unit.service}
    agreed = unit.today - timedelta(days=20)
    with laying_down(on=unit.today):
        unit.job = models.Job.objects.create(
            **of, key="j1", episode=unit.episode, employer=unit.employer, title="Baker", occupation_code="5432",
            started_on=unit.today - timedelta(days=15), hours_per_week=16, contract="permanent",
            meets_minimum_wage=True, open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip
        unit.plan = plan(unit, "action_plan", agreed, shared_with_team_on=agreed)
        unit.search = plan(unit, "job_search_plan", agreed)
        words(unit, unit.plan, goal="Bake <b>bread</b>\nfor the town", benefits="See the adviser")
        words(unit, unit.search, work_wanted="Early mornings")
        unit.step = models.Step.objects.create(
            **of, episode=unit.episode, plan=unit.plan, what="Visit Rose Bakery", by_whom="specialist",
            due_on=unit.today - timedelta(days=1),
        )  # fmt: skip
    return unit


def plan(unit, kind, agreed_on, **facts):  # noqa: F811
    return models.Plan.objects.create(
        service=unit.service, episode=unit.episode, kind=kind, agreed_on=agreed_on, **facts
    )


def words(unit, of_plan, **said):  # noqa: F811
    for part, text in said.items():
        models.PlanPart.objects.create(service=unit.service, plan=of_plan, part=part, words=text)


def form(**answers) -> dict:
    """Answers with an id of their own."""
    return {"submission": str(uuid4()), **answers}
