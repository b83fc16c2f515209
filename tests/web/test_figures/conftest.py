"""A small service: two specialists, three people, thirteen weeks, one job. Everything counted by hand.

As at 30 June 2026 Sam holds two people full time and met 5 employers in each of 13 weeks; Ana holds
one at half time, met 3 in each of 12 weeks, and left the log of one week open.
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from html import unescape
from types import SimpleNamespace

import pytest
from django.contrib.auth.hashers import make_password

from placewell.access.models import RoleHeld
from placewell.people.models import Account
from placewell.records.models import (
    Allocation,
    Attestation,
    Client,
    ClinicalTeam,
    Employer,
    EmployerContact,
    Episode,
    FidelityReview,
    FidelityScore,
    Job,
    Staff,
    StaffTerm,
    StaffWeek,
    TeamAttachment,
)
from tests.web.conftest import PASSWORD

AS_AT = date(2026, 6, 30)
BEGAN = date(2024, 1, 1)
FIRST_MONDAY = date(2026, 3, 30)
MONDAYS = [FIRST_MONDAY + timedelta(weeks=number) for number in range(13)]


def people(service, names):
    """A client with an open episode, out of work at entry, for each name."""
    found = {}
    for number, name in enumerate(names):
        given, family = name.split()
        client = Client.objects.create(service=service, key=f"c{number}", given_name=given, family_name=family)
        found[name] = Episode.objects.create(
            service=service, key=f"e{number}", client=client, entered_on=date(2026, 1, 12),
            work_status_at_entry="out_of_work",
        )  # fmt: skip
    return found


def term(service, staff, fte, role="employment_specialist"):
    StaffTerm.objects.create(service=service, staff=staff, role=role, fte=Decimal(fte), started_on=BEGAN)


def weeks(service, staff, open_one=None):
    StaffWeek.objects.bulk_create(
        StaffWeek(
            service=service, staff=staff, week_starting=monday, employment_minutes=1800, other_minutes=200,
            community_minutes=1200, log_complete=monday != open_one, log_reviewed_on=monday + timedelta(days=4),
        )
        for monday in MONDAYS
    )  # fmt: skip


def contacts(service, staff, employer, a_week, letter):
    EmployerContact.objects.bulk_create(
        EmployerContact(
            service=service, key=f"{letter}{monday:%j}{number}", employer=employer, staff=staff, made_on=monday,
            mode="face_to_face", purpose="introduce", hiring_authority=True, made_by_client=False,
        )
        for monday in MONDAYS
        for number in range(a_week)
    )  # fmt: skip


@pytest.fixture
def known(service, laying_down):
    """The service, with what a test may want to name: `sam`, `ana`, `episodes`, `job`."""
    with laying_down():
        team = ClinicalTeam.objects.create(service=service, key="t1", name="North Team", kind="recovery")
        sam = Staff.objects.create(service=service, key="E2", full_name="Sam Okafor", started_on=BEGAN)
        ana = Staff.objects.create(service=service, key="E1", full_name="Ana Brook", started_on=BEGAN)
        term(service, sam, "1")
        term(service, ana, "0.5")
        for staff in (sam, ana):
            TeamAttachment.objects.create(service=service, staff=staff, team=team, started_on=BEGAN)
        episodes = people(service, ["Mia Stone", "Lee Park", "Kit Moss"])
        for name, staff in (("Mia Stone", sam), ("Lee Park", sam), ("Kit Moss", ana)):
            Allocation.objects.create(
                service=service, episode=episodes[name], staff=staff, kind="key_worker", started_on=date(2026, 1, 12)
            )
        weeks(service, sam)
        weeks(service, ana, open_one=MONDAYS[3])
        employer = Employer.objects.create(service=service, key="em1", name="Oak Bakery")
        contacts(service, sam, employer, 5, "s")
        contacts(service, ana, employer, 3, "a")
        job = Job.objects.create(
            service=service, key="j1", episode=episodes["Mia Stone"], employer=employer, title="Baker",
            occupation_code="5432", started_on=date(2026, 3, 2), hours_per_week=Decimal("16"), contract="permanent",
            meets_minimum_wage=True, open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip
        for component in "abd":
            Attestation.objects.create(
                service=service, scale="ips-25", item=11, component=component, met=True, stated_on=date(2026, 2, 2),
                source="document", statement=f"The plan says so ({component}).",
            )  # fmt: skip
        review = FidelityReview.objects.create(
            service=service, key="R1", scale="ips-25", kind="independent", scored_on=date(2026, 2, 11)
        )
        FidelityScore.objects.create(service=service, review=review, item=18, rating=4, rationale="Several visits.")
    return SimpleNamespace(service=service, sam=sam, ana=ana, episodes=episodes, job=job, team=team)


@pytest.fixture
def as_role(client, service, laying_down):
    """`as_role("supervisor", staff=…)`: a browser signed in as somebody with that role."""

    def sign_in(role, *, staff=None, service=service):
        with laying_down():
            account = Account.objects.create(
                email=f"{role}@example.org", full_name="Robin Hale", password=make_password(PASSWORD)
            )
            RoleHeld.objects.create(account=account, service=service, role=role, staff=staff, started_on=BEGAN)
        answer = client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
        assert answer.status_code == 302, answer.content.decode()
        return client

    return sign_in


@pytest.fixture
def supervisor(as_role, known, laying_down):
    """A browser signed in as the supervisor of the known service."""
    with laying_down():
        zoe = Staff.objects.create(service=known.service, key="V1", full_name="Zoe Hill", started_on=BEGAN)
        term(known.service, zoe, "1", role="supervisor")
    return as_role("supervisor", staff=zoe)


@pytest.fixture
def words_of():
    """The words of an answer, with every stretch of white space as one blank, without tags."""

    def words(answer):
        text = re.sub(r"<(script|style)\b.*?</\1>", " ", answer.content.decode(), flags=re.S)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())

    return words
