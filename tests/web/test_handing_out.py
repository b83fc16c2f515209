"""Papers handed out by a page: the file, its name, and the note that it was made."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from placewell.access.scope import readings_of
from placewell.web.pages.handing_out import hand_out, is_large
from tests import given
from tests.documents.papers import paper, words_of_pdf, words_of_word


@pytest.fixture
def person(db):
    return given.client(given.service())


@pytest.fixture
def asked(person):
    specialist = given.specialist(person.service)

    def get(address="/"):
        request = RequestFactory().get(address)
        request.worker, request.service = specialist, person.service
        return request

    return get


@pytest.mark.parametrize(
    ("form", "read", "ending", "called"), [("word", words_of_word, "docx", "Word"), ("pdf", words_of_pdf, "pdf", "PDF")]
)
def test_a_paper_is_a_file_to_save_that_no_cache_keeps(asked, person, form, read, ending, called):
    answered = hand_out(asked(), person, paper(), form, name="Aroha’s plan/../1")
    assert "Action plan" in read(answered.content)
    assert answered["Cache-Control"] == "no-store, private"
    assert answered["Content-Disposition"].startswith("attachment")
    assert answered["Content-Disposition"].endswith(f".{ending}")
    assert [reading.page for reading in readings_of(person)] == [f"Action plan, as {called}"]


def test_a_paper_about_nobody_is_in_no_log(asked, person):
    assert hand_out(asked(), None, paper())["Content-Disposition"] == 'attachment; filename="Action plan.docx"'
    assert not readings_of(person).exists()


def test_a_form_that_is_none_is_not_there(asked, person):
    with pytest.raises(Http404):
        hand_out(asked(), person, paper(), "exe")
    assert not readings_of(person).exists()


def test_large_print_is_asked_for_in_the_address(asked):
    assert is_large(asked("/?large=yes"))
    assert not is_large(asked("/"))
