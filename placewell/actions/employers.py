"""Employers of the unit and the contacts with them."""

from django.core.exceptions import ValidationError

from placewell.access.disclosure import NotAllowedToTell, may_tell
from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.actions.disclosure import note_override
from placewell.records.models import (
    Employer,
    EmployerContact,
    EmployerPerson,
    EmployerSite,
    EmployerVisit,
    Episode,
    Service,
    Staff,
    Step,
)
from placewell.records.steps import StepBy

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
    met: str = "",
    learned: str = "",
    site: EmployerSite | None = None,
    next_step: dict | None = None,
    **facts,
) -> EmployerContact:
    """Note a contact with an employer, about one person or about nobody, and what comes next.

    `met` is the name of somebody there (added to the directory when new), `learned` what was learned,
    `site` where it was, `next_step` the facts of a step. All of it is one event, undone together.

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
    if episode is not None:
        require_client(by, episode.client, to=Permission.RECORD_EMPLOYERS)
    if episode is None or facts.get("made_by_client"):
        keep(contact)
    else:
        _keep_if_told(contact, against_plan)
    _keep_words(contact, met=" ".join(met.split()), learned=learned.strip(), site=site)
    if next_step is not None:
        _keep_next(contact, next_step)
    return contact


def _keep_next(contact: EmployerContact, facts: dict) -> Step:
    """Keep what will be done next: by the specialist who made the contact, else by the person."""
    by_whom = StepBy.SPECIALIST if contact.staff_id else StepBy.PERSON
    return keep(
        Step(
            service=contact.service, episode=contact.episode, employer=contact.employer, employer_contact=contact,
            staff=contact.staff, by_whom=by_whom, **facts,
        )
    )  # fmt: skip


def _keep_words(contact: EmployerContact, *, met: str, learned: str, site: EmployerSite | None) -> None:
    """Keep whom we met, where, and what was learned, as far as it was said. Another employer's site is refused."""
    if site is not None and site.employer_id != contact.employer_id:
        raise ValidationError({"site": "This site belongs to another employer. Choose one of this employer."})
    person = _somebody(contact, met) if met else None
    if person is not None or learned or site is not None:
        keep(
            EmployerVisit(
                service=contact.service, employer_contact=contact, person=person, learned=learned, site=site
            )
        )  # fmt: skip


def _somebody(contact: EmployerContact, name: str) -> EmployerPerson:
    """The person of that name at the employer, added when new; that they can hire is noted once it was seen."""
    known = EmployerPerson.objects.standing().filter(employer=contact.employer, full_name__iexact=name).first()
    if known is None:
        can_hire = True if contact.hiring_authority else None
        return keep(
            EmployerPerson(service=contact.service, employer=contact.employer, full_name=name, can_hire=can_hire)
        )
    if contact.hiring_authority and known.can_hire is None:
        return correct(known, can_hire=True)
    return known


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
