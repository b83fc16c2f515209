"""Situations, by name: `given.specialist(service, team=team)`, `given.client_held_by(staff)`.

Facts are laid down under the guard's eye, as an import would; what a test is about is done by
actions. Everything happens at `NOW`, on the day `TODAY`, unless a test says another.
"""

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import count

from placewell.access.models import RoleHeld
from placewell.access.worker import Worker
from placewell.people.models import Account
from placewell.records import guard
from placewell.records.models import (
    Allocation,
    Client,
    ClinicalTeam,
    Employer,
    Episode,
    FidelityReview,
    Referral,
    Service,
    Staff,
    StaffTerm,
    TeamAttachment,
)

TODAY = date(2026, 6, 30)
NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
LONG_AGO = date(2024, 1, 8)
PASSWORD = "quiet otter lantern"
# Nobody signs in with it; making a real one for each account would take the tests' time.
UNUSABLE = "!"

_numbers = count(1)


def _key(letter: str) -> str:
    return f"given-{letter}{next(_numbers)}"


@contextmanager
def _laid_down():
    with guard.acting(by=None, verb="tests.given", today=TODAY):
        yield


def service(name="Riverside IPS", country="GB", **facts) -> Service:
    """A service without anybody in it."""
    with _laid_down():
        return Service.objects.create(key=_key("S"), name=name, country=country, **facts)


def team(of: Service, **facts) -> ClinicalTeam:
    """A clinical team that the service works in."""
    with _laid_down():
        key = _key("CT")
        return ClinicalTeam.objects.create(
            service=of, key=key, name=f"Team {key}", kind="community_mental_health", **facts
        )


def staff(of: Service, role="employment_specialist", team: ClinicalTeam | None = None, **facts) -> Staff:
    """A member of staff in post since long ago, attached to a team if one is named."""
    key = _key("E")
    with _laid_down():
        facts = {"full_name": f"Worker {key}", "started_on": LONG_AGO, **facts}
        made = Staff.objects.create(service=of, key=key, **facts)
        StaffTerm.objects.create(service=of, staff=made, role=role, fte=1, started_on=LONG_AGO)
        if team is not None:
            TeamAttachment.objects.create(service=of, staff=made, team=team, started_on=LONG_AGO)
    return made


def client(of: Service, team: ClinicalTeam | None = None, **facts) -> Client:
    """A person who was referred, by a team if one is named, and is not supported yet."""
    with _laid_down():
        facts = {"given_name": "Jo", "family_name": "Marsh", **facts}
        made = Client.objects.create(service=of, key=_key("C"), **facts)
        Referral.objects.create(
            service=of, key=_key("R"), client=made, team=team, received_on=LONG_AGO, source="care_coordinator"
        )
    return made


def episode(of: Client, team: ClinicalTeam | None = None, **facts) -> Episode:
    """A stretch of support that goes on."""
    with _laid_down():
        facts = {"entered_on": LONG_AGO, "work_status_at_entry": "out_of_work", **facts}
        return Episode.objects.create(service=of.service, key=_key("P"), client=of, team=team, **facts)


def client_held_by(
    worker: Staff, *, kind="key_worker", team: ClinicalTeam | None = None, started_on=LONG_AGO, ended_on=None
) -> Client:
    """A person whose open episode the member of staff holds (or covers), with or without a clinical team."""
    made = client(worker.service, team)
    support = episode(made, team)
    with _laid_down():
        Allocation.objects.create(
            service=worker.service, episode=support, staff=worker, kind=kind, started_on=started_on, ended_on=ended_on
        )
    return made


def employer(of: Service, **facts) -> Employer:
    """An employer known to the service."""
    with _laid_down():
        return Employer.objects.create(service=of, key=_key("M"), **{"name": "Bright Bakery", **facts})


def review(of: Service) -> FidelityReview:
    """A fidelity review that is going on."""
    with _laid_down():
        return FidelityReview.objects.create(
            service=of, key=_key("V"), scale="ips-25", kind="independent", scored_on=TODAY
        )


def account(email: str | None = None, **facts) -> Account:
    """An account without a role."""
    key = _key("a")
    with _laid_down():
        facts = {"full_name": f"Account {key}", "password": UNUSABLE, **facts}
        return Account.objects.create(email=email or f"{key}@example.org", **facts)


def role(of: Service, name: str, *, account: Account | None = None, teams=(), **facts) -> RoleHeld:
    """A role that stands since long ago; what it points to is made when it is not named."""
    if name in ("employment_specialist", "supervisor", "service_manager") and "staff" not in facts:
        facts["staff"] = staff(of, role=name)
    if name == "client" and "client" not in facts:
        facts["client"] = client(of)
    if name == "reviewer":
        facts.setdefault("review", review(of))
        facts.setdefault("ended_on", TODAY + timedelta(days=14))
    held_by = account or globals()["account"]()
    with _laid_down():
        made = RoleHeld.objects.create(
            service=of, account=held_by, role=name, **{"started_on": LONG_AGO, **facts}
        )
        made.teams.set(teams)
    return made


def worker(of: Service, name: str, *, now: datetime = NOW, **facts) -> Worker:
    """Somebody signed in, with one role."""
    return Worker(role(of, name, **facts).account, now)


def specialist(of: Service, team: ClinicalTeam | None = None, **facts) -> Worker:
    """An employment specialist signed in, attached to a team if one is named."""
    return worker(of, "employment_specialist", staff=staff(of, team=team), **facts)


def staff_of(signed_in: Worker) -> Staff:
    """The row in staff of somebody who is signed in."""
    return RoleHeld.objects.select_related("staff__service").get(account=signed_in.account).staff
