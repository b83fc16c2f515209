"""Who looked at whose record, and when. The one table a page may write to while it is read."""

from django.db import models
from django.utils import timezone

from placewell.records.base import ACCOUNT


class ReadingLog(models.Model):
    """A page about a person was opened."""

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+", db_index=False)
    client = models.ForeignKey("records.Client", models.PROTECT, related_name="+", db_index=False)
    page = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["client", "-at"], name="reading_of_client")]
