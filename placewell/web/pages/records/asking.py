"""A page that asks: find, ask, act, redirect. Every form of the record is such a page.

def exit(request, service, episode):
    held = find(request, Episode, episode)
    form = ExitForm(**sent(request))
    return ask(request, form, Question("End support", held.client), lambda: support.end(...))
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.actions.base import ChangedMeanwhile
from placewell.records.base import Kept
from placewell.records.models import Allocation, Client, Episode, Lead, Referral
from placewell.web.forms.records import CheckedForm, RecordForm
from placewell.web.once import answer
from placewell.web.pages.records.finding import note_reading, person_of

HOURS = 12
# The records by which a person comes within somebody's reach, and out of it.
MOVING = (Client, Referral, Episode, Allocation)
AT_ONCE = "Somebody else changed this at the same moment. Look again, then send your answers once more."


@dataclass(frozen=True)
class Question:
    """What a form page says around its form.

    `person` is whom it is about (None: nobody), `back` where its back link leads ('' for the
    person's page), `intro` a sentence under the heading, `template` a page of its own,
    `check` the page on which answers are looked at once more, `more` what these pages show besides,
    `leads_to` says where the record is seen that was made (None: with its person or employer).
    """

    heading: str
    person: Client | None = None
    button: str = "Save"
    back: str = ""
    intro: str = ""
    template: str = "records/form.html"
    check: str = "records/check.html"
    more: dict = field(default_factory=dict)
    leads_to: Callable[[Kept], str] | None = None


def sent(request: HttpRequest, **told) -> dict:
    """What a form is made of: what was sent, and the date at the service."""
    data = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    return {**data, "today": request.worker.today(request.service), **told}


def ask(request: HttpRequest, form: RecordForm, question: Question, do: Callable[[], Kept]) -> HttpResponse:
    """Show the form, or do what it asks for and go on to where its record is seen."""
    if form.is_bound and form.is_valid():
        if isinstance(form, CheckedForm) and not form.is_checked:
            if not form.is_being_changed:
                return shown(request, form, question, question.check)
        else:
            try:
                seen = question.leads_to or (lambda made: seen_at(request, made))
                done = act(request, form, lambda: seen(do()))
            except ChangedMeanwhile as changed:
                return side_by_side(request, form, question, changed.record)
            if done is not None:
                return done
    note_reading(request, question.person, question.heading)
    return shown(request, form, question, question.template)


def act(request: HttpRequest, form: RecordForm, do: Callable[[], str]) -> HttpResponse | None:
    """Do it once; None when it was refused and the form says why."""
    if (before := recorded_just_so(request, form)) is not None:
        at = before.taken_in_at.astimezone(request.service.zone())
        form.add_error(None, f"You recorded exactly this at {at:%H:%M}, so it was not recorded again.")
        form.was_recorded = True
        return None
    try:
        # All or nothing of it is written: `answer` opens and closes the transaction.
        return answer(request, form, do)
    except IntegrityError:
        # The database keeps what the checks could not see: two people, the same moment.
        form.add_error(None, AT_ONCE)
        return None


def recorded_just_so(request: HttpRequest, form: RecordForm):
    """The same answers at the same address from another copy of the page, today; None when there are none.

    A second tab makes no second fact, unless the person says that it happened twice.
    """
    if "again" in form.data:
        return None
    since = request.worker.now - timedelta(hours=HOURS)
    own = scope.own_submissions(request.worker).filter(address=request.path, taken_in_at__gte=since)
    return own.filter(fingerprint=form.fingerprint()).exclude(pk=form.cleaned_data["submission"]).first()


def side_by_side(request: HttpRequest, form: RecordForm, question: Question, record: Kept) -> HttpResponse:
    """Somebody else corrected the record meanwhile: both versions, and the person chooses. Status 409."""
    stands = question.more["stands"](record)
    mine = dict(form.shown_answers(every=True))
    rows = [(asked, mine.get(asked, ""), theirs) for asked, theirs in stands.answers_as_they_stand()]
    carried = [(name, word) for name, word in form.sent_words() if name not in ("read_version", "submission")]
    told = {
        "question": question, "rows": [(*row, row[1] != row[2]) for row in rows], "carried": carried,
        "read_version": record.version, "by": record.recorded_by, "submission": stands.initial_submission,
    }  # fmt: skip
    return render(request, "records/changed.html", told, status=409)


def shown(request: HttpRequest, form: RecordForm, question: Question, template: str) -> HttpResponse:
    """The page with the form; 200 also when something is wrong, so that the words stay."""
    back = question.back or (
        address_of(question.person) if question.person else reverse("clients", args=[request.service.pk])
    )
    more = {name: told() if callable(told) and name == "drawn" else told for name, told in question.more.items()}
    return render(request, template, {"form": form, "question": question, "back": back, **more})


def address_of(person: Client) -> str:
    """Where a person's record is seen."""
    return reverse("client", args=[person.service_id, person.pk])


def address_without_person(record: Kept) -> str:
    """Where a record about nobody is seen: a lead and what is known of it on its page, others with their employer."""
    lead = record if isinstance(record, Lead) else getattr(record, "lead", None)
    if lead is not None:
        return reverse("lead", args=[record.service_id, lead.pk])
    return reverse("employer", args=[record.service_id, getattr(record, "employer_id", None) or record.pk])


def seen_at(request: HttpRequest, record: Kept) -> str:
    """Where a record just written is seen, with what was recorded said above it."""
    person = person_of(record)
    service = request.service.pk
    if person is None:
        address = address_without_person(record)
    elif not isinstance(record, MOVING) or scope.reaches(request.worker, person):
        address = address_of(person)
    else:
        # What was recorded can put a person out of the worker's reach, as a hand-over does.
        address = reverse("clients", args=[service])
    return f"{address}?recorded={record.event_id}"
