"""Today: the first page of who supports people. What is due, late and booked, and who has no next step."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access.caseload_scope import caseload_keepers, led_by
from placewell.access.permissions import Permission
from placewell.access.unit_scope import own_staff
from placewell.records.models import Service, Staff
from placewell.records.standards import standards_of
from placewell.web.doors import Page
from placewell.web.presenters.today.lines import Asked
from placewell.web.presenters.today.page import today_page

UNIT = "unit"


def today(request: HttpRequest, service: Service) -> HttpResponse:
    """One's own Today; for who supervises, a colleague's or the unit's."""
    worker, day = request.worker, request.worker.today(service)
    keepers = list(caseload_keepers(worker, service).order_by("full_name"))
    own, reads = own_staff(worker, service), worker.may(Permission.REVIEW_LOGS, service)
    chosen = whose(request.GET.get("worker", ""), keepers, own, supervises=reads)
    if chosen == UNIT:
        led = list(led_by(caseload_keepers(worker, service), own, worker, service)) if own else []
        looked_at = led or keepers
    else:
        looked_at = [one for one in keepers if one.pk == chosen]
    asked = Asked(
        worker, service, looked_at, day, standards_of(service, day), for_unit=chosen == UNIT, reads_logs=reads
    )
    workers = [(UNIT, "The unit"), *((one.pk, one.full_name) for one in keepers)] if reads else []
    told = {"page": today_page(asked), "workers": workers, "chosen": chosen}
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


PAGES = [
    Page(
        "s/<int:service>/today/", today, "today", Permission.RECORD_SUPPORT,
        "Today", "What is due, what is booked, and who has no next step.",
    ),
]  # fmt: skip
