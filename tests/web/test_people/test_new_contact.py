"""A contact in under a minute: what is asked, what is taken for granted, and what comes next."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest

from placewell.records import models
from tests.questions import asks
from tests.web.conftest import PASSWORD
from tests.web.test_people.conftest import day_parts, words


@pytest.fixture
def form_at(at, unit):
    return at(f"episodes/{unit.episode.pk}/contacts/new/")


def contact(unit, **changed) -> dict:
    """The answers that the page sends when a length was tapped and nothing else."""
    answers = {
        "submission": str(uuid4()), **day_parts("began_on", unit.today), "began_time": "00:00", "minutes": "30",
        "minutes[other]": "", "attendance": "attended", "mode": "face_to_face", "place": "community",
        "with_whom": "client", "phase": "engagement", "staff": unit.ana.pk, "note": "", "next_what": "",
        "next_due": "", "next_by": "specialist", "meet_time": "", "meet_where": "", "meet_mode": "face_to_face",
    }  # fmt: skip
    return {**answers, **changed}


def chosen(page: str) -> set[tuple[str, str]]:
    """Name and value of every box that is ticked."""
    return set(re.findall(r'name="([\w\[\]]+)" value="([^"]*)" checked', page))


def test_the_likely_answers_are_chosen_and_only_the_length_is_left(browser_of, form_at):
    page = words(browser_of("ana").get(form_at))
    assert chosen(page) >= {
        ("attendance", "attended"), ("mode", "face_to_face"), ("place", "community"), ("phase", "engagement"),
        ("with_whom", "client"), ("next_by", "specialist"), ("next_due", ""),
    }  # fmt: skip
    assert not any(name in ("minutes", "attempt_by") for name, _ in chosen(page))
    assert re.search(r"Today, \d\d:\d\d \(change\)", page)
    assert "<details" in page
    assert " open" not in "".join(re.findall(r"<details[^>]*>", page))
    assert page.index("What happened?") < page.index("Did you meet or speak?") < page.index("What is next?")


def test_the_last_contact_tells_where_how_and_what_for(browser_of, form_at, unit):
    browser = browser_of("ana")
    browser.post(form_at, contact(unit, mode="video", phase="job_search"))
    assert chosen(words(browser.get(form_at))) >= {("mode", "video"), ("phase", "job_search")}


def test_somebody_in_work_is_most_likely_supported_in_work(browser_of, form_at, unit, laying_down):
    with laying_down(on=unit.today):
        models.Job.objects.create(
            service=unit.service, key="j1", episode=unit.episode, employer=unit.employer, title="Baker",
            occupation_code="5432", started_on=unit.today, hours_per_week=16, contract="permanent",
            meets_minimum_wage=True, open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip
    assert ("phase", "follow_along") in chosen(words(browser_of("ana").get(form_at)))


def test_what_is_next_is_noted_in_the_same_form_and_undone_with_it(browser_of, form_at, unit):
    browser, due = browser_of("ana"), unit.today + timedelta(days=7)
    sent = contact(unit, next_what="Ring the library", next_by="person", next_due=due.isoformat())
    page = words(browser.get(browser.post(form_at, sent)["Location"]))
    step = models.Step.objects.get()
    assert (step.what, step.by_whom, step.due_on, step.contact) == (
        "Ring the library", "person", due, models.Contact.objects.get(),
    )  # fmt: skip
    undo = re.search(r'href="([^"]*/records/undo/\d+/)"', page)[1]
    browser.post(undo, {"submission": str(uuid4()), "because": "Wrong person"})
    assert models.Step.objects.standing().count() == models.Contact.objects.standing().count() == 0


def test_an_appointment_is_booked_in_the_same_form(browser_of, form_at, unit):
    on = unit.today + timedelta(days=2)
    sent = contact(unit, next_what="CV", **day_parts("meet_on", on), meet_time="2pm", meet_where="Town library")
    browser_of("ana").post(form_at, sent)
    booked = models.Appointment.objects.get()
    assert (booked.begins_on, f"{booked.begins_time:%H:%M}", booked.place) == (on, "14:00", "Town library")
    assert (booked.staff, booked.purpose, booked.mode) == (unit.ana, "CV", "face_to_face")


def test_a_step_is_ticked_off_and_another_tick_changes_nothing(browser_of, form_at, unit):
    browser = browser_of("ana")
    browser.post(form_at, contact(unit, next_what="Write to the bakery"))
    step = models.Step.objects.get()
    page = words(browser.get(form_at))
    assert "Write to the bakery" in page
    assert re.search(r"data-outbox-left-out.*Write to the bakery", page)
    for _ in range(2):
        assert browser.post(form_at, contact(unit, steps_done=[step.pk], note=str(uuid4()))).status_code == 302
    step.refresh_from_db()
    assert (step.done_on, step.version) == (unit.today, 2)
    assert "Write to the bakery" not in words(browser.get(form_at))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"minutes": ""}, "Enter how many minutes it lasted"),
        ({"minutes": "other", "minutes[other]": "soon"}, "The length must be a number"),
        ({"attendance": "no_answer"}, "Say who tried to reach them"),
        ({"next_due": "other", "next_what": "Ring"}, "Enter the day, or choose that there is none"),
        ({"next_due": "tomorrow", "next_what": "Ring"}, "Choose one of the days on the page"),
        ({"next_due": "2999-01-01"}, "Say what is next, or choose no day"),
        ({"next_due": "2020-01-01", "next_what": "Ring"}, "This is to be done after the contact"),
        ({"meet_time": "14:00"}, "Enter the day of the appointment"),
        (
            {"meet_on[day]": "1", "meet_on[month]": "1", "meet_on[year]": "2020"},
            "An appointment comes after the contact",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_is(browser_of, form_at, unit, changed, said):
    page = words(browser_of("ana").post(form_at, contact(unit, note="Kept words", **changed)))
    assert said in page
    assert "Kept words" in page
    for box in re.findall(r'<a href="#([\w-]+)">', page.split("There is a problem")[1].split("</ul>")[0]):
        assert f'id="{box}"' in page
    assert models.Contact.objects.count() == models.Step.objects.count() == 0


def test_folded_questions_open_when_they_have_an_error_or_an_answer(browser_of, form_at, unit):
    browser = browser_of("ana")
    for changed in (
        {"began_time": "25:00"},
        {"about_job_loss": "yes"},
        {"meet_where": "Library"},
        {"with_whom": "family"},
    ):
        page = words(browser.post(form_at, contact(unit, **{"minutes": "", **changed})))
        assert len([tag for tag in re.findall(r"<details[^>]*>", page) if " open" in tag]) == 1, changed


def test_any_length_may_be_typed(browser_of, form_at, unit):
    browser = browser_of("ana")
    browser.post(form_at, contact(unit, **{"minutes": "other", "minutes[other]": "50"}))
    assert models.Contact.objects.get().minutes == 50
    page = words(browser.post(form_at, contact(unit, phase="", **{"minutes": "other", "minutes[other]": "55"})))
    assert ("minutes", "other") in chosen(page)
    assert 'value="55"' in page


def test_a_try_that_reached_nobody_asks_who_tried_and_not_how_long(browser_of, form_at, unit):
    sent = contact(unit, attendance="no_answer", minutes="", mode="telephone", attempt_by="employment_specialist")
    assert browser_of("ana").post(form_at, sent).status_code == 302
    made = models.Contact.objects.get()
    assert (made.attendance, made.attempt_by, made.minutes, made.place) == (
        "no_answer", "employment_specialist", 0, "remote",
    )  # fmt: skip


def test_a_colleague_who_made_the_contact_is_named(browser_of, form_at, unit):
    browser = browser_of("ana")
    assert "Ben Carter" not in words(browser.get(form_at))
    assert "Ben Carter" in words(browser.get(f"{form_at}?colleague"))
    browser.post(form_at, contact(unit, staff=unit.ben.pk))
    assert models.Contact.objects.get().staff == unit.ben


def test_an_ended_support_shows_the_ways_out(browser_of, at, form_at, unit, laying_down):
    over = unit.today - timedelta(days=3)
    with laying_down(on=unit.today):
        models.Episode.objects.filter(pk=unit.episode.pk).update(ended_on=over, end_reason="goal_met")
    browser = browser_of("ana")
    page = words(browser.get(form_at))
    assert "This support ended on" in page
    assert at(f"clients/{unit.mo.pk}/begin-again/") in page
    assert at(f"records/episode/{unit.episode.pk}/correct/") in page
    assert "Enter the day and the time" in page
    refused = words(browser.post(form_at, contact(unit, note="Not lost")))
    assert "support after the exit is a new episode" in refused
    assert "Not lost" in refused
    assert at(f"clients/{unit.mo.pk}/begin-again/") in refused
    before = contact(unit, **day_parts("began_on", over - timedelta(days=1)))
    assert browser.post(form_at, before).status_code == 302


def test_the_form_for_dictation_is_plain(browser_of, form_at):
    page = words(browser_of("ana").get(form_at))
    note = re.search(r"<textarea[^>]*name=\"note\"[^>]*>", page)[0]
    assert 'autocapitalize="sentences"' in note
    assert not re.search(r"\son\w+=", page)


def test_two_who_correct_the_same_contact_both_see_it_and_choose(browser_of, at, form_at, unit):
    ana, sue = browser_of("ana"), browser_of("sue")
    ana.post(form_at, contact(unit, note="First"))
    address = at(f"records/contact/{models.Contact.objects.get().pk}/correct/")
    assert 'name="next_what"' not in words(ana.get(address))
    assert sue.post(address, contact(unit, note="Hers", read_version=1)).status_code == 302
    both = ana.post(address, contact(unit, note="Mine", read_version=1))
    assert both.status_code == 409
    assert all(said in words(both) for said in ("Hers", "Mine"))
    assert models.Contact.objects.get().note == "Hers"


def test_a_session_that_ended_while_writing_loses_nothing(browser_of, form_at, unit):
    browser = browser_of("ana")
    browser.cookies.clear()
    sent = contact(unit, note="Met <at> the café", next_what="Ring the library", next_by="person")
    kept = browser.post(form_at, sent)
    assert kept.status_code == 403
    carried = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', words(kept))
    typed = {name: unescape(word) for name, word in carried if name != "csrfmiddlewaretoken"}
    assert typed == {name: str(word) for name, word in sent.items()}
    assert f'action="{form_at}"' in words(kept)
    browser.post("/accounts/login/", {"login": browser.account.email, "password": PASSWORD})
    assert browser.post(form_at, typed).status_code == 302
    assert models.Contact.objects.get().note == "Met <at> the café"
    assert models.Step.objects.get().what == "Ring the library"


def test_a_contact_is_recorded_with_12_questions(browser_of, form_at, unit):
    browser = browser_of("ana")
    browser.post(form_at, contact(unit))
    with asks(12):
        assert browser.post(form_at, contact(unit, note="Again")).status_code == 302


def test_the_form_asks_the_database_9_times(browser_of, form_at, unit):
    browser = browser_of("ana")
    browser.get(form_at)
    with asks(9):
        browser.get(form_at)
