"""Every address and method, for everybody: strangers, other services, other teams, roles, and those who left.

The pages are those of the registry, so a new one is walked from its first day. A refused page
says nothing about what exists: it is the same, letter by letter, for a row that is there and for
one that is not.
"""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, Role
from placewell.web.urls import PAGES
from tests import given
from tests.web.browsers import signed_in
from tests.web.grid_world import MISSING, World

pytestmark = pytest.mark.django_db
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
OF_SERVICE = [page for page in PAGES if page.of_service]
ABOUT_PEOPLE = {
    "client", "referral", "episode", "plan", "job", "concern", "override", "message", "step", "advice", "snooze",
    "profile", "cv", "application", "interview", "offer",
}  # fmt: skip
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
# The first of these roles that a page opens to tries it: a supervisor reaches everybody in the service.
TRIES = (Role.SUPERVISOR, Role.ADMINISTRATOR, Role.REVIEWER, Role.SERVICE_MANAGER, *Role)


@pytest.fixture
def world():
    return World()


def address(world, page, *, there=True, service=None, event=0) -> str:
    names = PARAMETER.findall(page.route)
    parts = {name: world.parameter(page.name, name, there=there, event=event) for name in names}
    return reverse(page.name, kwargs=parts | ({"service": service} if service else {}))


def answers(browser, where: str) -> dict[str, tuple]:
    """Method → status, where it leads and what it says, without what differs each time."""
    found = {}
    for method in ("get", "post"):
        response = getattr(browser, method)(where)
        says = TOKEN.sub("", response.content.decode(errors="replace")).replace(where, "")
        found[method] = (response.status_code, response.headers.get("Location", "").replace(where, ""), says)
    return found


def holders(page) -> list[Role]:
    """The roles to which a page opens."""
    return [role for role in TRIES if not isinstance(page.needs, Permission) or page.needs in GRANTS[role].permissions]


def test_a_stranger_is_sent_to_sign_in_whatever_is_there(world):
    wrong = {}
    for page in OF_SERVICE:
        there = answers(Client(), address(world, page))
        nothing = answers(Client(), address(world, page, there=False, service=MISSING))
        sent = there["get"][0] == 302 and there["get"][1].startswith("/accounts/login/")
        if not sent or there["post"][0] not in (302, 401, 403) or levelled(there) != levelled(nothing):
            wrong[page.name] = there["get"][:2], there["post"][:2]
    assert wrong == {}


def levelled(found: dict[str, tuple]) -> dict[str, tuple]:
    """Without the address that is asked for, also where it stands in another one."""
    return {method: (status, leads.partition("?")[0], says) for method, (status, leads, says) in found.items()}


def test_who_works_for_another_service_finds_nothing(world):
    elsewhere = given.service("Hillside IPS")
    somebody = given.role(elsewhere, Role.SUPERVISOR).account
    given.role(elsewhere, Role.ADMINISTRATOR, account=somebody)
    browser, wrong = signed_in(somebody), {}
    for page in OF_SERVICE:
        there = answers(browser, address(world, page))
        nothing = answers(browser, address(world, page, there=False, service=MISSING))
        if {status for status, *_ in there.values()} != {404} or there != nothing:
            wrong[page.name] = [status for status, *_ in there.values()]
    assert wrong == {}


def test_rows_of_another_service_are_not_reached_through_one_s_own(world):
    elsewhere = given.service("Hillside IPS")
    somebody = given.role(elsewhere, Role.SUPERVISOR).account
    given.role(elsewhere, Role.ADMINISTRATOR, account=somebody)
    browser, wrong = signed_in(somebody), {}
    for page in OF_SERVICE:
        names = set(PARAMETER.findall(page.route)) & set(world.rows) - {"service"}
        if not names or not set(holders(page)) & {Role.SUPERVISOR, Role.ADMINISTRATOR}:
            continue
        there = answers(browser, address(world, page, service=elsewhere.pk))
        nothing = answers(browser, address(world, page, there=False, service=elsewhere.pk))
        if {status for status, *_ in there.values()} != {404} or there != nothing:
            wrong[page.name] = [status for status, *_ in there.values()]
    assert wrong == {}


@pytest.mark.parametrize("role", [Role.EMPLOYMENT_SPECIALIST, Role.CLINICIAN])
def test_people_of_another_team_are_not_there(world, role):
    team = given.team(world.service)
    more = {"teams": [team]} if role == Role.CLINICIAN else {"staff": given.staff(world.service, team=team)}
    browser, wrong, walked = signed_in(given.role(world.service, role, **more).account), {}, 0
    for page in OF_SERVICE:
        names = set(PARAMETER.findall(page.route))
        about = names & ABOUT_PEOPLE or page.name.startswith("record") and "pk" in names
        if not about or role not in holders(page):
            continue
        walked += 1
        there = answers(browser, address(world, page))
        nothing = answers(browser, address(world, page, there=False))
        if {status for status, *_ in there.values()} != {404} or there != nothing:
            wrong[page.name] = [status for status, *_ in there.values()]
    assert wrong == {}
    assert walked >= 3


@pytest.mark.parametrize("role", Role)
def test_a_role_that_does_not_open_a_page_is_told_so_whatever_is_there(world, role):
    browser, wrong = signed_in(world.accounts[role]), {}
    for page in OF_SERVICE:
        if role in holders(page):
            continue
        there, nothing = answers(browser, address(world, page)), answers(browser, address(world, page, there=False))
        if {status for status, *_ in there.values()} != {403} or there != nothing:
            wrong[page.name] = [status for status, *_ in there.values()]
    assert wrong == {}


def test_the_right_role_gets_in_and_an_empty_form_is_asked_again(world):
    wrong = {}
    browsers = {role: signed_in(account) for role, account in world.accounts.items()}
    events = {Role.SUPERVISOR: world.event_of(world.accounts[Role.SUPERVISOR])}
    for page in OF_SERVICE:
        role = holders(page)[0]
        found = answers(browsers[role], address(world, page, event=events.get(role, 0)))
        if found["get"][0] not in (200, 302, 405) or found["post"][0] not in (200, 302, 405):
            wrong[page.name] = role.value, found["get"][0], found["post"][0]
    assert wrong == {}


def test_who_has_left_finds_nothing_any_more(world):
    yesterday = timezone.now().date() - timedelta(days=2)
    browsers = {role: signed_in(account) for role, account in world.accounts.items()}
    with given._laid_down():
        RoleHeld.objects.filter(service=world.service).update(ended_on=yesterday)
    wrong = {}
    for page in OF_SERVICE:
        browser = browsers[holders(page)[0]]
        there = answers(browser, address(world, page))
        nothing = answers(browser, address(world, page, there=False, service=MISSING))
        if {status for status, *_ in there.values()} != {404} or there != nothing:
            wrong[page.name] = [status for status, *_ in there.values()]
    assert wrong == {}


def test_each_parameter_of_an_address_has_a_row_in_the_world(world):
    missing = set()
    for page in OF_SERVICE:
        for name in PARAMETER.findall(page.route):
            try:
                world.parameter(page.name, name, there=True, event=1)
            except KeyError:
                missing.add(f"{page.name}: {name}")
    assert missing == set(), "give it a row in tests/web/grid_world.py"
