"""Pages for what went wrong: they say what to do, and nothing about the inside."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from placewell.web.context import NOBODY


def not_understood(request: HttpRequest, exception=None) -> HttpResponse:
    """400: the browser sent something that cannot be read."""
    return render(request, "400.html", status=400)


def not_allowed(request: HttpRequest, exception=None) -> HttpResponse:
    """403: no role of this person opens the page."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """404: there is no such page, or not for this person."""
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Drawn without asking the database, which may be what is broken."""
    return HttpResponse(render_to_string("500.html", {"frame": NOBODY}), status=500)
