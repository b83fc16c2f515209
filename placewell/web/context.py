"""What the frame around every page needs to know."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True)
class Frame:
    """The header: what stands in it, who is signed in (their name, else ''), and what is asked of them."""

    name: str
    account_name: str
    second_factor_required: bool = False


NOBODY = Frame(name="placewell", account_name="")


def frame(request: HttpRequest) -> dict:
    """Context processor: `frame`, with the name of the service that a page belongs to.

    On a page of no service it is the worker's only service, else the product's own name.
    """
    worker = getattr(request, "worker", None)
    if worker is None:
        return {"frame": NOBODY}
    required = settings.SECOND_FACTOR_REQUIRED
    return {"frame": Frame(name_for(request, worker), worker.account.full_name, required)}


def name_for(request: HttpRequest, worker) -> str:
    """The name in the header."""
    if service := getattr(request, "service", None):
        return service.name
    names = {role.service.name for role in worker.roles}
    return names.pop() if len(names) == 1 else NOBODY.name
