"""Addresses of placewell, and one page more: a note that is saved once."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access.permissions import Permission
from placewell.web import urls
from placewell.web.doors import Page
from placewell.web.nhs.forms import OnceForm
from placewell.web.once import answer

SAVED = []


class NoteForm(OnceForm):
    note = forms.CharField()


def note(request: HttpRequest, service) -> HttpResponse:
    """Ask for a note, and keep it in SAVED."""
    form = NoteForm(request.POST if request.method == "POST" else None)

    def save() -> str:
        SAVED.append(form.cleaned_data["note"])
        return "/"

    if form.is_valid() and (done := answer(request, form, save)):
        return done
    # Any page with a form will do: it is the form that is looked at.
    return render(request, "account/password_change.html", {"form": form, "redirect_field": ""})


urlpatterns = [Page("s/<int:service>/notes/", note, "note", Permission.MANAGE_SERVICE).at(), *urls.urlpatterns]
handler403, handler404 = urls.handler403, urls.handler404
