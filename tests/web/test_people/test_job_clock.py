"""The clock of a job and its evidence: hand counts of the weeks, proofs, the person's word, and what is missing."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader

from placewell.records import models
from tests import given
from tests.questions import asks
from tests.web.conftest import PASSWORD
from tests.web.test_people.conftest import day_parts, words
from tests.web.test_people.test_work import said

DAY = timedelta(days=1)


@pytest.fixture
def baker(unit, laying_down):
    """Mo was a baker for 40 days, then nothing for 10, and has been a gardener for 50 days with 5 hours a week."""
    with laying_down(on=unit.today):
        unit.episode.entered_on = unit.today - 200 * DAY
        unit.episode.save()
        common = {
            "service": unit.service, "episode": unit.episode, "occupation_code": "5432", "meets_minimum_wage": True,
            "open_to_anyone": True,
        }  # fmt: skip
        first = models.Job.objects.create(
            **common, key="j1", employer=unit.employer, title="Baker", started_on=unit.today - 100 * DAY,
            ended_on=unit.today - 60 * DAY, end_reason="redundant", hours_per_week=16, contract="permanent",
            pay_per_hour="13.20", currency="GBP", paid_by_employer=True,
        )  # fmt: skip
        models.Job.objects.create(
            **common, key="j2", title="Gardener", started_on=unit.today - 50 * DAY, hours_per_week=5,
            contract="self_employed", paid_by_employer=False,
        )  # fmt: skip
    return first


def test_the_clock_counts_by_hand(browser_of, at, unit, baker):
    text = said(words(browser_of("ana").get(at(f"jobs/{baker.pk}/clock/"))))
    assert "Not met 13 weeks in this job The job ended on" in text
    assert "after 40 days of 91" in text
    # Weeks 1 to 6 have a day of the bakery (days 0 to 39), the others only 5 hours: 6 of 15 that have begun.
    assert "6 weeks of 7 hours or more; 13 were asked for" in text
    assert text.count("(too few)") == 9
    assert "Days without a job" in text
    assert "Next check None: nothing is left to be decided" in text


def test_proofs_and_the_persons_word_fill_what_is_missing(browser_of, at, unit, baker):
    browser = browser_of("ana")
    evidence = at(f"jobs/{baker.pk}/evidence/13-weeks/")
    assert "No proof of Baker from" in said(words(browser.get(evidence)))
    last = baker.ended_on - DAY
    told = {
        "submission": str(uuid4()), "kind": "payslip", "note": "In the file", **day_parts("seen_on", unit.today),
        **day_parts("covers_from", baker.started_on), **day_parts("covers_to", last),
    }  # fmt: skip
    wrong = {**told, **day_parts("covers_to", baker.started_on - DAY)}
    assert "must be the first or later" in words(browser.post(at(f"jobs/{baker.pk}/proofs/new/"), wrong))
    assert browser.post(at(f"jobs/{baker.pk}/proofs/new/"), {**told, "submission": str(uuid4())}).status_code == 302
    text = said(words(browser.get(evidence)))
    assert "No proof of Baker" not in text
    assert "Payslip Job Baker" in text
    assert "The person has not said since" in text
    answer = {"submission": str(uuid4()), **day_parts("said_on", unit.today), "still_in_work": "yes"}
    assert browser.post(at(f"jobs/{baker.pk}/word/"), answer).status_code == 302
    assert "What is missing Nothing." in said(words(browser.get(evidence)))


@pytest.mark.parametrize("definition", ["13-weeks", "26-weeks", "13-in-16"])
def test_evidence_is_a_page_a_word_file_and_a_pdf(browser_of, at, unit, baker, definition):
    browser = browser_of("ana")
    address = at(f"jobs/{baker.pk}/evidence/{definition}/")
    page = said(words(browser.get(address)))
    for heading in ("What is asked", "How it stands", "Proofs seen", "What is missing", "Checked by"):
        assert heading in page
    assert browser.get(address, {"as": "word"}).content[:2] == b"PK"
    text = PdfReader(BytesIO(browser.get(address, {"as": "pdf"}).content)).pages[0].extract_text()
    assert "Evidence: Sustained" in text
    assert browser.get(address, {"as": "smoke"}).status_code == 404
    assert browser.get(at(f"jobs/{baker.pk}/evidence/for-ever/")).status_code == 404


def test_what_the_person_thinks_is_kept_in_their_words(browser_of, at, unit, baker):
    browser = browser_of("ana")
    told = {
        "submission": str(uuid4()), **day_parts("said_on", unit.today), "words": "They treat me well", "satisfied": "4"
    }  # fmt: skip
    assert browser.post(at(f"jobs/{baker.pk}/view/"), told).status_code == 302
    text = said(words(browser.get(at(f"clients/{unit.mo.pk}/work/"))))
    assert "“They treat me well”" in text
    assert "satisfied 4 of 5" in text


def test_the_person_says_on_their_own_page_that_they_still_work_there(client, unit, at, baker, laying_down):
    with laying_down(on=unit.today):
        account = given.role(unit.service, "client", client=unit.mo, started_on=unit.today).account
        account.set_password(PASSWORD)
        account.save()
    client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
    page = words(client.get(at("my-record/work/")))
    gardener = models.Job.objects.get(key="j2")
    assert "Gardener, Self-employed" in page
    assert f"my-record/work/{gardener.pk}/" in page
    assert f"my-record/work/{baker.pk}/" not in page
    answer = client.post(at(f"my-record/work/{gardener.pk}/"), {"submission": str(uuid4()), "still_in_work": "yes"})
    assert answer["Location"].endswith("my-record/work/?said=yes")
    assert models.JobConfirmation.objects.get().how == "own_page"
    assert "you said that you still worked there" in words(client.get(answer["Location"]))


def test_pay_below_the_minimum_wage_is_recorded_marked_and_explained(browser_of, at, unit, baker, laying_down):
    with laying_down(on=unit.today):
        models.JobChange.objects.create(
            service=unit.service, job=baker, changed_on=baker.started_on, pay_per_hour="9.00"
        )
    text = said(words(browser_of("ana").get(at(f"clients/{unit.mo.pk}/work/"))))
    assert "Below the minimum wage" in text
    assert "it is below" in text


def start(unit, **changed) -> dict:
    answers = {
        "submission": str(uuid4()), "title": "Porter", "employer_name": "Rose Bakery Ltd", "occupation_code": "porter",
        **day_parts("started_on", unit.today), "hours_per_week": "16", "pay_per_hour": "9", "contract": "permanent",
        "meets_minimum_wage": "no", "open_to_anyone": "yes", "paid_by_employer": "yes",
    }  # fmt: skip
    return {**answers, **changed}


def test_the_kind_of_work_is_found_by_its_words(browser_of, at, unit):
    browser, form = browser_of("ana"), at(f"episodes/{unit.episode.pk}/jobs/new/")
    assert "Minimum wage an hour from" in words(browser.get(form))
    page = words(browser.post(form, start(unit)))
    assert "Which kind of work is it?" in page
    assert "9262 Hospital porters" in page
    assert "No kind of work is like these words" in words(browser.post(form, start(unit, occupation_code="xyzzy")))
    answer = browser.post(form, start(unit, which_occupation="9262"))
    assert answer.status_code == 302
    assert models.Job.objects.get().occupation_code == "9262"
    assert browser.post(form, start(unit, title="Cook", occupation_code="School cook")).status_code == 302
    assert models.Job.objects.get(title="Cook").occupation_code == "5435"


def test_how_many_questions_the_pages_ask(browser_of, at, unit, baker):
    browser = browser_of("ana")
    browser.get(at("clients/"))
    with asks(12):
        assert browser.get(at(f"jobs/{baker.pk}/clock/")).status_code == 200
    with asks(9):
        assert browser.get(at(f"jobs/{baker.pk}/evidence/13-weeks/")).status_code == 200
