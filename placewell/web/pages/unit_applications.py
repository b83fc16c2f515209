"""The applications of the unit, of everybody within the worker's reach: how many a month, and which."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access.application_scope import applications_for
from placewell.access.permissions import Permission
from placewell.records.caseload import holders_of
from placewell.rules.windows import months_back
from placewell.web.doors import Page
from placewell.web.pages.records.finding import colleagues_in_post
from placewell.web.presenters.applications.unit import Looking, first_of, said, states, unit_page
from placewell.web.presenters.wording import day

# An application may be answered in a month that is shown and have been made before all of them.
BEFORE = 6


def page(request: HttpRequest, service) -> HttpResponse:
    """Narrowed by specialist, state, employer and month; every number leads to what it counts."""
    today, looking = request.worker.today(service), Looking.asked(request.GET)
    since = months_back(as_at=first_of(today), months=BEFORE)
    every = applications_for(request.worker, service, since)
    holders = holders_of({one.application.episode_id for one in every}, today)
    workers = list(colleagues_in_post(request).values_list("pk", "full_name"))
    told = unit_page(every, holders, looking, today, dict(workers))
    return render(
        request, "applications/unit.html",
        {
            "looking": looking, "page": told, "said": said(told.months), "states": states(), "workers": workers,
            "since": day(since), "every_month": looking.address(month=None, what="applications"),
        },
    )  # fmt: skip


PAGES = [
    Page(
        "s/<int:service>/applications/", page, "unit_applications", Permission.RECORD_SUPPORT,
        "Applications", "Who applied where, the interviews, what came of them, and how many a month.",
    ),
]  # fmt: skip
