"""Applications for jobs: how each was made, its interviews, what came of it, and the job that it led to.

Where one stands is worked out (`placewell.rules.applications`) and kept nowhere.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from placewell.records.base import Record, day, filled, known, link, once, one_of, text
from placewell.records.support import OfEpisode


class ApplicationHow(models.TextChoices):
    """How it reached the employer."""

    FORM = "form", "Application form"
    CV = "cv", "CV sent"
    IN_PERSON = "in_person", "Asked in person"
    TELEPHONE = "telephone", "By phone"
    AGENCY = "agency", "Through an agency"
    OTHER = "other", "Another way"


class SentBy(models.TextChoices):
    """Whose application the employer got."""

    PERSON = "person", "The person themselves"
    TOGETHER = "together", "The person, with help from one of us"
    SPECIALIST = "specialist", "One of us, on the person’s behalf"


class Told(models.TextChoices):
    """What the employer was told of the person's condition or of our support."""

    NOTHING = "nothing", "Nothing"
    AGREED = "agreed", "The words agreed with us"
    OWN = "own", "What the person chose to say themselves"


class InterviewKind(models.TextChoices):
    PHONE = "phone", "By phone"
    VIDEO = "video", "By video"
    IN_PERSON = "in_person", "In person"
    TRIAL_SHIFT = "trial_shift", "Trial shift"


class CameOf(models.TextChoices):
    """Whether an interview took place."""

    HELD = "held", "It took place"
    OFF_BY_EMPLOYER = "off_by_employer", "The employer called it off"
    OFF_BY_PERSON = "off_by_person", "The person called it off"
    DID_NOT_GO = "did_not_go", "The person did not go"


class ResultKind(models.TextChoices):
    INVITED = "invited", "Invited to an interview"
    OFFERED = "offered", "Offered the job"
    ACCEPTED = "accepted", "The person said yes to the offer"
    TURNED_DOWN_BY_EMPLOYER = "turned_down_by_employer", "The employer said no"
    TURNED_DOWN_BY_PERSON = "turned_down_by_person", "The person said no"
    WITHDRAWN = "withdrawn", "The person took it back"
    NO_ANSWER = "no_answer", "No answer, and we stop waiting"


class Application(OfEpisode, Record):
    """One application of a person for one job.

    `employer_contact` is the contact that was noted with one that one of us made; `lead` the opening it answers.
    """

    happened = "applied_on"

    episode = link("Episode")
    employer = link("Employer")
    lead = link("Lead", optional=True)
    title = text("job title", optional=False)
    occupation_code = text(help_text="SOC 2020 unit group, four digits")
    applied_on = day()
    how = one_of(ApplicationHow)
    sent_by = one_of(SentBy)
    staff = link("Staff", optional=True, db_index=False)
    told = one_of(Told, "what the employer was told", optional=True)
    employer_contact = link("EmployerContact", optional=True)

    class Meta:
        constraints = [
            once(
                "episode", "employer", "title", "applied_on",
                name="once", message="This application is already recorded. Correct that one.",
            ),
            filled("title"),
            known("how", ApplicationHow),
            known("sent_by", SentBy),
            known("told", Told, optional=True),
            models.CheckConstraint(
                condition=Q(sent_by=SentBy.SPECIALIST, staff__isnull=False)
                | ~Q(sent_by=SentBy.SPECIALIST) & Q(staff=None, employer_contact=None),
                name="application_by_one_of_us_says_who",
                violation_error_message="Say which of us made it, where one of us did on the person’s behalf.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["service", "applied_on"], name="application_by_day")]

    def __str__(self):
        return f"application as {self.title} at {self.employer}"

    def clean(self):
        """Raise ValidationError when the lead is another employer's."""
        super().clean()
        if self.lead_id is not None and self.lead.employer_id != self.employer_id:
            raise ValidationError({"lead": "This lead is at another employer. Choose one of the same employer."})


class Interview(Record):
    """A meeting of the person with the employer about an application, booked or held; a trial shift too.

    `goes_along` is who of us is there, for whom it is an `appointment`. `words` are how it went, in the
    person's words. `employer_contact` is the contact that it was, once it took place.
    """

    goes_with = "application"

    application = link("Application")
    held_on = day()
    held_time = models.TimeField("time", null=True, blank=True)
    kind = one_of(InterviewKind)
    place = text("where")
    preparation = text("how it is prepared")
    goes_along = link("Staff", optional=True, db_index=False)
    appointment = link("Appointment", optional=True)
    came_of = one_of(CameOf, "what came of it", optional=True)
    words = text("how it went, in the person's words")
    employer_contact = link("EmployerContact", optional=True)

    class Meta:
        constraints = [
            once(
                "application", "held_on", "kind",
                name="once", message="An interview of that kind on that day is already recorded. Correct that one.",
            ),
            known("kind", InterviewKind),
            known("came_of", CameOf, optional=True),
            models.CheckConstraint(
                condition=~Q(came_of="") | Q(words="", employer_contact=None),
                name="interview_says_whether_before_how",
                violation_error_message="Say first whether it took place.",
            ),
            models.CheckConstraint(
                condition=Q(appointment=None) | Q(goes_along__isnull=False),
                name="interview_appointment_is_of_one_of_us",
                violation_error_message="Say who goes along.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["service", "held_on"], name="interview_by_day")]

    def __str__(self):
        return f"interview on {self.held_on:%-d %B %Y}"


class ApplicationResult(Record):
    """What came of an application on a day. `words` are the employer's or the person's reason, as it was said."""

    goes_with = "application"
    happened = "came_on"

    application = link("Application")
    came_on = day()
    kind = one_of(ResultKind, "what came of it")
    words = text("why, as it was said")
    starts_on = day("the job is to start on", optional=True)

    class Meta:
        verbose_name = "result of an application"
        verbose_name_plural = "results of applications"
        constraints = [
            once(
                "application",
                "came_on",
                "kind",
                name="once",
                message="This result is already recorded. Correct that one.",
            ),
            known("kind", ResultKind),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(kind=ResultKind.ACCEPTED),
                name="applicationresult_starts_once_accepted",
                violation_error_message="A first day is named once the person said yes. Clear it.",
            ),
        ]

    def __str__(self):
        return f"result of {self.came_on:%-d %B %Y}"


class ApplicationJob(Record):
    """The job that came of an application: withdrawn with either."""

    goes_with = ("application", "job")

    application = link("Application")
    job = link("Job")

    class Meta:
        verbose_name = "job that came of an application"
        verbose_name_plural = "jobs that came of applications"
        constraints = [
            once("application", name="once", message="The job that came of this application is already recorded."),
            once("job", name="of_one", message="This job came of another application already."),
        ]

    def clean(self):
        """Raise ValidationError when the two are of different people."""
        super().clean()
        if self.application.episode.client_id != self.job.episode.client_id:
            raise ValidationError({"job": "This is another person’s job. Choose one of the same person."})
