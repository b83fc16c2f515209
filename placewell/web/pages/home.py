"""The first page: what this person can open."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import get_resolver, reverse

from placewell.access.roles import GRANTS, Role
from placewell.access.worker import Worker
from placewell.records.models import Service
from placewell.web.doors import Page, page_of
from placewell.web.presenters.roles import in_country


@dataclass(frozen=True)
class Link:
    """A page that the person can open."""

    title: str
    text: str
    address: str


@dataclass(frozen=True)
class Room:
    """A service, the person's roles in it in words, and what they can open there."""

    name: str
    roles: list[tuple[str, str]]
    links: list[Link]


def home(request: HttpRequest) -> HttpResponse:
    """What the person can open in each service in which they hold a role."""
    worker = request.worker
    services = {role.service_id: role.service for role in worker.roles}
    rooms = [room(worker, service) for service in services.values()]
    first_name = worker.account.full_name.split(" ")[0]
    return render(request, "pages/home.html", {"rooms": rooms, "several": len(rooms) > 1, "first_name": first_name})


def room(worker: Worker, service: Service) -> Room:
    """One service as the home page shows it."""
    held = sorted({role.role for role in worker.roles if role.service_id == service.pk})
    own = service.country
    roles = [(in_country(str(Role(role).label), own), in_country(GRANTS[role].in_words, own)) for role in held]
    links = [
        Link(page.title, page.text, reverse(page.name, args=[service.pk]))
        for page in listed()
        if page.opens_to(worker, service)
    ]
    return Room(service.name, roles, links)


def listed() -> list[Page]:
    """The services' pages that ask to stand on the home page, in the order of the addresses."""
    pages = (page_of(pattern.callback) for pattern in get_resolver().url_patterns if hasattr(pattern, "callback"))
    return [page for page in pages if page and page.of_service and page.title]
