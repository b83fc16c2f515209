"""Writing plans: what was typed stays, the last words are carried over, and each step back and forth is recorded."""

import re
from datetime import timedelta

import pytest

from placewell.records import models
from tests.web.test_people.conftest import day_parts, words
from tests.web.test_plans.conftest import form


def parts_of(plan) -> dict:
    return dict(models.PlanPart.objects.standing().filter(plan=plan).values_list("part", "words"))


@pytest.fixture
def new_at(at, unit):
    return at(f"episodes/{unit.episode.pk}/plans/new/action_plan/")


def plan(unit, **changed) -> dict:
    answers = {
        "part_goal": "Bake", "part_return_to_work": "Two mornings", "what_1": "Ring the bakery",
        "by_whom_1": "specialist", **day_parts("due_1", unit.today + timedelta(days=7)),
        **day_parts("agreed_on", unit.today),
    }  # fmt: skip
    return form(**answers | changed)


def test_a_plan_is_written_and_seen_on_its_page(browser_of, new_at, unit):
    browser = browser_of("ana")
    seen = words(browser.get(browser.post(new_at, plan(unit))["Location"]))
    made = models.Plan.objects.get()
    assert (made.kind, made.agreed_on, made.episode) == ("action_plan", unit.today, unit.episode)
    assert parts_of(made) == {"goal": "Bake", "return_to_work": "Two mornings"}
    assert list(models.Step.objects.values_list("what", "by_whom", "plan")) == [
        ("Ring the bakery", "specialist", made.pk)
    ]
    assert "Plan recorded" in seen
    assert "Two mornings" in seen


def test_a_refused_plan_keeps_every_word(browser_of, new_at, unit):
    page = words(
        browser_of("ana").post(new_at, plan(unit, part_goal="", **{"agreed_on[day]": "31", "agreed_on[month]": "2"}))
    )
    assert "Write this down, in the person’s own words" in page
    for kept in ("Two mornings", "Ring the bakery"):
        assert kept in page
    assert not models.Plan.objects.exists()


def test_the_same_plan_sent_twice_is_one(browser_of, new_at, unit):
    browser, answers = browser_of("ana"), plan(unit)
    assert browser.post(new_at, answers)["Location"] == browser.post(new_at, answers)["Location"]
    assert models.Plan.objects.count() == 1


def test_a_new_plan_starts_from_the_last_one_s_words(browser_of, at, planned):
    page = words(browser_of("ana").get(at(f"episodes/{planned.episode.pk}/plans/new/action_plan/")))
    assert "It starts from the words of the last one" in page
    assert "See the adviser" in page
    assert "data-outbox" in page


def test_a_kind_that_has_no_words_here_is_not_written(browser_of, at, planned):
    for kind in ("disclosure_plan", "anything"):
        assert browser_of_once(browser_of, at, planned, kind) == 404


def browser_of_once(browser_of, at, planned, kind):
    planned.ana_browser = getattr(planned, "ana_browser", None) or browser_of("ana")
    return planned.ana_browser.get(at(f"episodes/{planned.episode.pk}/plans/new/{kind}/")).status_code


def test_an_in_work_plan_names_its_job(browser_of, at, planned):
    where = at(f"episodes/{planned.episode.pk}/plans/new/in_work_support_plan/")
    answers = form(part_supports="A call on Fridays", job=planned.job.pk, **day_parts("agreed_on", planned.today))
    browser = browser_of("ana")
    page = words(browser.get(browser.post(where, answers)["Location"]))
    assert "In-work support plan: Baker" in page
    assert models.Plan.objects.get(kind="in_work_support_plan").job == planned.job


def test_which_plan_is_chosen_first(browser_of, at, planned):
    page = words(browser_of("ana").get(at(f"episodes/{planned.episode.pk}/plans/new/")))
    assert "Which plan do you write?" in page
    assert "plans/new/re_engagement_plan/" in page


def test_a_review_shows_all_words_and_records_what_changed(browser_of, at, planned):
    browser, where = browser_of("ana"), at(f"plans/{planned.plan.pk}/review/")
    assert "See the adviser" in words(browser.get(where))
    answers = form(
        part_goal="Bake at night", part_benefits="See the adviser", part_clinical_help="",
        part_personal_information="", part_return_to_work="", what_changed="Nights are quiet",
        **day_parts("reviewed_on", planned.today),
    )  # fmt: skip
    page = words(browser.get(browser.post(where, answers)["Location"]))
    for said in ("Review recorded", "Bake at night", "Nights are quiet", "What reviews changed"):
        assert said in page
    assert models.Plan.objects.get(pk=planned.plan.pk).reviewed_on == planned.today
    part = models.PlanPart.objects.get(plan=planned.plan, part="goal")
    assert "for the town" in words(browser.get(at(f"records/plan-part/{part.pk}/")))


def test_the_person_agrees_on_the_screen(browser_of, at, planned):
    browser, where = browser_of("ana"), at(f"plans/{planned.plan.pk}/agree/")
    assert "for the town" in words(browser.get(where))
    assert "Type your name to agree" in words(browser.post(where, form(name="")))
    page = words(browser.get(browser.post(where, form(name="Mo A", comment="Good so"))["Location"]))
    for said in ("Agreement recorded", "Mo A, on screen", "Good so"):
        assert said in page
    made = models.PlanAgreement.objects.get()
    assert (made.how, made.confirmed_on) == ("on_screen", planned.today)
    assert "My signature" not in page


def test_after_a_review_the_words_are_agreed_to_anew(browser_of, at, planned, laying_down):
    of = {"service": planned.service, "plan": planned.plan}
    with laying_down(on=planned.today):
        models.PlanAgreement.objects.create(
            **of, how="on_paper", name="Mo", confirmed_on=planned.today - timedelta(days=9)
        )
        models.PlanReview.objects.create(**of, reviewed_on=planned.today, what_changed="All")
    assert "The person has not agreed to these words yet" in words(
        browser_of("ana").get(at(f"plans/{planned.plan.pk}/"))
    )


def test_what_was_signed_on_paper_is_ticked_later(browser_of, at, planned):
    browser, where = browser_of("ana"), at(f"plans/{planned.search.pk}/agreed/")
    assert 'value="Mo Ahmed"' in words(browser.get(where))
    answers = form(how="on_paper", name="Mo Ahmed", **day_parts("confirmed_on", planned.today - timedelta(days=2)))
    assert "Mo Ahmed, on paper, signed" in words(browser.get(browser.post(where, answers)["Location"]))


def test_a_step_is_done_with_one_tap_and_can_be_undone(browser_of, at, planned):
    browser = browser_of("ana")
    page = words(browser.get(at(f"plans/{planned.plan.pk}/")))
    tap = re.search(r'action="([^"]*/plan-steps/\d+/done/)".*?name="submission" value="([^"]+)"', page, re.S)
    led = browser.post(tap[1], {"submission": tap[2]})["Location"]
    assert led.endswith("#steps")
    seen = words(browser.get(led))
    assert "Step done" in seen
    assert models.Step.objects.get().done_on == planned.today
    undo = re.search(r'href="([^"]*/records/undo/\d+/)"', seen)[1]
    browser.post(undo, form(because="Not yet"))
    assert models.Step.objects.get().done_on is None


def test_a_step_is_added_and_another_dropped_with_a_reason(browser_of, at, planned):
    browser = browser_of("ana")
    new = form(
        what="Ask Sam", by_whom="other", named="Sam", **{f"due_on[{part}]": "" for part in ("day", "month", "year")}
    )
    assert "Ask Sam" in words(browser.get(browser.post(at(f"plans/{planned.plan.pk}/steps/new/"), new)["Location"]))
    drop = at(f"plan-steps/{planned.step.pk}/drop/")
    assert "Say why" in words(browser.post(drop, form(because="")))
    assert "They wrote first" in words(browser.get(browser.post(drop, form(because="They wrote first"))["Location"]))


def test_a_step_of_no_plan_is_not_here(browser_of, at, planned, laying_down):
    with laying_down(on=planned.today):
        loose = models.Step.objects.create(
            service=planned.service, episode=planned.episode, what="Ring", by_whom="person"
        )
    assert browser_of("ana").get(at(f"plan-steps/{loose.pk}/done/")).status_code == 404


def test_a_plan_of_which_only_the_days_are_known_gets_its_words(browser_of, at, planned, laying_down):
    with laying_down(on=planned.today):
        bare = models.Plan.objects.create(
            service=planned.service, episode=planned.episode, kind="re_engagement_plan", agreed_on=planned.today
        )
    browser = browser_of("ana")
    assert "Only the days of this plan are recorded" in words(browser.get(at(f"plans/{bare.pk}/")))
    where = at(f"plans/{bare.pk}/words/")
    page = words(browser.get(browser.post(where, form(part_worked_before="A text"))["Location"]))
    assert "Words of the plan recorded" in page
    assert "This plan has its words" in words(browser.post(where, form(part_worked_before="Another")))


def test_the_timeline_says_that_the_person_agreed(browser_of, at, planned, laying_down):
    with laying_down(on=planned.today):
        models.PlanAgreement.objects.create(
            service=planned.service, plan=planned.plan, how="by_phone", name="Mo", confirmed_on=planned.today
        )
    page = words(browser_of("ana").get(at(f"clients/{planned.mo.pk}/")))
    assert "Action plan: the person agreed to its words" in page
    assert "Mo, by phone" in page
