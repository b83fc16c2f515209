"""A new password for a lost one."""

import hashlib
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.models import PasswordLink
from placewell.access.roles import Role
from placewell.access.worker import Worker
from placewell.actions import accounts
from placewell.people.models import Account
from placewell.records.models import Event
from tests import given

pytestmark = pytest.mark.django_db
NEW = "seven green buses"


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def administrator(service):
    return given.worker(service, Role.ADMINISTRATOR)


@pytest.fixture
def trainer(service) -> Account:
    return given.role(service, Role.TRAINER).account


def made(by, service, account, **more):
    return accounts.make_password_link(by=by, service=service, account=account, **more)


def chosen(link, *, now=given.NOW, password=NEW):
    return accounts.choose_password(token=link.token, now=now, password=password)


def session_of(account) -> str:
    session = SessionStore()
    session.create()
    UserSession.objects.create(user=account, session_key=session.session_key, ip="127.0.0.1", user_agent="a phone")
    return session.session_key


def with_second_step(account) -> Authenticator:
    return Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": "x"})


def test_the_link_gives_a_new_password_and_ends_every_session(administrator, service, trainer):
    keys = session_of(trainer), session_of(trainer)
    others = session_of(administrator.account)
    assert chosen(made(administrator, service, trainer)) == trainer
    trainer.refresh_from_db()
    assert trainer.check_password(NEW)
    assert [SessionStore().exists(key) for key in (*keys, others)] == [False, False, True]
    (event,) = Event.objects.filter(verb="account.password_chosen")
    assert str(trainer) in event.about
    assert NEW not in event.about


def test_only_the_tokens_digest_is_kept(administrator, service, trainer):
    link = made(administrator, service, trainer)
    assert PasswordLink.objects.get().digest == hashlib.sha256(link.token.encode()).hexdigest()
    (event,) = Event.objects.filter(verb="account.password_link_made", by=administrator.account, service=service)
    assert str(trainer) in event.about
    assert link.token not in event.about


@pytest.mark.parametrize("removes", [True, False])
def test_the_second_step_goes_only_when_that_was_asked_for(administrator, service, trainer, removes):
    own, others = with_second_step(trainer), with_second_step(administrator.account)
    link = made(administrator, service, trainer, removes_second_factor=removes)
    assert Authenticator.objects.filter(pk=own.pk).exists()
    chosen(link)
    assert Authenticator.objects.filter(pk=own.pk).exists() is not removes
    assert Authenticator.objects.filter(pk=others.pk).exists()


def test_wrong_tries_before_do_not_count_against_the_new_password(administrator, service, trainer):
    for name in (trainer.email.lower(), "somebody@else.example"):
        AccessAttempt.objects.create(username=name, ip_address="127.0.0.1", failures_since_start=8)
    chosen(made(administrator, service, trainer))
    assert [attempt.username for attempt in AccessAttempt.objects.all()] == ["somebody@else.example"]


def test_used_ended_replaced_closed_and_made_up_links_sound_alike(administrator, service, trainer):
    used = made(administrator, service, trainer)
    chosen(used)
    replaced, ended = made(administrator, service, trainer), made(administrator, service, trainer)
    other = given.role(service, Role.TRAINER).account
    of_closed = made(administrator, service, other)
    accounts.close_account(by=administrator, service=service, account=other, because="moved")
    assert PasswordLink.objects.get(pk=of_closed.link.pk).withdrawn_because == "moved"
    said, late = set(), given.NOW + timedelta(hours=24)
    for token, now in (
        (used.token, given.NOW), (replaced.token, given.NOW), (ended.token, late), (of_closed.token, given.NOW),
        ("x", given.NOW),
    ):  # fmt: skip
        with pytest.raises(accounts.LinkDoesNotWork) as refusal:
            accounts.choose_password(token=token, now=now, password=NEW)
        said.add(str(refusal.value))
    assert len(said) == 1
    assert accounts.find_password_link(ended.token, now=late - timedelta(seconds=1)) == ended.link


def test_a_weak_password_is_refused_and_the_link_still_works(administrator, service, trainer):
    before, key, link = trainer.password, session_of(trainer), made(administrator, service, trainer)
    with pytest.raises(ValidationError) as refusal:
        chosen(link, password="short")
    assert list(refusal.value.error_dict) == ["password"]
    trainer.refresh_from_db()
    assert trainer.password == before
    assert SessionStore().exists(key)
    chosen(link)


@pytest.mark.parametrize(
    ("whose", "said"),
    [
        ("own", "ask another administrator"),
        ("built in", "built-in account"),
        ("closed", "Open it again first"),
        ("stranger", "no such account"),
        ("elsewhere", "works for another service too"),
    ],
)
def test_not_every_account_can_be_given_one(administrator, service, trainer, whose, said):
    account = {
        "own": lambda: administrator.account,
        "built in": lambda: Account.objects.get(is_built_in=True),
        "closed": lambda: given.role(service, Role.TRAINER, account=given.account(is_active=False)).account,
        "stranger": lambda: given.role(given.service(), Role.TRAINER).account,
        "elsewhere": lambda: given.role(given.service(), Role.SUPERVISOR, account=trainer).account,
    }[whose]()
    with pytest.raises(ValidationError, match=said):
        made(administrator, service, account)
    assert not PasswordLink.objects.exists()


def test_an_administrator_of_both_services_can(administrator, service, trainer):
    elsewhere = given.service()
    given.role(elsewhere, Role.SUPERVISOR, account=trainer)
    given.role(elsewhere, Role.ADMINISTRATOR, account=administrator.account)
    assert made(Worker(administrator.account, given.NOW), service, trainer).link.account == trainer


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_makes_one(service, trainer, role):
    worker = given.worker(service, role, teams=[given.team(service)])
    with pytest.raises(PermissionDenied):
        made(worker, service, trainer)
