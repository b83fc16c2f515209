"""Services: how one comes into being when it is not imported."""

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.base import action, current_event, keep
from placewell.records.models import Service


@action("service.opened", needs=Permission.MANAGE_SERVICE, anywhere=True)
def open_service(*, by: Worker, service=None, key: str, name: str, country: str, **facts) -> Service:
    """Begin the record of a service that does not exist yet.

    `country` is ISO 3166-1 alpha-2; `facts` are the service's other fields. Raises
    ValidationError when the identifier is taken or a field does not hold.
    """
    made = keep(Service(key=key, name=name, country=country.upper(), **facts))
    current_event().service = made
    return made
