"""What somebody will do next: noted, and done by one tap."""

from django.http import HttpRequest, HttpResponse

from placewell.access.permissions import Permission
from placewell.actions import steps
from placewell.records.models import Step
from placewell.web.forms.today import StepDoneForm, StepForm
from placewell.web.pages.episodes import find_open
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.records.finding import find, note_reading
from placewell.web.pages.today.day import back_to_today
from placewell.web.pages.unit import ask


def new(request: HttpRequest, service, episode: int) -> HttpResponse:
    """Note the next step for a person."""
    held = find_open(request, episode)
    form = StepForm(**sent(request))

    def do() -> str:
        done = steps.note(by=request.worker, service=service, episode=held, **form.facts())
        return back_to_today(request, recorded=done.event_id)

    note_reading(request, held.client, "The next step")
    return ask(request, form, Question("The next step", held.client, back=back_to_today(request)), do)


def done(request: HttpRequest, service, step: int) -> HttpResponse:
    """A step was taken: today, unless another day is told."""
    found = find(request, Step, step, to=Permission.RECORD_SUPPORT)
    form = StepDoneForm(**sent(request, initial={"done_on": request.worker.today(service)}))
    person = found.episode.client if found.episode else None
    question = Question(f"Done: {found.what}", person, button="It is done", back=back_to_today(request))

    def do() -> str:
        when = form.cleaned_data["done_on"] or request.worker.today(service)
        taken = steps.finish(by=request.worker, service=service, step=found, done_on=when)
        return back_to_today(request, recorded=taken.event_id)

    note_reading(request, person, question.heading)
    return ask(request, form, question, do)
