"""The timeline: steps and appointments, corrections, and a search that goes along to other pages and to paper."""

from datetime import time, timedelta

import pytest

from placewell.records import models
from placewell.web.presenters.timeline import PIECES, ROOMS
from placewell.web.presenters.timeline.saying import SAYING
from tests.web.test_people.conftest import words


@pytest.fixture
def lay(laying_down, unit):
    """`lay(models.Step, what=…)`: a record about Mo."""

    def lay_down(model, **facts):
        with laying_down(on=unit.today):
            return model.objects.create(service=unit.service, episode=unit.episode, **facts)

    return lay_down


@pytest.fixture
def person(at, unit):
    return at(f"clients/{unit.mo.pk}/")


def contact(lay, unit, number: int, note: str):
    return lay(
        models.Contact, key=f"k{number}", staff=unit.ana, began_on=unit.today - timedelta(days=number),
        began_time=time(9), minutes=30, mode="telephone", place="remote", phase="job_search", attendance="attended",
        with_whom="client", note=note,
    )  # fmt: skip


def test_every_kind_has_its_words_and_its_room():
    assert set(PIECES) == set(SAYING)
    assert {piece.room for piece in PIECES.values()} <= set(ROOMS)


def test_steps_and_appointments_stand_on_their_days(browser_of, person, unit, lay):
    soon = unit.today + timedelta(days=3)
    lay(models.Step, what="ring the bakery", by_whom="clinician", named="Dr Osei", due_on=soon)
    lay(models.Step, what="bring the CV", by_whom="person", done_on=unit.today)
    lay(models.Step, what="ask Dad", by_whom="person", due_on=unit.today, dropped_because="no need")
    lay(
        models.Appointment, staff=unit.ana, begins_on=soon, begins_time=time(10, 30), mode="face_to_face",
        place="Library", purpose="try the bus", employer=unit.employer,
    )  # fmt: skip
    lay(models.Appointment, staff=unit.ana, begins_on=soon, mode="video", cancelled_because="snow")
    page = words(browser_of("ana").get(person, {"kind": "next"}))
    for said in (
        "Step by this day: ring the bakery", "Dr Osei", "Step done: bring the CV", "Not done after all: no need",
        "Appointment, face to face", "Try the bus. Library. Rose Bakery Ltd. Ana Silva", "10:30",
        "Appointment, video: called off", "It does not take place: snow", "5 entries",
    ):  # fmt: skip
        assert said in page, said
    assert "Support began" not in page


def test_a_step_and_an_appointment_are_corrected_and_earlier_versions_are_a_tap_away(browser_of, at, person, unit, lay):
    step = lay(models.Step, what="ring the bakry", by_whom="specialist", due_on=unit.today)
    browser = browser_of("ana")
    answer = browser.post(
        at(f"records/step/{step.pk}/correct/"),
        {
            "submission": "0d7a3c0e-2f5b-4a55-9a27-6b1f0c2f9a01", "read_version": 1, "because": "spelling",
            "what": "ring the bakery", "by_whom": "specialist", "due_on[day]": unit.today.day,
            "due_on[month]": unit.today.month, "due_on[year]": unit.today.year,
        },
    )  # fmt: skip
    assert answer.status_code == 302
    page = words(browser.get(person))
    assert "Step by this day: ring the bakery" in page
    assert f"/records/step/{step.pk}/#earlier" in page
    page = words(browser.get(at(f"records/step/{step.pk}/")))
    assert 'id="earlier"' in page
    assert "ring the bakry" in page
    booked = lay(models.Appointment, staff=unit.ana, begins_on=unit.today, mode="video")
    assert "Who meets them?" in words(browser.get(at(f"records/appointment/{booked.pk}/correct/")))


def test_a_step_is_not_both_done_and_dropped(browser_of, at, unit, lay):
    step = lay(models.Step, what="ring", by_whom="specialist")
    later = unit.today + timedelta(days=1)
    sent = {
        "submission": "0d7a3c0e-2f5b-4a55-9a27-6b1f0c2f9a02", "read_version": 1, "what": "ring", "by_whom": "specialist",
        "dropped_because": "no", "done_on[day]": later.day, "done_on[month]": later.month, "done_on[year]": later.year,
    }  # fmt: skip
    page = words(browser_of("ana").post(at(f"records/step/{step.pk}/correct/"), sent))
    assert "Enter when it was done, today or before" in page
    assert "Clear one of the two" in page


def test_notes_are_searched_and_the_search_goes_along(browser_of, person, unit, lay):
    for number in range(25):
        contact(lay, unit, number, "Spoke about bakeries" if number else "Spoke about shops")
    browser = browser_of("ana")
    page = words(browser.get(person, {"words": "bakeries", "kind": "contacts"}))
    assert "1 to 20 of 24 entries" in page
    assert "kind=contacts&amp;page=2" in page or "words=bakeries&amp;kind=contacts&amp;page=2" in page
    assert "timeline/?kind=contacts&amp;words=bakeries" in page
    paper = words(browser.get(f"{person}timeline/", {"words": "bakeries", "kind": "contacts"}))
    assert "Only the kind “Contacts” and entries with the words “bakeries”." in paper
    assert paper.count("Spoke about bakeries") == 24
    assert "shops" not in paper
