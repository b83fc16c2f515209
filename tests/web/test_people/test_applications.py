"""A person's applications on pages: recorded, interviewed for, answered, started, and read by who may."""

from datetime import timedelta
from uuid import uuid4

import pytest

from placewell.access.application_scope import one_told
from placewell.access.models import RoleHeld
from placewell.people.models import Account
from placewell.records import models
from placewell.web.presenters.applications.person import whole
from tests.questions import asks
from tests.web.browsers import signed_in
from tests.web.test_people.conftest import LONG_AGO, day_parts, words
from tests.web.test_people.test_work import said

DAY = timedelta(days=1)
QUERIES, QUERIES_ONE = 11, 11


@pytest.fixture
def applied(unit, laying_down):
    """Mo applied for work as a porter ten days ago."""
    with laying_down(on=unit.today):
        return models.Application.objects.create(
            service=unit.service, episode=unit.episode, employer=unit.employer, title="Porter",
            occupation_code="9263", applied_on=unit.today - 10 * DAY, how="cv", sent_by="together", told="nothing",
        )  # fmt: skip


@pytest.fixture
def interview(unit, applied, laying_down):
    """Who was asked to come yesterday."""
    with laying_down(on=unit.today):
        return models.Interview.objects.create(
            service=unit.service, application=applied, held_on=unit.today - DAY, kind="in_person",
            preparation="Bus at nine",
        )  # fmt: skip


def answers(unit, **changed) -> dict:
    told = {
        "submission": str(uuid4()), "employer_name": "Rose Bakery Ltd", "title": "Porter",
        **day_parts("applied_on", unit.today), "how": "cv", "sent_by": "person", "staff": "", "told": "",
    }  # fmt: skip
    return {**told, **changed}


def test_an_application_is_recorded_and_seen(browser_of, at, unit):
    browser = browser_of("ana")
    form = said(words(browser.get(at(f"episodes/{unit.episode.pk}/applications/new/"))))
    assert "Nobody has recorded a talk about what to tell employers" in form
    sent = browser.post(
        at(f"episodes/{unit.episode.pk}/applications/new/"), answers(unit, occupation_code="kitchen porter")
    )
    made = models.Application.objects.get()
    assert sent.url.startswith(at(f"applications/{made.pk}/?recorded="))
    page = said(words(browser.get(sent.url)))
    assert "Application recorded" in page
    assert "Waiting for an answer Applied on" in page
    assert (made.occupation_code, made.staff) == ("9263", None)
    listed = said(words(browser.get(at(f"clients/{unit.mo.pk}/applications/"))))
    assert "Porter at Rose Bakery Ltd" in listed
    assert "Open (1) Closed (0) All (1)" in listed
    assert "Applied: Porter" in said(words(browser.get(at(f"clients/{unit.mo.pk}/"))))


def test_one_of_ours_against_the_plan_is_refused_with_every_word_kept(browser_of, at, unit):
    browser = browser_of("ana")
    address = at(f"episodes/{unit.episode.pk}/applications/new/")
    sent = browser.post(address, answers(unit, sent_by="specialist", staff=unit.ana.pk, title="Night porter"))
    page = said(words(sent))
    assert "Not recorded: no talk about what to tell employers is recorded" in page
    assert "help the person to apply themselves" in page
    assert 'value="Night porter"' in words(sent)
    assert models.Application.objects.count() == models.EmployerContact.objects.count() == 0
    sent = browser.post(address, answers(unit, sent_by="specialist", staff=""))
    assert "Choose which of us sent it" in words(sent)


def test_what_can_wait_is_folded_away_until_it_is_answered_or_wrong(browser_of, at, unit):
    browser, address = browser_of("ana"), at(f"episodes/{unit.episode.pk}/applications/new/")
    shut, opened = '<details class="nhsuk-details">', '<details class="nhsuk-details" open>'
    assert shut in words(browser.get(address))
    for changed in ({"told": "nothing"}, {"occupation_code": "porter"}, {"occupation_code": "xyzzy"}):
        assert opened in words(browser.post(address, answers(unit, title="", **changed)))
    assert shut in words(browser.post(address, answers(unit, title="")))


def test_a_lead_fills_in_the_form_and_an_unlike_employer_is_refused(browser_of, at, unit, laying_down):
    with laying_down(on=unit.today):
        lead = models.Lead.objects.create(
            service=unit.service, key="l", employer=unit.employer, title="Baker", found_on=unit.today, status="shared"
        )
    browser, address = browser_of("ana"), at(f"episodes/{unit.episode.pk}/applications/new/")
    page = words(browser.get(f"{address}?lead={lead.pk}"))
    assert 'value="Baker"' in page
    assert page.index("Baker, Rose Bakery Ltd") < page.index("<details")
    sent = browser.post(address, answers(unit, lead=lead.pk, employer_name="Corner Shop"))
    assert "This lead is at another employer" in words(sent)
    assert browser.post(address, answers(unit, lead=lead.pk)).status_code == 302
    assert models.Application.objects.get().lead == lead


def test_an_interview_is_booked_told_and_answered(browser_of, at, unit, applied):
    browser = browser_of("ana")
    told = {"submission": str(uuid4()), **day_parts("held_on", unit.today), "held_time": "10.30", "kind": "trial_shift"}
    sent = browser.post(at(f"applications/{applied.pk}/interviews/new/"), told | {"goes_along": unit.ana.pk})
    assert "Let the person go alone" in words(sent)
    sent = browser.post(at(f"applications/{applied.pk}/interviews/new/"), told | {"goes_along": ""})
    page = said(words(browser.get(sent.url)))
    assert "Interview recorded" in page
    assert "at 10:30 Trial shift, the person goes alone" in page
    assert "Interview booked" in page
    made = models.Interview.objects.get()
    told = {"submission": str(uuid4()), "came_of": "held", "words": "They were kind", "answer": "", "why": ""}
    assert "Say whether there is an answer already" in words(browser.post(at(f"interviews/{made.pk}/told/"), told))
    sent = browser.post(at(f"interviews/{made.pk}/told/"), told | {"answer": "offered"})
    page = said(words(browser.get(sent.url)))
    assert "Job offered" in page
    assert "It took place. “They were kind”" in page
    told = {"submission": str(uuid4()), "kind": "turned_down_by_person", **day_parts("came_on", unit.today)}
    sent = browser.post(at(f"applications/{applied.pk}/result/"), told | {"words": "Too far"})
    page = said(words(browser.get(sent.url)))
    assert "Turned down by the person" in page
    assert "The person said no: “Too far”" in page
    assert "No application here" in words(browser.get(at(f"clients/{unit.mo.pk}/applications/?show=open")))


def test_the_job_is_prefilled_and_linked_back(browser_of, at, unit, applied):
    browser, address = browser_of("ana"), at(f"applications/{applied.pk}/job/")
    page = words(browser.get(address))
    for known in ('value="Porter"', 'value="Rose Bakery Ltd"', 'value="9263"'):
        assert known in page
    assert "Is the lead filled" not in page
    told = {
        "submission": str(uuid4()), "title": "Porter", "employer_name": "Rose Bakery Ltd", "occupation_code": "9263",
        **day_parts("started_on", unit.today), "hours_per_week": "16", "contract": "permanent",
        "meets_minimum_wage": "yes", "open_to_anyone": "yes", "paid_by_employer": "yes",
    }  # fmt: skip
    sent = browser.post(address, told)
    assert sent.url.startswith(at(f"clients/{unit.mo.pk}/work/?recorded="))
    assert "The application is closed with it" in words(browser.get(sent.url))
    assert models.ApplicationJob.objects.get().job == models.Job.objects.get()
    assert "Job started" in words(browser.get(at(f"applications/{applied.pk}/")))


@pytest.mark.parametrize(
    ("kind", "row", "changed"),
    [
        ("application", "applied", {"title": "Night porter", "how": "form", "occupation_code": "", "told": ""}),
        ("interview", "interview", {"kind": "video", "place": "Link in the email"}),
    ],
)
def test_each_is_corrected_and_withdrawn(browser_of, at, unit, applied, interview, kind, row, changed):
    record = {"applied": applied, "interview": interview}[row]
    browser, of = browser_of("ana"), at(f"records/{kind}/{record.pk}/")
    assert browser.get(of).status_code == 200
    dates = {"applied": ("applied_on", applied.applied_on), "interview": ("held_on", interview.held_on)}[row]
    told = {"submission": str(uuid4()), "read_version": "1", "because": "Wrong", **day_parts(*dates), **changed}
    assert browser.post(f"{of}correct/", told).status_code == 302
    record.refresh_from_db()
    assert record.version == 2
    told = {"submission": str(uuid4()), "because": "Somebody else’s"}
    assert browser.post(f"{of}withdraw/", told).status_code == 302
    record.refresh_from_db()
    assert record.withdrawn_at is not None


def test_what_was_said_is_for_who_may_read_notes(browser_of, at, unit, applied, interview):
    assert "Bus at nine" in words(browser_of("cleo").get(at(f"applications/{applied.pk}/")))
    page = whole(one_told(applied), unit.today, may_record=False, notes=False)
    assert "Bus at nine" not in str(page.events)


def test_another_team_finds_nothing(browser_of, at, unit, applied, interview):
    browser = browser_of("ben")
    for address in (
        f"clients/{unit.mo.pk}/applications/", f"applications/{applied.pk}/", f"applications/{applied.pk}/job/",
        f"applications/{applied.pk}/interviews/new/", f"applications/{applied.pk}/result/",
        f"interviews/{interview.pk}/told/", f"episodes/{unit.episode.pk}/applications/new/",
    ):  # fmt: skip
        assert browser.get(at(address)).status_code == 404
    assert "Porter" not in words(browser.get(at("applications/")))


def test_the_questions_do_not_grow(browser_of, at, unit, applied, interview, laying_down):
    browser = browser_of("ana")
    browser.get(at(f"clients/{unit.mo.pk}/applications/"))
    for more in range(2):
        with asks(QUERIES):
            assert browser.get(at(f"clients/{unit.mo.pk}/applications/")).status_code == 200
        with laying_down(on=unit.today):
            models.Application.objects.create(
                service=unit.service, episode=unit.episode, employer=unit.employer, title=f"Job {more}",
                applied_on=unit.today, how="cv", sent_by="person",
            )  # fmt: skip
    with asks(QUERIES_ONE):
        assert browser.get(at(f"applications/{applied.pk}/")).status_code == 200


def test_the_person_reads_their_own_in_plain_words(unit, at, applied, interview, laying_down):
    with laying_down(on=unit.today):
        account = Account.objects.create(email="mo@example.org", full_name="Mo Ahmed", password="!")
        RoleHeld.objects.create(
            account=account, service=unit.service, role="client", client=unit.mo, started_on=LONG_AGO
        )
        models.ApplicationResult.objects.create(
            service=unit.service,
            application=applied,
            came_on=unit.today,
            kind="turned_down_by_employer",
            words="Too late",
        )
    browser = signed_in(account)
    assert "Your applications" in words(browser.get(at("my-record/")))
    page = said(words(browser.get(at("my-record/applications/"))))
    assert "Porter at Rose Bakery Ltd The employer said no." in page
    assert "you sent it, with our help" in page
    assert "The employer was told nothing about your health or our support" in page
    assert "the employer said no, “Too late”" in page


def test_the_handover_tells_what_is_open_and_booked(browser_of, at, unit, applied, laying_down):
    with laying_down(on=unit.today):
        models.Interview.objects.create(
            service=unit.service, application=applied, held_on=unit.today + 3 * DAY, kind="phone", preparation="At home"
        )
    page = said(words(browser_of("ana").get(at(f"clients/{unit.mo.pk}/handover/"))))
    assert "Applications and interviews Porter at Rose Bakery Ltd Interview booked" in page
    assert "Interview by phone, the person goes alone" in page
    assert "Prepared: At home" in page
