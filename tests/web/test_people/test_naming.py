"""Names of employers: offered while one is typed, and asked about when one looks like another."""

from uuid import uuid4

import pytest

from placewell.records import models
from placewell.web.pages import naming
from tests.questions import asks
from tests.web.test_people.conftest import words

ASKED = "Which employer do you mean?"


@pytest.fixture
def more(unit, laying_down):
    """Lays down employers of these names."""

    def add(*names: str, **facts) -> list[models.Employer]:
        with laying_down(on=unit.today):
            return [
                models.Employer.objects.create(service=unit.service, key=f"x{name}", name=name, **facts)
                for name in names
            ]

    return add


def new(name: str, **told) -> dict:
    return {"submission": str(uuid4()), "name": name, "sector": "", "size_band": "", "postcode": "", **told}


def test_what_is_typed_is_answered_with_names_and_what_it_looks_like(browser_of, at, unit, more):
    (baker,) = more("Rose Café", postcode="LE2 7GH")
    ana = browser_of("ana")
    told = ana.get(at("employers/named/"), {"name": "rose cafe  limited"}).json()
    assert told["near"] == [
        {"name": "Rose Café", "says": "Rose Café of LE2 7GH", "address": at(f"employers/{baker.pk}/"), "same": False}
    ]
    told = ana.get(at("employers/named/"), {"name": "ROSE"}).json()
    assert told["names"] == ["Rose Bakery Ltd", "Rose Café"]


def test_an_employer_without_a_postcode_is_told_by_its_site(browser_of, at, unit, laying_down):
    with laying_down(on=unit.today):
        models.EmployerSite.objects.create(service=unit.service, employer=unit.employer, name="Mill Lane")
        models.Employer.objects.filter(pk=unit.employer.pk).update(postcode="")
    told = browser_of("ana").get(at("employers/named/"), {"name": "the rose bakery"}).json()
    assert [(one["says"], one["same"]) for one in told["near"]] == [("Rose Bakery Ltd of Mill Lane", False)]


@pytest.mark.parametrize("typed", ["", "r", "\0", "  ", "?" * 500])
def test_too_little_is_answered_with_nothing(browser_of, at, typed):
    assert browser_of("ana").get(at("employers/named/"), {"name": typed}).json() == {"names": [], "near": []}


def test_a_new_employer_like_a_known_one_is_asked_about_and_that_one_used(browser_of, at, unit):
    ana, form = browser_of("ana"), at("employers/new/")
    refused = words(ana.post(form, new("The Rose Bakery", postcode="LE2 7GH")))
    assert ASKED in refused
    assert "Rose Bakery Ltd" in refused
    assert "Add “The Rose Bakery” as a new employer" in refused
    assert 'value="LE2 7GH"' in refused
    used = ana.post(form, new("The Rose Bakery", which_employer=str(unit.employer.pk)))
    assert used["Location"] == at(f"employers/{unit.employer.pk}/")
    assert models.Employer.objects.count() == 1


def test_it_is_another_one(browser_of, at):
    ana, form = browser_of("ana"), at("employers/new/")
    assert ASKED in words(ana.post(form, new("Rose Bakery Ltd")))
    done = ana.post(form, new("Rose Bakery Ltd", which_employer="new", postcode="LE5 1AA"))
    assert "recorded=" in done["Location"]
    assert list(models.Employer.objects.order_by("pk").values_list("name", "postcode"))[1] == (
        "Rose Bakery Ltd",
        "LE5 1AA",
    )


def test_a_name_like_no_other_is_added_without_a_question(browser_of, at):
    assert browser_of("ana").post(at("employers/new/"), new("Zebra Zoo", which_employer="new")).status_code == 302


def test_names_like_this_one_stand_on_the_page_that_makes_one_of_two(browser_of, at, unit, more):
    more("Rose's Bakery", "Quarry Ltd")
    merge, ana = at(f"employers/{unit.employer.pk}/merge/"), browser_of("ana")
    told = words(ana.get(merge))
    assert "Names like this one" in told
    assert '?name=Rose%27s%20Bakery"' in told
    assert "?name=Quarry" not in told
    assert 'value="Rose&#x27;s Bakery"' in words(ana.get(merge, {"name": "Rose's Bakery"}))


def test_of_many_names_the_last_spoken_to_go_with_the_form(browser_of, at, more, monkeypatch):
    monkeypatch.setattr(naming, "OFFERED", 2)
    more("Abbey", "Bridge", "Castle")
    told = words(browser_of("ana").get(at("employer-contacts/new/")))
    assert '<option value="Abbey">' in told
    assert '<option value="Castle">' not in told


def test_questions_asked_of_the_database(browser_of, at, more):
    more("Rose Café", "Rose and Crown")
    ana = browser_of("ana")
    for address, number in ((at("employers/named/?name=rose cafe"), 6), (at("employers/new/"), 3)):
        ana.get(address)
        with asks(number):
            ana.get(address)
