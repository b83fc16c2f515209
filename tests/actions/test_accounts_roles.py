"""Giving, ending and moving roles; closing accounts."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.models import Invitation, RoleHeld
from placewell.access.roles import Role
from placewell.access.scope import teams_for
from placewell.access.worker import Worker, system_worker
from placewell.actions import accounts
from placewell.people.models import Account
from placewell.records.models import Event
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def administrator(service):
    return given.worker(service, Role.ADMINISTRATOR)


def session_of(account) -> str:
    store = SessionStore()
    store["signed_in"] = True
    store.save()
    UserSession.objects.create(user=account, session_key=store.session_key, ip="127.0.0.1", user_agent="a phone")
    return store.session_key


def test_a_role_given_stands_from_today_and_changes_no_figure(administrator, service):
    account = given.account()
    held = accounts.give_role(by=administrator, service=service, account=account, role=Role.TRAINER)
    assert (held.started_on, held.recorded_by) == (given.TODAY, administrator.account)
    assert Event.objects.get(verb="account.role_given").facts_from is None


def test_nobody_gives_a_role_to_themselves(administrator, service):
    with pytest.raises(ValidationError, match="themselves"):
        accounts.give_role(by=administrator, service=service, account=administrator.account, role=Role.REVIEWER)


def test_a_role_ends_today_and_stays_on_record(administrator, service):
    held = given.role(service, Role.TRAINER)
    accounts.end_role(by=administrator, service=service, held=held)
    held.refresh_from_db()
    assert held.ended_on == given.TODAY
    assert Worker(held.account, given.NOW).roles == []


def test_the_last_administrator_stays(administrator, service):
    own = RoleHeld.objects.get(account=administrator.account)
    for day in (None, given.TODAY + timedelta(days=400)):
        with pytest.raises(ValidationError, match="without an administrator"):
            accounts.end_role(by=administrator, service=service, held=own, on=day)
    with pytest.raises(ValidationError, match="without an administrator"):
        accounts.close_account(by=administrator, service=service, account=administrator.account, because="leaving")
    assert Worker(administrator.account, given.NOW).may("manage accounts", service)


def test_an_administrator_whose_role_ends_does_not_count_as_the_one_who_stays(administrator, service):
    given.role(service, Role.ADMINISTRATOR, ended_on=given.TODAY + timedelta(days=30))
    given.role(service, Role.ADMINISTRATOR, account=given.account(is_active=False))
    given.role(given.service(), Role.ADMINISTRATOR)
    own = RoleHeld.objects.get(account=administrator.account)
    with pytest.raises(ValidationError, match="without an administrator"):
        accounts.end_role(by=administrator, service=service, held=own)


def test_of_two_administrators_one_may_go(administrator, service):
    second = given.role(service, Role.ADMINISTRATOR)
    accounts.end_role(by=administrator, service=service, held=second)
    assert Worker(second.account, given.NOW).roles == []


def test_the_first_administrator_has_no_end(service):
    with pytest.raises(ValidationError, match="leave the end empty"):
        accounts.give_role(
            by=system_worker(given.NOW), service=service, account=given.account(), role=Role.ADMINISTRATOR,
            ended_on=given.TODAY + timedelta(days=30),
        )  # fmt: skip


def test_a_role_of_another_service_is_out_of_reach(administrator, service):
    elsewhere = given.role(given.service(), Role.TRAINER)
    with pytest.raises(ValidationError, match="another service"):
        accounts.end_role(by=administrator, service=service, held=elsewhere)
    with pytest.raises(PermissionDenied):
        accounts.end_role(by=administrator, service=elsewhere.service, held=elsewhere)
    assert Worker(elsewhere.account, given.NOW).roles == [elsewhere]


def test_a_clinician_moves_teams_and_the_old_ones_stay_on_record(administrator, service):
    before, after = given.team(service), given.team(service)
    held = given.role(service, Role.CLINICIAN, teams=[before])
    moved = accounts.reassign(by=administrator, service=service, held=held, teams=[after])
    worker = Worker(held.account, given.NOW)
    assert worker.roles == [moved]
    assert list(teams_for(worker)) == [after]
    held.refresh_from_db()
    assert (held.ended_on, list(held.teams.all())) == (given.TODAY, [before])


def test_closing_an_account_ends_its_roles_its_sessions_and_its_links(administrator, service):
    account = given.role(service, Role.TRAINER).account
    accounts.invite(by=administrator, service=service, email=account.email, role=Role.EXECUTIVE)
    key, others = session_of(account), session_of(given.account())
    accounts.close_account(by=administrator, service=service, account=account, because="left the trust")
    account.refresh_from_db()
    assert not account.is_active
    assert Worker(account, given.NOW).roles == []
    assert (SessionStore().exists(key), SessionStore().exists(others)) == (False, True)
    assert Invitation.objects.get().withdrawn_because == "left the trust"


def test_an_account_with_a_role_elsewhere_stays_open(administrator, service):
    account = given.role(service, Role.TRAINER).account
    elsewhere = given.role(given.service(), Role.TRAINER, account=account)
    accounts.close_account(by=administrator, service=service, account=account, because="moved")
    account.refresh_from_db()
    assert account.is_active
    assert Worker(account, given.NOW).roles == [elsewhere]


def test_an_account_is_closed_for_a_reason_and_only_by_its_own_service(administrator, service):
    account = given.role(service, Role.TRAINER).account
    with pytest.raises(ValidationError, match="Say why"):
        accounts.close_account(by=administrator, service=service, account=account, because=" ")
    stranger = given.role(given.service(), Role.TRAINER).account
    with pytest.raises(ValidationError, match="no such account"):
        accounts.close_account(by=administrator, service=service, account=stranger, because="mischief")
    system = Account.objects.get(is_built_in=True)
    with pytest.raises(ValidationError, match="built-in"):
        accounts.close_account(by=administrator, service=service, account=system, because="mischief")


def test_a_closed_account_is_opened_again_without_its_roles(administrator, service):
    account = given.role(service, Role.TRAINER).account
    accounts.close_account(by=administrator, service=service, account=account, because="on leave")
    accounts.reopen_account(by=administrator, service=service, account=account)
    account.refresh_from_db()
    assert account.is_active
    assert Worker(account, given.NOW).roles == []
    with pytest.raises(ValidationError, match="no such account"):
        accounts.reopen_account(by=administrator, service=service, account=given.account(is_active=False))


def test_leavers_accounts_are_closed_and_nobody_elses(administrator, service):
    left = given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service, ended_on=given.TODAY))
    stays = given.role(service, Role.EMPLOYMENT_SPECIALIST)
    leaves_tomorrow = given.role(
        service, Role.SUPERVISOR, staff=given.staff(service, ended_on=given.TODAY + timedelta(days=1))
    )
    key = session_of(left.account)
    assert accounts.close_leavers(by=administrator, service=service) == [left.account]
    for held, open_still in ((left, False), (stays, True), (leaves_tomorrow, True)):
        held.account.refresh_from_db()
        assert held.account.is_active is open_still
    assert not SessionStore().exists(key)
    assert accounts.close_leavers(by=administrator, service=service) == []


def test_a_leaver_with_another_role_loses_the_one_they_left(administrator, service):
    left = given.role(service, Role.SUPERVISOR, staff=given.staff(service, ended_on=given.TODAY))
    trains = given.role(service, Role.TRAINER, account=left.account)
    assert accounts.close_leavers(by=administrator, service=service) == []
    left.account.refresh_from_db()
    assert left.account.is_active
    assert Worker(left.account, given.NOW).roles == [trains]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_looks_after_accounts(service, role):
    worker = given.worker(service, role, teams=[given.team(service)])
    held = given.role(service, Role.TRAINER)
    for verb, more in (
        (accounts.give_role, {"account": given.account(), "role": Role.TRAINER}),
        (accounts.end_role, {"held": held}),
        (accounts.reassign, {"held": held}),
        (accounts.close_account, {"account": held.account, "because": "mischief"}),
        (accounts.close_leavers, {}),
        (accounts.reopen_account, {"account": held.account}),
    ):
        with pytest.raises(PermissionDenied):
            verb(by=worker, service=service, **more)
    held.refresh_from_db()
    assert held.ended_on is None
