"""The handover: all that a colleague needs to carry on tomorrow, with one person or with a whole caseload."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.access.unit_scope import caseload_of
from placewell.records.models import Client
from placewell.records.support import AllocationKind
from placewell.web.doors import Page
from placewell.web.pages.handing_out import hand_out, is_large
from placewell.web.pages.records.finding import colleagues, find, may, note_reading, own_staff
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.handover.facts import Handing, handing
from placewell.web.presenters.handover.paper import paper_of, paper_of_many, shown
from placewell.web.presenters.wording import counted, day

READ = "Handover"


def person_handover(request: HttpRequest, service, client: int) -> HttpResponse:
    """One person's. `?as=word` or `?as=pdf` (and `&large=yes`): as a file."""
    person = find(request, Client, client)
    now = handing_of(request, person)
    if form := request.GET.get("as"):
        name = f"Handover {person.known_as}"
        return hand_out(request, person, paper_of(now, service), form, is_large(request), name)
    note_reading(request, person, READ)
    told = {
        "person": person, "handover": shown(now, address_of(person)), "printed_on": day(now.today),
        "pages_of_person": rooms_of(request.worker, person, "person_handover"),
    }  # fmt: skip
    return render(request, "handover/person.html", told)


def caseload_handover(request: HttpRequest, service, staff: int) -> HttpResponse:
    """That of everybody whom a colleague holds as key worker: a page of paper or two for each."""
    keeper = colleagues(request).filter(pk=staff).first()
    if keeper is None or (staff != own_staff(request) and not may(request, Permission.ALLOCATE)):
        raise Http404("no such caseload for this account")
    today = request.worker.today(service)
    held = caseload_of(request.worker, service, staff)
    wanted = [one.client for one in held if one.kind == AllocationKind.KEY_WORKER]
    found = scope.clients_for(request.worker).filter(service=service).in_bulk(wanted)
    everybody = [handing_of(request, found[pk]) for pk in wanted if pk in found]
    for each in everybody:
        note_reading(request, each.person, READ)
    if form := request.GET.get("as"):
        paper = paper_of_many(everybody, keeper.full_name, service, today)
        return hand_out(request, None, paper, form, is_large(request))
    told = {
        "keeper": keeper, "handovers": [shown(each, address_of(each.person)) for each in everybody],
        "said": counted(len(everybody), "person", "people"), "printed_on": day(today),
    }  # fmt: skip
    return render(request, "handover/caseload.html", told)


def handing_of(request: HttpRequest, person: Client) -> Handing:
    """What a person's handover is made of, as far as the worker may see it."""
    service = request.service
    notes = may(request, Permission.SEE_NOTES)
    return handing(person, worker=request.worker, service=service, today=request.worker.today(service), notes=notes)


def address_of(person: Client) -> str:
    """The person's page."""
    return reverse("client", args=[person.service_id, person.pk])


PAGES = [
    Page(
        "s/<int:service>/clients/<int:client>/handover/", person_handover, "person_handover", Permission.SEE_PEOPLE,
    ),
    Page(
        "s/<int:service>/caseload/<int:staff>/handover/", caseload_handover, "caseload_handover",
        Permission.RECORD_SUPPORT,
    ),
]  # fmt: skip
