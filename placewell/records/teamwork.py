"""Meetings held or missed, who came, and contacts with partners."""

from django.db import models

from placewell.records.base import KeyedRecord, Record, day, known, link, once, one_of, whole, yes_no
from placewell.records.contact_words import Mode


class MeetingKind(models.TextChoices):
    CLINICAL_TEAM = "clinical_team", "Clinical team meeting"
    GROUP_SUPERVISION = "group_supervision", "Group supervision"
    INDIVIDUAL_SUPERVISION = "individual_supervision", "Individual supervision"
    FIELD_MENTORING = "field_mentoring", "Field mentoring"
    PARTNER = "partner", "Meeting with a partner"
    STEERING_GROUP = "steering_group", "Steering group"
    OUTCOME_REVIEW = "outcome_review", "Outcome review"
    JOINT_PLANNING = "joint_planning", "Joint planning"


class Meeting(KeyedRecord):
    """A meeting that was held, or scheduled and missed."""

    kind = one_of(MeetingKind)
    team = link("ClinicalTeam", optional=True)
    scheduled_on = day()
    held = yes_no()
    minutes = whole(optional=True)
    people_discussed = whole(optional=True)
    decisions = whole(optional=True)
    not_yet_referred_raised = whole(optional=True)
    executive_present = yes_no(optional=True)
    barriers_raised = whole(optional=True)
    goals_set = yes_no(optional=True)

    class Meta(KeyedRecord.Meta):
        constraints = [*KeyedRecord.Meta.constraints, known("kind", MeetingKind)]
        indexes = [models.Index(fields=["service", "scheduled_on"], name="meeting_by_day")]


class MeetingAttendance(Record):
    """A member of staff who came to a meeting."""

    meeting = link("Meeting")
    staff = link("Staff")

    class Meta:
        verbose_name_plural = "meeting attendance"
        constraints = [
            once("meeting", "staff", name="once", message="This person is already noted for that meeting."),
        ]
        indexes = [models.Index(fields=["event"], name="meetingattendance_by_event")]


class PartnerContact(Record):
    """A contact with Jobcentre Plus, Work and Income or another partner."""

    staff = link("Staff")
    episode = link("Episode", optional=True)
    made_on = day()
    mode = one_of(Mode)

    class Meta:
        constraints = [
            once(
                "staff",
                "made_on",
                optional=("episode",),
                name="once",
                message="A contact with a partner by this person on that day is already recorded.",
            ),
            known("mode", Mode),
        ]
