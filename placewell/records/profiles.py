"""The words of vocational profiles, and jobs of the time before: what a person told, and who else with their consent.

That a version was written, in how many sessions and from how many sources, is a fact of the data
package (`VocationalProfile`). What it says stands here.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from placewell.records.base import Record, between, day, filled, known, link, number, one_of, text, whole
from placewell.rules.cv import PARTS as IN_A_CV

EARLIEST_YEAR, LATEST_YEAR = 1930, 2100


class Part(models.TextChoices):
    """The parts of a vocational profile, in the order in which they are asked."""

    GOAL = "goal", "Goal and dream jobs"
    TASKS = "tasks", "Tasks"
    PLACE = "place", "Place"
    HOURS = "hours", "Hours"
    PAY = "pay", "Pay"
    COLLEAGUES = "colleagues", "People at work"
    NOISE = "noise", "Noise and surroundings"
    TRAVEL = "travel", "Travel"
    STRENGTHS = "strengths", "Strengths"
    EDUCATION = "education", "Education and training"
    LICENCES = "licences", "Licences and certificates"
    LANGUAGES = "languages", "Languages"
    DIGITAL_SKILLS = "digital_skills", "Digital skills"
    HEALTH = "health", "How health affects work"
    HELPS = "helps", "What helps at work"
    ROUTINE = "routine", "Daily routine"
    CARING = "caring", "Caring duties"
    MONEY = "money", "Money and benefits"
    RIGHT_TO_WORK = "right_to_work", "Right to work"
    CONVICTIONS = "convictions", "Convictions"
    FAMILY_VIEWS = "family_views", "What family and friends think"
    VIEWS_OF_OTHERS = "views_of_others", "What others told us"
    DISCLOSURE = "disclosure", "What employers may hear"
    JOB_IDEAS = "job_ideas", "Kinds of work to try"
    FIRST_EMPLOYERS = "first_employers", "First employers to see"


# Never in anything made for an employer, and in the person's own document only when they ask.
PROTECTED = frozenset({Part.CONVICTIONS})
# What a CV draws from; nothing else of a profile is offered for one.
FOR_A_CV = tuple(Part(value) for value in IN_A_CV)


class Source(models.TextChoices):
    """Whose words they are."""

    PERSON = "person", "The person"
    TEAM = "team", "The clinical team"
    RECORDS = "records", "Records"
    FAMILY = "family", "Family or friends"
    EMPLOYERS = "employers", "An employer"


# The clinical team is part of the support; these are asked only when the person agrees.
NEEDS_CONSENT = (Source.RECORDS, Source.FAMILY, Source.EMPLOYERS)


class ProfilePart(Record):
    """What one version of a profile says under one part, in the words of whoever said it.

    A new version holds its own copy of what has not changed, with the day on which it was said.
    """

    goes_with = "profile"
    happened = "said_on"

    profile = link("VocationalProfile")
    part = one_of(Part, "about what")
    words = text("what was said", optional=False)
    source = one_of(Source, "who said it")
    told_by = text("name of who said it", help_text="When it was not the person")
    said_on = day("when it was said")
    agreed_on = day("when the person agreed to this source", optional=True)

    class Meta:
        verbose_name = "entry of a profile"
        verbose_name_plural = "entries of a profile"
        constraints = [
            filled("words"),
            known("part", Part),
            known("source", Source),
            models.CheckConstraint(
                condition=~Q(source__in=NEEDS_CONSENT) | Q(agreed_on__isnull=False),
                name="profilepart_source_was_agreed",
                violation_error_message="Words from family, employers or records need the day the person agreed.",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None) | Q(agreed_on__lte=F("said_on")),
                name="profilepart_agreed_before_it_was_said",
                violation_error_message="The person agrees before somebody else is asked. Correct one of the two days.",
            ),
        ]
        indexes = [models.Index(fields=["event"], name="profilepart_by_event")]

    def __str__(self):
        return self.get_part_display()


class PastJob(Record):
    """A job that the person had, by their own account: what it was, how it went, why it ended.

    With `job`, what was learned from a job that the record already has.
    """

    happened = "told_on"

    client = link("Client")
    job = link("Job", optional=True)
    title = text("job title", optional=False)
    employer = text("where", help_text="The employer's name, or the kind of place")
    from_year = whole("from (year)", optional=True)
    until_year = whole("until (year)", optional=True)
    hours_per_week = number(optional=True)
    duties = text("what the person did there")
    liked = text("what they liked")
    disliked = text("what they did not like")
    why_ended = text("why it ended")
    what_helped = text("what helped in it")
    told_on = day("when the person told us")

    class Meta:
        constraints = [
            filled("title"),
            between("from_year", EARLIEST_YEAR, LATEST_YEAR, message="Write the year with 4 numbers, such as 2015."),
            between("until_year", EARLIEST_YEAR, LATEST_YEAR, message="Write the year with 4 numbers, such as 2018."),
            between("hours_per_week", 0, 80, message="Hours are from 0 to 80."),
            models.CheckConstraint(
                condition=Q(from_year=None) | Q(until_year=None) | Q(until_year__gte=F("from_year")),
                name="pastjob_until_year_not_before",
                violation_error_message="The last year is before the first. Correct one of the two.",
            ),
            models.UniqueConstraint(
                fields=["job"],
                condition=Q(withdrawn_at=None, job__isnull=False),
                name="pastjob_once_a_job",
                violation_error_message="What this job taught is already written down. Correct that one.",
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        """Raise ValidationError when it points to a job of somebody else."""
        super().clean()
        if self.job_id is not None and self.job.episode.client_id != self.client_id:
            raise ValidationError({"job": "This is another person's job. Choose one of this person's."})


class Cv(Record):
    """A CV that was made with the person: when, for which work, and its words as they were handed over."""

    happened = "made_on"

    client = link("Client")
    made_on = day()
    aimed_at = text("for which work or employer", optional=False)
    reach = text("how to reach the person")
    about = text("about the person")
    strengths = text()
    education = text("education and training")
    licences = text("licences and certificates")
    languages = text()
    digital_skills = text()
    other = text("anything else", help_text="For example about a gap, in the person's own words")

    class Meta:
        verbose_name = "CV"
        constraints = [filled("aimed_at")]

    def __str__(self):
        return f"CV for {self.aimed_at}"


class CvJob(Record):
    """A job as it stands in a CV."""

    goes_with = "cv"

    cv = link("Cv")
    position = whole("place in the CV")
    title = text("job title", optional=False)
    employer = text("where")
    dates = text("when")
    duties = text("what the person did")

    class Meta:
        verbose_name = "job of a CV"
        verbose_name_plural = "jobs of a CV"
        constraints = [
            filled("title"),
            models.UniqueConstraint(
                fields=["cv", "position"],
                condition=Q(withdrawn_at=None),
                name="cvjob_once_a_place",
                violation_error_message="Another job of this CV already stands there.",
            ),
        ]

    def __str__(self):
        return self.title
