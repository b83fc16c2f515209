"""Lone visits: where a worker goes alone, when they are expected back, and what was heard of them.

What is heard is added and never changed, so that it may wait on a device without a signal.
Times are the wall clock's at the service. No figure counts them.
"""

from django.db import models
from django.db.models import F, Q

from placewell.records.base import Record, day, filled, known, link, one_of, text


class LoneVisit(Record):
    """A visit on which a worker is alone, told to a colleague beforehand."""

    staff = link("Staff")
    episode = link("Episode", optional=True)
    employer = link("Employer", optional=True)
    place = text("where", optional=False)
    begins_on = day("day")
    begins_time = models.TimeField("begins at")
    back_by = models.TimeField("expected back by")
    checks = link("Staff", db_index=False, verbose_name="who checks")
    phone = text("telephone on the way", optional=False)
    called_off_because = text("why it did not take place")

    class Meta:
        constraints = [
            filled("place", "phone"),
            models.CheckConstraint(
                condition=Q(back_by__gt=F("begins_time")),
                name="lonevisit_back_after_it_begins",
                violation_error_message="The time to be back is before the visit begins. Correct one of the two times.",
            ),
            models.CheckConstraint(
                condition=~Q(checks=F("staff")),
                name="lonevisit_somebody_else_checks",
                violation_error_message="Somebody else checks that the visitor is back. Choose a colleague.",
            ),
        ]
        indexes = [models.Index(fields=["service", "begins_on"], name="lonevisit_by_day")]

    def __str__(self):
        return f"visit on {self.begins_on:%-d %B %Y}"


class Heard(models.TextChoices):
    """What was heard of a worker on a visit, or what was done to hear of them."""

    SAFE = "safe", "Safe"
    LONGER = "longer", "Needs longer"
    TRIED = "tried", "Tried to reach them"


class VisitWord(Record):
    """One thing heard of a worker on a visit, or one try to reach them. The moment is `recorded_at`.

    `back_by` is the new time when they need longer.
    """

    visit = link("LoneVisit")
    heard = one_of(Heard, "what was heard")
    back_by = models.TimeField("expected back by", null=True, blank=True)
    note = text("in words")

    class Meta:
        constraints = [
            known("heard", Heard),
            models.CheckConstraint(
                condition=Q(heard="longer", back_by__isnull=False) | (~Q(heard="longer") & Q(back_by=None)),
                name="visitword_new_time_when_longer",
                violation_error_message="Give the new time when more time is needed, and only then.",
            ),
            models.CheckConstraint(
                condition=~Q(heard="tried", note=""),
                name="visitword_try_in_words",
                violation_error_message="Say how you tried to reach them.",
            ),
        ]
