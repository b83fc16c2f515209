"""Meetings held or missed, who came, and contacts with partners."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key, withdraw
from placewell.records.models import Episode, Meeting, MeetingAttendance, PartnerContact, Service, Staff
from placewell.records.teamwork import MeetingKind

# What can be said only of a meeting that took place.
OF_A_HELD_ONE = (
    "minutes", "people_discussed", "decisions", "not_yet_referred_raised", "executive_present", "barriers_raised",
    "goals_set",
)  # fmt: skip
NEEDS_SOMEBODY = (MeetingKind.INDIVIDUAL_SUPERVISION, MeetingKind.FIELD_MENTORING)


@action("meeting.noted", needs=Permission.RECORD_MEETINGS)
def note_meeting(*, by: Worker, service: Service, attended: Iterable[Staff] = (), **facts) -> Meeting:
    """Note a meeting that was held, with who came, or one that was missed.

    Raises ValidationError for a day to come, a clinical team's meeting without its team, and a
    missed one with attendance or results.
    """
    attended = list(attended)
    _refuse_what_cannot_be(facts, attended, by.today(service))
    meeting = keep(Meeting(service=service, key=new_key("G"), **facts))
    for staff in attended:
        keep(MeetingAttendance(service=service, meeting=meeting, staff=staff))
    return meeting


@action("meeting.corrected", needs=Permission.RECORD_MEETINGS)
def correct_meeting(
    *, by: Worker, service: Service, meeting: Meeting, attended: Iterable[Staff], read_version: int,
    because: str = "", **facts,
) -> Meeting:  # fmt: skip
    """Correct a meeting and who came; the old version is kept. Raises ChangedMeanwhile."""
    attended = {staff.pk: staff for staff in attended}
    _refuse_what_cannot_be({"kind": meeting.kind, **facts}, list(attended.values()), by.today(service))
    corrected = correct(meeting, read_version=read_version, because=because, **facts)
    for came in MeetingAttendance.objects.standing().filter(meeting=meeting):
        if attended.pop(came.staff_id, None) is None:
            withdraw(came, because=because or "they did not come")
    for staff in attended.values():
        keep(MeetingAttendance(service=service, meeting=meeting, staff=staff))
    return corrected


@action("meeting.withdrawn", needs=Permission.RECORD_MEETINGS)
def withdraw_meeting(*, by: Worker, service: Service, meeting: Meeting, because: str) -> Meeting:
    """Take a meeting back, with its attendance. Raises ValidationError without a reason."""
    if not because.strip():
        raise ValidationError({"because": "Say why this is withdrawn."})
    for came in MeetingAttendance.objects.standing().filter(meeting=meeting):
        withdraw(came, because=because)
    return withdraw(meeting, because=because)


@action("partner_contact.noted", needs=Permission.RECORD_MEETINGS)
def note_partner_contact(
    *, by: Worker, service: Service, staff: Staff, made_on: date, mode: str, episode: Episode | None = None
) -> PartnerContact:
    """Note a contact with Jobcentre Plus, Work and Income or another partner, about one person or nobody."""
    if episode is not None:
        require_client(by, episode.client)
        if not episode.lives_on(made_on):
            raise ValidationError(
                {"made_on": f"The episode began on {episode.entered_on:%-d %B %Y}. Choose a day of it."}
            )
    if made_on > by.today(service):
        raise ValidationError({"made_on": "This lies after today. Enter the day of the contact."})
    return keep(PartnerContact(service=service, staff=staff, episode=episode, made_on=made_on, mode=mode))


def _refuse_what_cannot_be(facts: dict, attended: list[Staff], today: date) -> None:
    if facts["scheduled_on"] > today:
        raise ValidationError({"scheduled_on": "This lies after today. Note it once it was held or missed."})
    if facts["kind"] == MeetingKind.CLINICAL_TEAM and facts.get("team") is None:
        raise ValidationError({"team": "Choose the clinical team whose meeting it was."})
    if facts["held"] and facts["kind"] in NEEDS_SOMEBODY and not attended:
        raise ValidationError({"attended": "Choose who was there."})
    if not facts["held"] and (attended or any(facts.get(name) is not None for name in OF_A_HELD_ONE)):
        raise ValidationError({"held": "A missed meeting has no attendance and no results. Correct one of the two."})
