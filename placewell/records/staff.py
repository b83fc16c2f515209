"""The people who work for the service: in what role, where, and what their weeks were made of."""

from decimal import Decimal

from django.db import models

from placewell.records.base import (
    KeyedRecord,
    Record,
    between,
    day,
    ends_after_start,
    filled,
    known,
    link,
    number,
    once,
    one_of,
    refuse_overlap,
    text,
    whole,
    yes_no,
)


class StaffRole(models.TextChoices):
    EMPLOYMENT_SPECIALIST = "employment_specialist", "Employment specialist"
    SENIOR_EMPLOYMENT_SPECIALIST = "senior_employment_specialist", "Senior employment specialist"
    SUPERVISOR = "supervisor", "Supervisor"
    SERVICE_MANAGER = "service_manager", "Service manager"
    PEER_WORKER = "peer_worker", "Peer worker"
    ADMINISTRATOR = "administrator", "Administrator"


SPECIALISTS = (StaffRole.EMPLOYMENT_SPECIALIST, StaffRole.SENIOR_EMPLOYMENT_SPECIALIST)


class Staff(KeyedRecord):
    """A person who works for the service."""

    full_name = text(optional=False)
    email = text()
    started_on = day()
    ended_on = day(optional=True)

    class Meta(KeyedRecord.Meta):
        verbose_name_plural = "staff"
        constraints = [*KeyedRecord.Meta.constraints, filled("full_name"), ends_after_start()]

    def __str__(self):
        return self.full_name


class StaffTerm(Record):
    """Role, whole-time equivalent, supervisor and desk of a member of staff, for a period.

    Two terms of one person never cover the same day (kept by the database).
    """

    staff = link("Staff", related_query_name="term")
    role = one_of(StaffRole)
    fte = number("whole-time equivalent")
    supervisor = link("Staff", optional=True, db_index=False)
    base = text("usual desk")
    new_or_struggling = yes_no(optional=True, help_text="Field mentoring is monthly if true, else quarterly")
    started_on = day()
    ended_on = day(optional=True)

    class Meta:
        constraints = [
            once("staff", "started_on", name="once", message="This person already has a term that starts on that day."),
            known("role", StaffRole),
            between("fte", Decimal("0.05"), 1, message="Whole-time equivalent is a number from 0.05 to 1."),
            ends_after_start(),
        ]

    def clean(self):
        """Raise ValidationError when another term of the person covers a day of this one."""
        super().clean()
        if self.staff_id is not None and self.started_on is not None:
            others = StaffTerm.objects.filter(staff=self.staff_id)
            refuse_overlap(self, others, "Another term of this person covers some of these days. End that one first.")


class TeamAttachment(Record):
    """A clinical team that a member of staff works in, for a period."""

    staff = link("Staff")
    team = link("ClinicalTeam")
    started_on = day()
    ended_on = day(optional=True)

    class Meta:
        constraints = [
            once("staff", "team", "started_on", name="once", message="This attachment is already recorded."),
            ends_after_start(),
        ]


class StaffWeek(Record):
    """What a member of staff's working week was made of. A week without a row is not recorded."""

    staff = link("Staff", db_index=False)
    week_starting = day(help_text="A Monday")
    employment_minutes = whole("minutes on employment services")
    other_minutes = whole("minutes on anything else")
    community_minutes = whole("scheduled minutes in the community", optional=True)
    leave_days = number("days away, of the contracted week", optional=True)
    log_complete = yes_no("the week's log is closed")
    log_reviewed_on = day("the supervisor read the employer-contact log on", optional=True)

    class Meta:
        constraints = [
            once("staff", "week_starting", name="once", message="This week is already recorded. Correct that one."),
            between("leave_days", 0, 7, message="Days away are a number from 0 to 7."),
        ]
        indexes = [models.Index(fields=["service", "week_starting"], name="staffweek_by_week")]
