"""Visits made alone: planned, seen by the colleague who checks, overdue, safe."""

from datetime import time, timedelta
from uuid import uuid4

import pytest

from placewell.records import models
from tests.questions import asks
from tests.web.test_people.conftest import day_parts, words

YESTERDAY = timedelta(days=1)


def visit_form(unit, **changed) -> dict:
    answers = {
        "submission": str(uuid4()), **day_parts("begins_on", unit.today), "begins_time": "23:50", "back_by": "23:58",
        "place": "3 Mill Lane", "checks": unit.ben.pk, "phone": "07700 900001", "staff": unit.ana.pk,
    }  # fmt: skip
    return {**answers, **changed}


@pytest.fixture
def overdue(unit, laying_down):
    """Ana went to see Mo yesterday, and has not been heard of."""
    with laying_down(on=unit.today):
        return models.LoneVisit.objects.create(
            service=unit.service, staff=unit.ana, checks=unit.ben, episode=unit.episode, place="3 Mill Lane",
            phone="07700 900001", begins_on=unit.today - YESTERDAY, begins_time=time(14), back_by=time(15),
        )  # fmt: skip


def test_a_visit_is_planned_and_both_are_remembered_the_next_time(browser_of, at, unit):
    ana, where = browser_of("ana"), at(f"episodes/{unit.episode.pk}/visits/new/")
    page = words(ana.get(where))
    assert "data-outbox-waits=\"Your colleague does not know of this visit yet." in page
    seen = words(ana.get(ana.post(where, visit_form(unit))["Location"]))
    assert "Visit planned" in seen
    assert "I am safe" in seen
    assert models.LoneVisit.objects.get().episode == unit.episode
    assert 'value="07700 900001"' in words(ana.get(at("visits/new/")))


def test_what_a_colleague_should_know_is_shown_before_a_visit(browser_of, at, unit, laying_down):
    with laying_down(on=unit.today):
        models.Concern.objects.create(
            service=unit.service, episode=unit.episode, staff=unit.ana, noticed_on=unit.today, kind="other",
            note="A big dog", before_visits="The dog is loose in the yard.",
        )  # fmt: skip
    page = words(browser_of("ana").get(at(f"episodes/{unit.episode.pk}/visits/new/")))
    assert "To know before you go" in page
    assert "The dog is loose in the yard." in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"place": ""}, "Say where the visit is"),
        ({"phone": ""}, "Enter a telephone number"),
        ({"back_by": "23:50"}, "Enter a time after the visit begins"),
        ({"back_by": "late"}, "Enter the time like 14:05"),
        ({"begins_on[year]": "2019"}, "This day has gone by"),
    ],
)
def test_what_is_wrong_is_said(browser_of, at, unit, changed, said):
    assert said in words(browser_of("ana").post(at("visits/new/"), visit_form(unit, **changed)))
    assert models.LoneVisit.objects.count() == 0


def test_nobody_checks_on_themselves(browser_of, at, unit):
    page = words(browser_of("ana").post(at("visits/new/"), visit_form(unit, checks=unit.ana.pk)))
    assert "Choose a colleague who does not go on the visit" in page


def test_the_colleague_sees_who_is_overdue_where_and_whom_to_ring_but_not_a_name_out_of_reach(browser_of, at, overdue):
    page = words(browser_of("ben").get(at("visits/")))
    assert "<title>Overdue: out on visits" in page
    assert "3 Mill Lane (Somebody we support)" in page
    assert 'href="tel:07700 900001"' in page
    assert "Ben Carter checks" in page
    assert "Mo Ahmed" not in page
    assert "Mo" in words(browser_of("sue").get(at("visits/"))).split("3 Mill Lane")[1]


def test_one_tap_and_nobody_waits_any_more(browser_of, at, overdue):
    ana = browser_of("ana")
    page = words(ana.get(at(f"visits/{overdue.pk}/")))
    assert "Your colleague has NOT been told yet that you are safe" in page
    ana.post(at(f"visits/{overdue.pk}/safe/"), {"submission": str(uuid4())})
    assert "Safe" in words(ana.get(at(f"visits/{overdue.pk}/")))
    assert "Nobody is out on a visit alone" in words(browser_of("ben").get(at("visits/")))


def test_a_colleague_says_what_they_tried_and_how_they_heard(browser_of, at, overdue):
    ben = browser_of("ben")
    where = at(f"visits/{overdue.pk}/")
    assert "I am safe" not in words(ben.get(where))
    assert "Say how you tried" in words(ben.post(f"{where}tried/", {"submission": str(uuid4()), "note": ""}))
    ben.post(f"{where}tried/", {"submission": str(uuid4()), "note": "Rang twice, no answer."})
    assert "Rang twice, no answer." in words(ben.get(at("visits/")))
    assert "Say how you heard" in words(ben.post(f"{where}safe/", {"submission": str(uuid4()), "note": ""}))
    ben.post(f"{where}safe/", {"submission": str(uuid4()), "note": "She rang from the bus."})
    assert models.VisitWord.objects.filter(heard="safe").count() == 1


def test_a_later_time_is_what_counts(browser_of, at, unit):
    ana = browser_of("ana")
    ana.post(at("visits/new/"), visit_form(unit, back_by="23:55"))
    one = models.LoneVisit.objects.get()
    ana.post(at(f"visits/{one.pk}/longer/"), {"submission": str(uuid4()), "back_by": "23:59", "note": ""})
    assert "expected back by 23:59" in words(ana.get(at("visits/")))
    ana.post(at(f"visits/{one.pk}/call-off/"), {"submission": str(uuid4()), "because": "Ill"})
    assert "Called off: Ill" in words(ana.get(at(f"visits/{one.pk}/")))
    assert "Nobody is out" in words(ana.get(at("visits/")))


def test_clinicians_have_nothing_to_do_with_visits(browser_of, at, overdue):
    cleo = browser_of("cleo")
    assert cleo.get(at("visits/")).status_code == cleo.get(at(f"visits/{overdue.pk}/")).status_code == 403


def test_it_looks_again_by_itself_unless_told_not_to(browser_of, at, unit):
    ana = browser_of("ana")
    assert "looks_again" in words(ana.get(at("visits/")))
    assert "looks_again" not in words(ana.get(at("visits/"), {"still": "yes"}))


def test_questions_asked_of_the_database(browser_of, at, overdue):
    ben = browser_of("ben")
    for rest, number in (("visits/", 6), (f"visits/{overdue.pk}/", 6)):
        ben.get(at(rest))
        with asks(number):
            ben.get(at(rest))
