"""Letters and messages: words to begin with, ways that the person wants, introductions under the lock."""

import io
import re
from datetime import time, timedelta
from uuid import uuid4

import pytest
from docx import Document
from pypdf import PdfReader

from placewell.records import models
from tests.questions import asks
from tests.web.test_people.conftest import day_parts, words
from tests.web.test_people.test_disclosure import plainly

AGREED = "Mo is at his best early in the day."
# session, account, roles and their teams, own teams, the person, the reading, wishes, episodes, appointments, messages
QUERIES = 10


@pytest.fixture
def page(at, unit):
    return at(f"clients/{unit.mo.pk}/letters/")


@pytest.fixture
def booked(unit, laying_down):
    with laying_down(on=unit.today):
        return models.Appointment.objects.create(
            service=unit.service, episode=unit.episode, staff=unit.ana, begins_on=unit.today + timedelta(days=2),
            begins_time=time(14, 5), mode="face_to_face", place="the library, by the door",
        )  # fmt: skip


def write(browser, at, unit, what="other", **changed):
    sent = {"submission": str(uuid4()), "channel": "letter", "subject": "Hello", "words": "See you soon"}
    return browser.post(at(f"clients/{unit.mo.pk}/letters/{what}/new/"), sent | changed)


def wish(browser, at, unit, **changed):
    sent = {"submission": str(uuid4()), **day_parts("stated_on", unit.today), "large_print": "no", "easy_words": "no"}
    return browser.post(at(f"clients/{unit.mo.pk}/contact-wishes/"), sent | changed)


def test_the_page_says_how_to_reach_them_what_can_be_written_and_what_was_sent(browser_of, at, unit, page, booked):
    browser = browser_of("ana")
    said = plainly(browser.get(page))
    assert "Nobody has asked yet how they want to be reached" in said
    assert "Nothing yet" in said
    wish(browser, at, unit, preferred="text", may_text="yes", may_email="no", safe_times="After 4", easy_words="yes")
    write(browser, at, unit)
    said = plainly(browser.get(page))
    assert "Likes best A text message Voicemail Not asked Texts Yes Emails No Safe times After 4" in said
    assert "To read Easy words" in said
    assert "About the appointment on" in said
    assert "Something else Letter, handed over or posted" in said


def test_it_asks_the_database_so_often(browser_of, page):
    browser = browser_of("ana")
    browser.get(page)
    with asks(QUERIES):
        browser.get(page)


def test_who_only_reads_is_not_offered_to_write(browser_of, page):
    said = plainly(browser_of("cleo").get(page))
    assert "Introduce them" not in said
    assert "Record how to reach them" not in said


def test_an_appointment_is_told_with_day_time_and_place_and_no_word_of_health(browser_of, at, unit, booked):
    browser, address = browser_of("ana"), at(f"clients/{unit.mo.pk}/letters/appointment/new/?appointment={booked.pk}")
    told = words(browser.get(address))
    assert "at 14:05. We meet in person: the library, by the door." in told
    wish(browser, at, unit, easy_words="yes", interpreter_note="Somali")
    told = words(browser.get(address))
    assert "If you cannot come, tell me." in told
    assert "The interpreter knows" in told


def test_an_appointment_of_somebody_else_is_not_told(browser_of, at, unit, booked):
    told = words(browser_of("sue").get(at(f"clients/{unit.noor.pk}/letters/appointment/new/?appointment={booked.pk}")))
    assert "14:05" not in told
    assert "I would like to meet you" in told


def test_what_may_not_go_is_refused_and_the_words_stay(browser_of, at, unit):
    browser = browser_of("ana")
    typed = "See you on the ward at 2"
    answer = words(write(browser, at, unit, channel="copied", words=typed))
    assert "Take out what tells about health: “ward”" in answer
    assert f"{typed}</textarea>" in answer
    wish(browser, at, unit, may_text="no")
    assert "They asked us not to send texts" in words(write(browser, at, unit, channel="text"))
    assert models.Message.objects.count() == 0


def test_emails_are_offered_only_where_a_mail_server_is_set_up(browser_of, at, unit, settings):
    browser, address = browser_of("ana"), at(f"clients/{unit.mo.pk}/letters/other/new/")
    assert 'value="email"' not in words(browser.get(address))
    assert "Choose one of the answers" in words(write(browser, at, unit, channel="email"))
    settings.MAIL_IS_CONFIGURED = True
    assert 'value="email"' in words(browser.get(address))
    assert "No email address is recorded" in words(write(browser, at, unit, channel="email"))


def test_a_failure_is_shown(browser_of, at, unit, page, laying_down):
    browser = browser_of("ana")
    led = write(browser, at, unit)
    with laying_down(on=unit.today):
        models.Message.objects.update(failed_because="SMTPException: full")
    assert "Not delivered" in plainly(browser.get(page))
    assert "The mail server did not take it: SMTPException: full" in plainly(browser.get(led["Location"]))


def test_a_message_is_copied_and_taken_as_word_and_pdf_in_large_print_where_it_is_needed(browser_of, at, unit):
    browser = browser_of("ana")
    shown = browser.get(write(browser, at, unit)["Location"])
    assert 'data-copies="words"' in words(shown)
    found = re.findall(r'href="([^"]+/paper/(?:word|pdf)/)"', words(shown))
    word = Document(io.BytesIO(browser.get(found[0]).content))
    assert "See you soon" in "\n".join(one.text for one in word.paragraphs)
    small = PdfReader(io.BytesIO(browser.get(found[1]).content))
    assert "See you soon" in small.pages[0].extract_text()
    wish(browser, at, unit, large_print="yes")
    assert "the letter is made so" in plainly(browser.get(shown.wsgi_request.path))
    assert browser.get(found[1]).content != small.stream.getvalue()
    assert browser.get(at(f"messages/{models.Message.objects.get().pk}/paper/song/")).status_code == 404


def introduce(browser, at, unit, **changed):
    sent = {
        "submission": str(uuid4()), "employer_name": "Rose Bakery Ltd", "opening": "Hello,", "closing": "Yours, Ana",
        "subject": "An introduction", "channel": "letter", "staff": unit.ana.pk,
    }  # fmt: skip
    return browser.post(at(f"episodes/{unit.episode.pk}/letters/introduction/"), sent | changed)


def talk(browser, at, unit, **changed):
    sent = {
        "submission": str(uuid4()), **day_parts("held_on", unit.today), "choice": "tell_some", "pros_and_cons": "yes",
        "specialist_may_contact_employers": "no", "wording_agreed": "yes", "may_say": AGREED,
        "may_contact": "Rose Bakery Ltd",
    }  # fmt: skip
    return browser.post(at(f"episodes/{unit.episode.pk}/disclosure/new/"), sent | changed)


def test_an_introduction_is_seen_whole_before_it_is_recorded(browser_of, at, unit):
    browser = browser_of("ana")
    assert "no talk about what to tell employers" in words(introduce(browser, at, unit))
    talk(browser, at, unit)
    checked = introduce(browser, at, unit)
    assert f"Hello,\n\n{AGREED}\n\nYours, Ana" in words(checked)
    assert models.Message.objects.count() == 0
    done = introduce(browser, at, unit, checked="yes")
    assert AGREED in words(browser.get(done["Location"]))
    assert models.EmployerContact.objects.get().mode == "letter"
    refused = introduce(browser, at, unit, employer_name="Lily Flowers")
    assert "the person said yes to the employers they named only" in words(refused)
    assert "Yours, Ana</textarea>" in words(refused)
    assert models.Message.objects.count() == models.Employer.objects.count() == 1


def test_a_kind_that_is_none_is_not_there(browser_of, at, unit):
    assert browser_of("ana").get(at(f"clients/{unit.mo.pk}/letters/song/new/")).status_code == 404
