"""The caseload: who stands where, whose people they are, what is remembered, how large it is."""

from datetime import time, timedelta
from decimal import Decimal

import pytest

from placewell.records import models
from tests.questions import asks
from tests.web.conftest import PASSWORD
from tests.web.test_people.conftest import LONG_AGO, client, episode, words


@pytest.fixture
def lay(laying_down, unit):
    """`lay(models.Step, episode=…, what=…)`: a record of the unit's service."""

    def lay_down(model, **facts):
        with laying_down(on=unit.today):
            return model.objects.create(service=unit.service, **facts)

    return lay_down


def column(page: str, name: str) -> str:
    """What stands in one column of the board."""
    return page.split(f'id="column-{name}"')[1].split("</section>")[0]


def test_everybody_held_stands_in_a_column_with_what_comes_next(browser_of, at, unit, lay):
    lay(models.Step, episode=unit.episode, what="ring the bakery", by_whom="specialist", due_on=unit.today)
    page = words(browser_of("ana").get(at("caseload/")))
    found = column(page, "engagement")
    assert "Ahmed, Mo" in found
    assert f"/s/{unit.service.pk}/clients/{unit.mo.pk}/" in found
    assert "Ring the bakery, by " in found
    assert "No next step" not in found
    assert "Not talked about employers" in found
    assert "none yet" in found
    assert "Begum" not in page
    assert "Nobody" in column(page, "searching")


def test_a_meeting_with_an_employer_makes_it_interviewing(browser_of, at, unit, lay):
    lay(
        models.Appointment, episode=unit.episode, employer=unit.employer, staff=unit.ana, mode="face_to_face",
        begins_on=unit.today + timedelta(days=2), begins_time=time(10, 30),
    )  # fmt: skip
    page = words(browser_of("ana").get(at("caseload/")))
    assert "Meeting with an employer, " in column(page, "interviewing")
    assert "10:30" in column(page, "interviewing")


def test_a_meeting_called_off_comes_next_no_more(browser_of, at, unit, lay):
    lay(
        models.Appointment, episode=unit.episode, employer=unit.employer, staff=unit.ana, mode="face_to_face",
        begins_on=unit.today + timedelta(days=2), cancelled_because="Shop shut",
    )  # fmt: skip
    page = words(browser_of("ana").get(at("caseload/")))
    assert "No next step" in column(page, "engagement")


def test_flags_say_what_is_late_and_locked(browser_of, at, unit, lay):
    lay(models.Step, episode=unit.episode, what="Ring", by_whom="specialist", due_on=unit.today - timedelta(days=1))
    lay(models.Plan, episode=unit.episode, kind="action_plan", agreed_on=unit.today - timedelta(days=35))
    lay(
        models.DisclosureDiscussion, episode=unit.episode, held_on=unit.today, pros_and_cons=True,
        wording_agreed=False, choice="tell_nobody", specialist_may_contact_employers=False,
    )  # fmt: skip
    page = words(browser_of("ana").get(at("caseload/"), {"as": "table"}))
    rows = page.split("<tbody")[1]
    for flag in ("Step late", "Plan review late", "Employers: locked"):
        assert flag in rows
    browser = browser_of("ben")
    assert "Nobody is in this part" in words(browser.get(at("caseload/"), {"flag": "locked"}))


def test_what_is_put_off_is_flagged_until_it_is_back(browser_of, at, unit, lay):
    step = lay(models.Step, episode=unit.other_episode, what="Ring", by_whom="specialist")
    days = {"put_off_on": unit.today, "put_off_because": "Holiday", "rule": "first_profile"}
    lay(models.Snooze, client=unit.mo, until_on=unit.today + timedelta(days=1), **days)
    lay(models.Snooze, step=step, until_on=unit.today, **days)
    assert "Put off</strong>" in words(browser_of("ana").get(at("caseload/")))
    ben = browser_of("ben")
    assert "Put off</strong>" not in words(ben.get(at("caseload/")))
    lay(models.Snooze, step=step, until_on=unit.today + timedelta(days=9), **days)
    assert "Begum, Noor" in words(ben.get(at("caseload/"), {"flag": "put_off"}))


def test_who_is_covered_is_marked_on_both_sides(browser_of, at, unit, lay):
    until = unit.today + timedelta(days=5)
    lay(models.Allocation, episode=unit.episode, staff=unit.ben, kind="cover", started_on=unit.today, ended_on=until)
    said = f"until {until.day} {until:%B %Y}"
    bens = words(browser_of("ben").get(at("caseload/")))
    assert f"Covered for Ana Silva {said}" in bens
    assert "You hold 1 person" in bens
    assert f"Covered by Ben Carter {said}" in words(browser_of("ana").get(at("caseload/")))


def test_a_supervisor_sees_the_unit_and_chooses_a_colleague(browser_of, at, unit):
    browser = browser_of("sue")
    page = words(browser.get(at("caseload/")))
    assert "Caseload of the unit" in page
    assert "Ahmed, Mo" in page
    assert "Begum, Noor" in page
    assert "Ana Silva" in column(page, "engagement")
    page = words(browser.get(at("caseload/"), {"who": unit.ana.pk}))
    assert "Caseload of Ana Silva" in page
    assert "Begum" not in page


def test_a_specialist_sees_no_colleagues_people_by_asking_for_them(browser_of, at, unit):
    page = words(browser_of("ana").get(at("caseload/"), {"who": unit.ben.pk}))
    assert "Begum" not in page
    assert "Your caseload" in page
    assert "Ahmed" not in words(browser_of("ben").get(at("caseload/"), {"who": "unit"}))


def test_a_clinician_and_a_reviewer_hold_nobody_and_have_no_such_page(browser_of, at):
    assert browser_of("cleo").get(at("caseload/")).status_code == 403
    assert browser_of("rex").get(at("caseload/")).status_code == 403


def test_filters_are_there_again_after_signing_out_and_in(browser_of, at):
    browser = browser_of("ana")
    browser.get(at("caseload/"), {"stage": "in_work", "as": "table", "sort": "contact"})
    assert "Nobody is in this part" in words(browser.get(at("caseload/")))
    browser.post("/accounts/logout/")
    browser.post("/accounts/login/", {"login": browser.account.email, "password": PASSWORD})
    page = words(browser.get(at("caseload/")))
    assert "Nobody is in this part" in page
    assert '<option value="contact" selected>' in page
    assert "Ahmed, Mo" in words(browser.get(at("caseload/"), {"stage": ""}))
    assert "Ahmed, Mo" in words(browser.get(at("caseload/")))


@pytest.mark.parametrize(
    "odd", ["?stage=x&flag=y&sort=;&as=z&team=-4&page=99&who=unit", "?stage=%00&page=a&team=1e9&flag=%F0%9F%98%80"]
)
def test_an_address_that_makes_no_sense_still_shows_people(browser_of, at, odd):
    assert "Ahmed, Mo" in words(browser_of("ana").get(at("caseload/") + odd))


def test_the_size_is_told_beside_the_standard_and_its_source(browser_of, at, unit, lay):
    lay(
        models.StaffTerm, staff=unit.ana, role="employment_specialist", fte=Decimal("0.5"), started_on=LONG_AGO,
        supervisor=None,
    )  # fmt: skip
    browser = browser_of("ana")
    page = words(browser.get(at("caseload/")))
    assert "You hold 1 person in 0.5 of a full post: 2 for each full post. The service has chosen no standard" in page
    assert "20 to 25: Key IPS Fidelity Standards (London)" in page
    lay(
        models.ChosenStandard, standard="caseload", at_most=20, unit="people", source="Our contract",
        started_on=LONG_AGO,
    )  # fmt: skip
    page = words(browser.get(at("caseload/")))
    assert "The service’s standard for a full post is at most 20 (Our contract)." in page
    assert "What the documents ask for" not in page


def test_without_a_term_the_size_is_not_compared(browser_of, at):
    assert "How much of a full post that is for is not recorded" in words(browser_of("ana").get(at("caseload/")))


def test_who_stepped_down_is_shown_and_not_counted(browser_of, at, unit, laying_down):
    with laying_down(on=unit.today):
        models.Episode.objects.filter(pk=unit.episode.pk).update(stepped_down_on=unit.today)
    page = words(browser_of("ana").get(at("caseload/")))
    assert "Ahmed, Mo" in column(page, "stepping_down")
    assert "You hold 0 people" in page


@pytest.mark.parametrize("drawing", ["board", "table"])
def test_the_number_of_questions_is_the_same_for_many(browser_of, at, unit, laying_down, drawing):
    browser = browser_of("ana")
    browser.get(at("caseload/"), {"as": drawing})
    with asks(18):
        browser.get(at("caseload/"))
    with laying_down(on=unit.today):
        for number in range(25):
            person = client(unit.service, f"Given{number:02d}", "Zed")
            episode(unit, person, unit.teams[0], unit.ana, unit.today)
    with asks(18):
        page = words(browser.get(at("caseload/")))
    assert "26 people" in page


def test_a_long_list_of_the_unit_has_pages(browser_of, at, unit, laying_down):
    with laying_down(on=unit.today):
        for number in range(121):
            person = client(unit.service, f"Given{number:03d}", "Zed")
            episode(unit, person, unit.teams[0], unit.ana, unit.today)
    browser = browser_of("sue")
    page = words(browser.get(at("caseload/")))
    assert "A board has room for fewer people" in page
    assert "1 to 60 of 123 people" in page
    page = words(browser.get(at("caseload/"), {"who": "unit", "flag": "no_next_step", "page": 3}))
    assert "121 to 123 of 123 people" in page
    assert "flag=no_next_step" in page
