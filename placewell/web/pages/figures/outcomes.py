"""Outcomes of a period, and one of them opened."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access.permissions import Permission
from placewell.measures import catalogue
from placewell.measures.outcomes import outcomes
from placewell.measures.taking import take
from placewell.records.models import Service
from placewell.web.doors import Page
from placewell.web.pages.figures import asked, behind
from placewell.web.presenters import outcome_page, periods
from placewell.web.presenters.outcomes_page import outcomes_page
from placewell.web.presenters.pages_of_rows import pager
from placewell.web.presenters.unit_rows import chosen, page_of

KEPT = ("staff", "part", "show", "sort")


def overview(request: HttpRequest, service: Service) -> HttpResponse:
    """Every outcome of a period under every definition."""
    published = is_published(request)
    when = asked.published_period(request) if published else asked.period(request)
    if plainly := sent_on(request, when):
        return plainly
    figures = outcomes(service, from_=when.window.first, to=when.window.last)
    choices = periods.choices(named(when, service, published), when.window, "outcomes", service.pk)
    page = outcomes_page(figures, when.window, choices, service=service.pk, is_published=published)
    return render(request, "figures/outcomes.html", {"page": page, "form": when.form})


def outcome(request: HttpRequest, service: Service, key: str) -> HttpResponse:
    """One outcome. Raises Http404 for a key that is no outcome's."""
    measure = catalogue.MEASURES.get(key)
    if measure is None or not measure.is_outcome:
        raise Http404("no such outcome")
    published = is_published(request)
    when = asked.published_period(request) if published else asked.period(request)
    if plainly := sent_on(request, when):
        return plainly
    staff = behind.staff_names(request)
    by = group(request, sees_staff=bool(staff))
    figure = take(key, service, from_=when.window.first, to=when.window.last, by=by)
    form = behind.rows_form(request, figure.units, staff)
    choice = behind.asked_rows(request, form)
    given = outcome_page.Given(
        measure=measure,
        figure=figure,
        window=when.window,
        names=behind.names(request, page_of(chosen(figure.units, choice), choice)[0], staff, with_teams=by == "team"),
        choices=periods.choices(named(when, service, published), when.window, "outcome", service.pk, key),
        is_published=published,
        sees_staff=bool(staff),
        sees_rows=behind.sees_rows(request),
        asked=choice,
    )
    days = {"from": when.window.first.isoformat(), "to": when.window.last.isoformat(), "by": by}
    page = outcome_page.outcome_page(given)
    told = {"page": page, "form": when.form, "rows_form": form, "hidden": days}
    if page.rows:
        more = {name: value for name in KEPT if (value := getattr(choice, name))}
        told["pager"] = pager(page.rows.page, page.rows.pages, days | more, "rows")
    return render(request, "figures/outcome.html", told)


def is_published(request: HttpRequest) -> bool:
    """Whether this person sees published figures only."""
    return not behind.may(request, Permission.SEE_FIGURES)


def sent_on(request: HttpRequest, when: asked.Period) -> HttpResponse | None:
    """To the plain address of a period typed into boxes."""
    if not when.is_understood:
        return None
    return asked.plain_address(request, {"from": when.window.first, "to": when.window.last})


def named(when: asked.Period, service: Service, published: bool):
    """The periods to choose from, by name."""
    return periods.published(when.today) if published else periods.usual(when.today, service.country)


def group(request: HttpRequest, *, sees_staff: bool) -> str:
    """By what the outcome is broken down: as asked, else by specialist or, without them, by team."""
    given = request.GET.get("by", "")
    known = [key for key in outcome_page.GROUPS if key != "staff" or sees_staff]
    return given if given in known else known[0]


PAGES = [
    Page(
        "s/<int:service>/outcomes/",
        overview,
        "outcomes",
        Permission.SEE_PUBLISHED_FIGURES,
        title="Outcomes",
        text="Access, jobs and how long they last, under every definition in use.",
    ),
    Page("s/<int:service>/outcomes/<str:key>/", outcome, "outcome", Permission.SEE_PUBLISHED_FIGURES),
]
