"""The script that answers for us where there is no connection: /sw.js, and what it keeps.

It keeps one page without anything personal in it, and the styles and scripts of that page, under
the names that change with their content. Nothing else is ever kept by it.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse

OUTBOX = Path(__file__).resolve().parent.parent / "static" / "placewell" / "outbox"
SCRIPT = OUTBOX / "worker.js"
NEVER_KEPT = {SCRIPT.name}
FRAME = [
    "vendor/nhsuk/nhsuk-frontend.min.css",
    "vendor/nhsuk/nhsuk-frontend.min.js",
    "placewell/placewell.css",
    "placewell/favicon.svg",
    "placewell/start.js",
    "placewell/supported.js",
]


def service_worker(request: HttpRequest) -> HttpResponse:
    """The service worker, asked for again at each visit: a new release replaces it."""
    headers = {"Cache-Control": "no-cache", "Service-Worker-Allowed": "/"}
    return HttpResponse(worker_script(), content_type="text/javascript", headers=headers)


@cache
def worker_script() -> str:
    """The script, told what to keep and under which name. One that differs is installed anew."""
    names = [*FRAME, *(f"placewell/outbox/{name}" for name in outbox_scripts())]
    files = [static(name) for name in names]
    source = SCRIPT.read_text(encoding="utf-8")
    print_of_all = hashlib.sha256("\n".join([source, *files, shell_source()]).encode()).hexdigest()
    told = {"files": files, "shell": reverse("offline"), "release": print_of_all[:16]}
    return f"const KEPT = {json.dumps(told)};\n{source}"


def outbox_scripts() -> list[str]:
    """The scripts that work in a page."""
    return sorted(path.name for path in OUTBOX.glob("*.js") if path.name not in NEVER_KEPT)


def shell_source() -> str:
    """The templates that the kept page is drawn from."""
    templates = Path(__file__).resolve().parent.parent / "templates"
    return "".join((templates / name).read_text("utf-8") for name in ("base.html", "footer.html", "offline/shell.html"))
