"""What employers may hear: shown before a contact, refused with the words kept, withdrawn with one button."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from placewell.records import models
from tests.questions import asks
from tests.web.test_people.conftest import day_parts, words

WORDS = "Mo is at his best early in the day."
# session, account, roles and their teams, own teams, the person, the reading, three of decisions, overrides, episodes
QUERIES = 11


def plainly(answer) -> str:
    """What a page says, without its marks."""
    text = re.sub(r"<[^>]+>", " ", words(answer).partition("<main")[2])
    return " ".join(text.split())


@pytest.fixture
def talk(at, unit):
    """`talk(browser, choice="tell_some", …)`: record a talk as its form sends it."""

    def record(browser, **changed):
        sent = {
            "submission": str(uuid4()), **day_parts("held_on", unit.today), "choice": "tell_some",
            "specialist_may_contact_employers": "no", "pros_and_cons": "yes", "wording_agreed": "yes",
        }  # fmt: skip
        return browser.post(at(f"episodes/{unit.episode.pk}/disclosure/new/"), sent | changed)

    return record


@pytest.fixture
def contact(at, unit):
    """`contact(browser, employer_name=…)`: record an employer contact about Mo as its form sends it."""

    def record(browser, **changed):
        sent = {
            "submission": str(uuid4()), "employer_name": "Rose Bakery Ltd", **day_parts("made_on", unit.today),
            "mode": "telephone", "purpose": "introduce", "hiring_authority": "no", "staff": unit.ana.pk,
        }  # fmt: skip
        return browser.post(at(f"episodes/{unit.episode.pk}/employer-contacts/new/"), sent | changed)

    return record


def test_the_page_says_what_holds_and_how_it_came_about(browser_of, at, unit, talk):
    browser, page = browser_of("ana"), at(f"clients/{unit.mo.pk}/disclosure/")
    said = plainly(browser.get(page))
    assert "Not talked about" in said
    assert "No decision is recorded yet" in said
    assert "The person withdraws" not in said
    talk(browser, may_say=WORDS, must_not_say="The ward", who_tells="specialist", may_contact="Rose Bakery Ltd",
         must_not_contact="Lily Flowers")  # fmt: skip
    said = plainly(browser.get(page))
    assert "Only employers named" in said
    assert "the person said yes to the employers they named only" in said
    assert f"May be said {WORDS}" in said
    assert "Must not be said The ward" in said
    assert "No Lily Flowers" in said
    assert "Yes Rose Bakery Ltd" in said
    assert "Tell some We may not contact employers in general" in said
    assert models.Employer.objects.filter(name="Lily Flowers").exists()


def test_it_asks_the_database_so_often(browser_of, at, unit, talk):
    browser = browser_of("ana")
    talk(browser, may_say=WORDS, may_contact="Rose Bakery Ltd")
    browser.get(at(f"clients/{unit.mo.pk}/disclosure/"))
    with asks(QUERIES):
        browser.get(at(f"clients/{unit.mo.pk}/disclosure/"))


def test_an_employer_whose_name_is_near_is_asked_about(browser_of, unit, talk):
    answer = talk(browser_of("ana"), may_contact="Rose Bakery")
    assert "but Rose Bakery Ltd is near to it" in words(answer)
    assert "Rose Bakery</textarea>" in words(answer)
    assert models.DisclosureDiscussion.objects.count() == 0


def test_a_talk_begins_with_what_was_agreed_before(browser_of, at, unit, talk):
    browser = browser_of("ana")
    talk(browser, may_say=WORDS, may_contact="Rose Bakery Ltd", must_not_contact="Lily Flowers")
    page = words(browser.get(at(f"episodes/{unit.episode.pk}/disclosure/new/")))
    for kept in (WORDS, "Rose Bakery Ltd", "Lily Flowers"):
        assert f"{kept}</textarea>" in page
    assert re.search(r'value="tell_some"[^>]*checked', page) is None


def test_a_contact_that_is_not_allowed_is_refused_with_the_ways_out_and_every_word(browser_of, unit, contact):
    browser = browser_of("ana")
    answer = contact(browser, mode="letter")
    page = words(answer)
    assert answer.status_code == 200
    assert "Not recorded: no talk about what to tell employers is recorded" in page
    assert 'value="Rose Bakery Ltd"' in page
    assert re.search(r'value="letter"[^>]*checked', page)
    assert f'/episodes/{unit.episode.pk}/disclosure/new/" target="_blank"' in page
    assert 'employer-contacts/new/" target="_blank"' in page
    assert 'name="against_plan"' in page
    assert models.EmployerContact.objects.count() == 0


def test_the_form_shows_what_may_be_said_to_whom(browser_of, at, unit, talk):
    browser, page = browser_of("ana"), at(f"episodes/{unit.episode.pk}/employer-contacts/new/")
    assert 'name="against_plan"' not in words(browser.get(page))
    talk(browser, may_say=WORDS, must_not_say="The ward", may_contact="Rose Bakery Ltd", who_tells="both")
    said = plainly(browser.get(page))
    assert "Locked" in said
    assert f"May be said: {WORDS}" in said
    assert "Must not be said: The ward" in said
    assert "Rose Bakery Ltd: yes" in said


def test_an_emergency_is_marked_and_read_by_the_supervisor(browser_of, at, unit, contact):
    ana, sue = browser_of("ana"), browser_of("sue")
    again = contact(ana, against_plan="He had fainted at the counter")
    assert again.status_code == 302
    for page in (f"clients/{unit.mo.pk}/", f"clients/{unit.mo.pk}/disclosure/"):
        said = plainly(ana.get(at(page)))
        assert "He had fainted at the counter" in said
        assert "Not read" in said
    listed = sue.get(at("overrides/"))
    assert "He had fainted at the counter" in words(listed)
    address = re.search(r'href="([^"]+/read/)"', words(listed))[1]
    assert "He had fainted" in words(sue.get(address))
    led = sue.post(address, {"submission": str(uuid4())})
    said = plainly(sue.get(led["Location"]))
    assert "Marked as read" in said
    assert "Mark as read" not in said
    assert "Read by Sue" in said
    assert ana.get(at("overrides/")).status_code == 403


def test_the_person_withdraws_with_one_button(browser_of, at, unit, talk, contact):
    browser, page = browser_of("ana"), at(f"clients/{unit.mo.pk}/disclosure/")
    talk(browser, specialist_may_contact_employers="yes", may_say=WORDS)
    assert contact(browser).status_code == 302
    shown = words(browser.get(page))
    address = re.search(r'<form method="post" action="([^"]+withdraw/)"', shown)[1]
    answer = browser.post(
        address, {"submission": str(uuid4()), **day_parts("withdrawn_on", unit.today), "reason": "Tired"}
    )
    assert "the person withdrew" in plainly(browser.get(answer["Location"]))
    said = plainly(browser.get(page))
    assert "Locked" in said
    assert "The person withdrew: tell nobody" in said
    assert "“Tired”" in said
    assert "The person withdraws" not in said
    assert "the person chose to tell nobody" in words(contact(browser))
    assert models.EmployerContact.objects.count() == 1


def test_a_withdrawal_before_the_latest_talk_is_asked_again(browser_of, at, unit, talk):
    browser = browser_of("ana")
    talk(browser, specialist_may_contact_employers="yes")
    early = day_parts("withdrawn_on", unit.today - timedelta(days=3))
    answer = browser.post(at(f"clients/{unit.mo.pk}/disclosure/withdraw/"), {"submission": str(uuid4()), **early})
    assert "This lies before the latest talk" in words(answer)


def test_who_only_reads_sees_the_plan_and_no_button(browser_of, at, unit, talk):
    talk(browser_of("ana"), specialist_may_contact_employers="yes", may_say=WORDS)
    said = plainly(browser_of("cleo").get(at(f"clients/{unit.mo.pk}/disclosure/")))
    assert WORDS in said
    assert "Record a talk" not in said
    assert "The person withdraws" not in said


def test_the_terms_and_one_employer_are_corrected_each_by_themselves(browser_of, at, unit, talk):
    browser = browser_of("ana")
    talk(browser, may_say=WORDS, may_contact="Rose Bakery Ltd")
    terms, own = models.DisclosureTerms.objects.get(), models.EmployerException.objects.get()
    for kind, row in (("disclosure-terms", terms), ("employer-exception", own)):
        assert browser.get(at(f"records/{kind}/{row.pk}/")).status_code == 200
    sent = {
        "submission": str(uuid4()),
        "read_version": 1,
        "may_be_contacted": "yes",
        "how_much": "some",
        "words": "Early",
    }
    assert browser.post(at(f"records/employer-exception/{own.pk}/correct/"), sent).status_code == 302
    assert models.EmployerException.objects.get().words == "Early"
    half = {**sent, "submission": str(uuid4()), "read_version": 2, "how_much": ""}
    assert "Choose how much they may hear" in words(
        browser.post(at(f"records/employer-exception/{own.pk}/correct/"), half)
    )
    no = {**half, "may_be_contacted": "no"}
    assert "hears nothing" in words(browser.post(at(f"records/employer-exception/{own.pk}/correct/"), no))
