"""A record with its earlier versions; correcting, withdrawing and undoing it."""

from django.db.models import Field
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import corrections
from placewell.records.models import ClinicalTeam, Employer, Staff
from placewell.web.forms.records import UndoForm, WithdrawForm, correction_of
from placewell.web.pages.records.asking import Question, address_of, address_without_person, ask, sent
from placewell.web.pages.records.finding import may, may_for, note_reading, person_of
from placewell.web.pages.records.kinds import find_kind, rows_for
from placewell.web.presenters.recorded import NOT_UNDONE, WORDS, recorded
from placewell.web.presenters.versions import history

RECORD = Permission.RECORD_SUPPORT


def record(request: HttpRequest, service, kind: str, pk: int) -> HttpResponse:
    """One record: what it says, who says so, what it said before."""
    found, row = find_kind(request, kind, pk, and_withdrawn=True)
    person = person_of(row)
    note_reading(request, person, found.title)
    versions = list(scope.versions_of(row).select_related("recorded_by"))
    told = {
        "history": history(
            row, versions, zone=service.zone(), notes=may(request, Permission.SEE_NOTES), name_of=namer(request)
        ),
        "kind": kind, "title": found.title, "person": person, "pk": row.pk,
        "may_change": row.withdrawn_at is None and may_change(request, person),
        "back": address_of(person) if person else address_without_person(row),
        "recorded": recorded(request),
    }  # fmt: skip
    return render(request, "records/record.html", told)


def may_change(request: HttpRequest, person) -> bool:
    """Whether the worker may correct and withdraw what is about the person, or about nobody."""
    return may_for(request, person, RECORD) if person else may(request, Permission.RECORD_EMPLOYERS)


def namer(request: HttpRequest):
    """Says a reference in words, asking each door once."""
    doors = {
        Staff: scope.staff_for,
        ClinicalTeam: scope.teams_for,
        Employer: scope.employers_for,
    }
    names: dict = {}

    def name_of(field: Field, pk: int) -> str:
        model = field.related_model
        if (model, pk) not in names:
            rows = doors[model](request.worker) if model in doors else scope.records_for(request.worker, model)
            found = rows.filter(pk=pk).first()
            names[model, pk] = said_of(found) if found else "Recorded"
        return names[model, pk]

    return name_of


def said_of(row) -> str:
    """A record in a few words."""
    return getattr(row, "title", None) or str(row)


def correct(request: HttpRequest, service, kind: str, pk: int) -> HttpResponse:
    """Correct a record: the same questions, answered as they stand, and a new version."""
    found, row = find_kind(request, kind, pk, to=to_change(kind))
    person = person_of(row)
    form = correction_form(request, found.form, row)
    question = Question(
        f"Correct: {lower(found.title)}", person, button="Save the correction",
        back=reverse("record", args=[service.pk, kind, row.pk]),
        more={"kind": kind, "stands": lambda now: correction_form(request, found.form, now, unsent=True)},
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: corrections.correct_record(
            by=request.worker, service=service, record=row, read_version=form.cleaned_data["read_version"],
            because=form.cleaned_data["because"], **form.facts(),
        ),
    )  # fmt: skip


def correction_form(request: HttpRequest, form, row, *, unsent: bool = False):
    """The form that corrects a record, filled with what the record says."""
    initial = {**form.initial_of(row), "read_version": row.version}
    made = sent(request, rows=rows_for(request, form, row), initial=initial)
    if unsent:
        made = {name: value for name, value in made.items() if name not in ("data", "files")}
    return correction_of(form)(**made)


def to_change(kind: str) -> Permission:
    """What changing a kind of record needs: employers have no person."""
    return Permission.SEE_PEOPLE if kind in ("employer", "employer-contact") else RECORD


def lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def withdraw(request: HttpRequest, service, kind: str, pk: int) -> HttpResponse:
    """Take a record back with a reason."""
    found, row = find_kind(request, kind, pk, to=to_change(kind))
    question = Question(
        f"Withdraw: {lower(found.title)}", person_of(row), button="Withdraw",
        back=reverse("record", args=[service.pk, kind, row.pk]),
        intro="It stays in the record, struck through, and counts no more.",
    )  # fmt: skip
    form = WithdrawForm(**sent(request))
    return ask(
        request, form, question,
        lambda: corrections.withdraw(by=request.worker, service=service, record=row, **form.facts()),
    )  # fmt: skip


def undo(request: HttpRequest, service, event: int) -> HttpResponse:
    """Undo what one has just recorded."""
    found = scope.own_events(request.worker, service).filter(pk=event).first()
    if found is None or found.verb not in WORDS or found.verb in NOT_UNDONE:
        raise Http404("no such doing of this account")
    question = Question(
        f"Undo: {lower(WORDS[found.verb])}", button="Undo", back=reverse("clients", args=[service.pk]),
        intro="What you recorded is withdrawn, and what it changed is put back as it was.",
    )  # fmt: skip
    form = UndoForm(**sent(request))
    return ask(
        request, form, question,
        lambda: corrections.undo(by=request.worker, service=service, event=found, **form.facts()),
    )  # fmt: skip
