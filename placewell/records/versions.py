"""Earlier versions of records, kept when a correction replaces them."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from placewell.records.base import ACCOUNT


class Version(models.Model):
    """A record as it stood before a correction.

    `record` and `row` say which one (model name in lower case, row id); `content` holds its
    facts as words, dates in ISO form, references as row ids.
    """

    record = models.TextField()
    row = models.BigIntegerField()
    number = models.PositiveIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+", null=True, db_index=False)
    replaced_at = models.DateTimeField(default=timezone.now)
    replaced_by = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+", null=True, db_index=False)
    because = models.TextField(blank=True, default="")
    event = models.ForeignKey("records.Event", models.PROTECT, related_name="+", null=True, db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "row", "number"], name="version_once"),
        ]
        indexes = [models.Index(fields=["event"], name="version_by_event")]
