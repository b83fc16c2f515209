"""Corrections keep the old version; two people who correct the same see both and choose."""

import re
from uuid import uuid4

import pytest

from placewell.records import models
from tests.web.test_people.conftest import words


@pytest.fixture
def correcting(at, unit):
    return at(f"records/person/{unit.mo.pk}/correct/")


def details(read_version=1, **changed) -> dict:
    answers = {"submission": str(uuid4()), "read_version": read_version, "given_name": "Mo", "family_name": "Ahmed"}
    return {**answers, **changed}


def test_a_correction_keeps_the_version_before_and_shows_it(browser_of, at, unit, correcting):
    browser = browser_of("ana")
    assert browser.post(correcting, details(phone="07700 900123", because="New phone")).status_code == 302
    unit.mo.refresh_from_db()
    assert (unit.mo.phone, unit.mo.version, unit.mo.nhs_number) == ("07700 900123", 2, "")
    page = words(browser.get(at(f"records/person/{unit.mo.pk}/")))
    assert "Earlier versions" in page
    assert "New phone" in page
    assert "943 476 5919" in page


def test_what_was_answered_before_stands_in_the_form(browser_of, correcting):
    page = words(browser_of("ana").get(correcting))
    assert 'value="Ahmed"' in page
    assert 'value="9434765919"' in page
    assert 'name="date_of_birth[month]"' in page
    assert 'name="read_version"' in page


def test_two_people_who_correct_the_same_both_see_it_and_choose(browser_of, unit, correcting):
    ana, sue = browser_of("ana"), browser_of("sue")
    sue.post(correcting, details(phone="0111", email="mo@example.org"))
    both = ana.post(correcting, details(phone="0222"))
    page = words(both)
    assert both.status_code == 409
    assert "Somebody else changed this meanwhile" in page
    assert "0111" in page
    assert "0222" in page
    unit.mo.refresh_from_db()
    assert unit.mo.phone == "0111"
    carried = dict(re.findall(r'<input type="hidden" name="([\w\[\]]+)" value="([^"]*)">', page))
    assert carried["read_version"] == "2"
    chosen = {name: value for name, value in carried.items() if name != "csrfmiddlewaretoken"}
    assert ana.post(correcting, chosen).status_code == 302
    unit.mo.refresh_from_db()
    assert (unit.mo.phone, unit.mo.version) == ("0222", 3)
    assert models.Version.objects.filter(record="client", row=unit.mo.pk).count() == 2


def test_a_record_others_rest_on_is_not_withdrawn(browser_of, at, unit):
    address = at(f"records/episode/{unit.episode.pk}/withdraw/")
    page = words(browser_of("ana").post(address, {"submission": str(uuid4()), "because": "Mistake"}))
    assert "Other records rest on this one: 1 allocation" in page


def test_a_withdrawal_needs_its_reason(browser_of, at, unit):
    page = words(
        browser_of("sue").post(
            at(f"records/person/{unit.mo.pk}/withdraw/"), {"submission": str(uuid4()), "because": " "}
        )
    )
    assert "Say why this is withdrawn" in page


def test_support_that_is_corrected_takes_its_allocations_along(browser_of, at, unit):
    allocation = models.Allocation.objects.get(episode=unit.episode)
    earlier = unit.episode.entered_on.replace(day=1)
    sent = {
        "submission": str(uuid4()), "read_version": 1, "work_status_at_entry": "out_of_work", "team": unit.teams[0].pk,
        "entered_on[day]": "1", "entered_on[month]": earlier.month, "entered_on[year]": earlier.year,
    }  # fmt: skip
    assert browser_of("ana").post(at(f"records/episode/{unit.episode.pk}/correct/"), sent).status_code == 302
    allocation.refresh_from_db()
    assert allocation.started_on == earlier


@pytest.mark.parametrize("who", ["ana", "sue"])
def test_a_persons_page_asks_the_database_at_most_12_times(browser_of, at, unit, who, django_assert_max_num_queries):
    browser = browser_of(who)
    browser.get(at(f"clients/{unit.mo.pk}/"))
    with django_assert_max_num_queries(12):
        page = words(browser.get(at(f"clients/{unit.mo.pk}/")))
    assert "Support began" in page
    assert "Key worker: Ana Silva" in page
