"""The unit's leads by mail: to whom, what, once a day, nothing twice, and what the mail server refuses."""

import socket
import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError

from placewell import nightly
from placewell.access.leads_scope import told_by_mail
from placewell.access.roles import Role
from placewell.access.worker import system_worker
from placewell.actions import lead_digest
from placewell.nightly import leads as round_of_leads
from placewell.people.models import Account
from placewell.records.models import Event, LeadDigest
from tests import given
from tests.actions.test_leads import Unit

DAY = timedelta(days=1)


@contextmanager
def receiver():
    """A mail server on this machine that takes one mail, and the lines that it was sent."""
    heard: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        listening = threading.Thread(target=_take_one, args=(server, heard), daemon=True)
        listening.start()
        yield server.getsockname()[1], heard
        listening.join(timeout=10)


def _take_one(server, heard: list[str]) -> None:
    link, _ = server.accept()
    with link, link.makefile("rw", newline="\r\n") as wire:

        def say(words):
            wire.write(words + "\r\n")
            wire.flush()

        say("220 here")
        in_data = False
        for line in wire:
            words = line.strip()
            heard.append(words)
            if in_data:
                in_data = words != "."
                if not in_data:
                    say("250 taken")
            elif words.upper() == "DATA":
                in_data = True
                say("354 go on")
            elif words.upper() == "QUIT":
                say("221 bye")
                return
            else:
                say("250 yes")


@pytest.fixture
def configured(settings):
    settings.MAIL_IS_CONFIGURED = True


def the_round(unit, days=0) -> list[str]:
    """The night's round for the unit, so many days on."""
    return round_of_leads.tell(nightly_worker(days), unit.service)


def nightly_worker(days):
    return system_worker(given.NOW + days * DAY)


@pytest.mark.django_db(transaction=True)
def test_the_unit_is_told_once_through_a_mail_server(configured, settings):
    unit = Unit()
    unit.share(closes_on=given.TODAY + 9 * DAY, details={"hours_min": 16, "hours_max": 20})
    unit.offer(unit.share(title="Baker"))
    with receiver() as (port, heard):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        assert the_round(unit) == [f"{unit.service}: leads sent to 1 of the unit."]
    text = "\n".join(heard)
    assert f"To: {unit.by.account.email}" in text
    assert "Subject: 2 new job leads" in text
    assert "- Porter, Bright Bakery; 16 to 20 hours a week; closes on 9 July 2026" in text
    assert "Marsh" not in text
    kept = LeadDigest.objects.get()
    assert (kept.sent_on, kept.staff, kept.failed_because) == (given.TODAY, unit.staff, "")
    assert len(kept.found.split(";")) == 2
    assert the_round(unit) == []


@pytest.mark.django_db(transaction=True)
def test_what_the_mail_server_did_not_take_is_told_the_next_day(configured, settings):
    unit = Unit()
    unit.share()
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    the_round(unit)
    failed = LeadDigest.objects.get()
    assert (failed.failed_because[:22], failed.version) == ("ConnectionRefusedError", 2)
    assert Event.objects.filter(verb="lead_digest.failed").count() == 1
    assert the_round(unit) == []
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    the_round(unit, days=1)
    assert [sent.subject for sent in mail.outbox] == ["1 new job lead"]


@pytest.mark.django_db(transaction=True)
def test_nothing_new_no_mail_and_none_is_told_twice(configured):
    unit = Unit()
    assert the_round(unit) == []
    unit.share(closes_on=given.TODAY + 5 * DAY)
    assert len(the_round(unit)) == 1
    assert the_round(unit, 1) == []
    assert len(the_round(unit, 2)) == 1  # it closes in three days
    assert the_round(unit, 3) == []
    assert [sent.subject for sent in mail.outbox] == ["1 new job lead", "1 job lead closing soon"]


@pytest.mark.django_db
def test_who_is_told():
    unit = Unit()
    sue = given.worker(unit.service, Role.SUPERVISOR)
    for role in (Role.CLINICIAN, Role.SERVICE_MANAGER, Role.CLIENT, Role.REVIEWER):
        given.role(unit.service, role)
    left = given.staff(unit.service, ended_on=given.TODAY)
    given.role(unit.service, Role.EMPLOYMENT_SPECIALIST, staff=left)
    shut = given.worker(unit.service, Role.EMPLOYMENT_SPECIALIST).account
    out = given.worker(unit.service, Role.EMPLOYMENT_SPECIALIST).account
    given.worker(given.service("Hillside IPS"), Role.EMPLOYMENT_SPECIALIST)
    with given._laid_down():
        Account.objects.filter(pk=shut.pk).update(is_active=False)
    lead_digest.choose_mail(account=out, wanted=False)
    told = {account for account, _ in told_by_mail(unit.service, nightly_worker(0))}
    assert told == {unit.by.account, sue.account}


@pytest.mark.django_db
def test_one_s_own_choice_is_kept_with_an_event():
    account = given.account()
    for wanted in (False, False, True):
        lead_digest.choose_mail(account=account, wanted=wanted)
        assert Account.objects.get(pk=account.pk).wants_lead_mail is wanted
    assert Event.objects.filter(verb="account.lead_mail_chosen", by=account).count() == 2


@pytest.mark.django_db
def test_refusals(configured):
    unit = Unit()
    lead = lead_digest.leads_to_tell(unit.share().service)
    told = {"account": unit.by.account, "staff": unit.staff, "new": lead, "closing": []}
    with pytest.raises(ValidationError, match="cannot be blank"):
        lead_digest.send(**unit.who, **told | {"new": []})
    lead_digest.send(**unit.who, **told)
    with pytest.raises(ValidationError, match="on that day already"):
        lead_digest.send(**unit.who, **told)
    lead_digest.choose_mail(account=unit.by.account, wanted=False)
    with pytest.raises(ValidationError, match="do not want"):
        lead_digest.send(**unit.who, **told)
    clinician = given.worker(unit.service, Role.CLINICIAN, teams=[given.team(unit.service)])
    with pytest.raises(PermissionDenied):
        lead_digest.send(by=clinician, service=unit.service, **told)
    with pytest.raises(PermissionDenied):
        lead_digest.note_failure(
            by=clinician, service=unit.service, digest=LeadDigest.objects.get(), failed_because="x"
        )
    assert LeadDigest.objects.count() == 1


@pytest.mark.django_db
def test_without_a_mail_server_the_round_has_no_such_step(settings):
    Unit()
    assert [name for name, _ in nightly.steps(given.NOW) if "leads" in name] == []
    settings.MAIL_IS_CONFIGURED = True
    assert len([name for name, _ in nightly.steps(given.NOW) if "leads" in name]) == 1
