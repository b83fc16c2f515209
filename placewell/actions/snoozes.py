"""Putting off what is due, with a reason, and bringing it back."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.caseload_scope import caseload_keepers
from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.records.models import Client, Job, Service, Snooze, Staff, Step

# Own rule: what is put off longer than a quarter wants another plan, not another day.
LONGEST = timedelta(days=92)


def _reach(by: Worker, service: Service, *, client: Client | None, step: Step | None, staff: Staff | None) -> None:
    """Raise PermissionDenied for somebody, or something, beyond the worker's reach."""
    person = client or (step.episode.client if step is not None and step.episode is not None else None)
    if person is not None:
        require_client(by, person, to=Permission.RECORD_SUPPORT)
    if staff is not None and not caseload_keepers(by, service).filter(pk=staff.pk).exists():
        raise PermissionDenied("this colleague's work is not within the worker's reach")


@action("due.put_off", needs=Permission.RECORD_SUPPORT)
def put_off(
    *, by: Worker, service: Service, rule: str, until_on: date, put_off_because: str, client: Client | None = None,
    job: Job | None = None, step: Step | None = None, staff: Staff | None = None,
) -> Snooze:  # fmt: skip
    """Put off one thing that is due, by a day after today and for a quarter at most; it hides nothing else.

    Raises ValidationError without a reason, for another day, and for a job that is not the person's.
    """
    _reach(by, service, client=client, step=step, staff=staff)
    today = by.today(service)
    if until_on <= today:
        raise ValidationError({"until_on": "Choose a day after today."})
    if until_on > today + LONGEST:
        last = today + LONGEST
        raise ValidationError(
            {"until_on": f"Choose a day up to {last:%-d %B %Y}. What can wait longer wants another plan."}
        )
    if job is not None and (client is None or job.episode.client_id != client.pk):
        raise ValidationError({"job": "This job is another person's."})
    if not put_off_because.strip():
        raise ValidationError({"put_off_because": "Say why it can wait."})
    return keep(
        Snooze(
            service=service, rule=rule, client=client, job=job, step=step, staff=staff, put_off_on=today,
            until_on=until_on, put_off_because=put_off_because.strip(),
        )
    )  # fmt: skip


@action("due.brought_back", needs=Permission.RECORD_SUPPORT)
def bring_back(*, by: Worker, service: Service, snooze: Snooze) -> Snooze:
    """Put something off no longer: from today it is due again. What was brought back before stays so."""
    _reach(by, service, client=snooze.client, step=snooze.step, staff=snooze.staff)
    return correct(snooze, until_on=min(snooze.until_on, by.today(service)))
