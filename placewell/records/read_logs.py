"""Logs that a supervisor read, and what was recorded in those weeks since."""

from datetime import date, timedelta

from django.db.models import Q

from placewell.records.employers import EmployerContact
from placewell.records.services import Service
from placewell.records.week_stamps import StampKind, WeekStamp


def changed_since_read(service: Service, since: date) -> dict[int, int]:
    """Weeks from a Monday on, by row id, and how many of their contacts were recorded or taken back since the reading.

    Two questions. A week that nobody read, or that was read before stamps were kept, is not among them.
    """
    stamps = list(
        WeekStamp.objects.standing()
        .filter(service=service, kind=StampKind.READ, week__week_starting__gte=since)
        .select_related("week")
    )
    if not stamps:
        return {}
    first = min(stamp.recorded_at for stamp in stamps)
    later = EmployerContact.objects.filter(Q(recorded_at__gt=first) | Q(withdrawn_at__gt=first), service=service)
    rows = later.filter(made_on__gte=since).values_list("staff", "made_on", "recorded_at", "withdrawn_at")
    at = {(stamp.week.staff_id, stamp.week.week_starting): stamp for stamp in stamps}
    found: dict[int, int] = {}
    for staff, on, recorded_at, withdrawn_at in rows:
        stamp = at.get((staff, on - timedelta(days=on.weekday())))
        if stamp is not None and max(recorded_at, withdrawn_at or recorded_at) > stamp.recorded_at:
            found[stamp.week_id] = found.get(stamp.week_id, 0) + 1
    return found
