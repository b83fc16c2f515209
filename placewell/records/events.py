"""The log of who did what. It is for investigation; what a page shows is a record."""

from django.db import models
from django.utils import timezone

from placewell.records.base import ACCOUNT


class Event(models.Model):
    """One action done: who, what, about what, in words rather than keys.

    `facts_from` is the earliest date whose figures the action may have changed; None when it
    changed no figure. A figure kept for a date before it stays good.
    """

    at = models.DateTimeField(default=timezone.now)
    verb = models.TextField()
    by = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+", null=True)
    system_user = models.TextField(blank=True, default="")
    service = models.ForeignKey("records.Service", models.PROTECT, related_name="+", null=True, db_index=False)
    about = models.TextField(blank=True, default="")
    counts = models.JSONField(default=dict)
    facts_from = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["service", "facts_from"], name="event_by_facts_from")]

    def __str__(self):
        return f"{self.verb}: {self.about}"
