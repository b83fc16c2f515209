"""From the referral to a job that ends and support that begins again: on a phone, at a desk, by keyboard, without scripts."""

from datetime import date

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.people.models import Account
from placewell.records import models
from tests.journeys import browser as sight
from tests.journeys.first_journey import Journey, whole_way
from tests.journeys.hands import Keyboard, Mouse

PASSWORD = "three words apart 7"
LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def unit(transactional_db, laying_down):
    """A service with a team, a specialist who signs in, a colleague, and one employer."""
    today = timezone.localdate()
    with laying_down(on=today):
        service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
        team = models.ClinicalTeam.objects.create(service=service, key="t", name="East team", kind="recovery")
        ana, _ = (
            models.Staff.objects.create(service=service, key=name, full_name=name, started_on=LONG_AGO)
            for name in ("Ana Silva", "Ben Carter")
        )
        models.StaffTerm.objects.create(
            service=service, staff=ana, role="employment_specialist", fte=1, started_on=LONG_AGO
        )
        models.TeamAttachment.objects.create(service=service, staff=ana, team=team, started_on=LONG_AGO)
        account = Account.objects.create(
            email="ana@example.org", full_name="Ana Silva", password=make_password(PASSWORD)
        )
        RoleHeld.objects.create(
            account=account, service=service, role="employment_specialist", staff=ana, started_on=LONG_AGO
        )
        employer = models.Employer.objects.create(service=service, key="m", name="Rose Bakery Ltd")
    return service, employer, service.today(timezone.now())


def at_the_list(page, address: str, service) -> None:
    """Sign in, and open the list of people."""
    sight.sign_in(page, address, "ana@example.org", PASSWORD)
    page.goto(f"{address}/s/{service.pk}/clients/")


def unlooked(page, name: str) -> None:
    """Pages that are looked at in another of these journeys."""


@pytest.mark.timeout(400)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_whole_way(unit, live_server, page_at, looked_at, width):
    service, employer, today = unit
    # A form that an outbox sends comes back as 422 when something is asked again.
    page = page_at(width, live_server.url, may_be_refused=True)
    at_the_list(page, live_server.url, service)
    whole_way(Journey(Mouse(page), service, today, looked_at, employer.pk))


@pytest.mark.timeout(400)
def test_the_whole_way_with_the_keyboard_alone(unit, live_server, page_at):
    service, employer, today = unit
    page = page_at(1280, live_server.url, may_be_refused=True)
    at_the_list(page, live_server.url, service)
    whole_way(Journey(Keyboard(page), service, today, unlooked, employer.pk))


@pytest.mark.timeout(400)
def test_the_whole_way_without_scripts(unit, live_server, page_at):
    service, employer, today = unit
    page = page_at(360, live_server.url, javascript=False)
    at_the_list(page, live_server.url, service)
    whole_way(Journey(Mouse(page), service, today, unlooked, employer.pk))
