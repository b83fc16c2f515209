"""By whom and when a week's log of employer contacts was closed, and read.

Whether it is closed, and the day on which it was read, is the package's (`records.staff.StaffWeek`); who
stamped it is whoever recorded the stamp.
"""

from django.db import models

from placewell.records.base import Record, day, known, link, once, one_of, text


class StampKind(models.TextChoices):
    CLOSED = "closed", "Closed"
    READ = "read", "Read"


class WeekStamp(Record):
    """A stamp on the log of a week. One of each kind stands; a changed week takes its stamps back."""

    happened = "stamped_on"
    goes_with = "week"

    week = link("StaffWeek")
    kind = one_of(StampKind)
    stamped_on = day()
    remark = text(help_text="Words of the supervisor to the specialist about this log")

    class Meta:
        constraints = [
            once("week", "kind", name="once", message="This log bears that stamp already."),
            known("kind", StampKind),
            models.CheckConstraint(
                condition=models.Q(remark="") | models.Q(kind=StampKind.READ),
                name="weekstamp_remark_of_a_reading",
                violation_error_message="Only who reads the log leaves a remark.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display().lower()} on {self.stamped_on:%-d %B %Y}"
