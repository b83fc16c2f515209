"""What each measure counts, by whose rule."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.measures import catalogue
from placewell.web.doors import Opens, Page
from placewell.web.presenters.measure_pages import measure_list, measure_page


def listed(request: HttpRequest) -> HttpResponse:
    """Every measure there is."""
    return render(request, "figures/measures.html", {"groups": measure_list()})


def one(request: HttpRequest, key: str) -> HttpResponse:
    """One measure in words. Raises Http404 for one that there is not."""
    if key not in catalogue.MEASURES:
        raise Http404("no such measure")
    return render(request, "figures/measure.html", {"page": measure_page(catalogue.MEASURES[key])})


PAGES = [
    Page("measures/", listed, "measures", Opens.SIGNED_IN),
    Page("measures/<str:key>/", one, "measure", Opens.SIGNED_IN),
]
