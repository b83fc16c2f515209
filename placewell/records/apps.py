from django.apps import AppConfig
from django.db.backends.signals import connection_created


class RecordsConfig(AppConfig):
    """The record of a service: what happened, when, and who says so."""

    name = "placewell.records"
    verbose_name = "Records"

    def ready(self):
        from placewell.records import guard, prepared

        connection_created.connect(guard.install, dispatch_uid="placewell.records.guard")
        connection_created.connect(prepared.keep, dispatch_uid="placewell.records.prepared")
