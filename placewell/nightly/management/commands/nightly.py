"""`manage.py nightly`: what is to be done each night, now. For cron, and for `placewell serve`."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from placewell.nightly import NotAllDone, run, turns


class Command(BaseCommand):
    """Ends 1 when something failed or the database is old, 0 also when another one is at it."""

    help = "Close leavers' accounts, forget old sign-in attempts and sessions, mail new leads, have the fidelity figures ready."
    requires_system_checks = []

    def handle(self, *args, **options):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError("The database is not up to date. Bring it there with: placewell upgrade")
        with turns.alone() as own_turn:
            if not own_turn:
                self.stdout.write("Another one is at it. Nothing was done.")
                return
            now = timezone.now()
            try:
                done, failed = run(now), []
            except NotAllDone as fault:
                done, failed = fault.done, fault.failed
            finally:
                turns.note(now)
        for words in done:
            self.stdout.write(words)
        if failed:
            raise CommandError("\n".join(f"Failed: {words}" for words in failed))
