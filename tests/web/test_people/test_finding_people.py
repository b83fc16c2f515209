"""The list: who is in it, how people are found, how much it asks of the database."""

from datetime import date

import pytest

from placewell.web.forms.clients import birth_date
from tests.web.test_people.conftest import client, words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12/3/1980", date(1980, 3, 12)),
        ("12.03.80", date(1980, 3, 12)),
        ("12 March 1980", date(1980, 3, 12)),
        ("12th mar 1980", date(1980, 3, 12)),
        ("1980-03-12", date(1980, 3, 12)),
        ("12031980", date(1980, 3, 12)),
        ("1/1/30", date(1930, 1, 1)),
        ("31/2/1980", None),
        ("12/13/1980", None),
        ("Ahmed", None),
        ("12 Ahm 1980", None),
        ("9434765919", None),
    ],
)
def test_a_date_of_birth_is_understood_as_people_type_it(typed, found, today):
    assert birth_date(words=typed, today=today) == found


@pytest.mark.parametrize("typed", ["ahm", "AHMED mo", "943 476 5919", "943-476-5919", "12 march 1980", "12/3/80"])
def test_a_person_is_found_by_name_number_and_birth(browser_of, at, typed):
    page = words(browser_of("sue").get(at("clients/"), {"q": typed}))
    assert "Ahmed, Mo" in page
    assert "Begum" not in page


def test_a_specialist_sees_their_own_people_and_nobody_elses(browser_of, at):
    page = words(browser_of("ana").get(at("clients/")))
    assert "Ahmed, Mo" in page
    assert "Begum" not in page
    assert "1 person" in page


def test_filters_stand_in_the_address_and_narrow(browser_of, at, unit):
    browser = browser_of("sue")
    assert "Begum" not in words(browser.get(at("clients/"), {"worker": unit.ana.pk}))
    assert "Ahmed" not in words(browser.get(at("clients/"), {"team": unit.teams[1].pk}))
    assert "Nobody you can see matches" in words(browser.get(at("clients/"), {"stage": "in_work"}))
    assert "2 people" in words(browser.get(at("clients/"), {"stage": "engagement", "sort": "contact"}))


@pytest.mark.parametrize(
    "odd", ["?stage=x&worker=999999999999&page=-4&sort=;", "?q=%00%F0%9F%98%80", "?page=99&team=a"]
)
def test_an_address_that_makes_no_sense_still_shows_people(browser_of, at, odd):
    assert browser_of("sue").get(at("clients/") + odd).status_code == 200


def test_the_list_takes_25_a_page_and_at_most_12_questions(
    browser_of, at, unit, laying_down, django_assert_max_num_queries
):
    with laying_down(on=unit.today):
        for number in range(60):
            client(unit.service, f"Given{number:02d}", "Zed")
    browser = browser_of("sue")
    browser.get(at("clients/"))
    with django_assert_max_num_queries(12):
        page = words(browser.get(at("clients/"), {"q": "zed", "page": 2}))
    assert "26 to 50 of 60 people" in page
    assert page.count("<tr role") == 26
    assert "?q=zed&amp;page=3" in page


def test_who_has_nobody_is_told_what_happens_next(browser_of, at, unit, laying_down):
    browser = browser_of("ana")
    with laying_down(on=unit.today):
        type(unit.mo).objects.update(withdrawn_at=unit.mo.recorded_at, withdrawn_because="made up")
    assert "There is nobody here yet" in words(browser.get(at("clients/")))
