"""Fidelity as it stands on a day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.measures import fidelity as kept
from placewell.records.models import Service
from placewell.web.doors import Page
from placewell.web.pages.figures import asked
from placewell.web.presenters.days import days
from placewell.web.presenters.fidelity_page import fidelity_page
from placewell.web.wording import scale_of

SHOWN = {"unrated", "low"}
SORTED = {"rating"}


def overview(request: HttpRequest, service: Service) -> HttpResponse:
    """The 25 items, the two totals and what is missing."""
    when = asked.as_at(request)
    if when.is_understood and (plainly := asked.plain_address(request, {"as_at": when.day})):
        return plainly
    show, sort = one_of(request, "show", SHOWN), one_of(request, "sort", SORTED)
    more = {"show": show, "sort": sort}
    told = {
        "form": when.form,
        "kept": {name: value for name, value in more.items() if value},
        "days": days(when.day, when.today, page="fidelity", parts=(service.pk,), asked=more),
    }
    if scope.staff_for(request.worker).filter(service=service, started_on__lte=when.day).exists():
        picture, past = kept.with_trend(service, as_at=when.day)
        told["page"] = fidelity_page(picture, past, scale_of(service), service=service.pk, show=show, sort=sort)
        return render(request, "figures/fidelity.html", told)
    return render(request, "figures/fidelity_empty.html", told)


def one_of(request: HttpRequest, name: str, known: set[str]) -> str:
    """A choice from the address; '' for none and for one that is not known."""
    given = request.GET.get(name, "")
    return given if given in known else ""


PAGES = [
    Page(
        "s/<int:service>/fidelity/",
        overview,
        "fidelity",
        Permission.SEE_FIGURES,
        title="Fidelity",
        text="The 25 items of the scale as they stand today, and what is missing.",
    ),
]
