"""Pages about the service itself, open to everybody, and the health of the installation."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def accessibility(request: HttpRequest) -> HttpResponse:
    """What works for whom, what does not yet, and whom to tell."""
    return render(request, "pages/accessibility.html")


def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about a person who signs in."""
    return render(request, "pages/privacy.html")


def health(request: HttpRequest) -> HttpResponse:
    """`ok` when the web server runs and the database answers, in plain text; else status 503."""
    try:
        connection.ensure_connection()
    except Exception:  # whatever the driver raises, the answer is the same
        return HttpResponse("the database does not answer\n", content_type="text/plain", status=503)
    return HttpResponse("ok\n", content_type="text/plain")
