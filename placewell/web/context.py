"""What the frame around every page needs to know."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from placewell.web.navigation import Way, ways_of


@dataclass(frozen=True)
class Frame:
    """The header: what stands in it, who is signed in (their name, else ''), and what is asked of them.

    `colours` is the address of the style sheet with the service's own colour; '' for placewell's.
    `ways` lead to the rooms of the service, for those who work with people.
    """

    name: str
    account_name: str
    second_factor_required: bool = False
    colours: str = ""
    ways: Iterable[Way] = ()


NOBODY = Frame(name="placewell", account_name="")


def frame(request: HttpRequest) -> dict:
    """Context processor: `frame`, with the name of the service that a page belongs to.

    On a page of no service it is the worker's only service, else the product's own name.
    """
    worker = getattr(request, "worker", None)
    if worker is None:
        return {"frame": NOBODY}
    service = service_of(request, worker)
    name = service.name if service else NOBODY.name
    ways = ways_of(worker, service, page_name(request))
    required = settings.SECOND_FACTOR_REQUIRED
    return {"frame": Frame(name, worker.account.full_name, required, colours_of(service), ways)}


def page_name(request: HttpRequest) -> str:
    """The name of the page that is open; '' where there is none."""
    found = request.resolver_match
    return (found.url_name or "") if found else ""


def service_of(request: HttpRequest, worker):
    """The service of the page, or the only one in which the worker holds a role; None where there are several."""
    if service := getattr(request, "service", None):
        return service
    services = {role.service_id: role.service for role in worker.roles}
    return next(iter(services.values())) if len(services) == 1 else None


def colours_of(service) -> str:
    """The address of the service's own colours, '' where it has chosen none."""
    if service is None or not service.accent_colour:
        return ""
    return reverse("service_colours", args=[service.pk, service.accent_colour.removeprefix("#")])
