"""The nightly round: what it does, and what it does when something fails."""

from datetime import timedelta
from io import StringIO

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from placewell import nightly
from placewell.access.roles import Role
from placewell.actions.installation import tidy
from placewell.measures.models import KeptFigure
from placewell.nightly import turns
from placewell.people.models import Account
from placewell.records.models import Event
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def leaver(service, ended_on=given.TODAY) -> Account:
    return given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service, ended_on=ended_on)).account


def asked() -> str:
    """What the command prints."""
    said = StringIO()
    call_command("nightly", stdout=said)
    return said.getvalue()


def test_leavers_accounts_are_closed_when_their_day_has_come(service):
    left, tomorrow = leaver(service), leaver(service, given.TODAY + timedelta(days=1))
    done = nightly.run(given.NOW)
    assert f"{service}: closed the accounts of {left}, who left." in done
    assert [Account.objects.get(pk=account.pk).is_active for account in (left, tomorrow)] == [False, True]


def test_nights_on_which_nobody_leaves_leave_no_event_about_it(service):
    leaver(service)
    also_trains = given.role(service, Role.TRAINER, account=leaver(service)).account
    for _ in range(2):
        nightly.run(given.NOW)
    assert Event.objects.filter(verb="account.leavers_closed").count() == 1
    assert Account.objects.get(pk=also_trains.pk).is_active


def test_old_tries_and_ended_sessions_go_and_the_others_stay(service):
    for model in (AccessAttempt, AccessFailureLog, AccessLog):
        for days in (31, 29):
            more = {"failures_since_start": 1} if model is AccessAttempt else {}
            made = model.objects.create(username=f"{days}@example.org", **more)
            model.objects.filter(pk=made.pk).update(attempt_time=given.NOW - timedelta(days=days))
    account = given.account()
    for key, ends in (("ended", -1), ("running", 1)):
        Session.objects.create(session_key=key, session_data="x", expire_date=given.NOW + timedelta(hours=ends))
        UserSession.objects.create(user=account, session_key=key, ip="127.0.0.1", user_agent="a phone")
    assert "Forgotten – tries to sign in: 3; ended sessions: 1." in nightly.run(given.NOW)
    for model in (AccessAttempt, AccessFailureLog, AccessLog):
        assert list(model.objects.values_list("username", flat=True)) == ["29@example.org"]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["running"]
    assert list(UserSession.objects.values_list("session_key", flat=True)) == ["running"]
    assert Event.objects.get(verb="installation.tidied").counts == {"tries to sign in": 3, "ended sessions": 1}


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_who_looks_after_accounts_may_tidy(service, role):
    worker = given.worker(service, role, teams=[given.team(service)])
    with pytest.raises(PermissionDenied):
        tidy(by=worker, service=None)


def test_the_pictures_of_every_service_are_ready(service):
    other = given.service("Hillside IPS")
    done = nightly.run(given.NOW)
    assert len([words for words in done if "picture of fidelity is ready" in words]) == 2
    for one in (service, other):
        days = set(KeptFigure.objects.filter(service=one).values_list("as_at", flat=True))
        assert given.TODAY in days
        assert len(days) == 12  # today is a month-end


def test_what_fails_does_not_keep_the_rest_from_being_done(service, monkeypatch, caplog):
    def broken(*_, **__):
        raise RuntimeError("no room on the disk")

    monkeypatch.setattr("placewell.nightly.figures.with_trend", broken)
    left = leaver(service)
    with pytest.raises(nightly.NotAllDone) as fault:
        nightly.run(given.NOW)
    assert fault.value.failed == [f"working out the fidelity of {service}: no room on the disk"]
    assert any(str(left) in words for words in fault.value.done)
    assert "no room on the disk" in caplog.text


def test_the_command_says_what_was_done_and_notes_when(service, home):
    left = leaver(service)
    said = asked()
    assert f"closed the accounts of {left}" in said
    assert (home / "nightly.done").stat().st_mode & 0o777 == 0o600


def test_never_two_at_once(service, home):
    left = leaver(service)
    with turns.alone() as own_turn:
        assert own_turn
        assert "Another one is at it" in asked()
    assert Account.objects.get(pk=left.pk).is_active
    assert not (home / "nightly.done").exists()
    assert str(left) in asked()


def test_the_command_tells_a_failure_and_notes_that_it_was_tried(service, home, monkeypatch):
    def broken(now):
        raise nightly.NotAllDone(["One thing was done."], ["another: no room"])

    monkeypatch.setattr("placewell.nightly.management.commands.nightly.run", broken)
    said = StringIO()
    with pytest.raises(CommandError, match="Failed: another: no room"):
        call_command("nightly", stdout=said)
    assert "One thing was done." in said.getvalue()
    assert (home / "nightly.done").exists()
