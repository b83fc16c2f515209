"""Forms that record: what is typed stays, what is wrong is said, and nothing is recorded twice."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from placewell.records import models
from tests.web.test_people.conftest import day_parts, words


def contact(unit, **changed) -> dict:
    """The answers of a contact as its form sends them."""
    answers = {
        "submission": str(uuid4()), **day_parts("began_on", unit.today), "began_time": "9.30am", "minutes": "45",
        "attendance": "attended", "mode": "face_to_face", "place": "home", "with_whom": ["client", "family"],
        "phase": "engagement", "attempt_by": "no", "about_job_loss": "", "staff": unit.ana.pk, "note": "Tea and a chat.",
    }  # fmt: skip
    return {**answers, **changed}


@pytest.fixture
def form_at(at, unit):
    return at(f"episodes/{unit.episode.pk}/contacts/new/")


def test_a_contact_is_recorded_as_it_was_told(browser_of, form_at, unit):
    answer = browser_of("ana").post(form_at, contact(unit))
    assert answer.status_code == 302
    made = models.Contact.objects.get()
    assert (made.began_on, f"{made.began_time:%H:%M}", made.minutes) == (unit.today, "09:30", 45)
    assert (made.with_whom, made.attempt_by, made.about_job_loss, made.place) == ("client;family", "", None, "home")
    assert (made.staff, made.note, made.version) == (unit.ana, "Tea and a chat.", 1)


def test_it_says_done_with_a_way_to_undo(browser_of, form_at, unit):
    browser = browser_of("ana")
    page = words(browser.get(browser.post(form_at, contact(unit))["Location"]))
    assert "Contact recorded" in page
    undo = re.search(r'href="([^"]*/records/undo/\d+/)"', page)[1]
    browser.post(undo, {"submission": str(uuid4()), "because": "Wrong person"})
    assert models.Contact.objects.standing().count() == 0
    assert models.Contact.objects.get().withdrawn_because == "Wrong person"
    shown = words(browser.get(f"/s/{unit.service.pk}/clients/{unit.mo.pk}/", {"withdrawn": "yes"}))
    assert "<del>" in shown
    assert "Wrong person" in shown
    assert "Wrong person" not in words(browser.get(f"/s/{unit.service.pk}/clients/{unit.mo.pk}/"))


def test_nobody_undoes_what_another_did(browser_of, form_at, unit):
    event = re.search(r"\d+$", browser_of("ana").post(form_at, contact(unit))["Location"])[0]
    assert browser_of("sue").get(f"/s/{unit.service.pk}/records/undo/{event}/").status_code == 404


def test_the_same_form_sent_twice_is_one_contact_and_the_same_answer(browser_of, form_at, unit):
    browser, answers = browser_of("ana"), contact(unit)
    first, second = browser.post(form_at, answers), browser.post(form_at, answers)
    assert first["Location"] == second["Location"]
    assert models.Contact.objects.count() == 1


def test_a_form_gone_back_to_with_other_words_changes_nothing(browser_of, form_at, unit):
    browser, answers = browser_of("ana"), contact(unit)
    browser.post(form_at, answers)
    again = browser.post(form_at, {**answers, "note": "Second thoughts"})
    assert again.status_code == 409
    assert "Second thoughts" in words(again)
    assert models.Contact.objects.get().note == "Tea and a chat."


def test_a_second_tab_makes_no_second_contact_unless_it_happened_twice(browser_of, form_at, unit):
    browser = browser_of("ana")
    browser.post(form_at, contact(unit))
    other_tab = browser.post(form_at, contact(unit))
    assert "You recorded exactly this" in words(other_tab)
    assert models.Contact.objects.count() == 1
    browser.post(form_at, contact(unit, again="yes"))
    assert models.Contact.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"began_on[day]": "31", "began_on[month]": "2"}, "there is no 31 February"),
        ({"began_on[year]": "26"}, "Year must include 4 numbers"),
        ({"began_on[year]": "2999"}, "This lies after today"),
        ({"began_on[year]": "2019"}, "Choose a day within it"),
        ({"began_on[month]": ""}, "must include a month"),
        ({"began_time": "25:00"}, "Enter the time like 14:05"),
        ({"minutes": "1441"}, "The length must be between 0 and 1440"),
        ({"minutes": "an hour"}, "The length must be a number"),
        ({"minutes": "1.5"}, "must be a whole number"),
        ({"mode": "telepathy"}, "Choose one of the answers on the page"),
        ({"with_whom": []}, "Choose who took part"),
        ({"place": "remote"}, "A face-to-face contact has a place"),
        ({"staff": "99999999"}, "Choose one from the list"),
        ({"note": "x" * 10_001}, "Shorten this to 10,000 characters. It has 10001"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_typed_stay(browser_of, form_at, unit, changed, said):
    typed = "Ünïcödé 😀 عربي “pasted – Word” <b>&"
    answer = browser_of("ana").post(form_at, {**contact(unit, note=typed), **changed})
    page = words(answer)
    assert answer.status_code == 200
    assert "There is a problem" in page
    assert said in page
    assert "<title>Error:" in page
    if "note" not in changed:
        assert "Ünïcödé 😀 عربي “pasted – Word” &lt;b&gt;&amp;" in page
    assert models.Contact.objects.count() == 0


def test_the_error_summary_links_to_the_box(browser_of, form_at, unit):
    page = words(browser_of("ana").post(form_at, contact(unit, **{"began_on[month]": "", "mode": ""})))
    for box in re.findall(r'<a href="#([\w-]+)">', page.split("There is a problem")[1].split("</ul>")[0]):
        assert f'id="{box}"' in page
    assert '<a href="#id_began_on-month">' in page


def test_strange_words_are_kept_as_they_are(browser_of, form_at, unit):
    typed = "Ünïcödé 😀 عربي “pasted – Word” <b>&\r\n\tsecond line"
    browser_of("ana").post(form_at, contact(unit, note=typed))
    assert models.Contact.objects.get().note == typed
    assert "&lt;b&gt;" in words(browser_of("sue").get(f"/s/{unit.service.pk}/clients/{unit.mo.pk}/"))


def test_a_file_is_refused_where_none_is_asked_for(browser_of, form_at, unit):
    sent = {**contact(unit), "note": "kept", "cv": SimpleUploadedFile("cv.docx", b"PK")}
    page = words(browser_of("ana").post(form_at, sent))
    assert "This form takes no file" in page
    assert "kept</textarea>" in page
    assert models.Contact.objects.count() == 0


def test_a_session_that_ended_keeps_the_words(browser_of, form_at, unit):
    browser = browser_of("ana")
    browser.cookies.clear()
    answer = browser.post(form_at, contact(unit, note="Do not lose me"))
    assert answer.status_code == 403
    assert "Do not lose me" in words(answer)


def test_a_telephone_contact_has_no_place(browser_of, form_at, unit):
    browser_of("ana").post(form_at, contact(unit, mode="telephone", place="home"))
    assert models.Contact.objects.get().place == "remote"


def test_a_job_of_a_new_employer_is_recorded_with_the_employer(browser_of, at, unit):
    sent = {
        "submission": str(uuid4()), "title": "Baker", "employer_name": "Rose Bakery Limited", "occupation_code": "5432",
        **day_parts("started_on", unit.today - timedelta(days=3)), "hours_per_week": "16,5", "pay_per_hour": "£12.60",
        "contract": "permanent", "meets_minimum_wage": "yes", "open_to_anyone": "yes", "paid_by_employer": "yes",
    }  # fmt: skip
    browser, address = browser_of("ana"), at(f"episodes/{unit.episode.pk}/jobs/new/")
    asked = words(browser.post(address, sent))
    assert "Which employer do you mean?" in asked
    assert "Rose Bakery Ltd" in asked
    assert models.Job.objects.count() == 0
    assert browser.post(address, {**sent, "which_employer": str(unit.employer.pk)}).status_code == 302
    job = models.Job.objects.get()
    assert (job.employer, str(job.hours_per_week.normalize()), job.currency) == (unit.employer, "16.5", "GBP")
    assert browser.post(
        address, {**sent, "submission": str(uuid4()), "title": "Florist", "employer_name": "Lily Flowers"}
    )
    assert models.Job.objects.get(title="Florist").employer.name == "Lily Flowers"


def test_a_no_to_employers_is_a_lock(browser_of, at, unit):
    browser = browser_of("ana")
    browser.post(
        at(f"episodes/{unit.episode.pk}/disclosure/new/"),
        {"submission": str(uuid4()), **day_parts("held_on", unit.today), "choice": "tell_nobody",
         "specialist_may_contact_employers": "no", "pros_and_cons": "yes", "wording_agreed": "yes"},
    )  # fmt: skip
    sent = {
        "submission": str(uuid4()), "employer_name": "rose bakery ltd", **day_parts("made_on", unit.today),
        "mode": "telephone", "purpose": "introduce", "hiring_authority": "no", "staff": unit.ana.pk,
    }  # fmt: skip
    address = at(f"episodes/{unit.episode.pk}/employer-contacts/new/")
    assert "the person chose to tell nobody" in words(browser.post(address, sent))
    assert models.EmployerContact.objects.count() == 0
    own = {**sent, "submission": str(uuid4()), "staff": ""}
    assert browser.post(address, own).status_code == 302
    assert models.EmployerContact.objects.get().made_by_client is True
    assert "Locked" in words(browser.get(at(f"clients/{unit.mo.pk}/")))
