"""Figures that were worked out and kept, so that a page does not count twice. Nothing here is a record."""

from django.db import models


class KeptFigure(models.Model):
    """The fidelity picture of a service on a day, good as long as nothing that day's figures rest on changes.

    ``events`` says how many events about facts up to the day there were, with the rows that have no date
    of their own, ``last_event`` which was the latest: any other number means that something came in.
    ``edition`` is that of the scale and of the measures' text.
    """

    service = models.ForeignKey("records.Service", models.CASCADE, related_name="+", db_index=False)
    scale = models.TextField()
    as_at = models.DateField()
    edition = models.TextField()
    events = models.PositiveIntegerField()
    last_event = models.BigIntegerField()
    content = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "scale", "as_at"], name="keptfigure_once"),
        ]

    def __str__(self):
        return f"{self.scale} on {self.as_at}"
