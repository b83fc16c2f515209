"""The words of the made-up service's plans: put in by actions, the same each time, nothing counted by them."""

import pytest

from placewell.access.worker import system_worker
from placewell.exchange.demo.plan_words import STEPS, WORDS, put_plans_in_words
from placewell.records.models import BetterOffSum, Episode, Plan, PlanAgreement, PlanPart, Step
from placewell.rules.plan_parts import PARTS
from tests import given

pytestmark = pytest.mark.django_db
TODAY = given.TODAY


def test_every_kind_of_plan_has_words_for_parts_that_it_asks():
    assert set(WORDS) == set(STEPS) == set(PARTS)
    for kind, choices in WORDS.items():
        own = {part.key for part in PARTS[kind]}
        assert all(set(words) <= own for words in choices)


def test_plans_in_force_get_words_steps_and_agreements(laying_down):
    service = given.service()
    given.employer(service)
    episode = given.episode(given.client(service))
    ended = given.episode(given.client(service), ended_on=TODAY)
    with laying_down(on=TODAY):
        for of_episode, kind in ((episode, "action_plan"), (episode, "disclosure_plan"), (ended, "action_plan")):
            Plan.objects.create(service=service, episode=of_episode, kind=kind, agreed_on=given.LONG_AGO)
        Plan.objects.create(service=service, episode=episode, kind="action_plan", agreed_on=TODAY)
    by = system_worker(given.NOW)
    assert put_plans_in_words(by=by, service=service, today=TODAY) == 1
    put = Plan.objects.get(agreed_on=TODAY)
    assert set(PlanPart.objects.values_list("plan", flat=True)) == {put.pk}
    assert set(Step.objects.values_list("plan", flat=True)) == {put.pk}
    assert "{" not in "".join(PlanPart.objects.values_list("words", flat=True))
    assert PlanAgreement.objects.count() <= 1
    assert not BetterOffSum.objects.exists()
    assert (Episode.objects.count(), put.version) == (2, 1)
