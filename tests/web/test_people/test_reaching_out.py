"""The page on which a quiet person is reached out to."""

from datetime import time, timedelta

import pytest

from placewell.records import models
from tests.questions import asks
from tests.web.test_people.conftest import words


@pytest.fixture
def tried(unit, laying_down):
    """`tried(3, mode="letter")`: a contact so many days ago by which nobody was reached."""

    def lay(days_ago, **facts):
        told = {"mode": "telephone", "place": "remote", "attendance": "no_answer", "attempt_by": "employment_specialist"}
        with laying_down(on=unit.today):
            return models.Contact.objects.create(
                service=unit.service, key=f"try-{days_ago}-{models.Contact.objects.count()}", episode=unit.episode,
                staff=unit.ana, began_on=unit.today - timedelta(days=days_ago), began_time=time(9), minutes=0,
                phase="engagement", with_whom="client", **{**told, **facts},
            )  # fmt: skip

    return lay


@pytest.fixture
def page_at(at, unit):
    return at(f"clients/{unit.mo.pk}/reaching-out/")


def test_it_says_since_when_and_what_was_tried_and_what_not(browser_of, page_at, unit, tried):
    tried(20, attendance="attended", attempt_by="", mode="face_to_face", place="home")
    tried(5)
    tried(4, mode="face_to_face", place="home", attempt_by="joint")
    tried(2, attempt_by="", attendance="did_not_attend", mode="face_to_face", place="community")
    page = words(browser_of("ana").get(page_at))
    assert "19 days without a contact" in page
    assert page.count(">Tried<") == 4
    assert page.count(">Not tried<") == 3
    assert "1 of 2 at home or in the community" in page
    assert "Not marked as a try to reach them" in page
    assert "Ana Silva and a clinician together" in page


def test_a_way_opens_the_contact_form_as_a_try(browser_of, page_at, unit, tried):
    page = words(browser_of("ana").get(page_at))
    assert f"/episodes/{unit.episode.pk}/contacts/new/?attempt_by=employment_specialist&amp;attendance=no_answer" in page
    assert "mode=face_to_face&amp;place=home" in page


def test_who_is_in_touch_is_not_chased(browser_of, page_at, tried):
    tried(3, attendance="attended", attempt_by="")
    page = words(browser_of("ana").get(page_at))
    assert "Reaching out is asked for after 14 days." in page
    assert page.count(">Not asked<") == 4


def test_a_clinician_sees_what_was_tried_and_records_nothing(browser_of, page_at, tried):
    tried(3)
    page = words(browser_of("cleo").get(page_at))
    assert "Telephone" in page
    assert "contacts/new/" not in page


def test_another_team_finds_nothing_and_the_reading_is_noted(browser_of, page_at, unit):
    assert browser_of("ben").get(page_at).status_code == 404
    browser_of("ana").get(page_at)
    assert models.ReadingLog.objects.get().page == "Reaching out"


def test_questions_asked_of_the_database(browser_of, page_at, tried):
    tried(3)
    ana = browser_of("ana")
    ana.get(page_at)
    with asks(8):
        ana.get(page_at)
