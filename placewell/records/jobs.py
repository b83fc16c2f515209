"""Jobs: when they started, what they were, how they changed and how they ended."""

from datetime import date

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
    text,
    yes_no,
)
from placewell.records.support import OfEpisode


class Contract(models.TextChoices):
    PERMANENT = "permanent", "Permanent"
    FIXED_TERM = "fixed_term", "Fixed term"
    SEASONAL = "seasonal", "Seasonal"
    AGENCY = "agency", "Agency"
    ZERO_HOURS = "zero_hours", "Zero hours"
    APPRENTICESHIP = "apprenticeship", "Apprenticeship"
    SELF_EMPLOYED = "self_employed", "Self-employed"


class JobEnd(models.TextChoices):
    FINISHED_CONTRACT = "finished_contract", "The contract finished"
    RESIGNED_BETTER_JOB = "resigned_better_job", "Left for a better job"
    RESIGNED_HEALTH = "resigned_health", "Left because of health"
    RESIGNED_OTHER = "resigned_other", "Left for another reason"
    DISMISSED = "dismissed", "Dismissed"
    REDUNDANT = "redundant", "Made redundant"
    BUSINESS_CLOSED = "business_closed", "The business closed"
    STILL_UNKNOWN = "still_unknown", "Not known yet"


class Job(OfEpisode, KeyedRecord):
    """A job of a person. It may run on after the episode's end; it starts within it."""

    happened = "started_on"

    episode = link("Episode")
    employer = link("Employer", optional=True)
    title = text(optional=False)
    occupation_code = text(optional=False, help_text="SOC 2020 unit group, four digits")
    started_on = day()
    ended_on = day(optional=True)
    end_reason = one_of(JobEnd, optional=True)
    end_known_on = day("the specialist learned of the end on", optional=True)
    hours_per_week = number()
    pay_per_hour = number(optional=True)
    currency = text(help_text="ISO 4217, for example GBP")
    contract = one_of(Contract)
    meets_minimum_wage = yes_no()
    open_to_anyone = yes_no("open to anyone, not set aside for disabled people")
    paid_by_employer = yes_no()
    next_job_help_offered_on = day(optional=True)

    class Meta(KeyedRecord.Meta):
        constraints = [
            *KeyedRecord.Meta.constraints,
            filled("title", "occupation_code"),
            known("contract", Contract),
            known("end_reason", JobEnd, optional=True),
            between("hours_per_week", 0, 80, message="Hours a week are from 0 to 80."),
            between("pay_per_hour", 0, message="Pay is 0 or more."),
            ends_after_start(),
        ]
        indexes = [models.Index(fields=["service", "started_on"], name="job_by_start")]

    def runs_on(self, on: date) -> bool:
        """Whether the job runs on a day: from its start to the day before its end."""
        return self.started_on <= on and (self.ended_on is None or on < self.ended_on)


class JobChange(Record):
    """A change of hours or pay."""

    job = link("Job")
    changed_on = day()
    hours_per_week = number(optional=True)
    pay_per_hour = number(optional=True)

    class Meta:
        constraints = [
            once(
                "job", "changed_on", name="once", message="A change on that day is already recorded. Correct that one."
            ),
            between("hours_per_week", 0, 80, message="Hours a week are from 0 to 80."),
            between("pay_per_hour", 0, message="Pay is 0 or more."),
        ]
