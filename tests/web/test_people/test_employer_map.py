"""Employers by postcode district: the map, the list that says the same, and the directory it leads to."""

import pytest

from placewell.records import models
from placewell.web.presenters import employer_map
from tests.questions import asks
from tests.web.test_people.conftest import words


@pytest.fixture
def town(unit, laying_down):
    """Employers in three districts, one with a site in a fourth, one nowhere and one in no known place."""
    with laying_down(on=unit.today):
        made = {}
        for name, postcode in (
            ("Quarry", "LE1 1AA"), ("Press", "le11ab"), ("Nursery", "LE2"), ("Garage", "LE12 5BD"), ("Stores", ""),
            ("Winery", "6011"),
        ):  # fmt: skip
            made[name] = models.Employer.objects.create(
                service=unit.service, key=name, name=name, postcode=postcode, sector="C" if name == "Press" else ""
            )
        models.Employer.objects.filter(pk=unit.employer.pk).update(postcode="")
        models.EmployerSite.objects.create(
            service=unit.service, employer=made["Quarry"], name="Mill Lane", postcode="LE5 4AA"
        )
    return made


@pytest.fixture
def page(at):
    return at("employers/map/")


def rows(told: str) -> list[str]:
    """The lines of the list, as read aloud."""
    listed = told.split("placewell-places")[1].split("</ol>")[0]
    return [line.split('">', 1)[1].split("</li>")[0].replace("</a>", "") for line in listed.split("<li>")[1:]]


def test_the_list_says_what_the_map_shows(browser_of, page, town):
    told = words(browser_of("ana").get(page))
    assert rows(told) == [
        "LE1, Leicester: 2 employers", "LE12, Leicester: 1 employer", "LE2, Leicester: 1 employer",
        "LE5, Leicester: 1 employer",
    ]  # fmt: skip
    assert told.count("<circle") == 4
    assert "<title>LE1, Leicester: 2 employers</title>" in told
    assert "4 employers</h2>" in told
    assert "6011 (1)" in told
    assert "Without a postcode: 2 employers." in told
    assert "Open Government Licence" in told


def test_the_nearest_to_a_postcode_stands_first(browser_of, page, town):
    ana = browser_of("ana")
    told = rows(words(ana.get(page, {"from": "le2 7gh"})))
    assert [line.split(",")[0] for line in told] == ["LE2", "LE1", "LE5", "LE12"]
    assert "in the same district" in told[0]
    assert "about 2 miles away" in told[1]
    assert "“Narnia” is no postcode that is known here" in words(ana.get(page, {"from": "Narnia"}))


def test_the_map_follows_the_directory_and_leads_back_to_it(browser_of, at, page, town):
    ana = browser_of("ana")
    assert rows(words(ana.get(page, {"q": "manufacturing"}))) == ["LE1, Leicester: 1 employer"]
    told = words(ana.get(page))
    assert f'href="{at("employers/")}?district=LE1"' in told
    for district, expected in (
        ("LE1", {"Quarry", "Press"}), ("LE12", {"Garage"}), ("le5", {"Quarry"}), ("LE2 9XX", {"Nursery"}),
        ("LE", {"Quarry", "Press", "Nursery", "Garage"}), ("L", set()), ("LE3", set()),
    ):  # fmt: skip
        told = words(ana.get(at("employers/"), {"district": district}))
        assert {name for name in (*town, "Rose Bakery") if f">{name}" in told} == expected, district
    assert "In the postcodes that begin with LE12." in words(ana.get(at("employers/"), {"district": "LE12"}))
    assert 'name="district" value="LE12"' in words(ana.get(at("employers/"), {"district": "LE12"}))


def test_many_districts_are_drawn_as_areas_that_open_their_own_map(browser_of, page, town, monkeypatch):
    monkeypatch.setattr(employer_map, "AT_MOST", 3)
    ana = browser_of("ana")
    told = words(ana.get(page, {"q": "e"}))
    assert rows(told) == ["LE, Leicester: 4 employers"]
    assert f'href="{page}?q=e&amp;district=LE"' in told
    assert len(rows(words(ana.get(page, {"district": "LE"})))) == 4


def test_nobody_anywhere_is_said(browser_of, page, unit):
    assert "No employer has a postcode that is known here yet." in words(browser_of("ana").get(page))


def test_who_does_not_record_employers_finds_no_map(browser_of, page):
    assert browser_of("cleo").get(page).status_code in (403, 404)


def test_questions_asked_of_the_database(browser_of, page, town):
    ana = browser_of("ana")
    ana.get(page)
    with asks(5):
        ana.get(page)
