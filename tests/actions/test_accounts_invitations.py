"""Inviting people, and taking an invitation up."""

import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.models import Invitation, RoleHeld
from placewell.access.roles import Role
from placewell.access.worker import Worker
from placewell.actions import accounts
from placewell.people.models import SYSTEM_EMAIL, Account
from placewell.records.models import Event
from tests import given

pytestmark = pytest.mark.django_db
EMAIL = "ann@example.org"


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def administrator(service):
    return given.worker(service, Role.ADMINISTRATOR)


def invited(by, service, role=Role.EXECUTIVE, email=EMAIL, **more):
    return accounts.invite(by=by, service=service, email=email, role=role, **more)


def accepted(link, *, now=given.NOW, **more):
    return accounts.accept(token=link.token, now=now, full_name="Ann Reid", password=given.PASSWORD, **more)


def test_an_invitation_makes_an_account_with_its_role(administrator, service):
    account = accepted(invited(administrator, service))
    assert (account.email, account.full_name, account.is_active) == (EMAIL, "Ann Reid", True)
    assert account.check_password(given.PASSWORD)
    held = RoleHeld.objects.get(account=account)
    assert (held.service, held.role, held.started_on, held.ended_on) == (service, Role.EXECUTIVE, given.TODAY, None)
    assert Event.objects.filter(verb="account.invitation_accepted", service=service).count() == 1


def test_only_the_tokens_digest_is_kept(administrator, service):
    link = invited(administrator, service)
    kept = Invitation.objects.get()
    assert kept.digest == hashlib.sha256(link.token.encode()).hexdigest()
    assert len(link.token) >= 43
    assert link.token not in " ".join(Event.objects.values_list("about", flat=True))


def test_a_link_works_once(administrator, service):
    link = invited(administrator, service)
    account = accepted(link)
    with pytest.raises(accounts.LinkDoesNotWork):
        accepted(link, account=account)
    assert RoleHeld.objects.filter(account=account).count() == 1


def test_a_link_works_for_seven_days(administrator, service):
    link = invited(administrator, service)
    with pytest.raises(accounts.LinkDoesNotWork):
        accounts.find_invitation(link.token, now=given.NOW + timedelta(days=7))
    assert accounts.find_invitation(link.token, now=given.NOW + timedelta(days=7, seconds=-1)) == link.invitation


def test_used_ended_withdrawn_and_made_up_links_sound_alike(administrator, service):
    used, ended, withdrawn = (invited(administrator, service, email=f"{n}@example.org") for n in "abc")
    accepted(used)
    accounts.withdraw_invitation(
        by=administrator, service=service, invitation=withdrawn.invitation, because="wrong address"
    )
    late = given.NOW + timedelta(days=8)
    said = set()
    for token, now in ((used.token, given.NOW), (ended.token, late), (withdrawn.token, given.NOW), ("x", given.NOW)):
        with pytest.raises(accounts.LinkDoesNotWork) as refusal:
            accounts.find_invitation(token, now=now)
        said.add(str(refusal.value))
    assert len(said) == 1


def test_a_new_invitation_to_the_same_role_withdraws_the_earlier_one(administrator, service):
    first, second = invited(administrator, service), invited(administrator, service, email="Ann@Example.org")
    with pytest.raises(accounts.LinkDoesNotWork):
        accounts.find_invitation(first.token, now=given.NOW)
    assert accounts.find_invitation(second.token, now=given.NOW)


def test_who_has_an_account_takes_the_role_on_after_signing_in(administrator, service):
    known = given.account(EMAIL)
    link = invited(administrator, service, email=EMAIL.upper())
    with pytest.raises(accounts.SignInFirst):
        accepted(link)
    assert accepted(link, account=known) == known
    assert RoleHeld.objects.get(account=known).role == Role.EXECUTIVE
    assert Account.objects.filter(email__iexact=EMAIL).count() == 1


def test_somebody_elses_session_does_not_take_the_role_on(administrator, service):
    link, other = invited(administrator, service), given.account()
    with pytest.raises(accounts.SignInFirst):
        accepted(link, account=other)
    assert not RoleHeld.objects.filter(account=other).exists()
    assert accounts.find_invitation(link.token, now=given.NOW)


@pytest.mark.parametrize("password", ["", "short", "password1234", "1234", "password123456"])
def test_a_weak_password_leaves_the_link_as_it_was(administrator, service, password):
    link = invited(administrator, service)
    with pytest.raises(ValidationError) as refusal:
        accounts.accept(token=link.token, now=given.NOW, full_name="Ann Reid", password=password)
    assert "password" in refusal.value.message_dict
    assert not Account.objects.filter(email=EMAIL).exists()
    assert accepted(link)


def test_an_account_has_a_name(administrator, service):
    link = invited(administrator, service)
    with pytest.raises(ValidationError) as refusal:
        accounts.accept(token=link.token, now=given.NOW, full_name="  ", password=given.PASSWORD)
    assert refusal.value.message_dict == {"full_name": ["Enter your name."]}


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_an_administrator_of_that_service_invites(service, role):
    worker = given.worker(service, role, teams=[given.team(service)])
    with pytest.raises(PermissionDenied):
        invited(worker, service)
    with pytest.raises(PermissionDenied):
        invited(given.worker(given.service(), Role.ADMINISTRATOR), service)
    assert not Invitation.objects.exists()


def test_nobody_invites_themselves(administrator, service):
    with pytest.raises(ValidationError, match="Nobody gives a role to themselves"):
        invited(administrator, service, role=Role.SUPERVISOR, email=administrator.account.email)


@pytest.mark.parametrize(
    ("role", "field"),
    [
        (Role.EMPLOYMENT_SPECIALIST, "staff"), (Role.SUPERVISOR, "staff"), (Role.SERVICE_MANAGER, "staff"),
        (Role.CLINICIAN, "teams"), (Role.CLIENT, "client"), (Role.REVIEWER, "role_ends_on"),
    ],
)  # fmt: skip
def test_a_role_must_point_where_it_needs_to(administrator, service, role, field):
    with pytest.raises(ValidationError) as refusal:
        invited(administrator, service, role=role)
    said = " ".join(refusal.value.messages)
    words = {"staff": "member of staff", "teams": "clinical teams", "client": "client", "role_ends_on": "Give the day"}
    assert words[field] in said


def test_a_role_points_to_nothing_of_another_service(administrator, service):
    other = given.service()
    with pytest.raises(ValidationError, match="another service"):
        invited(administrator, service, role=Role.SUPERVISOR, staff=given.staff(other))
    with pytest.raises(ValidationError, match="another service"):
        invited(administrator, service, role=Role.CLINICIAN, teams=[given.team(other)])


def test_a_member_of_staff_has_one_account(administrator, service):
    held = given.role(service, Role.EMPLOYMENT_SPECIALIST)
    with pytest.raises(ValidationError, match="already has an account"):
        invited(administrator, service, role=Role.EMPLOYMENT_SPECIALIST, staff=held.staff)
    again = invited(administrator, service, role=Role.SUPERVISOR, staff=held.staff, email=held.account.email)
    assert again.invitation.staff == held.staff


def test_who_has_left_is_not_invited(administrator, service):
    left = given.staff(service, ended_on=given.TODAY)
    with pytest.raises(ValidationError, match="left on 30 June 2026"):
        invited(administrator, service, role=Role.EMPLOYMENT_SPECIALIST, staff=left)


def test_a_clinician_and_a_reviewer_get_teams_and_an_end(administrator, service):
    team, end = given.team(service), given.TODAY + timedelta(days=30)
    clinician = accepted(invited(administrator, service, role=Role.CLINICIAN, teams=[team]))
    assert list(RoleHeld.objects.get(account=clinician).teams.all()) == [team]
    link = invited(administrator, service, role=Role.REVIEWER, email="rev@example.org", role_ends_on=end)
    assert RoleHeld.objects.get(account=accepted(link)).ended_on == end


def test_neither_a_closed_account_nor_the_built_in_one_is_invited(administrator, service):
    closed = given.account(is_active=False)
    for email in (closed.email, SYSTEM_EMAIL):
        with pytest.raises(ValidationError, match="closed"):
            invited(administrator, service, email=email)


def test_an_invited_person_holds_the_role_at_once(administrator, service):
    account = accepted(invited(administrator, service, role=Role.ADMINISTRATOR))
    assert Worker(account, given.NOW).may("manage accounts", service)
