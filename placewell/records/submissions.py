"""Forms taken in, so that the same form sent twice is taken in once."""

from django.db import models
from django.utils import timezone

from placewell.records.base import ACCOUNT


class Submission(models.Model):
    """A form that was taken in: by whom, at which address, and where it led."""

    id = models.UUIDField(primary_key=True)
    by = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+")
    address = models.TextField()
    fingerprint = models.TextField(help_text="SHA-256 of what was sent")
    led_to = models.TextField(blank=True, default="")
    taken_in_at = models.DateTimeField(default=timezone.now)
