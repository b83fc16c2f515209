"""A page that answers a form: once, or with why not."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django import forms
from django.contrib.messages.storage import default_storage
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict

from placewell.access.worker import Worker
from placewell.web.nhs.forms import OnceForm
from placewell.web.once import answer


class NoteForm(OnceForm):
    note = forms.CharField()
    letter = forms.FileField(required=False)


@pytest.fixture
def send(rf, administrator):
    """`send(do, **typed)`: the form, and what the page answers."""

    def sent(do=lambda: "/saved/1/", **typed):
        request = rf.post("/s/1/notes/", typed)
        request.worker, request.user, request.session = Worker(administrator, datetime.now(UTC)), administrator, {}
        request._messages = default_storage(request)
        form = NoteForm(request.POST)
        assert form.is_valid(), form.errors
        return form, answer(request, form, do)

    return sent


def test_a_form_leads_on_and_again_to_the_same_place(send):
    done, own = [], str(uuid4())

    def save():
        done.append(1)
        return f"/saved/{len(done)}/"

    for _ in range(2):
        _, response = send(save, note="Met at the café", submission=own)
        assert (response.status_code, response.headers["Location"]) == (302, "/saved/1/")


def test_the_same_form_with_other_words_is_a_conflict_that_loses_nothing(send):
    own = str(uuid4())
    send(note="first words", submission=own)
    _, response = send(note="other words", submission=own)
    page = response.content.decode()
    assert response.status_code == 409
    assert "other words" in page
    assert 'href="/saved/1/"' in page


def test_what_the_action_refuses_stands_beside_its_field(send):
    def refuse():
        raise ValidationError({"note": "Say what happened.", "version": "Somebody else changed this."})

    form, response = send(refuse, note="x", submission=str(uuid4()))
    assert response is None
    assert form.errors == {"note": ["Say what happened."], "__all__": ["Somebody else changed this."]}


def test_each_form_that_is_shown_has_an_id_of_its_own():
    shown = {NoteForm()["submission"].value() for _ in range(3)}
    assert len(shown) == 3
    assert 'type="hidden"' in str(NoteForm())


def test_a_fingerprint_is_of_the_words_and_the_file():
    def print_of(words: str, file: bytes = b"%PDF"):
        form = NoteForm(QueryDict(words), {"letter": SimpleUploadedFile("letter.pdf", file)})
        return form.fingerprint()

    same = print_of("note=a&submission=1&csrfmiddlewaretoken=x")
    assert same == print_of("csrfmiddlewaretoken=y&submission=2&note=a")
    assert same != print_of("note=b")
    assert same != print_of("note=a", b"%PDF-2")
    assert same != print_of("note=a&note=a")
