"""Concerns and visits alone for the made-up service, laid down by the actions that people use.

No table of the data package holds them, so that they come after its import. The same record and
the same moment give the same rows.
"""

from datetime import date, datetime, timedelta

from placewell.access.models import RoleHeld
from placewell.access.roles import Role
from placewell.access.worker import Worker
from placewell.actions import concerns, visits
from placewell.records.models import Allocation, Episode, Service, Staff
from placewell.records.support import AllocationKind

AN_HOUR = timedelta(hours=1)
TOLD = [
    {
        "kind": "absence", "note": "Has not come to two meetings and does not answer. That is not like them.",
        "done_at_once": "Rang twice, left a message, asked the care co-ordinator to ring too.",
    },
    {
        "kind": "risk_to_person", "note": "Said on the phone that nothing is worth it any more. Was calmer at the end.",
        "done_at_once": "Stayed on the line until their brother came. Rang the duty clinician.",
        "before_visits": "Go in pairs, and ring first.", "decided": "The duty clinician sees them tomorrow.",
    },
    {
        "kind": "absence", "note": "Not at the library on Tuesday, no word.", "done_at_once": "Sent a text.",
    },
]  # fmt: skip


def lay_down_safety(*, service: Service, now: datetime) -> None:
    """Three concerns (one the clinical team knows of, one closed), a visit that is planned and one that is overdue.

    Done as the employment specialists who have an account; nothing when there is none.
    """
    specialists = _specialists(service, now)
    for by, staff in specialists[:1]:
        today = by.today(service)
        held = _held(staff, today)
        for number, episode in enumerate(held[: len(TOLD)]):
            _lay_down_concern(by, service, staff, episode, number, today)
        for _, colleague in specialists[1:2]:
            _lay_down_visits(by, service, staff, colleague, held, today)


def _specialists(service: Service, now: datetime) -> list[tuple[Worker, Staff]]:
    roles = RoleHeld.objects.standing().filter(service=service, role=Role.EMPLOYMENT_SPECIALIST)
    found = roles.select_related("account", "staff").order_by("pk")
    return [(Worker(role.account, now), role.staff) for role in found]


def _held(staff: Staff, today: date) -> list[Episode]:
    """Whom they hold as key worker and have known longest."""
    rows = Allocation.objects.standing().covering(today).filter(staff=staff, kind=AllocationKind.KEY_WORKER)
    return [row.episode for row in rows.select_related("episode__client").order_by("started_on", "pk")]


def _lay_down_concern(by: Worker, service: Service, staff: Staff, episode: Episode, number: int, today: date) -> None:
    noticed = max(episode.entered_on, today - timedelta(days=number + 1))
    made = concerns.note(by=by, service=service, episode=episode, staff=staff, noticed_on=noticed, **TOLD[number])
    about = {"by": by, "service": service, "concern": made}
    if number == 1:
        told = {"team_told_on": noticed, "team_told_how": "telephone", "team_told_whom": "The duty clinician"}
        concerns.follow_up(**about, **told)
    if number == 2:
        concerns.follow_up(**about, closed_on=today, outcome="Had mixed up the days. All is well.")


def _lay_down_visits(
    by: Worker, service: Service, staff: Staff, colleague: Staff, held: list[Episode], today: date
) -> None:
    now = by.now.astimezone(service.zone()).replace(second=0, microsecond=0)
    begins = now + AN_HOUR
    if (begins + AN_HOUR).date() != today:
        tomorrow = today + timedelta(days=1)
        begins = datetime(tomorrow.year, tomorrow.month, tomorrow.day, 10, tzinfo=begins.tzinfo)
    to_whom = {"episode": held[0]} if held else {}
    _plan(by, service, staff, colleague, begins, "The café by the station", **to_whom)
    if (now - 2 * AN_HOUR).date() == today:
        _plan(by, service, colleague, staff, now - 2 * AN_HOUR, "14 Orchard Street, first floor")


def _plan(by: Worker, service: Service, staff: Staff, checks: Staff, begins: datetime, place: str, **about) -> None:
    visits.plan(
        by=by, service=service, staff=staff, checks=checks, begins_on=begins.date(), begins_time=begins.time(),
        back_by=(begins + AN_HOUR).time(), place=place, phone="07700 900123", **about,
    )  # fmt: skip
