"""Pages for what went wrong: they say what to do, and nothing about the inside."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from placewell.web.context import NOBODY

BARE = """<!DOCTYPE html>
<html lang="en-GB"><title>Something went wrong</title>
<h1>Something went wrong, and it is our fault</h1>
<p>What you sent was not saved. Go back: your words may still be on the page. Copy them before you try again.</p>
<p>If it happens again, tell the administrator of your service what you were doing, and at what time.</p>
</html>
"""


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
    try:
        page = render_to_string("500.html", {"frame": NOBODY})
    except Exception:  # the frame itself may be what is broken; the same words then come without it
        page = BARE
    return HttpResponse(page, status=500)
