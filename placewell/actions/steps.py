"""What comes next: steps noted, taken or dropped, and appointments booked or called off."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.actions.days import not_to_come
from placewell.records.models import Appointment, Episode, Service, Staff, Step
from placewell.records.steps import StepBy


def _reach(by: Worker, episode: Episode | None) -> None:
    if episode is not None:
        require_client(by, episode.client, to=Permission.RECORD_SUPPORT)


@action("step.noted", needs=Permission.RECORD_SUPPORT)
def note(
    *,
    by: Worker,
    service: Service,
    what: str,
    by_whom: str = StepBy.SPECIALIST,
    episode: Episode | None = None,
    **facts,
) -> Step:
    """Note something that somebody will do, about a person or an employer, by a day if one is named."""
    _reach(by, episode)
    return keep(Step(service=service, episode=episode, what=what.strip(), by_whom=by_whom, **facts))


@action("step.done", needs=Permission.RECORD_SUPPORT)
def finish(*, by: Worker, service: Service, step: Step, done_on: date) -> Step:
    """Note that a step was taken. Raises ValidationError when it was dropped, or for a day to come."""
    _reach(by, step.episode)
    not_to_come(by, service, done_on=done_on)
    return correct(step, done_on=done_on)


@action("step.dropped", needs=Permission.RECORD_SUPPORT)
def drop(*, by: Worker, service: Service, step: Step, because: str) -> Step:
    """Note that a step is not taken after all, and why. Raises ValidationError without a reason."""
    _reach(by, step.episode)
    if not because.strip():
        raise ValidationError({"because": "Say why it is not done after all."})
    return correct(step, dropped_because=because.strip())


@action("appointment.booked", needs=Permission.RECORD_SUPPORT)
def book(
    *, by: Worker, service: Service, staff: Staff, begins_on: date, mode: str, episode: Episode | None = None, **facts
) -> Appointment:
    """Book a meeting with a person or an employer. Raises ValidationError outside the person's support."""
    _reach(by, episode)
    return keep(Appointment(service=service, episode=episode, staff=staff, begins_on=begins_on, mode=mode, **facts))


@action("appointment.cancelled", needs=Permission.RECORD_SUPPORT)
def call_off(*, by: Worker, service: Service, appointment: Appointment, because: str) -> Appointment:
    """Note that a booked meeting does not take place, and why. Raises ValidationError without a reason."""
    _reach(by, appointment.episode)
    if not because.strip():
        raise ValidationError({"because": "Say why it does not take place."})
    return correct(appointment, cancelled_because=because.strip())
