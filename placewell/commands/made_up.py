"""The demo's record: made once, kept, made anew when asked."""

import fcntl
import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import click

from placewell.commands.faults import Fault
from placewell.commands.opening import Schema, acting_as_system, find_service, migrate, schema
from placewell.commands.output import progress_bar

PEOPLE = 120
REVIEW_LASTS = timedelta(days=90)
# No letters that are taken for one another.
LETTERS = "abcdefghjkmnpqrstuvwxyz"


@contextmanager
def kept_demo(*, people: int | None, fresh: bool) -> Iterator[dict]:
    """The demo as it is kept, or made now: `people`, `made_on`, `password` and `sign_ins`.

    Raises Fault when it must be made anew while another demo serves it.
    """
    from django.conf import settings

    folder = Path(settings.HOME) / "demo"
    folder.mkdir(mode=0o700, exist_ok=True)
    with _private(folder / "lock", "w") as lock:
        kept = None if fresh else _kept(folder, people)
        if kept is None:
            _lock(lock, fcntl.LOCK_EX)
            kept = _make(folder, people or PEOPLE)
        _lock(lock, fcntl.LOCK_SH)
        yield {**kept, "password": _password(folder)}


def _lock(lock, how: int) -> None:
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Fault("Another demo is being made or served. Stop that one first.") from None


def _kept(folder: Path, people: int | None) -> dict | None:
    """What was made before, if it is whole and of the size asked for; brought up to date."""
    try:
        kept = json.loads((folder / "demo.json").read_text())
    except (FileNotFoundError, ValueError):
        return None
    if people not in (None, kept["people"]):
        return None
    found = schema()
    if found == Schema.OLD:
        migrate()
    return kept if found in (Schema.CURRENT, Schema.OLD) else None


def _make(folder: Path, people: int) -> dict:
    from django.db import connection

    (folder / "demo.json").unlink(missing_ok=True)
    connection.close()
    database = Path(connection.settings_dict["NAME"])
    for end in ("", "-wal", "-shm"):
        Path(f"{database}{end}").unlink(missing_ok=True)
    migrate()
    made = fill(folder, people)
    part = folder / "demo.json.part"
    part.write_text(json.dumps(made, ensure_ascii=False, indent=1))
    os.replace(part, folder / "demo.json")
    return made


def fill(folder: Path, people: int) -> dict:
    """Fill an empty database with the made-up service; `folder` holds its password. Answers with its sign-ins."""
    from django.conf import settings
    from django.utils import timezone

    from placewell.exchange.demo import demo_accounts, make_service, write_package
    from placewell.exchange.demo.applied import put_applications
    from placewell.exchange.demo.bookings import book_meetings
    from placewell.exchange.demo.lead_words import put_leads_in_words
    from placewell.exchange.demo.plan_words import put_plans_in_words
    from placewell.exchange.demo.profile_words import put_profiles_in_words
    from placewell.exchange.demo.safety import lay_down_safety
    from placewell.exchange.demo.told_words import put_talks_in_words
    from placewell.exchange.demo.work_words import put_work_in_words
    from placewell.exchange.importing import import_package

    click.echo(f"Making a service with {people:,} people and two years of history …", err=True)
    today = timezone.localdate(timezone.now())
    tables = make_service(today=today, people=people)
    with tempfile.TemporaryDirectory(prefix="package-", dir=folder) as package, progress_bar("Importing") as moved:
        write_package(tables, package)
        report = import_package(package, by=acting_as_system(), progress=moved)
    if report.faults:
        raise Fault("The made-up service does not hold together:", *map(str, report.faults[:20]))
    key = next(iter(tables["services"]))["service_id"]
    told = {"by": acting_as_system(), "service": find_service(key), "today": today}
    for tell in (
        put_plans_in_words, put_work_in_words, put_leads_in_words, book_meetings, put_profiles_in_words,
        put_talks_in_words, put_applications,
    ):  # fmt: skip
        tell(**told)
    password = _password(folder)
    accounts = demo_accounts(tables)
    for account in accounts:
        _open_account(find_service(key), account, password)
    lay_down_safety(service=find_service(key), now=timezone.now())
    sign_ins = [
        {"role": _role_in_words(one.role), "email": one.email, "name": one.display_name} for one in accounts
    ]
    return {"people": people, "made_on": str(today), "home": str(settings.HOME), "sign_ins": sign_ins}


def _role_in_words(role: str) -> str:
    from placewell.access.roles import Role

    return str(Role(role).label)


def _open_account(service, account, password: str) -> None:
    """Invite and accept, as with people: no account comes about in another way."""
    from django.utils import timezone

    from placewell.actions.accounts import accept, invite

    by = acting_as_system()
    more = _pointed_at(service, account)
    if account.role == "reviewer":
        more["role_ends_on"] = by.today(service) + REVIEW_LASTS
    invited = invite(by=by, service=service, email=account.email, role=account.role, **more)
    accept(token=invited.token, now=timezone.now(), full_name=account.display_name, password=password)


def _pointed_at(service, account) -> dict:
    """What the role points to: the row of the member of staff, client or review, or the teams."""
    from placewell.records.models import Client, ClinicalTeam, FidelityReview, Staff

    if account.points_to is None:
        return {}
    if isinstance(account.points_to, tuple):
        return {"teams": list(ClinicalTeam.objects.filter(service=service, key__in=account.points_to))}
    field, model = {"client": ("client", Client), "reviewer": ("review", FidelityReview)}.get(
        account.role, ("staff", Staff)
    )
    return {field: model.objects.get(service=service, key=account.points_to)}


def _password(folder: Path) -> str:
    """The demo's password: made at random once an installation, and kept where only its owner reads."""
    path = folder / "password"
    if not path.exists():
        words = ["".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4)]
        with _private(path, "w") as file:
            file.write("-".join(words))
    return path.read_text().strip()


def _private(path: Path, mode: str):
    return open(path, mode, opener=lambda name, flags: os.open(name, flags, 0o600))
