"""Another team's people: nothing is there, whatever is asked, and nothing says that there is."""

import re

import pytest

from placewell.records import models
from placewell.web.pages.records.kinds import KINDS
from tests.web.test_people.conftest import words

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
OF_PERSON = ["clients/{noor}/", "clients/{noor}/timeline/", "clients/{noor}/read-by/", "clients/{noor}/referrals/new/"]
OF_EPISODE = [
    "key-worker", "cover", "step-down", "exit", "contacts/new", "profiles/new", "preferences", "plans/new",
    "benefits-advice/new", "disclosure/new", "employer-contacts/new", "jobs/new",
]  # fmt: skip


@pytest.mark.parametrize("method", ["get", "post"])
def test_other_teams_get_404(browser_of, at, unit, method):
    browser = browser_of("ana")
    addresses = [address.format(noor=unit.noor.pk) for address in OF_PERSON]
    addresses += [f"clients/{unit.noor.pk}/support/new/"]
    addresses += [f"episodes/{unit.other_episode.pk}/{address}/" for address in OF_EPISODE]
    addresses += [f"records/{kind}/{pk}/{end}" for kind, pk in (("person", unit.noor.pk), ("episode", unit.other_episode.pk))
                  for end in ("", "correct/", "withdraw/")]  # fmt: skip
    for address in addresses:
        answer = getattr(browser, method)(at(address))
        assert answer.status_code == 404, address
        assert "Noor" not in words(answer)
        assert "Begum" not in words(answer)


def test_a_record_that_is_not_there_looks_like_one_out_of_reach(browser_of, at, unit):
    browser = browser_of("ana")
    there, nowhere = (browser.get(at(f"clients/{pk}/")) for pk in (unit.noor.pk, 10**8))
    said = [TOKEN.sub("", words(answer)) for answer in (there, nowhere)]
    assert said[0] == said[1]


def test_a_clinician_reads_and_refers_and_records_nothing_else(browser_of, at, unit):
    browser = browser_of("cleo")
    page = words(browser.get(at(f"clients/{unit.mo.pk}/")))
    assert "Mo Ahmed" in page
    for link in ("Record a contact", "Correct these details", "End support"):
        assert link not in page
    assert browser.get(at(f"clients/{unit.noor.pk}/")).status_code == 404
    for address in OF_EPISODE:
        assert browser.post(at(f"episodes/{unit.episode.pk}/{address}/")).status_code == 403, address


def test_a_reviewer_reads_everybody_and_changes_nothing(browser_of, at, unit):
    browser = browser_of("rex")
    for person in (unit.mo, unit.noor):
        assert browser.get(at(f"clients/{person.pk}/")).status_code == 200
        assert browser.get(at(f"records/person/{person.pk}/correct/")).status_code == 403


def test_a_word_that_is_no_kind_of_record_is_not_found(browser_of, at):
    assert browser_of("sue").get(at("records/salary/1/")).status_code == 404


def test_every_kind_of_record_names_a_model_of_its_own():
    assert len({kind.model for kind in KINDS.values()}) == len(KINDS)


def test_reading_a_page_about_a_person_is_logged_and_shown(browser_of, at, unit):
    browser = browser_of("ana")
    browser.get(at(f"clients/{unit.mo.pk}/"))
    browser.get(at(f"episodes/{unit.episode.pk}/contacts/new/"))
    browser.get(at(f"records/person/{unit.mo.pk}/"))
    assert models.ReadingLog.objects.filter(client=unit.mo, by=browser.account).count() == 3
    page = words(browser.get(at(f"clients/{unit.mo.pk}/read-by/")))
    assert page.count("<td role") == 4 * 3
    assert "Record a contact" in page


def test_a_refused_page_logs_no_reading(browser_of, at, unit):
    browser_of("ana").get(at(f"clients/{unit.noor.pk}/"))
    assert models.ReadingLog.objects.count() == 0
