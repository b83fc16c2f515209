"""Words of plans, agreements, reviews and better-off sums: what none may be, in words and by the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from placewell.records.models import BenefitsAdvice, BetterOffSum, Plan, PlanAgreement, PlanPart, PlanReview
from tests import given

pytestmark = pytest.mark.django_db
RIGHT = {
    PlanPart: {"part": "goal", "words": "Gardening"},
    PlanAgreement: {"how": "on_screen", "name": "Jo", "confirmed_on": given.TODAY},
    PlanReview: {"reviewed_on": given.TODAY, "what_changed": "Nothing"},
    BetterOffSum: {"worked_out_on": given.TODAY, "adviser_name": "Pat", "tool": "By hand", "result": "More"},
}
# constraint → whose it is, what is impossible, and part of what people are told
IMPOSSIBLE = {
    "planpart_once": (PlanPart, {}, "has its words"),
    "planpart_words_filled": (PlanPart, {"words": ""}, "cannot be blank"),
    "planpart_part_is_known": (PlanPart, {"part": "diagnosis"}, "no plan has such a part|No plan has"),
    "planagreement_once": (PlanAgreement, {}, "already recorded for that day"),
    "planagreement_name_filled": (PlanAgreement, {"name": ""}, "cannot be blank"),
    "planagreement_how_is_known": (PlanAgreement, {"how": "by_hearsay"}, "not a valid choice"),
    "planreview_once": (PlanReview, {}, "already recorded"),
    "planreview_what_changed_filled": (PlanReview, {"what_changed": ""}, "cannot be blank"),
    "betteroffsum_once": (BetterOffSum, {}, "has its better-off sum"),
    "betteroffsum_adviser_name_tool_result_filled": (BetterOffSum, {"tool": ""}, "cannot be blank"),
}


@pytest.fixture
def belonging(laying_down):
    """What each kind belongs to, in one service."""
    service = given.service()
    episode = given.episode(given.client(service))
    with laying_down(on=given.TODAY):
        plan = Plan.objects.create(service=service, episode=episode, kind="action_plan", agreed_on=given.TODAY)
        advice = BenefitsAdvice.objects.create(
            service=service, episode=episode, offered_on=given.TODAY, prompted_by="other"
        )
    return lambda model: {"service": service, **({"advice": advice} if model is BetterOffSum else {"plan": plan})}


def test_each_constraint_is_tried_here():
    assert {constraint.name for model in RIGHT for constraint in model._meta.constraints} == set(IMPOSSIBLE)


@pytest.mark.parametrize("constraint", IMPOSSIBLE)
def test_refused_in_words_and_by_the_database(constraint, belonging, laying_down):
    model, changes, said = IMPOSSIBLE[constraint]
    right = belonging(model) | RIGHT[model]
    with laying_down(on=given.TODAY):
        if not changes:
            model(**right).save()
        wrong = model(**right | changes)
        with pytest.raises(ValidationError, match=said):
            wrong.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()


def test_each_says_itself_in_a_few_words(belonging):
    said = [str(model(**belonging(model) | right)) for model, right in RIGHT.items()]
    assert said == ["Gardening", "Jo, 30 June 2026", "review on 30 June 2026", "better-off sum of 30 June 2026"]
