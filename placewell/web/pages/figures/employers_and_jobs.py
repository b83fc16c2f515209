"""Items 16 to 21 put together: kinds of jobs, employers, and visits, each number opened to its rows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.measures import catalogue
from placewell.measures import fidelity as kept
from placewell.measures.looking_up import look_up
from placewell.measures.runners.django import DjangoRunner
from placewell.measures.together import count_together
from placewell.measures.views import Scope
from placewell.records.models import EmployerContact, Service
from placewell.rules.windows import thirteen_weeks
from placewell.web.doors import Page
from placewell.web.pages.figures import asked, behind
from placewell.web.presenters.addresses import address
from placewell.web.presenters.days import days
from placewell.web.presenters.employers_and_jobs import PAGE, Given, parts
from placewell.web.presenters.employers_and_jobs_rows import jobs_part, visits_rows
from placewell.web.wording import scale_of

# Items whose units are opened here; those of the others stand on their own pages.
OPENED = (18, 19, 21)
CHOICES = ("kind", "employer", "why", "visits", "parts")
# All but the six items are folded away, each with its figure, unless they are asked for.
OPEN = "open"
LONGEST = 100


def employers_and_jobs(request: HttpRequest, service: Service) -> HttpResponse:
    """What jobs, at which employers, visited how: as things stand on a day."""
    when = asked.as_at(request)
    if when.is_understood and (plainly := asked.plain_address(request, {"as_at": when.day})):
        return plainly
    chosen = {name: value[:LONGEST] for name in CHOICES if (value := request.GET.get(name, ""))}
    given = given_for(request, service, when.day, chosen)
    rows = [jobs_part(given), visits_part(request, given)]
    every = {**chosen, "parts": "" if chosen.get("parts") else OPEN}
    told = {
        "parts": parts(given),
        "are_open": chosen.get("parts") == OPEN,
        "other_way": address(PAGE, service.pk, as_at=when.day, **every),
        "rows": [part for part in rows if part],
        "form": when.form,
        "kept": chosen,
        "days": days(when.day, when.today, page=PAGE, parts=(service.pk,), asked=chosen),
        "day": when.day,
    }
    return render(request, "figures/employers_and_jobs.html", told)


def given_for(request: HttpRequest, service: Service, day, chosen: dict[str, str]) -> Given:
    """What the page is made of: the items' own units in one question, and what they are in two more."""
    scale, runner, about = scale_of(service), DjangoRunner(), Scope((service.pk,))
    picture, _ = kept.with_trend(service, as_at=day)
    measures = {number: catalogue.MEASURES[scale.item(number).measure] for number in OPENED}
    counted = count_together(list(measures.values()), scope=about, as_at=day, runner=runner)
    units = {number: counted[measure.name] for number, measure in measures.items()}
    looked = {"scope": about, "as_at": day, "runner": runner}
    jobs = {row["id"]: row for row in look_up("jobs_looked_at", **looked)}
    met = look_up("employers_met", **looked)
    named = {row["employer"] for row in (*jobs.values(), *met)} - {None}
    known = scope.employers_for(request.worker).filter(service=service, pk__in=named)
    staff, sees_rows = behind.staff_names(request), behind.sees_rows(request)
    return Given(
        picture=picture,
        scale=scale,
        units=units,
        jobs=jobs,
        met=met,
        employers=dict(known.values_list("pk", "name")),
        names=behind.names(request, units[19] if sees_rows else (), staff),
        sees_staff=bool(staff),
        sees_rows=sees_rows,
        asked=chosen,
    )


def visits_part(request: HttpRequest, given: Given):
    """The visits to a chosen employer; None where none was chosen, or one that nobody visited."""
    chosen = given.asked.get("visits", "")
    visited = {str(one["employer"]) for one in given.met}
    if not given.sees_rows or chosen not in visited:
        return None
    weeks = thirteen_weeks(as_at=given.as_at)
    found = scope.records_for(request.worker, EmployerContact).filter(
        service=request.service, employer=int(chosen), made_on__range=(weeks.first, weeks.last), mode="face_to_face"
    )
    return visits_rows(given, list(found.exclude(staff=None).order_by("made_on", "pk")))


PAGES = [
    Page(
        "s/<int:service>/fidelity/employers-and-jobs/", employers_and_jobs, PAGE, Permission.SEE_FIGURES,
        "Employers and jobs", "What kinds of jobs and employers, visited how often: items 16 to 21 put together.",
    ),
]  # fmt: skip
