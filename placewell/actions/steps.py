"""What comes next: steps noted, taken or dropped, and appointments booked or called off."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.actions.days import not_to_come
from placewell.actions.disclosure import refuse_if_locked
from placewell.records.models import Appointment, Employer, Episode, Service, Staff, Step
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
    employer: Employer | None = None,
    **facts,
) -> Step:
    """Note something that somebody will do, about a person or an employer, by a day if one is named.

    Raises NotAllowedToTell when a specialist would go to an employer about somebody who did not allow it.
    """
    _reach(by, episode)
    if by_whom == StepBy.SPECIALIST:
        _keep_the_lock(by, service, episode, employer)
    step = Step(service=service, episode=episode, employer=employer, what=what.strip(), by_whom=by_whom, **facts)
    return keep(step)


def _keep_the_lock(by: Worker, service: Service, episode: Episode | None, employer: Employer | None) -> None:
    """A contact with an employer about a person is not planned against what they chose."""
    if episode is not None and employer is not None:
        refuse_if_locked(
            episode, employer, by.today(service), remedy="Talk it over first, and record what they decide."
        )


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
    *,
    by: Worker,
    service: Service,
    staff: Staff,
    begins_on: date,
    mode: str,
    episode: Episode | None = None,
    employer: Employer | None = None,
    **facts,
) -> Appointment:
    """Book a meeting with a person or an employer.

    Raises ValidationError outside the person's support, NotAllowedToTell with an employer about
    somebody who did not allow it.
    """
    _reach(by, episode)
    _keep_the_lock(by, service, episode, employer)
    facts |= {"staff": staff, "begins_on": begins_on, "mode": mode}
    return keep(Appointment(service=service, episode=episode, employer=employer, **facts))


@action("appointment.cancelled", needs=Permission.RECORD_SUPPORT)
def call_off(*, by: Worker, service: Service, appointment: Appointment, because: str) -> Appointment:
    """Note that a booked meeting does not take place, and why. Raises ValidationError without a reason."""
    _reach(by, appointment.episode)
    if not because.strip():
        raise ValidationError({"because": "Say why it does not take place."})
    return correct(appointment, cancelled_because=because.strip())
