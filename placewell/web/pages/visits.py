"""Lone visits: planned, out now, overdue, "I am safe"."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import safety_scope
from placewell.access.permissions import Permission
from placewell.actions import visits as actions
from placewell.records.models import Employer, Episode, LoneVisit
from placewell.web.doors import Page
from placewell.web.forms.visits import CallOffForm, HeardSafeForm, LongerForm, SafeForm, TriedForm, VisitForm
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import colleagues_in_post, find, may, own_staff
from placewell.web.presenters.recorded import recorded
from placewell.web.presenters.visits import in_words, unit_visits
from placewell.web.presenters.wording import day

RECORD = Permission.RECORD_SUPPORT
QUARTER = 15


def visits(request: HttpRequest, service) -> HttpResponse:
    """Who of the unit is out alone, the overdue ones on top. The page looks again by itself, unless told not to."""
    shown = unit_visits(request.worker, service)
    told = {
        "overdue": [one for one in shown if one.is_overdue],
        "others": [one for one in shown if not one.is_overdue],
        "at": f"{request.worker.now.astimezone(service.zone()):%H:%M}",
        "looks_again": "still" not in request.GET,
        "back": reverse("home"),
        "recorded": recorded(request),
    }
    return render(request, "visits/list.html", told)


def visit(request: HttpRequest, service, visit: int) -> HttpResponse:
    """One visit: where, whom to ring, what was heard, and the button to say that one is safe."""
    found = find_visit(request, visit)
    (shown,) = in_words([found], request.worker, service)
    told = {
        "visit": shown,
        "form": SafeForm(today=request.worker.today(service)),
        "back": reverse("visits", args=[service.pk]),
        "recorded": recorded(request),
        "called_off": found.called_off_because,
    }
    return render(request, "visits/visit.html", told)


def find_visit(request: HttpRequest, pk: int) -> LoneVisit:
    """A visit of the unit. Raises Http404 for any other."""
    found = safety_scope.visits_for(request.worker, request.service).filter(pk=pk).first()
    if found is None:
        raise Http404("no such visit for this account")
    return found


def new(request: HttpRequest, service, episode: int | None = None, employer: int | None = None) -> HttpResponse:
    """Plan a visit: to a person, an employer, or neither."""
    held = find(request, Episode, episode, to=RECORD) if episode else None
    firm = find(request, Employer, employer) if employer else None
    person = held.client if held else None
    rows = {"checks": colleagues_in_post(request), "staff": colleagues_in_post(request)}
    form = VisitForm(**sent(request, rows=rows, initial=likely(request, person, firm)))
    warned = list(safety_scope.to_know_before_visits(person)) if person and may(request, Permission.SEE_NOTES) else []
    more = {"warned": [(day(one.noticed_on), one.before_visits) for one in warned], "firm": firm}
    question = Question(
        "Plan a visit alone", person, button="Plan the visit", template="visits/form.html", more=more,
        back="" if person else reverse("visits", args=[service.pk]), leads_to=lambda made: seen(request, made),
    )  # fmt: skip
    about = {"episode": held, "employer": firm}
    return ask(
        request, form, question,
        lambda: actions.plan(by=request.worker, service=service, **about, **form.facts()),
    )  # fmt: skip


def likely(request: HttpRequest, person, firm) -> dict:
    """From the next quarter of an hour, for an hour; telephone and colleague as they were the last time."""
    now = request.worker.now.astimezone(request.service.zone())
    begins = now.replace(minute=now.minute // QUARTER * QUARTER, second=0, microsecond=0) + timedelta(minutes=QUARTER)
    back = begins + timedelta(hours=1)
    own = own_staff(request)
    mine = safety_scope.visits_for(request.worker, request.service).filter(staff=own).order_by("-pk")
    last = mine.first() if own else None
    return {
        "begins_on": begins.date(),
        "begins_time": begins.time(),
        "back_by": back.time() if back.date() == begins.date() else None,
        "staff": own,
        "checks": last.checks_id if last else None,
        "phone": last.phone if last else "",
        "place": firm.name if firm else "",
    }


def seen(request: HttpRequest, record) -> str:
    """Where a visit is seen, with what was just recorded said above it."""
    pk = getattr(record, "visit_id", None) or record.pk
    return f"{reverse('visit', args=[request.service.pk, pk])}?recorded={record.event_id}"


def question_about(request: HttpRequest, heading: str, found: LoneVisit, button: str, intro: str = "") -> Question:
    """What a form about a visit says around it."""
    return Question(
        heading, button=button, back=reverse("visit", args=[request.service.pk, found.pk]), intro=intro,
        leads_to=lambda made: seen(request, made),
    )  # fmt: skip


def safe(request: HttpRequest, service, visit: int) -> HttpResponse:
    """“I am safe”: in one tap from the visit's page, and from the home screen of whoever keeps this page."""
    found = find_visit(request, visit)
    is_own = found.staff_id == own_staff(request)
    form = (SafeForm if is_own else HeardSafeForm)(**sent(request))
    heading = "I am safe" if is_own else f"{found.staff.full_name} is safe"
    question = question_about(request, heading, found, "I am safe" if is_own else "They are safe")
    about = {"by": request.worker, "service": service, "visit": found}
    return ask(request, form, question, lambda: actions.say_safe(**about, **form.facts()))


def longer(request: HttpRequest, service, visit: int) -> HttpResponse:
    """More time is needed."""
    found = find_visit(request, visit)
    form = LongerForm(**sent(request))
    question = question_about(request, "More time", found, "Tell the new time")
    about = {"by": request.worker, "service": service, "visit": found}
    return ask(request, form, question, lambda: actions.need_longer(**about, **form.facts()))


def tried(request: HttpRequest, service, visit: int) -> HttpResponse:
    """Somebody tried to reach whoever is out."""
    found = find_visit(request, visit)
    form = TriedForm(**sent(request))
    intro = f"{found.staff.full_name} is reached on {found.phone}."
    question = question_about(request, "Tried to reach them", found, "Record it", intro)
    about = {"by": request.worker, "service": service, "visit": found}
    return ask(request, form, question, lambda: actions.note_try(**about, **form.facts()))


def call_off(request: HttpRequest, service, visit: int) -> HttpResponse:
    """The visit does not take place."""
    found = find_visit(request, visit)
    form = CallOffForm(**sent(request))
    question = question_about(request, "Call off the visit", found, "Call it off")
    about = {"by": request.worker, "service": service, "visit": found}
    return ask(request, form, question, lambda: actions.call_off(**about, **form.facts()))


PAGES = [
    Page(
        "s/<int:service>/visits/", visits, "visits", RECORD,
        "Out on visits", "Who is out alone, who is overdue, and whom to ring.",
    ),
    Page("s/<int:service>/visits/new/", new, "visit_new", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/visits/new/", new, "visit_to_person", RECORD),
    Page("s/<int:service>/employers/<int:employer>/visits/new/", new, "visit_to_employer", RECORD),
    Page("s/<int:service>/visits/<int:visit>/", visit, "visit", RECORD),
    Page("s/<int:service>/visits/<int:visit>/safe/", safe, "visit_safe", RECORD),
    Page("s/<int:service>/visits/<int:visit>/longer/", longer, "visit_longer", RECORD),
    Page("s/<int:service>/visits/<int:visit>/tried/", tried, "visit_tried", RECORD),
    Page("s/<int:service>/visits/<int:visit>/call-off/", call_off, "visit_call_off", RECORD),
]  # fmt: skip
