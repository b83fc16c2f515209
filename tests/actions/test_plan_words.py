"""Plans in words: written, agreed to, reviewed; what is refused, and what else changes (nothing)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.roles import Role
from placewell.actions import corrections, plan_words, plans, steps
from placewell.records.models import Episode, Event, Plan, PlanAgreement, PlanPart, PlanReview, Step
from placewell.records.versions import Version
from tests import given

pytestmark = pytest.mark.django_db
TODAY = given.TODAY
BEFORE = TODAY - timedelta(days=30)
LATER = TODAY + timedelta(days=1)
WORDS = {"goal": " Work with plants ", "benefits": "Ask about hours", "return_to_work": ""}


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def specialist(service):
    return given.specialist(service)


@pytest.fixture
def about(service, specialist):
    return {"by": specialist, "service": service}


@pytest.fixture
def episode(specialist):
    return Episode.objects.get(client=given.client_held_by(given.staff_of(specialist)))


@pytest.fixture
def plan(about, episode):
    step = {"what": "Ring the nursery", "by_whom": "person", "due_on": LATER}
    return plan_words.write(**about, episode=episode, kind="action_plan", agreed_on=BEFORE, words=WORDS, steps=[step])


def words_of(plan) -> dict:
    return dict(PlanPart.objects.standing().filter(plan=plan).values_list("part", "words"))


def test_a_plan_is_written_with_its_words_and_steps(plan, episode):
    assert (plan.kind, plan.agreed_on, plan.episode) == ("action_plan", BEFORE, episode)
    assert words_of(plan) == {"goal": "Work with plants", "benefits": "Ask about hours"}
    step = Step.objects.get()
    assert (step.plan, step.episode, step.due_on) == (plan, episode, LATER)
    assert Event.objects.get(verb="plan.written").facts_from == BEFORE


def test_a_plan_without_words_or_with_a_strange_part_is_refused(about, episode):
    how = {**about, "episode": episode, "kind": "action_plan", "agreed_on": BEFORE}
    with pytest.raises(ValidationError, match="at least one part"):
        plan_words.write(**how, words={"goal": " "})
    with pytest.raises(ValidationError, match="no part taper"):
        plan_words.write(**how, words={"goal": "Bake", "taper": "Slowly"})
    with pytest.raises(ValidationError, match="after today"):
        plan_words.write(**how | {"agreed_on": LATER}, words=WORDS)
    assert Plan.objects.count() == PlanPart.objects.count() == Step.objects.count() == 0


def test_steps_still_to_do_go_on_in_the_next_plan_of_the_kind(about, episode, plan):
    done = steps.note(**about, episode=episode, plan=plan, what="Write the CV")
    steps.finish(**about, step=done, done_on=TODAY)
    other = plan_words.write(
        **about, episode=episode, kind="job_search_plan", agreed_on=TODAY, words={"work_wanted": "Plants"}
    )
    again = plan_words.write(**about, episode=episode, kind="action_plan", agreed_on=TODAY, words=WORDS)
    assert list(Step.objects.filter(plan=again).values_list("what", flat=True)) == ["Ring the nursery"]
    assert list(Step.objects.filter(plan=plan)) == [done]
    assert not Step.objects.filter(plan=other).exists()


def test_a_review_keeps_the_words_that_stood_before(about, plan):
    new = {"goal": "Work outside", "benefits": "", "personal_information": "Say nothing yet", "return_to_work": ""}
    reviewed = plan_words.review(**about, plan=plan, reviewed_on=TODAY, what_changed=" Wants to be outside ", words=new)
    assert reviewed.reviewed_on == TODAY
    assert words_of(plan) == {
        "goal": "Work outside",
        "benefits": "This no longer applies.",
        "personal_information": "Say nothing yet",
    }
    assert PlanReview.objects.get().what_changed == "Wants to be outside"
    kept = Version.objects.filter(record="planpart").values_list("content__words", flat=True)
    assert set(kept) == {"Work with plants", "Ask about hours"}


def test_a_review_is_refused_without_what_changed_and_on_a_day_that_cannot_be(about, plan):
    how = {**about, "plan": plan, "what_changed": "Nothing", "words": {}}
    with pytest.raises(ValidationError, match="or that nothing did"):
        plan_words.review(**how | {"what_changed": " "}, reviewed_on=TODAY)
    with pytest.raises(ValidationError, match="after today"):
        plan_words.review(**how, reviewed_on=LATER)
    with pytest.raises(ValidationError, match="before the day the plan was agreed"):
        plan_words.review(**how, reviewed_on=BEFORE - timedelta(days=1))
    reviewed = plan_words.review(**how, reviewed_on=TODAY)
    with pytest.raises(ValidationError, match="before the latest review"):
        plan_words.review(**how | {"plan": reviewed}, reviewed_on=TODAY - timedelta(days=1))
    assert PlanReview.objects.count() == 1


def test_the_person_agrees_on_screen_today_or_otherwise_on_a_day(about, plan):
    how = {**about, "plan": plan, "name": " Jo Marsh "}
    agreed = plan_words.confirm(**how, how="on_screen", confirmed_on=TODAY, comment=" Good ")
    assert (agreed.name, agreed.comment, agreed.plan) == ("Jo Marsh", "Good", plan)
    plan_words.confirm(**how, how="on_paper", confirmed_on=BEFORE)
    with pytest.raises(ValidationError, match="agrees today"):
        plan_words.confirm(**how, how="on_screen", confirmed_on=TODAY - timedelta(days=1))
    with pytest.raises(ValidationError, match="after today"):
        plan_words.confirm(**how, how="by_phone", confirmed_on=LATER)
    with pytest.raises(ValidationError, match="before the day the plan was agreed"):
        plan_words.confirm(**how, how="on_paper", confirmed_on=BEFORE - timedelta(days=1))
    assert PlanAgreement.objects.count() == 2
    again = plan_words.confirm(**how, how="on_screen", confirmed_on=TODAY)
    assert list(PlanAgreement.objects.standing().filter(confirmed_on=TODAY)) == [again]
    assert Plan.objects.get(pk=plan.pk).version == 1


def test_withdrawing_a_plan_takes_what_belongs_to_it_along(about, plan):
    plan_words.confirm(**about, plan=plan, how="on_screen", name="Jo", confirmed_on=TODAY)
    corrections.withdraw(**about, record=plan, because="Wrong person")
    for model in (Plan, PlanPart, PlanAgreement, Step):
        assert not model.objects.standing().exists()
        assert set(model.objects.values_list("withdrawn_because", flat=True)) == {"Wrong person"}


def test_writing_a_plan_can_be_undone_whole(about, plan):
    corrections.undo(**about, event=Event.objects.get(verb="plan.written"), because="Wrong day")
    assert not any(model.objects.standing().exists() for model in (Plan, PlanPart, Step))


def test_a_plan_that_was_agreed_to_since_is_not_undone_under_the_agreement(about, plan):
    written = Event.objects.get(verb="plan.written")
    plan_words.confirm(**about, plan=plan, how="on_screen", name="Jo", confirmed_on=TODAY)
    with pytest.raises(ValidationError, match="Other records rest on this one: 1"):
        corrections.undo(**about, event=written, because="Wrong day")
    assert PlanAgreement.objects.standing().exists()
    assert Step.objects.standing().exists()


def test_undoing_a_review_brings_the_words_back(about, plan):
    plan_words.review(**about, plan=plan, reviewed_on=TODAY, what_changed="Outside", words={"goal": "Outside"})
    corrections.undo(**about, event=Event.objects.get(verb="plan.reviewed_in_words"), because="Wrong plan")
    assert words_of(plan)["goal"] == "Work with plants"
    assert Plan.objects.get(pk=plan.pk).reviewed_on is None
    assert not PlanReview.objects.standing().exists()


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.REVIEWER, Role.EMPLOYMENT_SPECIALIST])
def test_nobody_writes_plans_beyond_their_reach(service, role, plan, episode):
    how = {"by": given.worker(service, role), "service": service}
    before = Event.objects.count()
    with pytest.raises(PermissionDenied):
        plan_words.write(**how, episode=episode, kind="action_plan", agreed_on=TODAY, words=WORDS)
    with pytest.raises(PermissionDenied):
        plan_words.review(**how, plan=plan, reviewed_on=TODAY, what_changed="All", words={})
    with pytest.raises(PermissionDenied):
        plan_words.confirm(**how, plan=plan, how="on_screen", name="Jo", confirmed_on=TODAY)
    assert Event.objects.count() == before


def test_a_plan_of_which_only_the_days_are_known_can_still_be_noted(about, episode):
    noted = plans.agree(**about, episode=episode, kind="disclosure_plan", agreed_on=TODAY)
    assert words_of(noted) == {}
