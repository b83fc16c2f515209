"""A job that was recorded by itself is linked to its application from either page, in one tap."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from placewell.records import models
from tests.questions import asks
from tests.web.test_people.conftest import day_parts, words
from tests.web.test_people.test_work import said

DAY = timedelta(days=1)
ASKED = "Did this job come of an application?"


@pytest.fixture
def applied(unit, laying_down):
    """Mo applied at the bakery ten days ago, and has worked there since yesterday."""

    def made(**more):
        with laying_down(on=unit.today):
            return models.Application.objects.create(
                service=unit.service, episode=unit.episode, how="cv", sent_by="together",
                **{"employer": unit.employer, "title": "Porter", "applied_on": unit.today - 10 * DAY, **more},
            )  # fmt: skip

    return made


@pytest.fixture
def job(unit, laying_down):
    with laying_down(on=unit.today):
        return models.Job.objects.create(
            service=unit.service, key="j1", episode=unit.episode, employer=unit.employer, title="Kitchen porter",
            occupation_code="9263", started_on=unit.today - DAY, hours_per_week=16, contract="permanent",
            meets_minimum_wage=True, open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip


@pytest.fixture
def lead(unit, laying_down):
    with laying_down(on=unit.today):
        return models.Lead.objects.create(
            service=unit.service, key="l", employer=unit.employer, title="Porter", found_on=unit.today, status="shared"
        )


def button_of(page: str) -> tuple[str, dict]:
    """Where the first button of the offers leads, and what it sends."""
    found = re.search(r'action="([^"]+/came/\d+/)".*?name="submission" value="([^"]+)"', page)
    return found[1], {"submission": found[2]}


def test_one_tap_on_the_persons_work_links_it_and_it_is_undone(browser_of, at, unit, applied, job):
    made, browser = applied(), browser_of("ana")
    page = words(browser.get(at(f"clients/{unit.mo.pk}/work/")))
    assert ASKED in page
    sent = browser.post(*button_of(page))
    assert sent.url.startswith(at(f"applications/{made.pk}/?recorded="))
    told = words(browser.get(sent.url))
    assert "Recorded that the job came of this application" in told
    assert "Job started" in told
    for where in (f"clients/{unit.mo.pk}/work/", f"jobs/{job.pk}/clock/"):
        page = words(browser.get(at(where)))
        assert "Came of the application" in page
        assert f'href="{at(f"applications/{made.pk}/")}">Porter at Rose Bakery Ltd, applied' in page
        assert ASKED not in page
    undo = re.search(r'href="([^"]+/undo/\d+/)"', told)[1]
    assert browser.post(undo, {"submission": str(uuid4()), "because": "Another one"}).status_code == 302
    assert not models.ApplicationJob.objects.standing().exists()
    assert ASKED in words(browser.get(at(f"clients/{unit.mo.pk}/work/")))


def test_the_page_of_the_application_offers_it_too(browser_of, at, applied, job):
    made, browser = applied(), browser_of("ana")
    page = words(browser.get(at(f"applications/{made.pk}/")))
    assert "A job at the same employer is recorded" in page
    assert browser.post(*button_of(page)).status_code == 302
    page = words(browser.get(at(f"applications/{made.pk}/")))
    assert "A job at the same employer is recorded" not in page
    link = models.ApplicationJob.objects.get()
    assert f'href="{at(f"records/application-job/{link.pk}/")}"' in page
    assert browser.get(at(f"records/application-job/{link.pk}/")).status_code == 200
    told = {"submission": str(uuid4()), "because": "Another one"}
    assert browser.post(at(f"records/application-job/{link.pk}/withdraw/"), told).status_code == 302
    assert "A job at the same employer is recorded" in words(browser.get(at(f"applications/{made.pk}/")))


@pytest.mark.parametrize(("answer", "status"), [("yes", "filled"), ("no", "shared")])
def test_where_it_answers_a_lead_it_is_asked_whether_that_is_filled(
    browser_of, at, unit, applied, job, lead, answer, status
):
    made, browser = applied(lead=lead), browser_of("ana")
    where = at(f"applications/{made.pk}/came/{job.pk}/")
    assert f'<a href="{where}">It came of this' in words(browser.get(at(f"clients/{unit.mo.pk}/work/")))
    page = said(words(browser.get(where)))
    assert "Is the lead filled with it?" in page
    assert "The job: Kitchen porter, since" in page
    assert browser.post(where, {"submission": str(uuid4()), "is_filled": answer}).status_code == 302
    lead.refresh_from_db()
    assert lead.status == status


def test_only_what_may_have_led_there_is_offered(browser_of, at, unit, applied, job, laying_down):
    applied(title="Too late", applied_on=unit.today)
    refused = applied(title="Refused")
    with laying_down(on=unit.today):
        models.ApplicationResult.objects.create(
            service=unit.service, application=refused, came_on=unit.today, kind="turned_down_by_employer"
        )
        other = models.Employer.objects.create(service=unit.service, key="o", name="Other")
    applied(title="Elsewhere", employer=other)
    browser = browser_of("ana")
    assert ASKED not in words(browser.get(at(f"clients/{unit.mo.pk}/work/")))
    applied()
    assert ASKED in words(browser.get(at(f"clients/{unit.mo.pk}/work/")))
    assert ASKED not in words(browser_of("cleo").get(at(f"clients/{unit.mo.pk}/work/")))


def test_who_has_just_recorded_the_job_is_asked(browser_of, at, unit, applied):
    browser, address = browser_of("ana"), at(f"episodes/{unit.episode.pk}/jobs/new/")
    told = {
        "title": "Porter", "employer_name": "Rose Bakery Ltd", "occupation_code": "9263",
        **day_parts("started_on", unit.today), "hours_per_week": "16", "contract": "permanent",
        "meets_minimum_wage": "yes", "open_to_anyone": "yes", "paid_by_employer": "yes",
    }  # fmt: skip
    sent = browser.post(address, told | {"submission": str(uuid4())})
    assert sent.url.startswith(at(f"clients/{unit.mo.pk}/?recorded="))
    applied()
    sent = browser.post(address, told | {"submission": str(uuid4()), "title": "Night porter"})
    assert sent.url.startswith(at(f"clients/{unit.mo.pk}/work/?recorded="))
    page = words(browser.get(sent.url))
    assert "Job start recorded" in page
    assert ASKED in page


def test_the_job_of_another_person_or_a_linked_one_is_refused(browser_of, at, unit, applied, job, laying_down):
    made, again = applied(), applied(title="Cleaner")
    with laying_down(on=unit.today):
        theirs = models.Job.objects.create(
            service=unit.service, key="j2", episode=unit.other_episode, title="Cook", occupation_code="5434",
            started_on=unit.today, hours_per_week=16, contract="self_employed", meets_minimum_wage=True,
            open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip
        models.ApplicationJob.objects.create(service=unit.service, application=made, job=job)
    sue, told = browser_of("sue"), {"submission": str(uuid4())}
    assert sue.post(at(f"applications/{again.pk}/came/{theirs.pk}/"), told).status_code == 404
    assert "came of another application already" in words(sue.post(at(f"applications/{again.pk}/came/{job.pk}/"), told))
    assert browser_of("ben").get(at(f"applications/{again.pk}/came/{job.pk}/")).status_code == 404
    assert models.ApplicationJob.objects.count() == 1


def test_how_many_questions_the_pages_ask(browser_of, at, unit, applied, job):
    made, browser = applied(), browser_of("ana")
    browser.get(at("clients/"))
    for address, number in (
        (at(f"applications/{made.pk}/"), 11),
        (at(f"clients/{unit.mo.pk}/work/"), 20),
        (at(f"applications/{made.pk}/came/{job.pk}/"), 8),
    ):
        with asks(number):
            assert browser.get(address).status_code == 200
