"""Putting a backup in the place of the present database, at one stroke or not at all."""

import filecmp
import os
import shutil
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from placewell.commands.faults import Fault
from placewell.commands.keeping import archive, sqlite
from placewell.commands.keeping.backups import UPLOADS, engine, keep_backup
from placewell.commands.opening import Schema, migrate, one_at_a_time, operator, refuse_another_programs, schema

# Who was signed in when the backup was made is not signed in after it.
SESSIONS = ("django_session", "usersessions_usersession")


class Restored(NamedTuple):
    """What a restore did: what the backup holds, and where the database it replaced is kept."""

    manifest: archive.Manifest
    kept: Path | None


def restore_backup(file: Path, *, moved=None) -> Restored:
    """Check a backup, keep the present database as a file, and put the backup in its place.

    Raises Fault, with nothing changed, for a damaged backup, one of a newer placewell and one of
    the other kind of database.
    """
    from django.conf import settings
    from django.db import connection

    manifest = archive.read_manifest(file)
    _refuse_newer(file, manifest)
    if manifest.engine != connection.vendor:
        raise Fault(
            f"{file}: a backup of {manifest.engine}, and the configured database is {connection.vendor}. "
            "To move a service between them, use placewell export and placewell import."
        )
    home = Path(settings.HOME)
    with tempfile.TemporaryDirectory(prefix=".placewell-restore-", dir=home) as working, one_at_a_time():
        folder = Path(working)
        archive.extract(file, manifest, folder, moved=moved)
        return _put(folder, manifest, file)


def _refuse_newer(file: Path, manifest: archive.Manifest) -> None:
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None)
    known = set(loader.disk_migrations) | {old for new in loader.replacements.values() for old in new.replaces}
    apps = {app for app, _ in known}
    if any(app in apps and (app, name) not in known for app, name in map(tuple, manifest.migrations)):
        raise Fault(f"{file}: made by a newer placewell ({manifest.version}). Restore it with that version.")


def _put(folder: Path, manifest: archive.Manifest, file: Path) -> Restored:
    present = _present()
    try:
        _stage(folder, manifest)
        _note(file, manifest, present)
        _add_uploads(folder / UPLOADS)
        kept = _keep(present)
        engine().swap_in(folder)
    except BaseException:
        engine().drop_staged()
        raise
    _remove_other_uploads(folder / UPLOADS)
    return Restored(manifest, kept)


def _present() -> Schema | None:
    """How the present database stands; None when it is damaged beyond reading.

    Raises Fault when it is another program's. A new one on PostgreSQL is made ready: what its
    tables lean on (an extension) must lie outside the schema that the backup comes in by.
    """
    from django.db import connection

    if not engine().is_readable():
        return None
    found = schema()
    refuse_another_programs(found)
    if found == Schema.NEW and connection.vendor == "postgresql":
        migrate()
    return found


def _stage(folder: Path, manifest: archive.Manifest) -> None:
    from django.db import connections

    connections.databases["incoming"] = engine().stage(folder, manifest)
    if schema("incoming") == Schema.OLD:
        migrate("incoming")


def _keep(present: Schema | None) -> Path | None:
    """Keep the present database as a backup; a damaged one as it lies; None when there was none."""
    if present == Schema.NEW:
        return None
    if present is None:
        return sqlite.set_aside(f"{datetime.now(UTC):%Y%m%d-%H%M%S}")
    return keep_backup("before-restore")


def _note(file: Path, manifest: archive.Manifest, present: Schema | None) -> None:
    """Write down in the incoming database what happened, and end its sessions.

    The log goes on counting where the later of the two databases stood, so that nothing kept by
    the number of an event takes the old record for the new.
    """
    from django.core.management.color import no_style
    from django.db import connections
    from django.db.models import Max

    from placewell.people.models import SYSTEM_EMAIL, Account
    from placewell.records.guard import acting
    from placewell.records.models import Event, Service

    with connections["incoming"].cursor() as cursor:
        for table in SESSIONS:
            cursor.execute(f"delete from {table}")  # noqa: S608
    both = ["incoming"] if present in (None, Schema.NEW) else ["incoming", "default"]
    last = max(Event.objects.using(name).aggregate(last=Max("pk"))["last"] or 0 for name in both)
    system = Account.objects.using("incoming").get(email=SYSTEM_EMAIL)
    with acting(by=system.pk, verb="installation.restored"):
        for number, service in enumerate(list(Service.objects.using("incoming").all()) or [None], start=1):
            Event.objects.using("incoming").create(
                pk=last + number, verb="installation.restored", by=system, system_user=operator(), service=service,
                about=f"from {file.name}, made {manifest.made_at}", facts_from=date.min,
            )  # fmt: skip
    with connections["incoming"].cursor() as cursor:
        for statement in connections["incoming"].ops.sequence_reset_sql(no_style(), [Event]):
            cursor.execute(statement)
    connections["incoming"].close()


def _add_uploads(source: Path) -> None:
    """Put the backup's files beside the present ones: whichever database is read, its files are there."""
    from django.conf import settings

    target = Path(settings.MEDIA_ROOT)
    for path in sorted(source.rglob("*")) if source.is_dir() else []:
        place = target / path.relative_to(source)
        if not path.is_file() or (place.is_file() and filecmp.cmp(path, place, shallow=False)):
            continue
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        incoming = place.with_name(f".incoming-{place.name}")
        shutil.copyfile(path, incoming)
        incoming.chmod(0o600)
        os.replace(incoming, place)


def _remove_other_uploads(source: Path) -> None:
    """Files that only the replaced database named go; they are in its backup."""
    from django.conf import settings

    target = Path(settings.MEDIA_ROOT)
    for path in target.rglob("*") if target.is_dir() else []:
        if path.is_file() and not (source / path.relative_to(target)).is_file():
            path.unlink()
