"""Each page of placewell: its address, and to whom it opens.

A page is a view and the permission it needs. An address that begins with `s/<int:service>/` is
a page of one service: its view is given the Service, and only if the worker holds a role there.
Everything that has an address is such a page, so that a test can walk them all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import URLPattern, path
from django.utils import timezone

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.records.models import Service

SERVICE_ROUTE = "s/<int:service>/"


class Opens(StrEnum):
    """To whom a page opens that needs no permission of its own."""

    EVERYBODY = "everybody"
    SIGNED_IN = "who is signed in"


@dataclass(frozen=True)
class Page:
    """One address. With a `title`, the home page links to it for those to whom it opens.

    `before_second_factor`: opens also to an account that has yet to set up its second factor.
    """

    route: str
    view: Callable
    name: str
    needs: Permission | Opens
    title: str = ""
    text: str = ""
    before_second_factor: bool = False

    @property
    def of_service(self) -> bool:
        """Whether this is a page of one service."""
        return self.route.startswith(SERVICE_ROUTE)

    def opens_to(self, worker: Worker | None, service: Service | None = None) -> bool:
        """Whether the worker (None: nobody has signed in) may open the page, in `service`."""
        if isinstance(self.needs, Permission):
            return worker is not None and worker.may(self.needs, service)
        return self.needs == Opens.EVERYBODY or worker is not None

    def at(self) -> URLPattern:
        """The page as Django's URL pattern."""
        return path(self.route, behind_its_door(self), name=self.name)


def behind_its_door(page: Page) -> Callable:
    """The page's view, reached only by those to whom it opens.

    Raises Http404 for a service in which the worker holds no role, PermissionDenied for a page
    that no role of theirs opens.
    """

    @wraps(page.view)
    def opened(request: HttpRequest, **captured):
        service, worker = None, worker_of(request)
        if page.of_service:
            service = request.service = captured["service"] = service_or_404(worker, captured["service"])
        if not page.opens_to(worker, service):
            raise PermissionDenied(f"{page.name} needs: {page.needs}")
        return page.view(request, **captured)

    opened.page = page
    return opened


def worker_of(request: HttpRequest) -> Worker | None:
    """Who is signed in, at the moment of the request; None for nobody.

    Set once. A form that the sign-in library put aside while it asked for a password comes back
    without having passed the middleware.
    """
    if not hasattr(request, "worker"):
        request.worker = Worker(request.user, timezone.now()) if request.user.is_authenticated else None
    return request.worker


def service_or_404(worker: Worker | None, pk: int) -> Service:
    """A service in which the worker holds a role, as it came with the roles. Raises Http404 without one.

    Roles in a service that was withdrawn do not stand, so that it is not there either.
    """
    for role in worker.roles if worker else ():
        if role.service_id == pk:
            return role.service
    raise Http404("no such service for this account")


def page_of(view: Callable) -> Page | None:
    """The page that a resolved view belongs to."""
    return getattr(view, "page", None)
