"""Episodes of support: who holds them, every contact, profiles and preferences."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from placewell.records.base import (
    KeyedRecord,
    Record,
    Standing,
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
from placewell.records.clients import WorkStatus
from placewell.records.contact_words import AttemptBy, Attendance, Mode, Participant, Phase, Place


class EpisodeEnd(models.TextChoices):
    IN_WORK_SUPPORT_NO_LONGER_WANTED = "in_work_support_no_longer_wanted", "In-work support no longer wanted"
    STEPPED_DOWN_TO_CLINICAL_TEAM = "stepped_down_to_clinical_team", "Stepped down to the clinical team"
    GOAL_MET = "goal_met", "Goal met"
    PERSON_CHOSE_TO_STOP = "person_chose_to_stop", "The person chose to stop"
    MOVED_AWAY = "moved_away", "Moved away"
    TRANSFERRED = "transferred", "Transferred to another service"
    CANNOT_BE_REACHED = "cannot_be_reached", "Cannot be reached"
    MISSED_APPOINTMENTS = "missed_appointments", "Missed appointments"
    TIME_LIMIT = "time_limit", "Time limit"
    ILLNESS = "illness", "Illness"
    DIED = "died", "Died"
    OTHER = "other", "Other"


class AllocationKind(models.TextChoices):
    KEY_WORKER = "key_worker", "Key worker"
    COVER = "cover", "Cover while the key worker is away"


class Prompt(models.TextChoices):
    FIRST = "first", "First profile"
    JOB_START = "job_start", "A job started"
    JOB_END = "job_end", "A job ended"
    REVIEW = "review", "Review"


# What must happen on a day of its episode, and the date that says when.
LIVED = {
    "Contact": "began_on", "EmployerContact": "made_on", "Plan": "agreed_on", "Job": "started_on",
    "Application": "applied_on",
}  # fmt: skip


class Episode(KeyedRecord):
    """A stretch of support, from programme entry to exit."""

    client = link("Client")
    referral = link("Referral", optional=True)
    team = link("ClinicalTeam", optional=True)
    entered_on = day("first appointment with the specialist")
    work_status_at_entry = one_of(WorkStatus)
    ended_on = day(optional=True)
    end_reason = one_of(EpisodeEnd, optional=True)
    stepped_down_on = day(optional=True)

    class Meta(KeyedRecord.Meta):
        constraints = [
            *KeyedRecord.Meta.constraints,
            known("work_status_at_entry", WorkStatus),
            known("end_reason", EpisodeEnd, optional=True),
            ends_after_start("entered_on"),
        ]
        indexes = [models.Index(fields=["service", "entered_on"], name="episode_by_entry")]

    def lives_on(self, day) -> bool:
        """Whether `day` is a day of the episode: from entry to the day before the exit."""
        return self.entered_on <= day and (self.ended_on is None or day < self.ended_on)

    def clean(self):
        """Raise ValidationError when what is already recorded would fall outside the episode."""
        super().clean()
        if self.pk is None or self.entered_on is None:
            return
        for name, date in LIVED.items():
            model = apps.get_model("records", name)
            outside = Q(**{f"{date}__lt": self.entered_on})
            if self.ended_on:
                outside |= Q(**{f"{date}__gte": self.ended_on})
            first = model.objects.standing().filter(outside, episode=self.pk).order_by(f"-{date}").first()
            if first:
                when = getattr(first, date)
                raise ValidationError(
                    f"A {model._meta.verbose_name} of {when:%-d %B %Y} would fall outside the episode. "
                    "Correct or withdraw it first, or choose another date."
                )


class OfEpisode(models.Model):
    """Mixin for what must happen on a day of its episode; `happened` names the date."""

    class Meta:
        abstract = True

    def clean(self):
        """Raise ValidationError when it happened on no day of the episode."""
        super().clean()
        when = getattr(self, self.happened, None)
        if when is None or getattr(self, "episode_id", None) is None:
            return
        if not self.episode.lives_on(when):
            end = self.episode.ended_on
            until = f" until the day before {end:%-d %B %Y}" if end else ""
            raise ValidationError(
                {
                    self.happened: f"The episode runs from {self.episode.entered_on:%-d %B %Y}{until}. "
                    "Choose a day within it; support after the exit is a new episode."
                }
            )


class Allocation(Record):
    """Which specialist holds an episode, when. Never two key workers on one day (kept by the database)."""

    episode = link("Episode")
    staff = link("Staff")
    kind = one_of(AllocationKind)
    started_on = day()
    ended_on = day(optional=True)

    class Meta:
        constraints = [
            once("episode", "staff", "kind", "started_on", name="once", message="This allocation is already recorded."),
            known("kind", AllocationKind),
            ends_after_start(),
        ]

    def clean(self):
        """Raise ValidationError when the allocation is not wholly within its episode."""
        super().clean()
        if self.episode_id is None or self.started_on is None:
            return
        episode = self.episode
        too_late = episode.ended_on and (self.ended_on is None or self.ended_on > episode.ended_on)
        if self.started_on < episode.entered_on or too_late:
            raise ValidationError("An allocation lies wholly within its episode. Correct its dates.")
        if self.kind == AllocationKind.KEY_WORKER:
            others = Allocation.objects.filter(episode=self.episode_id, kind=self.kind)
            refuse_overlap(self, others, "This episode already has a key worker then. End that allocation first.")


class ContactQuerySet(Standing):
    """Contacts by whether they took place, and how."""

    def attended(self):
        return self.filter(attendance=Attendance.ATTENDED)

    def face_to_face(self):
        return self.filter(mode=Mode.FACE_TO_FACE)


class Contact(OfEpisode, KeyedRecord):
    """A contact with or about a person, attempts included. Date and time are the wall clock's."""

    happened = "began_on"

    episode = link("Episode", db_index=False)
    staff = link("Staff", db_index=False)
    began_on = day()
    began_time = models.TimeField()
    minutes = whole()
    mode = one_of(Mode)
    place = one_of(Place)
    phase = one_of(Phase)
    attendance = one_of(Attendance)
    with_whom = text("with", optional=False, help_text="Participants, separated by ;")
    attempt_by = one_of(AttemptBy, "who made an outreach attempt", optional=True)
    about_job_loss = yes_no(optional=True)
    note = text()

    objects = ContactQuerySet.as_manager()

    class Meta(KeyedRecord.Meta):
        constraints = [
            *KeyedRecord.Meta.constraints,
            between("minutes", 0, 1440, message="A contact lasts from 0 to 1440 minutes."),
            known("mode", Mode),
            known("place", Place),
            known("phase", Phase),
            known("attendance", Attendance),
            known("attempt_by", AttemptBy, optional=True),
            filled("with_whom"),
        ]
        indexes = [
            # With all that Today and lists ask of a contact, so that they need not look up its row.
            models.Index(
                fields=["episode", "began_on", "attendance", "mode", "withdrawn_at"], name="contact_of_episode_by_day"
            ),
            models.Index(fields=["service", "began_on"], name="contact_by_day"),
            models.Index(fields=["event"], name="contact_by_event"),
        ]

    def clean(self):
        super().clean()
        known_words = set(Participant.values)
        strange = [word for word in self.with_whom.split(";") if word not in known_words]
        if strange or not self.with_whom:
            raise ValidationError({"with_whom": f"Name who took part: {', '.join(Participant.values)}, separated by ;"})


class VocationalProfile(Record):
    """A version of a person's vocational profile."""

    episode = link("Episode")
    number = whole("version")
    written_on = day()
    sessions = whole("sessions it took", optional=True)
    sources = whole("sources used", optional=True)
    prompted_by = text(help_text="first, job_start, job_end or review; other words are kept as they came")

    class Meta:
        constraints = [
            once("episode", "number", name="once", message="This version of the profile is already recorded."),
            between("number", 1, message="Versions count from 1."),
            between("sessions", 1, message="Sessions are 1 or more."),
            between("sources", 1, message="Sources are 1 or more."),
        ]


class JobPreference(Record):
    """What kind of work the person wants, in force from `stated_on` until `superseded_on`."""

    episode = link("Episode")
    stated_on = day()
    occupation_group = text(optional=False, help_text="SOC 2020 sub-major group, two digits")
    hours_min = number(optional=True)
    hours_max = number(optional=True)
    superseded_on = day(optional=True)

    class Meta:
        constraints = [
            once(
                "episode", "occupation_group", "stated_on", name="once", message="This preference is already recorded."
            ),
            filled("occupation_group"),
            between("hours_min", 0, 80, message="Hours are from 0 to 80."),
            between("hours_max", 0, 80, message="Hours are from 0 to 80."),
            ends_after_start("stated_on", "superseded_on"),
        ]
