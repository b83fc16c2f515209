"""How the pages about the unit itself ask and show: its service, teams, staff, accounts, weeks and meetings."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.access.unit_scope import of_unit
from placewell.actions.base import ChangedMeanwhile
from placewell.web.forms.records import CheckedForm, RecordForm
from placewell.web.pages.records.asking import Question, act, shown
from placewell.web.presenters.sheet import Sheet


def show(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """A page that asks nothing."""
    return render(request, "sheet/page.html", {"sheet": sheet})


def ask(
    request: HttpRequest, form: RecordForm, question: Question, do: Callable[[], str], *, check="records/check.html"
) -> HttpResponse:
    """Show the form, or do what it asks for and go on to the address that `do` returns."""
    if form.is_bound and form.is_valid():
        if isinstance(form, CheckedForm) and not form.is_checked:
            if not form.is_being_changed:
                return shown(request, form, question, check)
        elif (done := _done(request, form, do)) is not None:
            return done
    return shown(request, form, question, question.template)


def _done(request: HttpRequest, form: RecordForm, do: Callable[[], str]) -> HttpResponse | None:
    try:
        return act(request, form, do)
    except ChangedMeanwhile as meanwhile:
        show_both(form, meanwhile.record)
        return None


def show_both(form: RecordForm, record) -> None:
    """Say what somebody else changed meanwhile; what was typed stays, to be saved over it or left."""
    form.data = form.data.copy()
    form.data["read_version"] = record.version
    theirs = [
        f"{bound.label.removesuffix(' (optional)')}: {bound.field.in_words(getattr(record, bound.name)) or 'empty'}"
        for bound in form.visible_fields()
        if hasattr(record, bound.name) and getattr(record, bound.name) != form.cleaned_data.get(bound.name)
    ]
    form.add_error(
        None,
        f"{record.recorded_by or 'Somebody'} changed this while you were typing. It now says – "
        f"{'; '.join(theirs) or 'what you typed'}. Save again to put your words in its place, or cancel.",
    )


def rows(request: HttpRequest, model, needs: Permission) -> QuerySet:
    """Standing records of the page's service, for who may."""
    return of_unit(request.worker, request.service, model, needs=needs)


def sent_again(request: HttpRequest) -> bool:
    """Whether what a form is about may have been taken back by the same form, a moment ago."""
    return request.method == "POST"


def one(found: QuerySet, pk: int):
    """The record of an address. Raises Http404 when it is not there, or not for this person."""
    record = found.filter(pk=pk).first()
    if record is None:
        raise Http404("no such record for this account")
    return record


def done(request: HttpRequest, words: str, name: str, *parts) -> str:
    """Say above the next page what was done; answers with that page's address."""
    messages.success(request, words)
    return to(request, name, *parts)


def to(request: HttpRequest, name: str, *parts) -> str:
    """The address of a page of this service."""
    return reverse(name, args=[request.service.pk, *parts])
