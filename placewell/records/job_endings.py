"""How a job ended, told twice: as the person sees it and as the employer does, and what was learned.

The day, the person's reason and the help offered towards the next job stand on the job itself, where
the figures read them; here are the words and the other side.
"""

from django.db import models
from django.db.models import Q

from placewell.records.base import Record, known, link, once, one_of, text
from placewell.records.jobs import JobEnd


class NotAsked(models.TextChoices):
    """Why the employer's reason is not known."""

    TOLD_NOBODY = "told_nobody", "Not asked: the person chose that we do not speak with the employer"
    ASKED_NOT_TO = "asked_not_to", "Not asked: the person asked us not to"
    NO_EMPLOYER = "no_employer", "There is no employer: the person is self-employed"
    NOT_REACHED = "not_reached", "Asked, and the employer did not answer"
    NOT_YET = "not_yet", "Not asked yet"


class Notice(models.TextChoices):
    """Whether notice was given."""

    WORKED = "worked", "Notice was given and worked"
    PAID = "paid", "Notice was paid instead"
    NONE = "none", "There was no notice"


class ClaimHelp(models.TextChoices):
    """Help with claiming benefits after the end."""

    GIVEN = "given", "Given"
    OFFERED = "offered", "Offered, not wanted"
    NOT_NEEDED = "not_needed", "Not needed"


class JobEnding(Record):
    """The end of a job in the words of both sides, and what it teaches for the next."""

    job = link("Job")
    person_words = text("why it ended, in the person's words")
    employer_reason = one_of(JobEnd, "why it ended, by the employer", optional=True)
    employer_not_asked = one_of(NotAsked, "why the employer's reason is not known", optional=True)
    employer_words = text("why it ended, in the employer's words")
    notice = one_of(Notice, optional=True)
    learned = text("what was learned for the next job")
    claim_help = one_of(ClaimHelp, "help with a benefit claim", optional=True)

    class Meta:
        constraints = [
            once("job", name="once", message="How this job ended is already told. Correct that one."),
            known("employer_reason", JobEnd, optional=True),
            known("employer_not_asked", NotAsked, optional=True),
            known("notice", Notice, optional=True),
            known("claim_help", ClaimHelp, optional=True),
            models.CheckConstraint(
                condition=(Q(employer_reason="") & ~Q(employer_not_asked=""))
                | (~Q(employer_reason="") & Q(employer_not_asked="")),
                name="jobending_employer_said_or_not_asked",
                violation_error_message="Give the employer's reason, or say why it is not known.",
            ),
            models.CheckConstraint(
                condition=Q(employer_words="") | ~Q(employer_reason=""),
                name="jobending_employer_words_with_reason",
                violation_error_message="Choose the employer's reason beside their words.",
            ),
        ]

    def __str__(self):
        return f"how the job “{self.job.title}” ended"
