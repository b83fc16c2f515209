"""A person's own record, for the person themselves.

Opening it leaves no line in the reading log: the log tells them who else has looked.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access import scope
from placewell.access.disclosure import decisions_of
from placewell.access.permissions import Permission
from placewell.records.models import Client
from placewell.web.doors import Page
from placewell.web.presenters.disclosure import said_to_the_person
from placewell.web.presenters.own_record import CONTACTS, contact, own_record, readers
from placewell.web.presenters.own_record.safety import concerns, leaving, may_ask_again
from placewell.web.presenters.paging import Pager, pager
from placewell.web.presenters.timeline import whole_record
from placewell.web.presenters.wording import day

A_PAGE = 20


def my_record(request: HttpRequest, service) -> HttpResponse:
    """Everything kept about the person, who supports them, and who has looked. `?whole=yes`: on one page."""
    person, today = own(request, service), request.worker.today(service)
    rows = [row for row in whole_record(person) if row.stands]
    met = [row for row in rows if row.kind in CONTACTS]
    log = scope.readings_of(person).exclude(by=request.worker.account)
    pages = paged(request, len(met), "contacts", one="contact")
    looks = paged(request, log.count(), "readings", one="time", several="times")
    read = log.select_related("by").order_by("-at", "-pk")[part(request, looks)]
    told = {
        "page": own_record(person, rows, service=service, today=today),
        "concerns": concerns(rows),
        "leaving": leaving(rows),
        "may_ask_again": may_ask_again(rows, today),
        "contacts": [contact(row, country=service.country, zone=service.zone()) for row in met[part(request, pages)]],
        "contact_pages": pages,
        "agreed_words": said_to_the_person(decisions_of(person), today),
        "readers": readers(read, scope.roles_of_readers(person), service),
        "reader_pages": looks,
        "is_whole": is_whole(request),
        "told_on": day(today),
    }
    return render(request, "own_record/record.html", told)


def own(request: HttpRequest, service) -> Client:
    """The person whom the account is in this service. Raises Http404 when their record was withdrawn."""
    found = scope.clients_for(request.worker, to=Permission.SEE_OWN_RECORD).filter(service=service)
    person = found.order_by("pk").first()
    if person is None:
        raise Http404("no record of one's own in this service")
    return person


def is_whole(request: HttpRequest) -> bool:
    """Whether everything is asked for on one page, to print."""
    return "whole" in request.GET


def paged(request: HttpRequest, total: int, name: str, *, one: str, several: str = "") -> Pager:
    """The page that the address asks for under `name`, or all of it."""
    size = max(total, 1) if is_whole(request) else A_PAGE
    asked = request.GET.get(name, "")
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1

    def address(number: int) -> str:
        told = request.GET.copy()
        told[name] = str(number)
        return f"?{told.urlencode()}#{name}"

    return pager(total=total, page=page, size=size, address=address, one=one, several=several)


def part(request: HttpRequest, pages: Pager) -> slice:
    """The rows that the page shows."""
    return slice(pages.start, pages.start + (pages.total if is_whole(request) else A_PAGE))


PAGES = [
    Page(
        "s/<int:service>/my-record/", my_record, "my_record", Permission.SEE_OWN_RECORD,
        "Your record", "See what is written about you, who supports you and who has looked.",
    ),
]  # fmt: skip
