"""Making a backup: the database at one moment, the uploads, the manifest, one file."""

import errno
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from placewell.commands.faults import Fault
from placewell.commands.keeping import archive, postgresql, sqlite

UPLOADS = "uploads"


def engine():
    """The module that knows the configured database: `sqlite` or `postgresql`."""
    from django.db import connection

    return sqlite if connection.vendor == "sqlite" else postgresql


def make_backup(file: Path, *, force: bool = False, moved=None) -> archive.Manifest:
    """Write a consistent backup to `file` while others read and write.

    Raises Fault when the file is there already and `force` is not said, or when its folder is
    not there. Nothing is left behind when it fails.
    """
    if file.is_dir():
        raise Fault(f"{file}: this is a folder. Name a file in it.")
    if not file.parent.is_dir():
        raise Fault(f"{file.parent}: there is no such folder.")
    if file.exists() and not force:
        raise Fault(f"{file}: there already. Choose another name, or say --force to overwrite it.")
    with tempfile.TemporaryDirectory(prefix=".placewell-backup-", dir=file.parent) as working:
        folder = Path(working) / "content"
        folder.mkdir()
        manifest = _fill(folder)
        made = Path(working) / "backup.zip"
        archive.write(made, folder, manifest, moved=moved)
        _put(made, file, force=force)
    return manifest


def _fill(folder: Path) -> archive.Manifest:
    from django.conf import settings
    from django.db import connection

    from placewell import __version__

    kept = engine()
    columns = kept.copy_out(folder)
    applied = [columns["django_migrations"]] if columns else []
    manifest = archive.Manifest(
        version=__version__,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        engine=connection.vendor,
        migrations=kept.migrations(folder, *applied),
        counts=kept.counts(folder),
        columns=columns,
    )
    # After the database: a file that it names is there already, and none is ever overwritten.
    uploads = Path(settings.MEDIA_ROOT)
    if uploads.is_dir():
        shutil.copytree(uploads, folder / UPLOADS, ignore=shutil.ignore_patterns(".incoming-*"))
    return manifest


def _put(made: Path, file: Path, *, force: bool) -> None:
    if force:
        os.replace(made, file)
        return
    try:
        os.link(made, file)
    except FileExistsError:
        raise Fault(f"{file}: there already. Choose another name, or say --force to overwrite it.") from None
    except OSError as fault:
        if fault.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK):
            raise
        os.replace(made, file)


def keep_backup(why: str) -> Path:
    """Back the present database up into the folder `backups` of PLACEWELL_HOME. Returns the file."""
    from django.conf import settings

    folder = Path(settings.HOME) / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / f"{why}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.zip"
    make_backup(file)
    return file
