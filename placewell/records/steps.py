"""What comes next: steps that somebody will take, and appointments that are booked.

They lie in the future until they are done, so that no figure counts them, and no table of the
data package holds them.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from placewell.records.base import Record, Standing, day, filled, known, link, one_of, text
from placewell.records.contact_words import Mode


class StepBy(models.TextChoices):
    """Who takes a step."""

    PERSON = "person", "The person"
    SPECIALIST = "specialist", "The employment specialist"
    CLINICIAN = "clinician", "A clinician"
    OTHER = "other", "Somebody else"


class StepQuerySet(Standing):
    """Steps by how they stand."""

    def open(self):
        """Neither taken nor dropped."""
        return self.standing().filter(done_on=None, dropped_because="")


class Step(Record):
    """One thing that somebody will do: for a person, with an employer, or as part of a plan.

    It is open until `done_on` or `dropped_because` is filled.
    """

    goes_with = "plan"

    episode = link("Episode", optional=True)
    employer = link("Employer", optional=True)
    what = text("what will be done", optional=False)
    by_whom = one_of(StepBy, "who does it")
    named = text("name of who does it", help_text="When it is neither the person nor their specialist")
    staff = link("Staff", optional=True, db_index=False)
    due_on = day("by when", optional=True)
    plan = link("Plan", optional=True)
    contact = link("Contact", optional=True)
    employer_contact = link("EmployerContact", optional=True)
    done_on = day(optional=True)
    dropped_because = text("why it is not done after all")

    objects = StepQuerySet.as_manager()

    class Meta:
        constraints = [
            filled("what"),
            known("by_whom", StepBy),
            models.CheckConstraint(
                condition=Q(episode__isnull=False) | Q(employer__isnull=False),
                name="step_is_about_somebody",
                violation_error_message="A step is about a person or an employer. Name one of them.",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(dropped_because=""),
                name="step_is_done_or_dropped",
                violation_error_message="A step is either done or dropped. Clear one of the two.",
            ),
        ]
        indexes = [
            models.Index(fields=["service", "due_on"], name="step_by_due_day"),
            models.Index(fields=["event"], name="step_by_event"),
        ]

    def __str__(self):
        return self.what

    @property
    def is_open(self) -> bool:
        """Neither taken nor dropped, and it stands."""
        return self.withdrawn_at is None and self.done_on is None and not self.dropped_because


class Appointment(Record):
    """A meeting that is booked: with a person, an employer, or both."""

    episode = link("Episode", optional=True)
    employer = link("Employer", optional=True)
    staff = link("Staff")
    begins_on = day()
    begins_time = models.TimeField(null=True, blank=True)
    mode = one_of(Mode)
    place = text("where", help_text="In words that the person can find it by")
    purpose = text("what it is for")
    cancelled_because = text("why it does not take place")

    class Meta:
        constraints = [
            known("mode", Mode),
            models.CheckConstraint(
                condition=Q(episode__isnull=False) | Q(employer__isnull=False),
                name="appointment_is_with_somebody",
                violation_error_message="An appointment is with a person or an employer. Name one of them.",
            ),
        ]
        indexes = [models.Index(fields=["staff", "begins_on"], name="appointment_of_staff_by_day")]

    def __str__(self):
        return f"appointment on {self.begins_on:%-d %B %Y}"

    def clean(self):
        """Raise ValidationError when it is booked with somebody whose support has ended by then."""
        super().clean()
        if self.episode_id is not None and self.begins_on is not None and not self.episode.lives_on(self.begins_on):
            raise ValidationError({"begins_on": "There is no support on that day. Choose a day of the episode."})
