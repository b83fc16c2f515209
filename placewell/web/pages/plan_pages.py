"""Plans of a person: the list of them, each on one page, and each on paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.documents.plans import plan_paper
from placewell.records.models import Client, Episode, Plan
from placewell.records.plans import PlanKind
from placewell.rules.plan_parts import PARTS
from placewell.web.doors import Page
from placewell.web.pages.handing_out import hand_out, is_large
from placewell.web.pages.own_record import own
from placewell.web.pages.records.finding import find, may_for, note_reading
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.plans import sheet, whole_plan, whole_plans
from placewell.web.presenters.recorded import recorded

SEE = Permission.SEE_PEOPLE
KINDS = [(kind, str(PlanKind(kind).label)) for kind in PARTS]


def person_plans(request: HttpRequest, service, client: int) -> HttpResponse:
    """All plans of a person that the worker may read, those in force first."""
    person = find(request, Client, client)
    note_reading(request, person, "Plans")
    today = request.worker.today(service)
    found = whole_plans(scope.plans_to_read(request.worker, person), person, today=today)
    sheets = [sheet(whole, service=service, today=today) for whole in found]
    held = open_support(request, person)
    told = {
        "person": person,
        "current": [one for one in sheets if one.is_current],
        "earlier": [one for one in sheets if not one.is_current],
        "kinds": [(words, reverse("plan_write", args=[service.pk, held.pk, kind])) for kind, words in KINDS]
        if held
        else [],
        "sees_shared_only": not scope.reaches(request.worker, person, to=Permission.SEE_UNSHARED_PLANS),
        "recorded": recorded(request),
        "pages_of_person": rooms_of(request.worker, person, "person_plans"),
        "back": reverse("client", args=[service.pk, person.pk]),
    }
    return render(request, "plans/list.html", told)


def open_support(request: HttpRequest, person: Client):
    """The open episode in which the worker may write plans; None without one."""
    if not may_for(request, person, Permission.RECORD_SUPPORT):
        return None
    today = request.worker.today(request.service)
    held = scope.about(person, Episode).order_by("-entered_on", "-pk").first()
    return held if held is not None and held.lives_on(today) else None


def plan(request: HttpRequest, service, plan: int) -> HttpResponse:
    """One plan: its words, its steps, who agreed, what comes next, and how to hand it over."""
    found, person = readable(request, plan)
    note_reading(request, person, found.get_kind_display())
    today = request.worker.today(service)
    told = {
        "plan": sheet(whole_plan(found, person, today=today), service=service, today=today),
        "person": person,
        "may_write": may_for(request, person, Permission.RECORD_SUPPORT),
        "recorded": recorded(request),
        "pages_of_person": rooms_of(request.worker, person, "person_plans"),
        "back": reverse("person_plans", args=[service.pk, person.pk]),
    }
    return render(request, "plans/plan.html", told)


def readable(request: HttpRequest, pk: int) -> tuple[Plan, Client]:
    """A plan whose words the worker may read, and whose it is. Raises Http404 for any other."""
    found = find(request, Plan, pk)
    person = found.episode.client
    if not scope.reads_plan(request.worker, person, found):
        raise Http404("no such plan for this account")
    return found, person


def paper(request: HttpRequest, service, plan: int, form: str) -> HttpResponse:
    """A plan as a Word or PDF file, in large print with `?large=yes`."""
    found, person = readable(request, plan)
    return handed_out(request, found, person, form)


def handed_out(request: HttpRequest, found: Plan, person: Client, form: str, *, is_noted: bool = True) -> HttpResponse:
    """The file of a plan; the reading log hears of it unless the person takes their own."""
    today = request.worker.today(request.service)
    made = plan_paper(whole_plan(found, person, today=today), service=request.service, made_on=today)
    name = f"{made.title}, {person.known_as}, {today}"
    return hand_out(request, person if is_noted else None, made, form, is_large(request), name)


def my_plans(request: HttpRequest, service) -> HttpResponse:
    """A person's own plans, with all their words."""
    person, today = own(request, service), request.worker.today(service)
    found = whole_plans(scope.about(person, Plan), person, today=today)
    sheets = [sheet(whole, service=service, today=today) for whole in found]
    told = {"current": [one for one in sheets if one.is_current], "earlier": [one for one in sheets if not one.is_current]}
    return render(request, "plans/mine.html", {**told, "back": reverse("my_record", args=[service.pk])})


def my_paper(request: HttpRequest, service, plan: int, form: str) -> HttpResponse:
    """A person's own plan, as a file."""
    person = own(request, service)
    found = scope.about(person, Plan).filter(pk=plan).select_related("episode", "job").first()
    if found is None:
        raise Http404("no such plan of one's own")
    return handed_out(request, found, person, form, is_noted=False)


PAGES = [
    Page("s/<int:service>/clients/<int:client>/plans/", person_plans, "person_plans", SEE),
    Page("s/<int:service>/plans/<int:plan>/", plan, "plan", SEE),
    Page("s/<int:service>/plans/<int:plan>/paper/<slug:form>/", paper, "plan_paper", SEE),
    Page("s/<int:service>/my-record/plans/", my_plans, "my_plans", Permission.SEE_OWN_RECORD),
    Page("s/<int:service>/my-record/plans/<int:plan>/<slug:form>/", my_paper, "my_plan_paper", Permission.SEE_OWN_RECORD),
]
