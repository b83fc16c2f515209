"""A unit with two clinical teams, a specialist in each, a supervisor, a clinician, and people they support."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client as Browser
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.people.models import Account
from placewell.records import models
from tests.web.conftest import PASSWORD

LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def on_the_day(service) -> date:
    """Today at the service, as pages see it."""
    return service.today(timezone.now())


@pytest.fixture
def unit(service, laying_down, on_the_day) -> SimpleNamespace:
    """Ana works in the first team and holds Mo; Ben works in the second and holds Noor."""
    with laying_down(on=on_the_day):
        made = SimpleNamespace(service=service, today=on_the_day)
        made.teams = [
            models.ClinicalTeam.objects.create(service=service, key=f"t{n}", name=name, kind="community_mental_health")
            for n, name in enumerate(("East team", "West team"))
        ]
        made.ana, made.ben = (staff(service, name) for name in ("Ana Silva", "Ben Carter"))
        for one, team in zip((made.ana, made.ben), made.teams, strict=True):
            models.TeamAttachment.objects.create(service=service, staff=one, team=team, started_on=LONG_AGO)
        made.mo = client(service, "Mo", "Ahmed", nhs_number="9434765919", date_of_birth=date(1980, 3, 12))
        made.noor = client(service, "Noor", "Begum", date_of_birth=date(1991, 12, 1))
        began = on_the_day - timedelta(days=40)
        made.episode = episode(made, made.mo, made.teams[0], made.ana, began)
        made.other_episode = episode(made, made.noor, made.teams[1], made.ben, began)
        made.employer = models.Employer.objects.create(service=service, key="m1", name="Rose Bakery Ltd")
    return made


def staff(service, name):
    return models.Staff.objects.create(service=service, key=name, full_name=name, started_on=LONG_AGO)


def client(service, given, family, **facts):
    return models.Client.objects.create(service=service, key=given, given_name=given, family_name=family, **facts)


def episode(made, person, team, worker, began):
    begun = models.Episode.objects.create(
        service=made.service, key=f"e-{person.key}", client=person, team=team, entered_on=began,
        work_status_at_entry="out_of_work",
    )  # fmt: skip
    models.Allocation.objects.create(
        service=made.service, episode=begun, staff=worker, kind="key_worker", started_on=began
    )
    return begun


@pytest.fixture
def browser_of(unit, laying_down):
    """`browser_of("ana")`: a browser signed in as ana, ben, sue (supervisor), cleo (clinician, East team)."""
    roles = {
        "ana": ("employment_specialist", {"staff": unit.ana}),
        "ben": ("employment_specialist", {"staff": unit.ben}),
        "sue": ("supervisor", {"staff": None}),
        "cleo": ("clinician", {}),
        "rex": ("reviewer", {"ended_on": unit.today + timedelta(days=9)}),
    }

    def sign_in(name):
        role, more = roles[name]
        with laying_down(on=unit.today):
            if role == "supervisor":
                more = {"staff": staff(unit.service, "Sue Supervisor")}
            account = Account.objects.create(
                email=f"{name}@example.org", full_name=name.title(), password=make_password(PASSWORD)
            )
            if role == "reviewer":
                more["review"] = models.FidelityReview.objects.create(
                    service=unit.service, key="f1", scale="ips-25", kind="independent", scored_on=unit.today
                )
            held = RoleHeld.objects.create(
                account=account, service=unit.service, role=role, started_on=LONG_AGO, **more
            )
            if role == "clinician":
                held.teams.set([unit.teams[0]])
        browser = Browser()
        answer = browser.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
        assert answer.status_code == 302
        browser.account = account
        return browser

    return sign_in


@pytest.fixture
def at(unit):
    """`at("clients/")`: an address in the service."""
    return lambda rest: f"/s/{unit.service.pk}/{rest}"


def day_parts(name: str, when: date) -> dict:
    """A date as its three boxes send it."""
    return {f"{name}[day]": when.day, f"{name}[month]": when.month, f"{name}[year]": when.year}


def words(answer) -> str:
    """What a page says."""
    return answer.content.decode()


def plainly(answer) -> str:
    """The same on one line."""
    return " ".join(words(answer).split())


@pytest.fixture
def lay(unit, laying_down):
    """`lay(models.Lead, …)`: a record of the unit."""

    def lay(model, **facts):
        with laying_down(on=unit.today):
            return model.objects.create(service=unit.service, **facts)

    return lay


@pytest.fixture
def lead(unit, lay):
    """`lead("Porter")`: a lead at the bakery."""

    def lead(title="Porter", **facts):
        told = {"employer": unit.employer, "found_by": unit.ana, "found_on": unit.today, "status": "shared"}
        return lay(models.Lead, key=title, title=title, **told | facts)

    return lead
