"""What one event made is found by one question, and is what a look at every kind finds."""

import pytest

from placewell.actions import corrections, plan_words, steps
from placewell.records import guard
from placewell.records.doings import EVERY, made_by
from placewell.records.events import Event
from placewell.records.models import Episode, Plan, PlanPart, Service, Step
from tests import given
from tests.questions import asks

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    service = given.service()
    return {"by": given.specialist(service), "service": service}


def slowly(event: Event) -> list:
    """The same, one kind after the other, row by row."""
    kinds = [model for model in reversed(EVERY) if model is not Service]
    rows = [row for model in kinds for row in sorted(model.objects.all(), key=lambda row: -row.pk)]
    return [row for row in rows if (row.event_id, row.version, row.withdrawn_at) == (event.pk, 1, None)]


def test_what_an_event_made_the_dependent_first_and_neither_corrected_nor_withdrawn(about):
    episode = Episode.objects.get(client=given.client_held_by(given.staff_of(about["by"])))
    tasks = [{"what": what, "by_whom": "person", "due_on": given.TODAY} for what in ("Ring", "Write")]
    words = {"goal": "Bake", "benefits": "Ask"}
    how = {"kind": "action_plan", "agreed_on": given.TODAY, "words": words, "steps": tasks}
    event = plan_words.write(**about, episode=episode, **how).event
    steps.finish(**about, step=Step.objects.first(), done_on=given.TODAY)
    corrections.withdraw(**about, record=PlanPart.objects.first(), because="Somebody else’s")
    with asks(4):
        made = made_by(event)
    assert [type(one) for one in made] == [PlanPart, Step, Plan]
    for one in Event.objects.all():
        assert made_by(one) == slowly(one)


def test_a_service_is_not_taken_back(about):
    with guard.acting(by=None, verb="tests.given"):
        event = Event.objects.create(verb="tests.given", service=about["service"])
        Service.objects.update(event=event)
    assert made_by(event) == []
