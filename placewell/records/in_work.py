"""In-work support beyond the data package: the rhythm agreed for a job, and why a contact was missed.

The contacts themselves are records of the package; the schedule is worked out from them
(`placewell.rules.in_work_support`) and never stored.
"""

from django.db import models
from django.db.models import F, Q

from placewell.records.base import (
    Record,
    between,
    day,
    ends_after_start,
    known,
    link,
    once,
    one_of,
    refuse_overlap,
    text,
    whole,
)

MOST = 90


class SupportSide(models.TextChoices):
    """Whose support it is."""

    PERSON = "person", "The person"
    EMPLOYER = "employer", "The employer"


class RhythmUnit(models.TextChoices):
    """In what a rhythm is told."""

    DAYS = "days", "days"
    WEEKS = "weeks", "weeks"
    MONTHS = "months", "months"


class MissedReason(models.TextChoices):
    """Why a contact of the schedule did not take place."""

    NOT_WANTED = "not_wanted", "The person did not want it"
    PERSON_AWAY = "person_away", "The person was away or not well"
    NOT_REACHED = "not_reached", "Tried, and nobody was reached"
    EMPLOYER_NOT_FREE = "employer_not_free", "The employer had no time"
    SPECIALIST_AWAY = "specialist_away", "The specialist was away and nobody stood in"
    DONE_ANOTHER_WAY = "done_another_way", "It was done in another way"
    OTHER = "other", "Another reason"


class SupportRhythm(Record):
    """What was agreed with the person: how often one side of a job is seen, from a day on.

    Several one after another are a taper. Neither `every` nor `unit` is no contact at all.
    """

    job = link("Job")
    side = one_of(SupportSide)
    every = whole("how many", optional=True)
    unit = one_of(RhythmUnit, optional=True)
    started_on = day()
    ended_on = day(optional=True)
    agreed_because = text("why this rhythm, in the person's words")

    class Meta:
        constraints = [
            once(
                "job", "side", "started_on",
                name="once", message="A rhythm from that day is already agreed. Correct that one.",
            ),
            known("side", SupportSide),
            known("unit", RhythmUnit, optional=True),
            between("every", 1, MOST, message=f"A rhythm is every 1 to {MOST} days, weeks or months."),
            ends_after_start(),
            models.CheckConstraint(
                condition=Q(every=None, unit="") | (Q(every__isnull=False) & ~Q(unit="")),
                name="supportrhythm_number_and_unit",
                violation_error_message="Enter both how many and days, weeks or months, or neither for no contact.",
            ),
        ]  # fmt: skip

    def clean(self):
        """Raise ValidationError when two rhythms of one side hold on the same day."""
        super().clean()
        if self.started_on is not None and self.job_id is not None:
            others = SupportRhythm.objects.filter(job=self.job_id, side=self.side)
            refuse_overlap(self, others, "Another rhythm is agreed for some of these days. End that one first.")

    def __str__(self):
        return f"rhythm from {self.started_on:%-d %B %Y}"


class MissedSupport(Record):
    """Why a contact of a job's schedule was missed; `began_on` and `over_on` are the days it was due in."""

    happened = "over_on"

    job = link("Job")
    side = one_of(SupportSide)
    began_on = day("due from")
    over_on = day("due to")
    reason = one_of(MissedReason)
    words = text("in your own words")

    class Meta:
        verbose_name_plural = "missed support"
        constraints = [
            once(
                "job", "side", "began_on",
                name="once", message="A reason for these days is already recorded. Correct that one.",
            ),
            known("side", SupportSide),
            known("reason", MissedReason),
            models.CheckConstraint(
                condition=Q(over_on__gte=F("began_on")),
                name="missedsupport_over_on_not_before",
                violation_error_message="The last day is before the first. Correct one of the two dates.",
            ),
            models.CheckConstraint(
                condition=~Q(reason="other") | ~Q(words=""),
                name="missedsupport_other_in_words",
                violation_error_message="Say in your own words why it was missed.",
            ),
        ]  # fmt: skip
