"""Settings and the database, made ready for a command.

A new database is brought up to date at once; an old one is left alone until somebody says
`placewell upgrade`; one that a newer placewell wrote is refused.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from placewell.commands.faults import Fault

# Any number will do, as long as every placewell asks for the same one.
TURN = 20_250_925


class Schema(StrEnum):
    """How the database's tables stand to this version of placewell."""

    NEW = "new"
    CURRENT = "current"
    OLD = "old"
    NEWER = "newer"
    FOREIGN = "not placewell's"


def set_up() -> None:
    """Read the settings and start the framework. Raises Fault when the settings do not hold.

    What a command writes from here on, only its owner may read: it is about people.
    """
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "placewell.settings")
    import django

    try:
        django.setup()
    except ValueError as fault:
        raise Fault(str(fault)) from fault


def open_database() -> None:
    """Make the configured database ready for use. Raises Fault with the remedy when it is not."""
    set_up()
    found = schema()
    if found == Schema.NEW:
        with one_at_a_time():
            if schema() == Schema.NEW:
                migrate()
        found = schema()
    if found == Schema.OLD:
        raise Fault(
            "The database was made by an older placewell. Bring it up to date with: placewell upgrade "
            "(it makes a backup first)."
        )
    refuse_what_is_not_ours(found)


def refuse_what_is_not_ours(found: Schema) -> None:
    """Raise Fault for a database of a newer placewell, or of another program."""
    if found == Schema.NEWER:
        raise Fault(
            "The database was made by a newer placewell than this one. Install that version, "
            "or restore a backup made by this one."
        )
    refuse_another_programs(found)


def refuse_another_programs(found: Schema) -> None:
    """Raise Fault for a database that another program made."""
    if found == Schema.FOREIGN:
        raise Fault("The database holds tables of another program. Give placewell one of its own.")


def schema(alias: str = "default") -> Schema:
    """How the tables of a database stand to the migrations of this version."""
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader

    tables = connections[alias].introspection.table_names()
    loader = MigrationLoader(connections[alias])
    applied, known = set(loader.applied_migrations), set(loader.disk_migrations)
    if not applied:
        return Schema.FOREIGN if set(tables) - {"django_migrations"} else Schema.NEW
    apps = {app for app, _ in known}
    if any(app in apps and (app, name) not in _replaced(loader) | known for app, name in applied):
        return Schema.NEWER
    return Schema.CURRENT if known <= applied else Schema.OLD


def _replaced(loader) -> set:
    return {old for migration in loader.replacements.values() for old in migration.replaces}


def migrate(alias: str = "default") -> None:
    """Bring the tables of a database to this version."""
    from django.core.management import call_command

    from placewell.records.survey import survey

    call_command("migrate", database=alias, verbosity=0, interactive=False, skip_checks=True)
    survey(alias)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other placewell changes the tables of this database, and keep others waiting."""
    from django.conf import settings
    from django.db import connection

    with open(Path(settings.HOME) / "upgrade.lock", "w", opener=_private) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_lock(%s)", [TURN])
                try:
                    yield
                finally:
                    cursor.execute("select pg_advisory_unlock(%s)", [TURN])
        else:
            yield


def _private(path, flags):
    return os.open(path, flags, 0o600)


def operator() -> str:
    """The operating-system user who runs the command, for the log."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user need not have a name
        return f"uid {os.getuid()}"


def acting_as_system():
    """The built-in account `system` at this moment, with the operating-system user's name."""
    from django.utils import timezone

    from placewell.access.worker import system_worker

    return system_worker(timezone.now(), operator())


def find_service(key: str):
    """The service with this identifier. Raises Fault, naming those there are."""
    from placewell.access.scope import services_for

    services = services_for(acting_as_system())
    found = services.filter(key=key).first()
    if found is None:
        there = list(services.order_by("key").values_list("key", flat=True)[:11])
        if not there:
            raise Fault(f"There is no service “{key}” here, nor any other yet. Bring one in with: placewell import")
        more = " and more" if len(there) == 11 else ""
        raise Fault(f"There is no service “{key}” here. There is: {', '.join(there[:10])}{more}.")
    return found
