"""Every address, and to whom it opens."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory
from django.urls import get_resolver, reverse

from placewell.access.models import RoleHeld
from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS
from placewell.access.worker import Worker
from placewell.web.doors import Opens, Page, behind_its_door, page_of
from placewell.web.urls import NOT_HERE, PAGES

EXAMPLES = {"service": 1, "pk": 1, "token": "no-such-link"}
LOOSE = ["executive", "trainer", "commissioner", "administrator"]  # roles that point to nothing else


def address_of(page) -> str:
    names = re.findall(r"<(?:\w+:)?(\w+)>", page.route)
    return reverse(page.name, kwargs={name: EXAMPLES.get(name, 1) for name in names})


def every(kind) -> list:
    return [pytest.param(page, id=page.name) for page in PAGES if kind(page)]


def test_every_address_is_a_page_behind_a_door():
    without = [pattern.name for pattern in get_resolver().url_patterns if page_of(pattern.callback) is None]
    assert without == [pattern.name for pattern in NOT_HERE]


def test_a_page_that_needs_a_permission_belongs_to_a_service():
    assert [page.name for page in PAGES if isinstance(page.needs, Permission) and not page.of_service] == []


@pytest.mark.django_db
@pytest.mark.parametrize("page", every(lambda page: page.needs != Opens.EVERYBODY))
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_asked_to_sign_in(client, page, method):
    answer = getattr(client, method)(address_of(page))
    if answer.status_code == 302:
        assert answer.headers["Location"].startswith("/accounts/login/")
    else:
        assert method == "post"
        assert answer.status_code == 403
        assert "you have been signed out" in answer.content.decode().lower()


def test_no_page_opens_in_a_service_without_a_role_there(signed_in, administrator, other_service):
    browser = signed_in(administrator)
    for page in PAGES:
        if page.of_service:
            address = address_of(page).replace("/s/1/", f"/s/{other_service.pk}/")
            assert browser.get(address).status_code == 404, page.name


def test_no_page_opens_without_its_permission(signed_in, account, service, laying_down):
    browser = signed_in(account)
    for role in LOOSE:
        with laying_down():
            RoleHeld.objects.filter(account=account).delete()
            RoleHeld.objects.create(account=account, service=service, role=role, started_on="2020-01-01")
        for page in PAGES:
            if isinstance(page.needs, Permission) and page.needs not in GRANTS[role].permissions:
                address = address_of(page).replace("/s/1/", f"/s/{service.pk}/")
                assert browser.get(address).status_code == 403, (page.name, role)


def through_door(page, account, service):
    """What a page of our own making answers."""
    request = RequestFactory().get("/")
    request.worker = Worker(account, datetime.now(UTC)) if account else None
    return behind_its_door(page)(request, service=service.pk)


PLANS = Page("s/<int:service>/plans/", lambda request, service: service, "plans", Permission.MANAGE_SERVICE)


def test_a_page_is_given_the_service(administrator, service):
    assert through_door(PLANS, administrator, service) == service


def test_a_door_stays_shut_for_other_services_other_roles_and_strangers(
    administrator, specialist, service, other_service
):
    with pytest.raises(Http404):
        through_door(PLANS, administrator, other_service)
    with pytest.raises(Http404):
        through_door(PLANS, None, service)
    with pytest.raises(PermissionDenied):
        through_door(replace(PLANS, needs=Permission.ALLOCATE), administrator, service)


def test_unused_addresses_of_the_sign_in_library_are_not_there(signed_in, account):
    browser = signed_in(account)
    for pattern in NOT_HERE:
        assert browser.get(reverse(pattern.name)).status_code == 404, pattern.name


def test_an_address_that_is_nowhere_says_so_to_a_stranger(client, db):
    assert client.get("/no/such/page/").status_code == 404
