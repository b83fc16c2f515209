"""One item of the scale on a day, opened to the rows behind it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access.permissions import Permission
from placewell.measures import catalogue
from placewell.measures import fidelity as kept
from placewell.measures.figure import Figure
from placewell.measures.taking import take
from placewell.records.models import Service
from placewell.web.doors import Page
from placewell.web.forms.figures import RowsForm
from placewell.web.pages.figures import asked, behind
from placewell.web.presenters.days import days
from placewell.web.presenters.item_page import Given, ItemPage, item_page
from placewell.web.presenters.pages_of_rows import pager
from placewell.web.presenters.unit_rows import Asked, chosen, page_of
from placewell.web.wording import SCALE, scale_of

KEPT = ("staff", "part", "show", "sort")
# Finishers whose figure can be added up for each specialist, where the rule itself does not.
ADDS_UP = {"ratio", "rapid_job_search", "individualised_search", "competitive_jobs"}


def item(request: HttpRequest, service: Service, number: int) -> HttpResponse:
    """The page of an item. Raises Http404 for a number that the scale does not have."""
    scale = scale_of(service)
    if number not in {one.number for one in scale.items}:
        raise Http404("no such item")
    when = asked.as_at(request)
    if when.is_understood and (plainly := asked.plain_address(request, {"as_at": when.day})):
        return plainly
    measure = catalogue.MEASURES.get(scale.item(number).measure)
    staff = behind.staff_names(request)
    figure = taken(measure, service, when.day, by_staff=bool(staff))
    units = figure.units if figure else ()
    form = behind.rows_form(request, units, staff)
    choice = behind.asked_rows(request, form)
    picture, past = kept.with_trend(service, as_at=when.day)
    evidence = behind.evidence(request, SCALE, picture.item(number))
    given = Given(
        picture=picture,
        trend=past,
        scale=scale,
        number=number,
        measure=measure,
        figure=figure,
        names=behind.names(request, page_of(chosen(units, choice), choice)[0], staff),
        attestations=evidence.attestations,
        scores=evidence.scores,
        sees_staff=bool(staff),
        sees_rows=behind.sees_rows(request),
        asked=choice,
    )
    return render(request, "figures/item.html", told(when, item_page(given), form, choice, (service.pk, number)))


def told(when: asked.AsAt, page: ItemPage, form: RowsForm, choice: Asked, parts: tuple[int, int]) -> dict:
    """What the template is told: the page, the forms on it, and the ways on from it."""
    day = {"as_at": when.day.isoformat()}
    more = {name: value for name in KEPT if (value := getattr(choice, name))}
    return {
        "page": page,
        "form": when.form,
        "rows_form": form,
        "kept": more,
        "days": days(when.day, when.today, page="fidelity_item", parts=parts, asked=more),
        "hidden": day,
        "pager": pager(page.rows.page, page.rows.pages, day | more, "rows") if page.rows else None,
    }


def taken(measure: catalogue.Measure | None, service: Service, day, *, by_staff: bool) -> Figure | None:
    """The item's measure on the day, with its rows; None where no rule reads the record."""
    if measure is None:
        return None
    adds_up = by_staff and measure.finisher in ADDS_UP and "by_staff" not in measure.options
    return take(measure.name, service, as_at=day, by="staff" if adds_up else None)


PAGES = [Page("s/<int:service>/fidelity/<int:number>/", item, "fidelity_item", Permission.SEE_FIGURES)]
