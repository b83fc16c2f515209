"""Statements, with their evidence, that a component of a fidelity standard is met or not."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, withdraw
from placewell.records.models import Attestation, Service
from placewell.scales import load_scale, scales


@action("evidence.stated", needs=Permission.STATE_EVIDENCE)
def state(
    *, by: Worker, service: Service, scale: str, item: int, component: str, met: bool, stated_on: date, source: str,
    statement: str = "", valid_until: date | None = None,
) -> Attestation:  # fmt: skip
    """State that a component of an item ('' for the whole item) is met or not, and on what evidence.

    Stated again for the same day, the statement gets a new version; the old one is kept.
    Raises ValidationError for what is not on the scale, for a day to come, for an end that is
    not later, and for no words about the evidence.
    """
    _refuse_what_is_not_there(scale, item, component)
    if stated_on > by.today(service):
        raise ValidationError({"stated_on": "This lies after today. Enter the day on which it was seen."})
    if valid_until is not None and valid_until < stated_on:
        raise ValidationError({"valid_until": "This is before the statement. Choose a later day, or leave it empty."})
    if not statement.strip():
        raise ValidationError({"statement": "Say what you saw, read or heard, so that a reviewer can find it again."})
    about = {"service": service, "scale": scale, "item": item, "component": component, "stated_on": stated_on}
    said = {"met": met, "valid_until": valid_until, "source": source, "statement": statement.strip()}
    standing = Attestation.objects.standing().filter(**about).first()
    return correct(standing, **said) if standing else keep(Attestation(**about, **said))


@action("evidence.withdrawn", needs=Permission.STATE_EVIDENCE)
def withdraw_statement(*, by: Worker, service: Service, statement: Attestation, because: str) -> Attestation:
    """Take a statement back with a reason. Raises ValidationError without one."""
    return withdraw(statement, because=because)


def _refuse_what_is_not_there(scale: str, item: int, component: str) -> None:
    if scale not in scales():
        raise ValidationError({"scale": f"There is no scale “{scale}”."})
    found = next((one for one in load_scale(scale).items if one.number == item), None)
    if found is None:
        raise ValidationError({"item": f"The scale has no item {item}."})
    if component and component not in {one.key for one in found.components}:
        raise ValidationError({"component": f"Item {item} has no component “{component}”."})
