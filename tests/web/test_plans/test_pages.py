"""Plans on pages: each whole, to whom it opens, on paper, and for the person themselves."""

import pytest

from placewell.access.models import RoleHeld
from placewell.access.scope import readings_of
from placewell.people.models import Account
from placewell.records.models import PlanPart
from tests.documents.papers import words_of_pdf, words_of_word
from tests.questions import asks
from tests.web.browsers import signed_in
from tests.web.test_people.conftest import LONG_AGO, words


def test_a_plan_stands_whole_on_its_page(browser_of, at, planned):
    page = words(browser_of("ana").get(at(f"plans/{planned.plan.pk}/")))
    assert "Bake &lt;b&gt;bread&lt;/b&gt;\nfor the town" in page
    for said in (
        "What I want", "See the adviser", "We have not talked about this yet.", "Visit Rose Bakery", "Late",
        "Ana Silva, by", "The person has not agreed to these words yet", "Shared with the clinical team on",
        "The next plan review is due by", "Intensive Personalised Employment Support",
        f"plan-steps/{planned.step.pk}/done/",
    ):  # fmt: skip
        assert said in page, said


def test_the_list_names_what_waits_and_offers_each_kind(browser_of, at, planned):
    page = words(browser_of("ana").get(at(f"clients/{planned.mo.pk}/plans/")))
    for said in ("Action plan", "Job search plan", "To agree", "Not shared", "1 step to do", "In-work support plan"):
        assert said in page, said
    assert f"episodes/{planned.episode.pk}/plans/new/re_engagement_plan/" in page


@pytest.mark.parametrize(("address", "number"), [("plans/{plan}/", 16), ("clients/{mo}/plans/", 18)])
def test_how_many_questions_a_page_asks(browser_of, at, planned, address, number):
    browser, where = browser_of("ana"), at(address.format(plan=planned.plan.pk, mo=planned.mo.pk))
    browser.get(where)
    with asks(number):
        browser.get(where)


def test_a_clinician_reads_what_was_shared_with_the_team_and_no_other_plan(browser_of, at, planned):
    browser = browser_of("cleo")
    page = words(browser.get(at(f"clients/{planned.mo.pk}/plans/")))
    assert "You see the plans that were shared with the clinical team." in page
    assert "Bake" in page
    assert "Early mornings" not in page
    assert browser.get(at(f"plans/{planned.plan.pk}/")).status_code == 200
    assert browser.get(at(f"plans/{planned.search.pk}/")).status_code == 404
    assert browser.get(at(f"plans/{planned.search.pk}/paper/pdf/")).status_code == 404
    assert "plan-steps" not in words(browser.get(at(f"plans/{planned.plan.pk}/")))


def test_the_words_of_an_unshared_plan_are_no_record_of_a_clinician(browser_of, at, planned):
    hidden = PlanPart.objects.get(plan=planned.search).pk
    shown = PlanPart.objects.filter(plan=planned.plan).first().pk
    clinician, reviewer = browser_of("cleo"), browser_of("rex")
    assert clinician.get(at(f"records/plan-part/{hidden}/")).status_code == 404
    assert clinician.get(at(f"records/plan-part/{shown}/")).status_code == 200
    assert reviewer.get(at(f"records/plan-part/{hidden}/")).status_code == 200
    assert reviewer.get(at(f"plans/{planned.search.pk}/")).status_code == 200


@pytest.mark.parametrize(("form", "read"), [("pdf", words_of_pdf), ("word", words_of_word)])
@pytest.mark.parametrize("large", ["", "?large=yes"])
def test_a_plan_is_handed_over_on_paper(browser_of, at, planned, form, read, large):
    answer = browser_of("ana").get(at(f"plans/{planned.plan.pk}/paper/{form}/{large}"))
    text = read(answer.content)
    for said in ("Action plan", "Mo Ahmed", "Bake <b>bread</b>", "Visit Rose Bakery", "My signature"):
        assert said in text, said
    assert "Mo Ahmed" in answer["Content-Disposition"]
    assert readings_of(planned.mo).filter(page__startswith="Action plan, as").count() == 1


def test_there_is_no_third_form_of_paper(browser_of, at, planned):
    assert browser_of("ana").get(at(f"plans/{planned.plan.pk}/paper/odt/")).status_code == 404


def test_the_plan_as_a_message_to_paste(browser_of, at, planned):
    page = words(browser_of("ana").get(at(f"plans/{planned.plan.pk}/")))
    message = page.partition('id="message"')[2].partition("</textarea>")[0]
    for said in ("Action plan", "WHAT I WANT", "for the town", "What: Visit Rose Bakery", "Hillside IPS"):
        assert said in message, said
    assert "signature" not in message


@pytest.fixture
def mo_signed_in(planned, laying_down):
    with laying_down(on=planned.today):
        account = Account.objects.create(email="mo@example.org", full_name="Mo Ahmed", password="!")
        RoleHeld.objects.create(
            account=account, service=planned.service, role="client", client=planned.mo, started_on=LONG_AGO
        )
    return signed_in(account)


def test_the_person_reads_all_their_plans_and_takes_them_along(mo_signed_in, at, planned):
    assert "Read your plans" in words(mo_signed_in.get(at("my-record/")))
    page = words(mo_signed_in.get(at("my-record/plans/")))
    for said in ("Your plans", "for the town", "Early mornings", "Not shared with your clinical team"):
        assert said in page, said
    assert "plan-steps" not in page
    paper = mo_signed_in.get(at(f"my-record/plans/{planned.search.pk}/pdf/"))
    assert "Early mornings" in words_of_pdf(paper.content)
    assert not readings_of(planned.mo).exists()


def test_the_person_finds_nobody_else_s_plan(mo_signed_in, at, planned, laying_down):
    with laying_down(on=planned.today):
        other = type(planned.plan).objects.create(
            service=planned.service, episode=planned.other_episode, kind="action_plan", agreed_on=planned.today
        )
    assert mo_signed_in.get(at(f"my-record/plans/{other.pk}/pdf/")).status_code == 404
    assert mo_signed_in.get(at(f"plans/{planned.plan.pk}/")).status_code == 403


def test_a_disclosure_plan_leads_to_where_its_words_are(browser_of, at, planned, laying_down):
    with laying_down(on=planned.today):
        told = type(planned.plan).objects.create(
            service=planned.service, episode=planned.episode, kind="disclosure_plan", agreed_on=planned.today
        )
    browser = browser_of("ana")
    for address in (f"plans/{told.pk}/", f"clients/{planned.mo.pk}/plans/"):
        page = words(browser.get(at(address)))
        assert "What was agreed stands under" in page
        assert "Write them down" not in page
