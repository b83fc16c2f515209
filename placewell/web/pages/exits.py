"""The end of support: what was tried is shown, why is asked, and the door stays open."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import support
from placewell.documents.open_door import open_door
from placewell.records.models import Episode, ExitWords, Job
from placewell.records.standards import chosen_on
from placewell.rules.finding import Verdict
from placewell.web.doors import Page
from placewell.web.forms.exits import ExitForm
from placewell.web.pages.handing_out import hand_out, is_large
from placewell.web.pages.outreach import contacts_of
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import find
from placewell.web.presenters.exits import ExitSide, exit_side
from placewell.web.presenters.outreach import before_exit, tried, ways_needed

RECORD = Permission.RECORD_SUPPORT
INTRO = "Support has no time limit. The person can come back: that begins a new stretch of support."


def exit_from(request: HttpRequest, service, episode: int) -> HttpResponse:
    """The end of support; the answers are looked at once more."""
    held = find(request, Episode, episode, to=RECORD)
    today = request.worker.today(service)
    side, enough = beside(held, service, today)
    form = ExitForm(**sent(request, initial={"ended_on": today}), enough=enough)
    question = Question(
        "End support", held.client, button="End support", intro=INTRO, template="exits/form.html",
        check="exits/check.html", more={"side": side, "few": partial(few, form, enough)},
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: support.end(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def beside(held: Episode, service, today) -> tuple[ExitSide, partial]:
    """What stands beside the form, and the rule that asks whether enough was tried."""
    known = tried(held, contacts_of(held), today)
    needed, source = ways_needed(chosen_on(service, today))
    jobs = list(scope.about(held.client, Job).filter(episode=held).select_related("employer"))
    side = exit_side(held, known, jobs, needed=needed, source=source, service=service, today=today)
    return side, partial(before_exit, known, needed=needed)


def few(form: ExitForm, enough) -> str:
    """What the page on which answers are looked at once more says about tries; '' when there is nothing to say."""
    found = enough(form.cleaned_data.get("end_reason", ""))
    return found.because if found.verdict == Verdict.NOT_MET else ""


def letter(request: HttpRequest, service, episode: int) -> HttpResponse:
    """The open-door letter: how to come back, as Word or PDF (`?form=pdf`, `?large=yes`)."""
    held = find(request, Episode, episode)
    asked = request.GET.get("form", "word")
    if asked not in ("word", "pdf"):
        raise Http404("a letter is Word or PDF")
    words = scope.about(held.client, ExitWords).filter(episode=held).first()
    document = open_door(held, words, service=service, today=request.worker.today(service))
    return hand_out(request, held.client, document, form=asked, large=is_large(request))


PAGES = [
    Page("s/<int:service>/episodes/<int:episode>/exit/", exit_from, "episode_exit", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/open-door/", letter, "open_door", RECORD),
]
