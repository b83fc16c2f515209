"""What somebody put off, until when and why: it hides one thing of one person from Today, and stays to be seen."""

from django.db import models
from django.db.models import F, Q

from placewell.records.base import Record, Standing, day, filled, link, text


class SnoozeQuerySet(Standing):
    """What was put off, by whether it is still."""

    def in_force(self, today):
        """Put off, and the day has not come."""
        return self.standing().filter(put_off_on__lte=today, until_on__gt=today)


class Snooze(Record):
    """One thing that is due, put off by a day with a reason.

    `rule` is the key of what set it. It is about a person (and perhaps one of their jobs), about a step
    of theirs, or about a member of staff, for what is due of the staff themselves. `until_on` is the
    day on which it is back; brought back sooner, it becomes that day.
    """

    rule = text(optional=False, help_text="Key of what set it, for example first_profile")
    client = link("Client", optional=True)
    job = link("Job", optional=True, db_index=False)
    step = link("Step", optional=True)
    staff = link("Staff", optional=True)
    put_off_on = day()
    until_on = day("until")
    put_off_because = text("why it can wait", optional=False)

    objects = SnoozeQuerySet.as_manager()

    class Meta:
        constraints = [
            filled("rule", "put_off_because"),
            models.CheckConstraint(
                condition=(
                    Q(client__isnull=False, step=None, staff=None)
                    | Q(step__isnull=False, client=None, job=None, staff=None)
                    | Q(staff__isnull=False, client=None, job=None, step=None)
                ),
                name="snooze_is_about_one",
                violation_error_message="What is put off is about one person, one step or one colleague. Name one.",
            ),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("put_off_on")),
                name="snooze_until_not_before",
                violation_error_message="The day it is back is before the day it was put off. Choose a later day.",
            ),
        ]
        indexes = [models.Index(fields=["service", "until_on"], name="snooze_by_its_end")]

    def __str__(self):
        return f"put off until {self.until_on:%-d %B %Y}"
