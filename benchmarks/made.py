"""Fills a database with the demo's service and prints who visits it, a line of JSON each.

    python benchmarks/made.py PEOPLE VISITORS

Used by the other benchmarks, in a process of its own. Does nothing anew where the service is there.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main(people: int, visitors: int) -> None:
    """Fill, sign in, print."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "placewell.settings.base")
    from placewell.commands.opening import migrate, set_up

    set_up()
    migrate()
    from placewell.commands.made_up import fill
    from placewell.records.models import Service

    if not Service.objects.exists():
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder), people)
    for visitor in signed_in(Service.objects.get(), visitors):
        print(json.dumps(visitor))


def signed_in(service, visitors: int):
    """Specialists who hold people, each with a session, as what a visitor needs to know."""
    from django.db.models import Count
    from django.utils import timezone

    from placewell.records.models import Allocation

    today = service.today(timezone.now())
    held = Allocation.objects.standing().covering(today).filter(kind="key_worker", episode__ended_on=None)
    busiest = held.values("staff").annotate(people=Count("id")).order_by("-people")[:visitors]
    for one in busiest:
        own = held.filter(staff=one["staff"]).select_related("episode__client", "staff")
        yield {
            "service": service.pk,
            "staff": one["staff"],
            "session": session_of(service, own[0].staff),
            "clients": [row.episode.client_id for row in own],
            "episodes": [row.episode_id for row in own],
            "names": [row.episode.client.family_name for row in own],
        }


def session_of(service, staff) -> str:
    """A session of a specialist: the key of its cookie. Signing in itself is not measured."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    account = account_of(service, staff)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session.update({SESSION_KEY: str(account.pk), BACKEND_SESSION_KEY: settings.SIGN_IN_BACKEND})
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return session.session_key


def account_of(service, staff):
    """The account of a member of staff, invited and accepted where there is none."""
    from django.utils import timezone

    from placewell.access.models import RoleHeld
    from placewell.access.roles import Role
    from placewell.actions.accounts import accept, invite
    from placewell.commands.opening import acting_as_system

    found = RoleHeld.objects.filter(staff=staff, role=Role.EMPLOYMENT_SPECIALIST, account__is_active=True).first()
    if found is not None:
        return found.account
    email = f"visitor-{staff.pk}@example.org"
    invited = invite(
        by=acting_as_system(), service=service, email=email, role=Role.EMPLOYMENT_SPECIALIST, staff=staff
    )
    return accept(
        token=invited.token, now=timezone.now(), full_name=staff.full_name, password="quiet-otter-lantern-bench"
    )


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:3]))
