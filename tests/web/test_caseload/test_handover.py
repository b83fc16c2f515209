"""The handover: a colleague finds all that they need, on a page and as a paper, for one person and for a caseload."""

from datetime import time, timedelta
from io import BytesIO

import pytest
from docx import Document as Word
from pypdf import PdfReader

from placewell.records import models
from tests.questions import asks
from tests.web.test_people.conftest import client, episode, words

QUESTIONS = 27


@pytest.fixture
def lay(laying_down, unit):
    """`lay(models.Step, what=…)`: a record about Mo."""

    def lay_down(model, **facts):
        with laying_down(on=unit.today):
            about = {name: told for name, told in ({"episode": unit.episode} | facts).items() if told is not None}
            return model.objects.create(service=unit.service, **about)

    return lay_down


@pytest.fixture
def full(unit, lay, laying_down):
    """Mo's record with something in every section."""
    yesterday, soon = unit.today - timedelta(days=1), unit.today + timedelta(days=3)
    with laying_down(on=unit.today):
        models.Client.objects.filter(pk=unit.mo.pk).update(phone="07700 900123", language="ur", interpreter_needed=True)
    lay(models.ContactWishes, client=unit.mo, episode=None, stated_on=yesterday, safe_times="After two", large_print=True)
    lay(models.Step, what="ring the bakery", by_whom="specialist", staff=unit.ana, due_on=yesterday)
    lay(models.Step, what="find the payslip", by_whom="person")
    lay(models.Step, what="long done", by_whom="person", done_on=yesterday)
    lay(
        models.Appointment, staff=unit.ana, begins_on=soon, begins_time=time(10, 30), mode="video", purpose="try it out"
    )
    lay(
        models.Contact, key="k1", staff=unit.ana, began_on=yesterday, began_time=time(9, 5), minutes=30, place="remote",
        mode="telephone", phase="job_search", attendance="attended", with_whom="client", note="Mo likes early shifts.",
    )  # fmt: skip
    lay(
        models.EmployerContact, key="x1", employer=unit.employer, staff=unit.ana, made_on=yesterday, mode="telephone",
        purpose="learn_needs", hiring_authority=True, made_by_client=False,
    )  # fmt: skip
    lay(
        models.DisclosureDiscussion, held_on=yesterday, pros_and_cons=True, wording_agreed=True, choice="tell_some",
        specialist_may_contact_employers=True,
    )  # fmt: skip
    lay(models.JobPreference, stated_on=yesterday, occupation_group="54", hours_min=16, hours_max=20)
    for when, goal in ((unit.today - timedelta(days=30), "Anything"), (yesterday, "A job with bread")):
        plan = lay(models.Plan, kind="action_plan", agreed_on=when)
        lay(models.PlanPart, plan=plan, part="goal", words=goal, episode=None)
    plan = lay(models.Plan, kind="in_work_support_plan", agreed_on=yesterday)
    lay(models.PlanPart, plan=plan, part="early_signs", words="I stop answering messages", episode=None)
    lay(
        models.Job, key="j1", employer=unit.employer, title="Baker", occupation_code="5432", started_on=yesterday,
        hours_per_week=20, contract="permanent", meets_minimum_wage=True, open_to_anyone=True, paid_by_employer=True,
    )  # fmt: skip
    return unit


SAID = [
    "In a job since", "Ana Silva", "East team", "07700 900123", "an interpreter is needed", "Ring the bakery, by ",
    "(late): Ana Silva", "Find the payslip: the person", "10:30, video: try it out, with Ana Silva",
    "We may contact employers about the person", "Employer contact: Rose Bakery Ltd", "16 to 20 hours a week",
    "Baker, Rose Bakery Ltd, 20 hours a week", "In-work support of the person, Baker: by ", "Action plan",
    "What I want", "A job with bread", "Early signs, and what helps", "I stop answering messages",
    "Mo likes early shifts.", "Telephone contact. Job search, with client",
]  # fmt: skip


def test_everything_is_there_and_what_is_done_is_not(browser_of, at, full):
    page = words(browser_of("ana").get(at(f"clients/{full.mo.pk}/handover/")))
    assert "After two" in page
    assert "Large print" in page
    for said in SAID:
        assert said in page, said
    assert "long done" not in page.casefold()
    assert "Anything" not in page
    assert models.ReadingLog.objects.filter(client=full.mo, page="Handover").count() == 1


def test_a_clinician_reads_the_words_of_a_plan_only_once_it_was_shared(browser_of, at, full, laying_down):
    browser, address = browser_of("cleo"), at(f"clients/{full.mo.pk}/handover/")
    assert "A job with bread" not in words(browser.get(address))
    with laying_down(on=full.today):
        models.Plan.objects.filter(kind="action_plan").update(shared_with_team_on=full.today)
    assert "A job with bread" in words(browser.get(address))


def test_what_is_not_recorded_is_said(browser_of, at, unit):
    page = words(browser_of("ana").get(at(f"clients/{unit.mo.pk}/handover/")))
    assert "Not asked yet" in page
    for said in (
        "Nothing is booked and no step is open", "No job is recorded", "No plan is recorded", "No contact is recorded",
        "No plan in force has the person’s words yet",
        "Not recorded", "Nobody has recorded a talk about what to tell employers",
    ):  # fmt: skip
        assert said in page, said


def test_a_paper_says_the_same(browser_of, at, full):
    browser, address = browser_of("ana"), at(f"clients/{full.mo.pk}/handover/")
    answer = browser.get(address, {"as": "pdf"})
    assert "Handover Mo Ahmed.pdf" in answer["Content-Disposition"]
    told = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split())
    paper = Word(BytesIO(browser.get(address, {"as": "word"}).content))
    typed = " ".join(
        [one.text for one in paper.paragraphs]
        + [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    )
    for said in ("Mo likes early shifts.", "07700 900123", "Find the payslip"):
        assert said in told, said
        assert said in typed, said
    assert browser.get(address, {"as": "spreadsheet"}).status_code == 404
    assert models.ReadingLog.objects.filter(client=full.mo, page__contains="as PDF").exists()


def test_the_forms_that_give_somebody_away_lead_to_it(browser_of, at, unit):
    browser = browser_of("ana")
    for form in ("key-worker", "cover"):
        page = words(browser.get(at(f"episodes/{unit.episode.pk}/{form}/")))
        assert f"/s/{unit.service.pk}/clients/{unit.mo.pk}/handover/" in page


def test_another_teams_person_is_not_there(browser_of, at, unit):
    browser = browser_of("ben")
    assert browser.get(at(f"clients/{unit.mo.pk}/handover/")).status_code == 404
    assert browser.get(at(f"caseload/{unit.ana.pk}/handover/")).status_code == 404
    assert browser.get(at(f"caseload/{unit.ben.pk}/handover/")).status_code == 200


def test_a_whole_caseload_is_handed_over(browser_of, at, full, laying_down):
    with laying_down(on=full.today):
        episode(full, client(full.service, "Zed", "Zulu"), full.teams[0], full.ana, full.today)
        begun = models.Episode.objects.get(client=full.noor)
        models.Allocation.objects.create(
            service=full.service, episode=begun, staff=full.ana, kind="cover", started_on=full.today
        )
    browser = browser_of("sue")
    assert f"/caseload/{full.ana.pk}/handover/" in words(browser.get(at("caseload/"), {"who": full.ana.pk}))
    page = words(browser.get(at(f"caseload/{full.ana.pk}/handover/")))
    assert "Handover of the people of Ana Silva" in page
    assert "2 people" in page
    assert "Mo likes early shifts." in page
    assert "Zed Zulu" in page
    assert "Noor" not in page
    read = models.ReadingLog.objects.filter(page="Handover").values_list("client", flat=True)
    assert full.mo.pk in read
    assert len(read) == 2
    paper = browser.get(at(f"caseload/{full.ana.pk}/handover/"), {"as": "pdf"})
    assert len(PdfReader(BytesIO(paper.content)).pages) >= 2


def test_the_number_of_questions_is_known(browser_of, at, full):
    browser, address = browser_of("ana"), at(f"clients/{full.mo.pk}/handover/")
    browser.get(address)
    with asks(QUESTIONS):
        assert browser.get(address).status_code == 200
