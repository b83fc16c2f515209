"""Somebody leaves: nobody is left without a key worker, and nothing goes on by accident."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.models import Invitation, RoleHeld
from placewell.access.roles import Role
from placewell.actions import accounts, organisation
from placewell.records.models import Allocation, Episode, Staff, StaffTerm, TeamAttachment
from tests import given

pytestmark = pytest.mark.django_db
TOMORROW = given.TODAY + timedelta(days=1)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def administrator(service):
    return given.worker(service, Role.ADMINISTRATOR)


@pytest.fixture
def sam(service):
    """An employment specialist with an account, a team, one person held and one covered."""
    team = given.team(service)
    signed_in = given.specialist(service, team)
    given.client_held_by(given.staff_of(signed_in))
    given.client_held_by(given.staff_of(signed_in), kind="cover")
    return given.staff_of(signed_in)


def held_by(staff):
    return Episode.objects.get(pk=Allocation.objects.get(staff=staff, kind="key_worker").episode_id)


def test_leaving_ends_everything_at_once_and_hands_over(administrator, service, sam):
    bo, episode = given.staff(service), held_by(sam)
    accounts.invite(by=administrator, service=service, email="sam2@example.org", role=Role.TRAINER, staff=None)
    organisation.leave(by=administrator, service=service, staff=sam, ended_on=given.TODAY, handed_to={episode.pk: bo})
    assert Staff.objects.get(pk=sam.pk).ended_on == given.TODAY
    for model in (StaffTerm, TeamAttachment, Allocation):
        assert {row.ended_on for row in model.objects.filter(staff=sam)} == {given.TODAY}
    taken = Allocation.objects.get(staff=bo)
    assert (taken.episode, taken.kind, taken.started_on, taken.ended_on) == (episode, "key_worker", given.TODAY, None)
    role = RoleHeld.objects.get(staff=sam)
    assert (role.ended_on, role.account.is_active) == (given.TODAY, False)
    assert Invitation.objects.standing().count() == 1


def test_nobody_is_left_without_a_key_worker(administrator, service, sam):
    with pytest.raises(ValidationError, match="1 person would be left without a key worker"):
        organisation.leave(by=administrator, service=service, staff=sam, ended_on=given.TODAY, handed_to={})
    assert Staff.objects.get(pk=sam.pk).ended_on is None
    assert RoleHeld.objects.get(staff=sam).ended_on is None


def test_who_takes_over_is_in_post_then(administrator, service, sam):
    episode = held_by(sam)
    gone = given.staff(service, ended_on=given.TODAY)
    for successor in (gone, sam):
        with pytest.raises(ValidationError, match="not in post"):
            organisation.leave(
                by=administrator, service=service, staff=sam, ended_on=given.TODAY, handed_to={episode.pk: successor}
            )


def test_a_leaving_to_come_keeps_the_account_open_until_then(administrator, service, sam):
    organisation.leave(
        by=administrator, service=service, staff=sam, ended_on=TOMORROW,
        handed_to={held_by(sam).pk: given.staff(service)},
    )  # fmt: skip
    role = RoleHeld.objects.get(staff=sam)
    assert (role.ended_on, role.account.is_active) == (TOMORROW, True)


def test_terms_that_would_have_begun_later_are_taken_back(administrator, service):
    ann = given.staff(service)
    later = organisation.change_terms(by=administrator, service=service, staff=ann, started_on=TOMORROW, base="Ward 3")
    organisation.leave(by=administrator, service=service, staff=ann, ended_on=given.TODAY, handed_to={})
    later.refresh_from_db()
    assert later.withdrawn_because == "they left the service"
    assert StaffTerm.objects.standing().get(staff=ann).ended_on == given.TODAY


def test_the_supervised_get_another_supervisor(administrator, service):
    ann, bo, cy = given.staff(service, role="supervisor"), given.staff(service), given.staff(service, role="supervisor")
    organisation.change_terms(by=administrator, service=service, staff=bo, started_on=bo.started_on, supervisor=ann)
    found = organisation.leaving(service=service, staff=ann, ended_on=given.TODAY)
    assert [term.staff for term in found.supervised] == [bo]
    organisation.leave(by=administrator, service=service, staff=ann, ended_on=given.TODAY, handed_to={}, supervisor=cy)
    assert list(StaffTerm.objects.filter(staff=bo).order_by("started_on").values_list("supervisor", flat=True)) == [
        ann.pk, cy.pk,
    ]  # fmt: skip


def test_the_last_administrator_does_not_lock_the_service_by_leaving(service):
    ann = given.staff(service, role="service_manager")
    account = given.role(service, Role.SERVICE_MANAGER, staff=ann).account
    given.role(service, Role.ADMINISTRATOR, account=account)
    supervisor = given.worker(service, Role.SUPERVISOR)
    with pytest.raises(ValidationError, match="without an administrator"):
        organisation.leave(by=supervisor, service=service, staff=ann, ended_on=given.TODAY, handed_to={})
    assert Staff.objects.get(pk=ann.pk).ended_on is None


def test_who_has_left_cannot_leave_again(administrator, service):
    gone = given.staff(service, ended_on=given.LONG_AGO)
    with pytest.raises(ValidationError, match="has left already"):
        organisation.leave(by=administrator, service=service, staff=gone, ended_on=given.TODAY, handed_to={})


def test_a_specialist_lets_nobody_leave(service, sam):
    with pytest.raises(PermissionDenied):
        organisation.leave(by=given.specialist(service), service=service, staff=sam, ended_on=given.TODAY, handed_to={})
