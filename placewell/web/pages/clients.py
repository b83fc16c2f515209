"""People: the list in which they are found, each person's page, and who has read it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.records.models import Client
from placewell.web.doors import Page
from placewell.web.pages.records.finding import colleagues, find, may, may_for, note_reading, teams
from placewell.web.presenters.clients.listing import STAGES, listing
from placewell.web.presenters.clients.looking import SORTS, Looking
from placewell.web.presenters.clients.person import person_page
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.paging import pager
from placewell.web.presenters.recorded import recorded
from placewell.web.presenters.timeline import ROOMS, Wanted, entries, timeline, whole_record
from placewell.web.presenters.wording import day

ENTRIES = 20
READINGS = 50
TO_RECORD = (Permission.RECORD_SUPPORT, Permission.RECORD_REFERRALS, Permission.RECORD_EMPLOYERS)


def clients(request: HttpRequest, service) -> HttpResponse:
    """Everybody within the worker's reach, found by name, number, date of birth, stage, worker or team."""
    looking = Looking.asked(request.GET)
    told = {
        "looking": looking,
        "listing": listing(request.worker, service, looking),
        "stages": [(stage.value, words) for stage, words in STAGES.items()],
        "workers": list(colleagues(request).values_list("pk", "full_name")),
        "teams": list(teams(request).values_list("pk", "name")),
        "sorts": list(SORTS.items()),
        "may_refer": may(request, Permission.RECORD_REFERRALS),
        "recorded": recorded(request),
    }
    return render(request, "clients/list.html", told)


def client(request: HttpRequest, service, client: int) -> HttpResponse:
    """A person: where they stand, what is due, what can be done, and the timeline of everything."""
    person = find(request, Client, client)
    note_reading(request, person, "The person’s page")
    today, rows = request.worker.today(service), whole_record(person)
    allowed = frozenset(permission for permission in TO_RECORD if may_for(request, person, permission))
    wanted = wanted_of(request)
    notes = may(request, Permission.SEE_NOTES)
    matching = timeline(rows, service=service, wanted=wanted, notes=notes)
    pages = pager(
        total=len(matching), page=page_number(request), size=ENTRIES, one="entry", several="entries",
        address=lambda page: address_of(request, page),
    )  # fmt: skip
    told = {
        "page": person_page(person, rows, service=service, today=today, allowed=allowed),
        "entries": entries(matching[pages.start : pages.start + ENTRIES], service=service, notes=notes),
        "pager": pages,
        "wanted": wanted,
        "rooms": list(ROOMS.items()),
        "may_correct": Permission.RECORD_SUPPORT in allowed,
        "recorded": recorded(request),
        "pages_of_person": rooms_of(request.worker, person, "client"),
        "back": reverse("clients", args=[service.pk]),
    }
    return render(request, "clients/client.html", told)


def wanted_of(request: HttpRequest) -> Wanted:
    """What of the timeline is looked for, read from the address."""
    room = request.GET.get("kind", "")
    words = " ".join(request.GET.get("words", "").split())[:100]
    return Wanted(room if room in ROOMS else "", words, "withdrawn" in request.GET)


def page_number(request: HttpRequest) -> int:
    words = request.GET.get("page", "")
    return int(words) if words.isascii() and words.isdigit() and len(words) < 6 else 1


def address_of(request: HttpRequest, page: int) -> str:
    """The same timeline, another page of it."""
    told = request.GET.copy()
    told.pop("recorded", None)
    told["page"] = str(page)
    return f"?{told.urlencode()}#timeline"


def to_print(request: HttpRequest, service, client: int) -> HttpResponse:
    """The whole timeline on one page."""
    person = find(request, Client, client)
    note_reading(request, person, "The timeline, to print")
    today, wanted = request.worker.today(service), wanted_of(request)
    notes = may(request, Permission.SEE_NOTES)
    matching = timeline(whole_record(person), service=service, wanted=wanted, notes=notes)
    back = reverse("client", args=[service.pk, person.pk])
    shown = entries(matching, service=service, notes=notes)
    told = {"person": person, "entries": shown, "printed_on": day(today), "back": back, "narrowed": wanted.said}
    return render(request, "clients/timeline_to_print.html", told)


def readings(request: HttpRequest, service, client: int) -> HttpResponse:
    """Who has opened the person's record, and when."""
    person = find(request, Client, client)
    note_reading(request, person, "Who has read this record")
    zone, log = service.zone(), scope.readings_of(person)
    pages = pager(
        total=log.count(), page=page_number(request), size=READINGS, one="reading", several="readings",
        address=lambda page: f"?page={page}",
    )  # fmt: skip
    rows = log.select_related("by").order_by("-at", "-pk")[pages.start : pages.start + READINGS]
    lines = [
        (day(row.at.astimezone(zone).date()), f"{row.at.astimezone(zone):%H:%M}", row.by.full_name, row.page)
        for row in rows
    ]
    back = reverse("client", args=[service.pk, person.pk])
    return render(request, "clients/readings.html", {"person": person, "lines": lines, "pager": pages, "back": back})


SEE = Permission.SEE_PEOPLE
PAGES = [
    Page(
        "s/<int:service>/clients/", clients, "clients", SEE,
        "People", "Find somebody by name, NHS number or date of birth, and see where everybody stands.",
    ),
    Page("s/<int:service>/clients/<int:client>/", client, "client", SEE),
    Page("s/<int:service>/clients/<int:client>/timeline/", to_print, "client_timeline", SEE),
    Page("s/<int:service>/clients/<int:client>/read-by/", readings, "client_readings", SEE),
]  # fmt: skip
