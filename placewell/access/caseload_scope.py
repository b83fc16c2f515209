"""Doors to a specialist's work as a whole: whom they hold or cover, and what comes next for these people."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from placewell.access.permissions import Permission
from placewell.access.unit_scope import own_staff
from placewell.access.worker import Worker
from placewell.records.models import Allocation, Referral, Service, Staff, StaffTerm, TeamAttachment
from placewell.records.staff import SPECIALISTS
from placewell.records.stages import speaking


def caseload_keepers(worker: Worker, service: Service) -> QuerySet[Staff]:
    """Whose work as a whole the worker may look at: specialists' for who reads the logs, else their own."""
    found = Staff.objects.standing().filter(service=service).covering(worker.today(service))
    if not worker.may(Permission.RECORD_SUPPORT, service):
        return found.none()
    own = own_staff(worker, service)
    if not worker.may(Permission.REVIEW_LOGS, service):
        return found.filter(pk=own.pk) if own else found.none()
    carrying = StaffTerm.objects.standing().covering(worker.today(service)).filter(role__in=SPECIALISTS)
    return found.filter(Q(pk__in=carrying.values("staff")) | Q(pk=own.pk if own else None))


def led_by(keepers: QuerySet[Staff], leader: Staff | None, worker: Worker, service: Service) -> QuerySet[Staff]:
    """Those of these staff whose supervisor the leader is today."""
    terms = StaffTerm.objects.standing().covering(worker.today(service)).filter(supervisor=leader)
    return keepers.filter(pk__in=terms.values("staff"))


def caseloads_of(keepers: Collection[Staff], worker: Worker, service: Service) -> QuerySet[Allocation]:
    """Whom staff who came through `caseload_keepers` hold or cover today, in support that goes on."""
    today = worker.today(service)
    held = Allocation.objects.standing().covering(today).filter(service=service, staff__in=[one.pk for one in keepers])
    alive = Q(episode__ended_on=None) | Q(episode__ended_on__gt=today)
    return held.filter(
        alive, episode__withdrawn_at=None, episode__client__withdrawn_at=None, episode__entered_on__lte=today
    )


def referrals_for(keepers: Collection[Staff], worker: Worker, service: Service) -> QuerySet[Referral]:
    """Referrals that open the way to support, to the clinical teams of staff who came through `caseload_keepers`.

    For who reads the logs, those to no team come with them: nobody else would see them.
    """
    today = worker.today(service)
    attached = TeamAttachment.objects.standing().covering(today).filter(staff__in=[one.pk for one in keepers])
    theirs = Q(team__in=attached.values("team"))
    if worker.may(Permission.REVIEW_LOGS, service):
        theirs |= Q(team=None)
    return speaking(today).filter(theirs, service=service, client__withdrawn_at=None)
