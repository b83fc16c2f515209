"""Today: the first page of who supports people. What is due, late and booked, and who has no next step."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access.caseload_scope import keepers_for, led_by
from placewell.access.permissions import Permission
from placewell.access.unit_scope import own_staff
from placewell.records.models import Service, Staff
from placewell.records.standards import standards_of
from placewell.web.presenters.recorded import recorded
from placewell.web.presenters.today.lines import Asked
from placewell.web.presenters.today.page import today_page

UNIT = "unit"
LONGEST_NUMBER = 6


def today(request: HttpRequest, service: Service) -> HttpResponse:
    """One's own Today; for who supervises, a colleague's or the unit's."""
    worker, day = request.worker, request.worker.today(service)
    keepers = keepers_for(worker, service)
    own, reads = own_staff(worker, service), worker.may(Permission.REVIEW_LOGS, service)
    chosen = whose(request.GET.get("worker", ""), keepers, own, supervises=reads)
    looked_at = [one for one in keepers if one.pk == chosen]
    if chosen == UNIT:
        led = led_by(keepers, own, worker, service) if own else []
        looked_at = led or keepers
    asked = Asked(
        worker, service, looked_at, day, standards_of(service, day), for_unit=chosen == UNIT, reads_logs=reads
    )
    told = {
        "page": today_page(
            asked, query=carried(request), page=page_number(request), address=lambda page: carried(request, page=page)
        ),
        "workers": [(UNIT, "The unit"), *((one.pk, one.full_name) for one in keepers)] if reads else [],
        "chosen": chosen,
        "recorded": recorded(request),
    }
    return render(request, "today/today.html", told)


def whose(words: str, keepers: list[Staff], own: Staff | None, *, supervises: bool) -> int | str | None:
    """Whose day is asked for: a member of staff by row id, the unit, or None for nobody's.

    Raises Http404 for somebody whose work the worker may not look at.
    """
    if not words:
        return UNIT if supervises else own.pk if own else None
    if words == UNIT and supervises:
        return UNIT
    if words in {str(one.pk) for one in keepers}:
        return int(words)
    raise Http404("no such colleague for this account")


def carried(request: HttpRequest, **more) -> str:
    """What links from Today carry on: whose day it is, and `more`; '' for one's own."""
    worker = request.GET.get("worker", "")
    told = ({"worker": worker} if worker.isascii() and worker.isalnum() else {}) | more
    return f"?{urlencode(told)}" if told else ""


def back_to_today(request: HttpRequest, **more) -> str:
    """Today as it was left: the same person's."""
    return reverse("today", args=[request.service.pk]) + carried(request, **more)


def page_number(request: HttpRequest) -> int:
    """Which page of what is due is asked for; nonsense is the first."""
    words = request.GET.get("page", "")
    return int(words) if words.isascii() and words.isdigit() and len(words) < LONGEST_NUMBER else 1
