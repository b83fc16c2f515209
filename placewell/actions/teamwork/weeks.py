"""Working weeks: what they were made of, whose log is closed, and when the supervisor read it."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.permissions import Permission
from placewell.access.unit_scope import week_keepers
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, withdraw
from placewell.records.models import Service, Staff, StaffWeek, WeekStamp
from placewell.records.read_logs import changed_since_read
from placewell.records.week_stamps import StampKind

MINUTES_OF_A_WEEK = 7 * 24 * 60


@action("week.noted", needs=Permission.RECORD_WORKING_WEEKS)
def note_week(*, by: Worker, service: Service, staff: Staff, week_starting: date, **facts) -> StaffWeek:
    """Note what a week was made of: one's own, or anybody's for who reads the logs; closed, it is stamped.

    Raises PermissionDenied for somebody else's, ValidationError for a day that is no Monday, a
    week to come or one out of post, and for minutes that no week has.
    """
    _refuse_others(by, service, staff)
    _refuse_no_week(staff, week_starting, by.today(service))
    _refuse_too_much(facts)
    week = keep(StaffWeek(service=service, staff=staff, week_starting=week_starting, **facts))
    if week.log_complete:
        _stamp(by, week, StampKind.CLOSED)
    return week


@action("week.corrected", needs=Permission.RECORD_WORKING_WEEKS)
def correct_week(
    *, by: Worker, service: Service, week: StaffWeek, read_version: int, because: str = "", **facts
) -> StaffWeek:
    """Correct a week, close its log or open it again; the old version is kept. Raises ChangedMeanwhile.

    A log that was read asks to be read again: what the supervisor read is no longer what stands.
    """
    _refuse_others(by, service, week.staff)
    _refuse_too_much(facts)
    if any(getattr(week, name) != value for name, value in facts.items()):
        facts["log_reviewed_on"] = None
    corrected = correct(week, read_version=read_version, because=because, **facts)
    if corrected.version != week.version:
        _stamp_anew(by, corrected)
    return corrected


@action("week.log_read", needs=Permission.REVIEW_LOGS)
def read_log(*, by: Worker, service: Service, week: StaffWeek, remark: str = "") -> StaffWeek:
    """Note that the supervisor read the week's employer-contact log today, with a remark if they have one.

    A log whose contacts changed since is read again. Raises ValidationError while the log is open, and for one's own log.
    """
    if not week.log_complete:
        raise ValidationError("The log of this week is still open. It is read once it is closed.")
    if any(role.staff_id == week.staff_id for role in by.roles):
        raise ValidationError("This is your own log. Somebody else reads it.")
    again = changed_since_read(service, week.week_starting).get(week.pk)
    if week.log_reviewed_on is not None and not again:
        return week
    if again:
        withdraw(_standing(week)[StampKind.READ], because="Contacts of the week were recorded after it was read.")
    read = correct(week, because="the log was read", log_reviewed_on=by.today(service))
    _stamp(by, read, StampKind.READ, remark)
    return read


def _standing(week: StaffWeek) -> dict[str, WeekStamp]:
    return {stamp.kind: stamp for stamp in WeekStamp.objects.standing().filter(week=week)}


def _stamp(by: Worker, week: StaffWeek, kind: str, remark: str = "") -> WeekStamp:
    return keep(
        WeekStamp(
            service=week.service, week=week, kind=kind, stamped_on=by.today(week.service), remark=remark.strip()
        )
    )  # fmt: skip


def _stamp_anew(by: Worker, week: StaffWeek) -> None:
    """After a change the reading is taken back; the closing too while the log is open again."""
    standing = _standing(week)
    if StampKind.READ in standing:
        withdraw(standing[StampKind.READ], because="The week was changed after its log was read.")
    if week.log_complete and StampKind.CLOSED not in standing:
        _stamp(by, week, StampKind.CLOSED)
    if not week.log_complete and StampKind.CLOSED in standing:
        withdraw(standing[StampKind.CLOSED], because="The log was opened again.")


def _refuse_others(by: Worker, service: Service, staff: Staff) -> None:
    if not by.is_system and not week_keepers(by, service).filter(pk=staff.pk).exists():
        raise PermissionDenied("this is somebody else's week")


def _refuse_no_week(staff: Staff, monday: date, today: date) -> None:
    if monday.weekday() != 0:
        raise ValidationError({"week_starting": "A week starts on a Monday. Choose one."})
    if monday > today:
        raise ValidationError({"week_starting": "This week lies after today. Choose an earlier one."})
    ended_before = staff.ended_on is not None and staff.ended_on <= monday
    if ended_before or staff.started_on > monday + timedelta(days=6):
        raise ValidationError({"week_starting": f"{staff} was not in post that week. Choose another one."})


def _refuse_too_much(facts: dict) -> None:
    worked = facts.get("employment_minutes", 0) + facts.get("other_minutes", 0)
    if worked > MINUTES_OF_A_WEEK:
        raise ValidationError({"employment_minutes": "These are more minutes than a week has. Correct them."})
    if (facts.get("community_minutes") or 0) > worked:
        raise ValidationError(
            {"community_minutes": "This is more than all the time worked that week. Correct one of the two."}
        )
