"""Who asks for a page: the session that a cookie names, and its account."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.test import RequestFactory
from django.utils import timezone

from placewell.access.sessions import Accounts, SessionStore
from tests import given
from tests.web.browsers import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return given.account()


@pytest.fixture
def key(account):
    return signed_in(account).session.session_key


def test_a_session_leads_to_its_account(account, key):
    request = RequestFactory().get("/")
    request.session = SessionStore(key)
    assert get_user(request) == account


def test_a_session_that_has_run_out_leads_to_nobody_and_its_key_is_forgotten(key):
    Session.objects.filter(pk=key).update(expire_date=timezone.now() - timedelta(seconds=1))
    told = SessionStore(key)
    assert told.load() == {}
    assert told.session_key is None


def test_a_key_that_never_was_leads_to_nobody():
    told = SessionStore("never-was-a-session-of-ours-at-all")
    assert told.load() == {}
    assert told.session_key is None


def test_a_closed_account_is_nobody(account):
    assert Accounts().get_user(account.pk) == account
    with given._laid_down():
        type(account).objects.filter(pk=account.pk).update(is_active=False)
    assert Accounts().get_user(account.pk) is None
    assert Accounts().get_user(account.pk + 1) is None
