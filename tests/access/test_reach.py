"""Whose records each role opens: held, covered, own team, other team, other service."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.access.roles import Role
from placewell.access.worker import Worker, system_worker
from placewell.records.models import Client, Episode, Referral
from tests import given

pytestmark = pytest.mark.django_db


class Unit:
    """Two services; in the first two teams, and people in every relation to one member of staff."""

    def __init__(self):
        self.service, self.other_service = given.service(), given.service("Hillside IPS")
        self.own_team, self.other_team = given.team(self.service), given.team(self.service)
        self.me = given.staff(self.service, team=self.own_team)
        colleague = given.staff(self.service, team=self.other_team)
        yesterday = given.TODAY - timedelta(days=1)
        self.people = {
            "held": given.client_held_by(self.me),
            "covered": given.client_held_by(self.me, kind="cover"),
            "of own team": given.client_held_by(colleague, team=self.own_team),
            "referred by own team": given.client(self.service, team=self.own_team),
            "of other team": given.client_held_by(colleague, team=self.other_team),
            "handed over": given.client_held_by(self.me, ended_on=yesterday),
            "handed over today": given.client_held_by(self.me, ended_on=given.TODAY),
            "held from tomorrow": given.client_held_by(self.me, started_on=given.TODAY + timedelta(days=1)),
            "of other service": given.client_held_by(
                given.staff(self.other_service), team=given.team(self.other_service)
            ),
        }

    def seen_by(self, worker) -> set[str]:
        """Those in the list; the question for one person at a time says the same of each."""
        found = set(scope.clients_for(worker))
        for to in Permission:
            allowed = set(scope.clients_for(worker, to=to))
            assert {one for one in self.people.values() if scope.reaches(worker, one, to=to)} == allowed & set(
                self.people.values()
            )
        return {name for name, person in self.people.items() if person in found}


@pytest.fixture
def unit():
    return Unit()


EVERYBODY_HERE = {
    "held", "covered", "of own team", "referred by own team", "of other team", "handed over", "handed over today",
    "held from tomorrow",
}  # fmt: skip
SEEN = {
    Role.CLIENT: set(),
    Role.EMPLOYMENT_SPECIALIST: {"held", "covered", "of own team", "referred by own team"},
    Role.SUPERVISOR: EVERYBODY_HERE,
    Role.CLINICIAN: {"of own team", "referred by own team"},
    Role.SERVICE_MANAGER: set(),
    Role.EXECUTIVE: set(),
    Role.REVIEWER: EVERYBODY_HERE,
    Role.TRAINER: set(),
    Role.COMMISSIONER: set(),
    Role.ADMINISTRATOR: set(),
}


def role_of(unit, role, **more):
    """Somebody with a role; specialists are `unit.me`, clinicians of the own team."""
    if role in (Role.EMPLOYMENT_SPECIALIST, Role.SUPERVISOR, Role.SERVICE_MANAGER):
        more.setdefault("staff", unit.me)
    return given.role(unit.service, role, teams=[unit.own_team] if role == Role.CLINICIAN else [], **more)


def worker_of(unit, role, **more):
    return Worker(role_of(unit, role, **more).account, given.NOW)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_whom_it_reaches_and_nobody_else(unit, role):
    worker = worker_of(unit, role)
    assert unit.seen_by(worker) == SEEN[role]
    for name, person in unit.people.items():
        if name in SEEN[role]:
            scope.require_client(worker, person)
        else:
            with pytest.raises(PermissionDenied):
                scope.require_client(worker, person)


def test_a_client_opens_their_own_record_alone(unit):
    held = given.role(unit.service, Role.CLIENT, client=unit.people["held"])
    assert unit.seen_by(Worker(held.account, given.NOW)) == {"held"}


def test_the_doors_to_referrals_and_episodes_open_with_the_person(unit):
    worker = worker_of(unit, Role.EMPLOYMENT_SPECIALIST)
    seen = {unit.people[name] for name in SEEN[Role.EMPLOYMENT_SPECIALIST]}
    assert {referral.client for referral in scope.of_clients(worker, Referral)} == seen
    with_episodes = seen - {unit.people["referred by own team"]}
    assert {episode.client for episode in scope.of_clients(worker, Episode)} == with_episodes


def test_the_built_in_account_opens_everybody(unit):
    assert unit.seen_by(system_worker(given.NOW)) == set(unit.people)


def test_a_stranger_opens_nothing(unit):
    stranger = Worker(given.account(), given.NOW)
    given.employer(unit.service)
    doors = (scope.services_for, scope.clients_for, scope.staff_for, scope.teams_for, scope.employers_for)
    assert [list(door(stranger)) for door in doors] == [[]] * len(doors)


def test_a_withdrawn_person_is_opened_by_nobody(unit, laying_down):
    worker = worker_of(unit, Role.SUPERVISOR)
    with laying_down():
        Client.objects.filter(pk=unit.people["held"].pk).update(withdrawn_at=given.NOW)
    assert "held" not in unit.seen_by(worker)


def test_one_roles_reach_does_not_stretch_what_another_allows(unit):
    """A specialist who is also reviewer reads everybody, and records for their own people only."""
    account = role_of(unit, Role.EMPLOYMENT_SPECIALIST).account
    given.role(unit.service, Role.REVIEWER, account=account)
    worker = Worker(account, given.NOW)
    assert unit.seen_by(worker) == EVERYBODY_HERE
    scope.require_client(worker, unit.people["held"], to=Permission.RECORD_SUPPORT)
    scope.require_client(worker, unit.people["of other team"], to=Permission.SEE_NOTES)
    with pytest.raises(PermissionDenied):
        scope.require_client(worker, unit.people["of other team"], to=Permission.RECORD_SUPPORT)


def test_a_clinicians_role_in_one_service_opens_no_team_of_another(unit):
    """Were a team of another service named in a role by mistake, it still opens nobody."""
    other_team = given.team(unit.other_service)
    person = given.client(unit.other_service, team=other_team)
    worker = Worker(given.role(unit.service, Role.CLINICIAN, teams=[other_team]).account, given.NOW)
    assert person not in scope.clients_for(worker)
    assert other_team not in scope.teams_for(worker)


INSIDE = {Role.EMPLOYMENT_SPECIALIST, Role.SUPERVISOR, Role.SERVICE_MANAGER, Role.EXECUTIVE, Role.REVIEWER,
          Role.TRAINER, Role.ADMINISTRATOR}  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_colleagues_teams_and_employers_are_the_services_own(unit, role):
    here, there = given.employer(unit.service), given.employer(unit.other_service)
    worker = worker_of(unit, role)
    assert list(scope.services_for(worker)) == [unit.service]
    colleagues = {member.service_id for member in scope.staff_for(worker)}
    assert colleagues == ({unit.service.pk} if role in INSIDE else set())
    teams = set(scope.teams_for(worker))
    expected = {unit.own_team, unit.other_team} if role in INSIDE else set()
    assert teams == ({unit.own_team} if role == Role.CLINICIAN else expected)
    employers = set(scope.employers_for(worker))
    assert employers == ({here} if role in (Role.EMPLOYMENT_SPECIALIST, Role.SUPERVISOR, Role.REVIEWER) else set())
    assert there not in employers
