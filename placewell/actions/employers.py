"""Employers of the unit and the contacts with them."""

from django.core.exceptions import ValidationError

from placewell.access.disclosure import NotAllowedToTell, may_tell
from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, keep, new_key
from placewell.actions.disclosure import note_override
from placewell.records.models import Employer, EmployerContact, Episode, Service, Staff

WAYS_OUT = (
    "Talk it over and record what they decide, or record the contact as about nobody if the person was not named. "
    "If it had to happen all the same, say why below: your supervisor reads it."
)


@action("employer.added", needs=Permission.RECORD_EMPLOYERS)
def add(*, by: Worker, service: Service, **facts) -> Employer:
    """Add an employer to the unit's directory."""
    return keep(Employer(service=service, key=new_key("M"), **facts))


@action("employer_contact.noted", needs=Permission.RECORD_EMPLOYERS)
def note_contact(
    *,
    by: Worker,
    service: Service,
    employer: Employer,
    staff: Staff | None = None,
    episode: Episode | None = None,
    against_plan: str = "",
    **facts,
) -> EmployerContact:
    """Note a contact with an employer, about one person or about nobody.

    What the person chose to tell employers is a lock: a specialist's contact about somebody that
    they did not allow is refused, naming `against_plan`. With a reason there it is recorded as what
    it was, made against the plan, and put before the supervisor. What the person does themselves
    is theirs to decide.
    """
    if (staff is None) != bool(facts.get("made_by_client")):
        raise ValidationError({"staff": "Choose who made the contact: a colleague, or the person themselves."})
    contact = EmployerContact(
        service=service, key=new_key("X"), employer=employer, staff=staff, episode=episode, **facts
    )
    if episode is None:
        return keep(contact)
    require_client(by, episode.client, to=Permission.RECORD_EMPLOYERS)
    return keep(contact) if facts.get("made_by_client") else _keep_if_told(contact, against_plan)


def _keep_if_told(contact: EmployerContact, against_plan: str) -> EmployerContact:
    """Keep a contact about a person: within what they allowed, or marked as against it with the reason."""
    told = may_tell(contact.episode.client, contact.employer, on=contact.made_on)
    if told.is_allowed:
        return keep(contact)
    if not against_plan.strip():
        raise NotAllowedToTell({"against_plan": f"Not recorded: {told.finding.because}. {WAYS_OUT}"})
    if contact.planned:
        raise ValidationError({"planned": "What the person had not allowed was not planned. Choose No."})
    kept = keep(contact)
    note_override(kept, reason=against_plan, locked_because=told.finding.because)
    return kept
