"""The unit's leads by mail, where a mail server is set up."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from django.conf import settings

from placewell.access.leads_scope import told_by_mail
from placewell.access.scope import services_for
from placewell.access.worker import Worker, system_worker
from placewell.actions import lead_digest
from placewell.records.models import Service
from placewell.rules.lead_digest import Told


def steps(now: datetime) -> Iterator[tuple[str, Callable[[], list[str]]]]:
    """For each service, to tell its colleagues of new leads and of those that close soon."""
    if not settings.MAIL_IS_CONFIGURED:
        return
    by = system_worker(now)
    for service in services_for(by).order_by("key"):
        yield f"sending the leads of {service}", partial(tell, by, service)


def tell(by: Worker, service: Service) -> list[str]:
    """Send each colleague what they were not told yet; once a day, and nothing where nothing is new."""
    leads = lead_digest.leads_to_tell(service)
    sent = [account.email for account, staff in told_by_mail(service, by) if _send(by, service, account, staff, leads)]
    return [f"{service}: leads sent to {len(sent)} of the unit."] if sent else []


def _send(by: Worker, service: Service, account, staff, leads: list[Told]) -> bool:
    today = by.today(service)
    if lead_digest.was_sent(staff, today):
        return False
    new, closing = lead_digest.picked_for(staff, leads, today)
    if not new and not closing:
        return False
    lead_digest.send(by=by, service=service, account=account, staff=staff, new=new, closing=closing)
    return True
