"""Contacts with or about a person: noted in under a minute, with what comes next."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import support
from placewell.records.contact_words import Attendance, Mode, Participant, Phase, Place
from placewell.records.models import Contact, Episode, Job, Step
from placewell.records.stages import running
from placewell.records.steps import StepBy
from placewell.web.doors import Page
from placewell.web.forms.new_contact import NewContactForm
from placewell.web.pages.episodes import find_open
from placewell.web.pages.outreach import told_by_address
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import colleagues, own_rows, own_staff
from placewell.web.presenters.contact_form import contact_page
from placewell.web.presenters.country import choices

# What contacts are for while somebody works.
IN_WORK = {Phase.JOB_COACHING, Phase.FOLLOW_ALONG, Phase.CAREER}
MOST_STEPS = 10
COLLEAGUE = "colleague"


def new(request: HttpRequest, service, episode: int) -> HttpResponse:
    """Note a contact, with the likely answers filled in."""
    held = find_open(request, episode)
    initial = likely(request, held) | told_by_address(request.GET) if request.method == "GET" else {}
    form = NewContactForm(**sent(request, rows={"staff": colleagues(request)}, initial=initial))
    form.fields["staff"].in_hand = own_rows(request)
    form.fields["with_whom"].choices = choices(Participant, service.country)
    own = own_staff(request)
    more = {
        "drawn": lambda: contact_page(form, request.worker.today(service), open_steps(held)),
        "episode": held, "own": own if not asks_who(request, own) else None,
    }  # fmt: skip
    question = Question(
        "Record a contact", held.client, button="Record the contact", template="contacts/new.html", more=more
    )
    return ask(request, form, question, lambda: note(request, form, held))


def note(request: HttpRequest, form: NewContactForm, held: Episode) -> Contact:
    """Write down the contact, the next step, the appointment and what was done."""
    ticked = form.cleaned_data["steps_done"]
    return support.note_contact(
        by=request.worker, service=request.service, episode=held, next_step=form.next_step(),
        appointment=form.appointment(), **form.facts(),
        steps_done=scope.about(held.client, Step).filter(episode=held, pk__in=ticked) if ticked else (),
    )  # fmt: skip


def asks_who(request: HttpRequest, own: int | None) -> bool:
    """Whether the page offers colleagues: who has no row of their own names one, others when they ask to."""
    told = request.POST.get("staff", "") if request.method == "POST" else ""
    return own is None or COLLEAGUE in request.GET or told not in ("", str(own))


def open_steps(held: Episode) -> list[Step]:
    """What is still to be done, the soonest first."""
    found = scope.about(held.client, Step).open().filter(episode=held)
    return list(found.order_by("due_on", "pk")[:MOST_STEPS])


def likely(request: HttpRequest, episode: Episode) -> dict:
    """The person themselves, as last time, now, by the worker, for what their stage asks."""
    now = request.worker.now.astimezone(request.service.zone())
    last = scope.about(episode.client, Contact).filter(episode=episode).attended().order_by("-began_on", "-pk").first()
    place = last.place if last and last.mode == Mode.FACE_TO_FACE else Place.COMMUNITY
    return {
        "began_on": now.date() if episode.lives_on(now.date()) else None,
        "began_time": now.time().replace(minute=now.minute // 15 * 15, second=0, microsecond=0),
        "attendance": Attendance.ATTENDED,
        "mode": last.mode if last else Mode.FACE_TO_FACE,
        "place": place,
        "with_whom": [Participant.CLIENT],
        "phase": asked_for(request) or likely_phase(episode, last, now.date()),
        "staff": own_staff(request),
        "next_by": StepBy.SPECIALIST,
        "meet_mode": Mode.FACE_TO_FACE,
    }


def asked_for(request: HttpRequest) -> str:
    """What a contact is for, where the page that led here says so."""
    words = request.GET.get("phase", "")
    return words if words in Phase.values else ""


def likely_phase(episode: Episode, last: Contact | None, today: date) -> str:
    """In work: support in work. Else what the last contact was for, as far as that can go on."""
    jobs = scope.about(episode.client, Job).filter(episode=episode, started_on__lte=today)
    if running(jobs, today).exists():
        return Phase.FOLLOW_ALONG if last is None or last.phase not in IN_WORK else last.phase
    if last is None or last.phase == Phase.INTAKE:
        return Phase.ENGAGEMENT
    return Phase.JOB_SEARCH if last.phase in IN_WORK else last.phase


PAGES = [
    Page("s/<int:service>/episodes/<int:episode>/contacts/new/", new, "contact_new", Permission.RECORD_SUPPORT),
]
