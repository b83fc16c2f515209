"""Backups and accounts: what the log and the roles say. Only for a database of this version."""

from collections.abc import Iterator
from datetime import timedelta

from placewell.commands.looking.finding import Finding
from placewell.commands.opening import Schema, schema

BACKUP_EVERY = timedelta(days=7)


def backups() -> Iterator[Finding]:
    """When the last backup was made, as the log says."""
    from django.utils import timezone

    from placewell.records.models import Event, Service

    if schema() != Schema.CURRENT:
        return
    last = Event.objects.filter(verb="installation.backed_up").order_by("-at").first()
    remedy = "Make one with placewell backup FILE, each night, to another machine."
    if last is None:
        empty = not Service.objects.exists()
        yield Finding("backups", True if empty else None, "none yet", "" if empty else remedy)
        return
    age = timezone.now() - last.at
    state = f"{last.about}, {last.at:%-d %B %Y %H:%M} UTC"
    yield Finding("backups", True if age <= BACKUP_EVERY else None, state, "" if age <= BACKUP_EVERY else remedy)


def administrators() -> Iterator[Finding]:
    """Each service has somebody who can open accounts."""
    from placewell.actions.accounts.roles import lasting_administrators
    from placewell.records.models import Service

    if schema() != Schema.CURRENT:
        return
    without = [service.key for service in Service.objects.standing() if not lasting_administrators(service).exists()]
    if without:
        yield Finding("administrators", None, f"none in {', '.join(without[:5])}",
                      "Make one with: placewell invite EMAIL --role administrator --service ID")  # fmt: skip


def second_factors() -> Iterator[Finding]:
    """Accounts that can be signed in to with a password alone."""
    from allauth.mfa.models import Authenticator
    from django.conf import settings

    from placewell.people.models import Account

    if schema() != Schema.CURRENT:
        return
    strong = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES).values("user")
    accounts = Account.objects.filter(is_active=True, is_built_in=False)
    weak = accounts.exclude(pk__in=strong).count()
    state = f"{weak:,} of {accounts.count():,} accounts have none"
    if not weak or settings.SECOND_FACTOR_REQUIRED:
        said = "; they are asked for one when they sign in" if weak else ""
        yield Finding("second factors", True, state + said)
    else:
        yield Finding("second factors", None, state, "Set PLACEWELL_SECOND_FACTOR=required.")


LOOKS = (backups, administrators, second_factors)
