"""Benefits advice of a person: what is prompted, what is missing, what came of it, and the sum beside it."""

from datetime import timedelta

import pytest

from placewell.records import models
from tests.questions import asks
from tests.web.test_people.conftest import day_parts, words
from tests.web.test_plans.conftest import form


@pytest.fixture
def page_at(at, unit):
    return at(f"clients/{unit.mo.pk}/benefits/")


@pytest.fixture
def changed(planned, laying_down):
    with laying_down(on=planned.today):
        models.JobChange.objects.create(
            service=planned.service, job=planned.job, changed_on=planned.today - timedelta(days=3), hours_per_week=20
        )
    return planned


def test_before_any_job_it_says_that_advice_is_worth_offering(browser_of, page_at, unit):
    page = words(browser_of("ana").get(page_at))
    assert "Advice is worth offering before a job starts. None was offered yet." in page
    assert "No job has started yet." in page


def test_a_start_and_a_change_without_advice_are_prompted(browser_of, page_at, changed):
    page = words(browser_of("ana").get(page_at))
    for said in ("Baker: start", "Missing", "Baker: change of hours or pay", "To offer", "IPS-25, item 12"):
        assert said in page, said
    assert f"?about=change&amp;job={changed.job.pk}" in page


def test_how_many_questions_the_page_asks(browser_of, page_at, changed):
    browser = browser_of("ana")
    browser.get(page_at)
    with asks(12):
        assert browser.get(page_at).status_code == 200


def test_advice_given_long_before_a_start_answers_for_it_wherever_it_is_asked(
    browser_of, at, page_at, planned, laying_down
):
    browser, person = browser_of("ana"), at(f"clients/{planned.mo.pk}/")
    asked = "benefits advice after the start of the job as Baker"
    assert asked in words(browser.get(person))
    assert "Record an offer" in words(browser.get(page_at))
    given = {"offered_on": planned.today - timedelta(days=90), "held_on": planned.today - timedelta(days=80)}
    with laying_down(on=planned.today):
        models.BenefitsAdvice.objects.create(
            service=planned.service,
            episode=planned.episode,
            prompted_by="before_start",
            adviser="trained_adviser",
            **given,
        )
    assert asked not in words(browser.get(person))
    assert "Record an offer" not in words(browser.get(page_at))


def test_a_job_that_ended_asks_for_advice_until_the_next_begins(browser_of, at, page_at, planned, laying_down):
    with laying_down(on=planned.today):
        models.Job.objects.filter(pk=planned.job.pk).update(ended_on=planned.today - timedelta(days=2))
    browser = browser_of("ana")
    page = words(browser.get(page_at))
    assert "Baker: end" in page
    assert page.count("Record an offer") == 1
    assert f"?about=other&amp;job={planned.job.pk}" in page
    said = words(browser.get(at(f"clients/{planned.mo.pk}/")))
    assert "benefits advice after the end of the job as Baker is due" in said


def test_the_prompt_leads_to_a_form_that_is_filled_in_and_then_is_satisfied(browser_of, at, page_at, changed):
    browser = browser_of("ana")
    where = at(f"episodes/{changed.episode.pk}/benefits-advice/new/")
    asked = words(browser.get(where, {"about": "change", "job": changed.job.pk}))
    assert 'value="change" checked' in asked
    assert f'value="{changed.job.pk}" selected' in asked
    answers = form(
        **day_parts("offered_on", changed.today), prompted_by="change", job=changed.job.pk, declined="", adviser="",
        written_result="",
    )  # fmt: skip
    assert browser.post(where, answers).status_code == 302
    page = words(browser.get(page_at))
    assert "In time" in page
    assert "Offered later" in page
    assert "Record an offer" not in page
    assert "What came of it is not recorded yet" in page


def test_an_address_with_nonsense_fills_in_nothing(browser_of, at, changed):
    where = at(f"episodes/{changed.episode.pk}/benefits-advice/new/")
    page = words(browser_of("ana").get(where, {"about": "<b>", "job": "9" * 30}))
    assert 'value="change" checked' not in page
    assert " selected" not in page.partition('name="job"')[2].partition("</select>")[0].replace('value="" selected', "")


@pytest.fixture
def offered(changed, laying_down):
    with laying_down(on=changed.today):
        changed.advice = models.BenefitsAdvice.objects.create(
            service=changed.service, episode=changed.episode, offered_on=changed.today - timedelta(days=1),
            prompted_by="change", job=changed.job,
        )  # fmt: skip
    return changed


def test_what_came_of_an_offer(browser_of, at, page_at, offered):
    browser, where = browser_of("ana"), at(f"benefits-advice/{offered.advice.pk}/answer/")
    assert "Choose who gave it." in words(
        browser.post(where, form(declined="no", **day_parts("held_on", offered.today), adviser="", written_result=""))
    )
    answers = form(
        declined="no", **day_parts("held_on", offered.today), adviser="trained_adviser", written_result="yes"
    )
    page = words(browser.get(browser.post(where, answers)["Location"]))
    for said in ("by: trained adviser", "Written calculation given", "Add the better-off sum"):
        assert said in page, said


def test_not_wanting_it_is_an_answer(browser_of, at, page_at, offered):
    browser, where = browser_of("ana"), at(f"benefits-advice/{offered.advice.pk}/answer/")
    page = words(browser.get(browser.post(where, form(declined="yes", adviser="", written_result=""))["Location"]))
    assert "The person did not want it" in page
    assert "In time" in page


def test_a_better_off_sum_stands_beside_its_advice_and_in_the_in_work_plan(browser_of, at, offered, laying_down):
    with laying_down(on=offered.today):
        models.BenefitsAdvice.objects.filter(pk=offered.advice.pk).update(held_on=offered.today)
        plan = models.Plan.objects.create(
            service=offered.service, episode=offered.episode, kind="in_work_support_plan", agreed_on=offered.today,
            job=offered.job,
        )  # fmt: skip
        models.PlanPart.objects.create(service=offered.service, plan=plan, part="supports", words="A call")
    browser, where = browser_of("ana"), at(f"benefits-advice/{offered.advice.pk}/sum/")
    answers = form(
        result="More is left", weekly_difference="-12.50", adviser_name="Pat", tool="Calculator", tool_version="3",
        **day_parts("rates_on", offered.today), **day_parts("worked_out_on", offered.today),
        **day_parts("given_on", offered.today),
    )  # fmt: skip
    page = words(browser.get(browser.post(where, answers)["Location"]))
    for said in ("Better-off sum recorded", "More is left", "About £12.50 a week less.", "Calculator 3"):
        assert said in page, said
    assert "More is left" in words(browser.get(at(f"plans/{plan.pk}/")))
    assert "Better-off sum worked out" in words(browser.get(at(f"clients/{offered.mo.pk}/")))


def test_a_clinician_sees_it_and_records_nothing(browser_of, page_at, offered):
    page = words(browser_of("cleo").get(page_at))
    assert "Baker: start" in page
    assert "Record an offer" not in page
    assert "What came of it?" not in page
