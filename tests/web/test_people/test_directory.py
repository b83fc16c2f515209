"""The unit's directory: who spoke last, what is next, people and sites, whom to mind, two made one."""

from datetime import timedelta
from uuid import uuid4

import pytest

from placewell.records import models
from placewell.records.job_development import courses_with, cups_with
from tests import given
from tests.questions import asks
from tests.web.test_people.conftest import day_parts, words

FIRST = "Nobody of us has been in touch yet."


def visit(unit, **changed) -> dict:
    """A visit to the bakery as its form sends it."""
    return {
        "submission": str(uuid4()), "employer_name": "Rose Bakery Ltd", **day_parts("made_on", unit.today),
        "mode": "face_to_face", "purpose": "introduce", "hiring_authority": "yes", "planned": "yes",
        "occupation_group": "", "staff": unit.ana.pk, **changed,
    }  # fmt: skip


@pytest.fixture
def page(at, unit):
    return at(f"employers/{unit.employer.pk}/")


@pytest.fixture
def form(at):
    return at("employer-contacts/new/")


def test_the_page_says_who_spoke_last_and_what_is_next(browser_of, page, form, unit):
    ana = browser_of("ana")
    told = words(ana.get(page))
    assert FIRST in told
    assert "Visit and introduce yourself" in told
    ana.post(form, visit(unit, met="Kit Moss", learned="They bake from four.", next_what="Bring the leaflet"))
    told = words(ana.get(page))
    assert f"We last spoke on {unit.today:%-d %B %Y}: Ana Silva; 1 visit in person so far." in told
    assert "Go back and learn what they do and need" in told
    for said in ("Met Kit Moss", "They bake from four.", "Bring the leaflet", "can hire"):
        assert said in told
    step = models.Step.objects.get()
    assert (step.employer, step.employer_contact, step.staff) == (
        unit.employer,
        models.EmployerContact.objects.get(),
        unit.ana,
    )


def test_meeting_somebody_again_opens_the_form_nearly_filled_in(browser_of, page, form, unit):
    ana = browser_of("ana")
    ana.post(form, visit(unit, met="Kit Moss"))
    again = words(ana.get(page)).split('placewell-not-printed" href="/s')[1].split('"')[0].replace("&amp;", "&")
    told = words(ana.get(f"/s{again}"))
    assert 'value="Kit Moss"' in told
    assert 'value="Rose Bakery Ltd"' in told
    assert told.count(" checked") >= 4
    ana.post(form, visit(unit, met="kit  moss", purpose="learn_needs"))
    assert models.EmployerPerson.objects.count() == 1


def test_a_colleague_in_touch_is_named_before_anybody_calls(browser_of, page, form, unit):
    browser_of("ana").post(form, visit(unit))
    ben = browser_of("ben")
    warned = f"Ana Silva was in touch on {unit.today:%-d %B %Y}. Speak with them before you call."
    assert warned in words(ben.get(page))
    assert warned in words(ben.get(form, {"employer": unit.employer.pk}))
    assert warned not in words(browser_of("sue").get(form))


def test_who_is_to_be_left_alone_is_said_and_not_listed(browser_of, at, page, form, unit):
    ana = browser_of("ana")
    about = at(f"employers/{unit.employer.pk}/about/")
    told = {"submission": str(uuid4()), "leave_alone_because": "They asked us to wait", "needs": "Early shifts"}
    assert ana.post(about, told).status_code == 302
    assert "They asked us to wait" in words(ana.get(form, {"employer": unit.employer.pk}))
    assert "Early shifts" in words(ana.get(page))
    assert "Early shifts" in words(ana.get(about))
    assert "Rose Bakery" not in words(ana.get(at("employers/next/")))


def test_whom_to_see_next_says_why(browser_of, at, form, unit):
    ana = browser_of("ana")
    ana.post(form, visit(unit, purpose="learn_needs"))
    told = words(ana.get(at("employers/next/"), {"cup": "learned"}))
    assert "Return with a person whose wishes fit" in told
    assert f"Because we learned what they need on {unit.today:%-d %B %Y}" in told
    assert "Rose Bakery" not in words(ana.get(at("employers/next/"), {"cup": "not_met"}))
    assert "Rose Bakery" not in words(ana.get(at("employers/next/"), {"cup": "hired"}))


def test_the_cups_of_many_are_those_of_each(browser_of, form, unit):
    ana, employers = browser_of("ana"), models.Employer.objects.standing()
    assert cups_with(employers, unit.today) == {}
    for purpose in ("introduce", "learn_needs", "present_person", "introduce"):
        ana.post(form, visit(unit, purpose=purpose))
        (course,) = courses_with([unit.employer.pk], unit.today).values()
        assert cups_with(employers, unit.today) == {unit.employer.pk: (course.standing.cup, str(course.last_on))}
        assert cups_with(employers, unit.today - timedelta(days=1)) == {}


def test_a_site_and_a_person_are_added_and_corrected(browser_of, at, page, unit):
    ana = browser_of("ana")
    ana.post(at(f"employers/{unit.employer.pk}/sites/new/"), {"submission": str(uuid4()), "name": "High Street"})
    site = models.EmployerSite.objects.get()
    told = {"submission": str(uuid4()), "full_name": "Kit Moss", "job_title": "Head baker", "site": site.pk}
    ana.post(at(f"employers/{unit.employer.pk}/people/new/"), told)
    kit = models.EmployerPerson.objects.get()
    assert "Head baker, High Street" in words(ana.get(page))
    correct = at(f"records/employer-person/{kit.pk}/correct/")
    assert "Head baker" in words(ana.get(correct))
    gone = {**told, "submission": str(uuid4()), "read_version": 1, **day_parts("left_on", unit.today), "because": "x"}
    assert ana.post(correct, gone).status_code == 302
    assert "Kit Moss" not in words(ana.get(page))


def test_it_is_found_by_place_trade_and_kind_of_work(browser_of, at, form, unit, laying_down):
    with laying_down(on=unit.today):
        models.EmployerSite.objects.create(service=unit.service, employer=unit.employer, name="Mill Lane")
        models.Employer.objects.filter(pk=unit.employer.pk).update(sector="I")
        models.Employer.objects.create(service=unit.service, key="m2", name="Quarry Ltd", sector="B")
    ana = browser_of("ana")
    ana.post(form, visit(unit, occupation_group="92"))
    for looked in ("rose", "mill", "cafés", "elementary admin", "bakery mill"):
        told = words(ana.get(at("employers/"), {"q": looked}))
        assert ("Rose Bakery" in told, "Quarry" in told) == (True, False), looked


def test_two_are_made_one(browser_of, at, page, unit, laying_down):
    with laying_down(on=unit.today):
        models.Employer.objects.create(service=unit.service, key="m2", name="Rose's Bakery")
    ana, merge = browser_of("ana"), at(f"employers/{unit.employer.pk}/merge/")
    itself = ana.post(merge, {"submission": str(uuid4()), "employer_name": "Rose Bakery Ltd"})
    assert "cannot be merged with itself" in words(itself)
    assert 'href="#id_employer_name"' in words(itself)
    nobody = ana.post(merge, {"submission": str(uuid4()), "employer_name": "Zebra Zoo"})
    assert "No employer has this name" in words(nobody)
    done = ana.post(merge, {"submission": str(uuid4()), "employer_name": "Rose's Bakery"})
    assert done["Location"].startswith(page)
    assert models.Employer.objects.standing().count() == 1


def test_the_next_step_of_an_employer_contact_is_undone_with_it(browser_of, form, unit):
    ana = browser_of("ana")
    done = ana.post(form, visit(unit, met="Kit Moss", next_what="Bring the leaflet"))
    event = done["Location"].rpartition("=")[2]
    ana.post(f"/s/{unit.service.pk}/records/undo/{event}/", {"submission": str(uuid4()), "because": "Wrong day"})
    for kind in (models.EmployerContact, models.EmployerVisit, models.Step):
        assert kind.objects.standing().count() == 0


def test_a_day_without_a_next_step_is_asked_about(browser_of, form, unit):
    told = browser_of("ana").post(form, visit(unit, **day_parts("next_due_on", unit.today + timedelta(days=3))))
    assert "Enter what will be done by that day" in words(told)
    assert models.EmployerContact.objects.count() == 0


def test_questions_asked_of_the_database(browser_of, at, page, form, unit):
    ana = browser_of("ana")
    ana.post(form, visit(unit, met="Kit Moss"))
    for address, number in ((page, 15), (at("employers/"), 7), (at("employers/next/"), 9)):
        ana.get(address)
        with asks(number):
            assert ana.get(address).status_code == 200


def again(unit, **changed) -> dict:
    """Another visit as its form sends it, with the answers that were filled in."""
    sent = visit(unit, **{"purpose": "learn_needs", "met": "Kit Moss", "learned": "", "site": ""} | changed)
    del sent["employer_name"]
    return sent


def test_visit_again_is_filled_in_from_last_time_and_says_which_visit_it_is(browser_of, page, at, form, unit):
    ana, where = browser_of("ana"), at(f"employers/{unit.employer.pk}/visit-again/")
    assert "Visit again" not in words(ana.get(page))
    assert "Visit 1 to Rose Bakery Ltd" in words(ana.get(where))
    ana.post(form, visit(unit, met="Kit Moss"))
    assert where in ana.get(page).content.decode()
    assert where in ana.get(at("employers/next/")).content.decode()
    told = words(ana.get(where))
    assert "Visit 2 to Rose Bakery Ltd" in told
    assert "Today, in person, planned, learn what they need, with Kit Moss, who can hire (change)" in told
    assert 'value="Kit Moss"' in told
    ana.post(where, again(unit, learned="Two ovens now"))
    contact = models.EmployerContact.objects.latest("pk")
    assert (contact.employer, contact.mode, contact.purpose, contact.planned, contact.hiring_authority) == (
        unit.employer, "face_to_face", "learn_needs", True, True,
    )  # fmt: skip
    assert models.EmployerPerson.objects.count() == 1
    assert "Visit 3 to Rose Bakery Ltd" in words(ana.get(where))


def test_where_it_was_is_kept_and_another_employer_s_site_is_not_offered(browser_of, at, unit):
    with given._laid_down():
        of = {"service": unit.employer.service}
        site = models.EmployerSite.objects.create(**of, employer=unit.employer, name="The quay")
        other = models.EmployerSite.objects.create(**of, employer=given.employer(of["service"]), name="Far away")
    ana, where = browser_of("ana"), at(f"employers/{unit.employer.pk}/visit-again/")
    assert "Far away" not in words(ana.get(where))
    refused = ana.post(where, again(unit) | {"site": other.pk, "purpose": ""})
    assert "Choose what it was for" in words(refused)
    assert "Choose one from the list" in words(refused)
    ana.post(where, again(unit) | {"site": site.pk})
    assert models.EmployerVisit.objects.get().site == site
    assert "at The quay" in words(ana.get(where))


def test_somebody_who_has_left_is_not_filled_in(browser_of, at, form, unit):
    ana, where = browser_of("ana"), at(f"employers/{unit.employer.pk}/visit-again/")
    ana.post(form, visit(unit, met="Kit Moss"))
    with given._laid_down():
        models.EmployerPerson.objects.update(left_on=unit.today)
    assert 'value="Kit Moss" ' not in words(ana.get(where)).split("datalist")[0]


def test_visiting_again_asks_so_many_questions(browser_of, at, form, unit):
    ana, where = browser_of("ana"), at(f"employers/{unit.employer.pk}/visit-again/")
    ana.post(form, visit(unit, met="Kit Moss"))
    ana.get(where)
    with asks(17):
        assert ana.get(where).status_code == 200
