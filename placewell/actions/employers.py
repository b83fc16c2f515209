"""Employers of the unit and the contacts with them."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, keep, new_key
from placewell.records.models import (
    DisclosureDiscussion,
    Employer,
    EmployerContact,
    Episode,
    Service,
    Staff,
)
from placewell.rules.disclosure import Talk, may_speak_about
from placewell.rules.finding import Verdict


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
    **facts,
) -> EmployerContact:
    """Note a contact with an employer, about one person or about nobody.

    What the person chose to tell employers is a lock: a specialist's contact about somebody who
    said no is refused. What the person does themselves is theirs to decide.
    """
    if episode is not None:
        require_client(by, episode.client, to=Permission.RECORD_EMPLOYERS)
        if not facts.get("made_by_client"):
            _refuse_what_is_locked(episode, facts["made_on"])
    if (staff is None) != bool(facts.get("made_by_client")):
        raise ValidationError({"staff": "Choose who made the contact: a colleague, or the person themselves."})
    return keep(
        EmployerContact(service=service, key=new_key("X"), employer=employer, staff=staff, episode=episode, **facts)
    )


def _refuse_what_is_locked(episode: Episode, made_on: date) -> None:
    held = DisclosureDiscussion.objects.standing().filter(episode__client=episode.client_id)
    talks = [Talk(talk.held_on, talk.specialist_may_contact_employers) for talk in held]
    found = may_speak_about(talks=talks, on=made_on)
    if found.verdict == Verdict.NOT_MET:
        raise ValidationError(
            f"Not recorded: {found.because}. Talk it over first, or record the contact as about nobody "
            "if the person was not named."
        )
