"""Django's migrate, with the guard told that the schema is being brought up to date."""

from django.core.management.commands.migrate import Command as Migrate

from placewell.records.guard import acting


class Command(Migrate):
    """Migrations may fill tables; that is their action."""

    def handle(self, *args, **options):
        with acting(by=None, verb="installation.upgraded"):
            return super().handle(*args, **options)
