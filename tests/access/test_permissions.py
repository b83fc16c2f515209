"""Who may do what: the whole grid, role by permission, in the own service and in another."""

import pytest

from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, Role
from placewell.access.worker import Worker, system_worker
from placewell.people.models import Account
from tests import given

pytestmark = pytest.mark.django_db

# Written down a second time, by hand, from the product's description of people: a permission
# that slips into a role, or out of it, stands out here. Columns as in ROLES.
ROLES = (
    Role.CLIENT, Role.EMPLOYMENT_SPECIALIST, Role.SUPERVISOR, Role.CLINICIAN, Role.SERVICE_MANAGER,
    Role.EXECUTIVE, Role.REVIEWER, Role.TRAINER, Role.COMMISSIONER, Role.ADMINISTRATOR,
)  # fmt: skip
GRID = """
                         cl es su ci sm ex re tr co ad
see own record            x  .  .  .  .  .  .  .  .  .
see people                .  x  x  x  .  .  x  .  .  .
see notes                 .  x  x  x  .  .  x  .  .  .
see plans not shared with the clinical team .  x  x  .  .  .  x  .  .  .
see figures               .  x  x  .  x  x  x  .  .  .
see figures by staff      .  x  x  .  x  .  x  .  .  .
see published figures     x  x  x  x  x  x  x  x  x  x
see competence            .  x  x  .  x  .  .  x  .  .
record referrals          .  x  x  x  .  .  .  .  .  .
record support            .  x  x  .  .  .  .  .  .  .
hear concerns             .  x  x  x  .  .  .  .  .  .
record employers          .  x  x  .  .  .  .  .  .  .
record working weeks      .  x  x  .  .  .  .  .  .  .
record meetings           .  x  x  .  .  .  .  .  .  .
allocate                  .  .  x  .  .  .  .  .  .  .
review logs               .  .  x  .  .  .  .  .  .  .
state evidence            .  .  x  .  x  x  .  .  .  .
score fidelity            .  .  .  .  .  .  x  .  .  .
count clinical teams      .  x  x  .  .  .  .  .  .  x
manage staff              .  .  x  .  .  .  .  .  .  x
set local standards       .  .  x  .  .  .  .  .  .  x
manage service            .  .  .  .  .  .  .  .  .  x
manage accounts           .  .  .  .  .  .  .  .  .  x
import record             .  .  .  .  .  .  .  .  .  x
export record             .  .  .  .  .  .  .  .  .  x
"""


def grid() -> dict[str, dict[str, bool]]:
    """Permission → role → whether it is granted."""
    lines = [line.rsplit(maxsplit=len(ROLES)) for line in GRID.strip().splitlines()[1:]]
    return {words[0]: {role: mark == "x" for role, mark in zip(ROLES, words[1:], strict=True)} for words in lines}


def test_the_grid_is_whole():
    assert set(grid()) == set(Permission)
    assert set(ROLES) == set(Role) == set(GRANTS)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_allows_what_the_grid_says_in_its_own_service_and_nothing_in_another(role):
    own, other = given.service(), given.service("Hillside IPS")
    worker = given.worker(own, role, teams=[given.team(own)])
    expected = {permission for permission, marks in grid().items() if marks[role]}
    assert {permission for permission in Permission if worker.may(permission, own)} == expected
    assert {permission for permission in Permission if worker.may(permission, other)} == set()
    assert {permission for permission in Permission if worker.may(permission)} == expected


def test_nobody_without_a_role_may_do_anything():
    service, stranger = given.service(), Worker(given.account(), given.NOW)
    assert not any(stranger.may(permission, service) or stranger.may(permission) for permission in Permission)


def test_a_person_with_two_roles_may_do_what_either_allows():
    service = given.service()
    account = given.role(service, Role.TRAINER).account
    given.role(service, Role.EXECUTIVE, account=account)
    worker = Worker(account, given.NOW)
    assert worker.may(Permission.SEE_COMPETENCE, service)
    assert worker.may(Permission.STATE_EVIDENCE, service)
    assert not worker.may(Permission.SEE_PEOPLE, service)


def test_the_built_in_account_may_do_everything_and_cannot_be_signed_in_to():
    service, system = given.service(), system_worker(given.NOW, "root")
    assert all(system.may(permission, service) for permission in Permission)
    account = Account.objects.get(is_built_in=True)
    assert not account.is_active
    assert not account.has_usable_password()
    assert not account.check_password("")


def test_a_closed_account_has_no_roles():
    service = given.service()
    held = given.role(service, Role.SUPERVISOR, account=given.account(is_active=False))
    assert Worker(held.account, given.NOW).roles == []
