"""Putting one thing off with a reason, and bringing it back."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse

from placewell.access import scope
from placewell.access.caseload_scope import caseload_keepers, snoozes_for
from placewell.access.permissions import Permission
from placewell.actions import snoozes
from placewell.records.models import Client, Job, Step
from placewell.web.forms.today import BringBackForm, PutOffForm
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.records.finding import find, note_reading
from placewell.web.pages.today.day import back_to_today
from placewell.web.pages.unit import ask, one
from placewell.web.presenters.today.rules import TITLES

RECORD = Permission.RECORD_SUPPORT
A_WEEK = timedelta(days=7)
INTRO = "It hides this one thing from Today until that day. Nothing is forgotten: it stays on the page under “Put off”."


def of_person(request: HttpRequest, service, client: int, rule: str) -> HttpResponse:
    """Put off what is due for a person, or for one of their jobs."""
    person = find(request, Client, client, to=RECORD)
    words = request.GET.get("job", "")
    job = None
    if words:
        job = one(scope.about(person, Job).select_related("episode"), int(words) if words.isdecimal() else 0)
    return put_off(request, title_of(rule), person, rule=rule, client=person, job=job)


def of_step(request: HttpRequest, service, step: int) -> HttpResponse:
    """Put off a step."""
    found = find(request, Step, step, to=RECORD)
    person = found.episode.client if found.episode else None
    return put_off(request, found.what, person, rule="step", step=found)


def of_staff(request: HttpRequest, service, staff: int, rule: str) -> HttpResponse:
    """Put off what is due of a member of staff, such as a week's log."""
    whom = one(caseload_keepers(request.worker, service), staff)
    return put_off(request, title_of(rule), None, rule=rule, staff=whom)


def title_of(rule: str) -> str:
    """What a rule asks for, in words. Raises Http404 for a rule that is not there."""
    if rule not in TITLES:
        raise Http404("no such rule")
    return TITLES[rule]


def put_off(request: HttpRequest, what: str, person: Client | None, **about) -> HttpResponse:
    """Ask until when and why."""
    form = PutOffForm(**sent(request, initial={"until_on": request.worker.today(request.service) + A_WEEK}))
    question = Question(f"Put off: {what}", person, button="Put off", back=back_to_today(request), intro=INTRO)

    def do() -> str:
        done = snoozes.put_off(by=request.worker, service=request.service, **about, **form.facts())
        return back_to_today(request, recorded=done.event_id)

    note_reading(request, person, question.heading)
    return ask(request, form, question, do)


def bring_back(request: HttpRequest, service, snooze: int) -> HttpResponse:
    """Put something off no longer."""
    found = one(snoozes_for(request.worker, service).select_related("client", "step__episode__client", "staff"), snooze)
    form = BringBackForm(**sent(request))
    question = Question("Bring it back to Today", button="Bring back", back=back_to_today(request))

    def do() -> str:
        done = snoozes.bring_back(by=request.worker, service=service, snooze=found)
        return back_to_today(request, recorded=done.event_id)

    return ask(request, form, question, do)
