"""A person's work: the schedule with both sides, what was missed, how a job ended, and what came next."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from placewell.records import models
from tests.questions import asks
from tests.web.test_people.conftest import day_parts, words

WEEK = timedelta(days=7)


@pytest.fixture
def job(unit, laying_down):
    """Mo has been a baker for three weeks and a day."""
    with laying_down(on=unit.today):
        return models.Job.objects.create(
            service=unit.service, key="j1", episode=unit.episode, employer=unit.employer, title="Baker",
            occupation_code="5432", started_on=unit.today - 3 * WEEK - timedelta(days=1), hours_per_week=16,
            pay_per_hour="12.60", currency="GBP", contract="permanent", meets_minimum_wage=True, open_to_anyone=True,
            paid_by_employer=True,
        )  # fmt: skip


def ended(unit, **changed) -> dict:
    answers = {
        "submission": str(uuid4()), **day_parts("ended_on", unit.today), **day_parts("end_known_on", unit.today),
        "end_reason": "resigned_health", "person_words": "Nights were too long", "employer_said": "dismissed",
        "employer_words": "Late too often", "notice": "worked", "learned": "Days only, near home", "claim_help": "given",
        **day_parts("next_job_help_offered_on", unit.today),
    }  # fmt: skip
    return {**answers, **changed}


def said(text: str) -> str:
    """What a page says, without its marks and with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_the_work_page_names_each_job_with_what_is_next(browser_of, at, unit, job):
    browser = browser_of("ana")
    page = said(words(browser.get(at(f"clients/{unit.mo.pk}/work/"))))
    assert "Baker, Rose Bakery Ltd" in page
    assert "16 hours a week (part time), £12.60 an hour" in page
    assert "With the person: Week 4: by" in page
    assert "Work" in words(browser.get(at(f"clients/{unit.mo.pk}/")))


def test_the_support_page_shows_both_sides_and_asks_why(browser_of, at, unit, job):
    page = words(browser_of("ana").get(at(f"jobs/{job.pk}/support/")))
    text = said(page)
    assert "With Rose Bakery Ltd" in text
    assert "Not recorded: no talk about what to tell employers is recorded" in text
    assert "5 contacts were missed without a reason" in text
    assert f"episodes/{unit.episode.pk}/contacts/new/?phase=follow_along" in page


def test_a_missed_contact_is_explained_once(browser_of, at, unit, job):
    browser = browser_of("ana")
    page = words(browser.get(at(f"jobs/{job.pk}/missed/")))
    which = re.search(r'value="(person:[^"]+)"', page)[1]
    answers = {"submission": str(uuid4()), "which": which, "reason": "other", "words": ""}
    assert "Say in your own words" in words(browser.post(at(f"jobs/{job.pk}/missed/"), answers))
    answers |= {"submission": str(uuid4()), "words": "Snow"}
    assert browser.post(at(f"jobs/{job.pk}/missed/"), answers).status_code == 302
    made = models.MissedSupport.objects.get()
    assert (made.side, made.reason, made.words) == ("person", "other", "Snow")
    assert which not in words(browser.get(at(f"jobs/{job.pk}/missed/")))
    assert "Snow" in words(browser.get(at(f"clients/{unit.mo.pk}/")))


def test_a_rhythm_is_agreed_and_can_be_corrected(browser_of, at, unit, job):
    browser = browser_of("ana")
    answers = {
        "submission": str(uuid4()), "side": "person", "every": "2", "unit": "weeks",
        **day_parts("started_on", unit.today), "agreed_because": "I feel steady",
    }  # fmt: skip
    refused = words(browser.post(at(f"jobs/{job.pk}/rhythm/"), {**answers, "every": ""}))
    assert "Enter how many" in refused
    answers["submission"] = str(uuid4())
    assert browser.post(at(f"jobs/{job.pk}/rhythm/"), answers).status_code == 302
    made = models.SupportRhythm.objects.get()
    assert (made.every, made.unit) == (2, "weeks")
    text = said(words(browser.get(at(f"jobs/{job.pk}/support/"))))
    assert "Every 2 weeks from" in text
    assert "“I feel steady”" in text
    correct = at(f"records/rhythm/{made.pk}/correct/")
    browser.post(
        correct, {**answers, "submission": str(uuid4()), "read_version": 1, "unit": "none", "every": "", "because": ""}
    )
    made.refresh_from_db()
    assert (made.every, made.unit, made.version) == (None, "", 2)


def test_the_end_of_a_job_is_told_by_both_sides(browser_of, at, unit, job):
    browser = browser_of("ana")
    answer = browser.post(at(f"jobs/{job.pk}/end/"), ended(unit))
    assert answer.status_code == 302
    job.refresh_from_db()
    assert (job.end_reason, job.next_job_help_offered_on) == ("resigned_health", unit.today)
    told = models.JobEnding.objects.get()
    assert (told.employer_reason, told.employer_not_asked, told.learned) == ("dismissed", "", "Days only, near home")
    text = said(words(browser.get(at(f"clients/{unit.mo.pk}/work/"))))
    for line in (
        "Left because of health: “Nights were too long”", "Dismissed: “Late too often”", "Days only, near home",
    ):  # fmt: skip
        assert line in text
    profile = said(words(browser.get(at(f"clients/{unit.mo.pk}/profile/"))))
    assert "Learned from jobs with our support Baker, Rose Bakery Ltd How long 3 weeks" in profile
    assert "Learned for the next job Days only, near home" in profile
    undo = re.search(r'href="([^"]*/records/undo/\d+/)"', words(browser.get(answer["Location"])))[1]
    browser.post(undo, {"submission": str(uuid4()), "because": "Wrong job"})
    job.refresh_from_db()
    assert (job.ended_on, models.JobEnding.objects.standing().count()) == (None, 0)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"employer_said": ""}, "Choose what the employer said, or why they were not asked"),
        ({"employer_said": "told_nobody"}, "Clear these words"),
        ({"end_reason": ""}, "Choose why it ended for the person"),
    ],
)
def test_an_end_that_says_half_is_refused(browser_of, at, unit, job, changed, message):
    assert message in words(browser_of("ana").post(at(f"jobs/{job.pk}/end/"), ended(unit, **changed)))
    job.refresh_from_db()
    assert job.ended_on is None


def test_help_before_the_end_is_refused_at_its_field(browser_of, at, unit, job):
    early = day_parts("next_job_help_offered_on", unit.today - WEEK)
    assert "Help is offered on the day" in words(
        browser_of("ana").post(at(f"jobs/{job.pk}/end/"), ended(unit, **early))
    )


def test_an_end_before_the_first_day_is_refused_at_its_field(browser_of, at, unit, job):
    early = day_parts("ended_on", job.started_on - timedelta(days=1))
    page = words(browser_of("ana").post(at(f"jobs/{job.pk}/end/"), ended(unit, **early)))
    assert "This lies before the first day of the job" in page
    assert 'href="#id_ended_on' in page
    job.refresh_from_db()
    assert job.ended_on is None


def test_the_employer_is_not_asked_where_the_person_said_no(browser_of, at, unit, job, laying_down):
    with laying_down(on=unit.today):
        models.DisclosureDiscussion.objects.create(
            service=unit.service, episode=unit.episode, held_on=unit.today, pros_and_cons=True, wording_agreed=True,
            choice="tell_nobody", specialist_may_contact_employers=False,
        )  # fmt: skip
    page = words(browser_of("ana").get(at(f"jobs/{job.pk}/end/")))
    assert re.search(r'<option value="told_nobody"\s+selected', page)


def test_the_next_job_follows_on_the_one_before(browser_of, at, unit, job, laying_down):
    with laying_down(on=unit.today):
        job.ended_on, job.end_reason = unit.today - WEEK, "resigned_better_job"
        job.save()
        models.Job.objects.create(
            service=unit.service, key="j2", episode=unit.episode, title="Gardener", occupation_code="5113",
            started_on=unit.today, hours_per_week=30, contract="self_employed", meets_minimum_wage=True,
            open_to_anyone=True, paid_by_employer=False,
        )  # fmt: skip
    browser = browser_of("ana")
    text = said(words(browser.get(at(f"clients/{unit.mo.pk}/work/"))))
    assert "The next job after Baker, a better job: 7 days between" in text
    assert "Tell how it ended" in text
    told = {"submission": str(uuid4()), "employer_said": "not_yet", "person_words": "More hours"}
    assert browser.post(at(f"jobs/{job.pk}/ending/"), told).status_code == 302
    assert "More hours" in words(browser.get(at(f"clients/{unit.mo.pk}/work/")))


def test_how_many_questions_the_pages_ask(browser_of, at, unit, job):
    browser = browser_of("ana")
    browser.get(at("clients/"))
    with asks(17):
        assert browser.get(at(f"clients/{unit.mo.pk}/work/")).status_code == 200
    with asks(13):
        assert browser.get(at(f"jobs/{job.pk}/support/")).status_code == 200
