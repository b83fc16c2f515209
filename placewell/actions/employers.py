"""Employers of the unit and the contacts with them."""

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.records.models import Employer, EmployerContact, Episode, Lead, Service, Staff


@action("employer.added", needs=Permission.RECORD_EMPLOYERS)
def add(*, by: Worker, service: Service, **facts) -> Employer:
    """Add an employer to the unit's directory."""
    return keep(Employer(service=service, key=new_key("M"), **facts))


@action("employer.corrected", needs=Permission.RECORD_EMPLOYERS)
def correct_employer(
    *, by: Worker, service: Service, employer: Employer, read_version: int, because: str = "", **facts
) -> Employer:
    """Correct an employer's details; the old version is kept. Raises ChangedMeanwhile."""
    return correct(employer, read_version=read_version, because=because, **facts)


@action("employer_contact.noted", needs=Permission.RECORD_EMPLOYERS)
def note_contact(
    *,
    by: Worker,
    service: Service,
    employer: Employer,
    staff: Staff | None = None,
    episode: Episode | None = None,
    **facts,
) -> EmployerContact:
    """Note a contact with an employer, about one person or about nobody."""
    if episode is not None:
        require_client(by, episode.client, to=Permission.RECORD_EMPLOYERS)
    return keep(
        EmployerContact(service=service, key=new_key("X"), employer=employer, staff=staff, episode=episode, **facts)
    )


@action("lead.shared", needs=Permission.RECORD_EMPLOYERS)
def share_lead(*, by: Worker, service: Service, employer: Employer, found_by: Staff | None = None, **facts) -> Lead:
    """Share a job lead with the unit."""
    return keep(Lead(service=service, key=new_key("L"), employer=employer, found_by=found_by, **facts))
