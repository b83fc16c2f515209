"""The unit's directory: what employers need, their sites and people, and two rows made one."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, withdraw
from placewell.actions.days import not_to_come
from placewell.actions.disclosure import join_exceptions
from placewell.records.base import Kept
from placewell.records.models import (
    Employer,
    EmployerCard,
    EmployerException,
    EmployerMerge,
    EmployerPerson,
    EmployerSite,
    Service,
)

RECORD = Permission.RECORD_EMPLOYERS


@action("employer.described", needs=RECORD)
def describe(*, by: Worker, service: Service, employer: Employer, read_version: int | None = None, **facts):
    """Note what an employer needs and who keeps in touch; a later description is the card's next version."""
    card = EmployerCard.objects.standing().filter(employer=employer).first()
    if card is None:
        return keep(EmployerCard(service=service, employer=employer, **facts))
    return correct(card, read_version=read_version, **facts)


@action("employer_site.added", needs=RECORD)
def add_site(*, by: Worker, service: Service, employer: Employer, **facts) -> EmployerSite:
    """Add a place where an employer has people at work."""
    return keep(EmployerSite(service=service, employer=employer, **facts))


@action("employer_person.added", needs=RECORD)
def add_person(*, by: Worker, service: Service, employer: Employer, **facts) -> EmployerPerson:
    """Add somebody whom the unit knows at an employer."""
    return keep(EmployerPerson(service=service, employer=employer, **facts))


@action("employer.merged", needs=RECORD)
def merge(
    *, by: Worker, service: Service, kept: Employer, gone: Employer, merged_on: date, because: str = ""
) -> EmployerMerge:
    """Make one employer of two: all that names `gone` names `kept` since, and both histories stay.

    Raises ValidationError for an employer with itself, or one of them merged already.
    """
    if kept.pk == gone.pk:
        raise ValidationError({"gone": "An employer cannot be merged with itself. Choose another one."})
    if EmployerMerge.objects.standing().filter(gone=kept).exists():
        raise ValidationError({"kept": f"{kept} was merged into another employer. Choose that one."})
    not_to_come(by, service, merged_on=merged_on)
    reason = f"merged into {kept}"
    _join_cards(kept, gone, reason)
    for model in _naming_employers():
        for row in model.objects.standing().filter(employer=gone):
            _move(row, kept, reason)
    withdraw(gone, because=reason)
    return keep(EmployerMerge(service=service, kept=kept, gone=gone, merged_on=merged_on, because=because.strip()))


def _naming_employers() -> list[type[Kept]]:
    """Every kind of record that names an employer, those to come too; the card is joined by its words."""
    relations = (one for one in Employer._meta.get_fields(include_hidden=True) if one.auto_created and one.one_to_many)
    named = (one.related_model for one in relations if one.field.name == "employer")
    return [model for model in named if issubclass(model, Kept) and model is not EmployerCard]


def _move(row: Kept, kept: Employer, reason: str) -> None:
    """Let a row name the employer that stays; a site or person of the same name is there already."""
    if isinstance(row, EmployerException) and join_exceptions(row, kept, reason):
        return
    name = {EmployerSite: "name", EmployerPerson: "full_name"}.get(type(row))
    if name and type(row).objects.standing().filter(employer=kept, **{name: getattr(row, name)}).exists():
        # Kept under its own name: both histories stay.
        correct(row, employer=kept, because=reason, **{name: f"{getattr(row, name)} ({row.employer})"})
        return
    correct(row, employer=kept, because=reason)


def _join_cards(kept: Employer, gone: Employer, reason: str) -> None:
    """What the card that goes says and the other does not is added to it; words stand one after the other."""
    cards = EmployerCard.objects.standing()
    own, other = cards.filter(employer=kept).first(), cards.filter(employer=gone).first()
    if other is None:
        return
    if own is None:
        correct(other, employer=kept, because=reason)
        return
    facts = {}
    for field in EmployerCard.facts():
        mine, theirs = getattr(own, field.attname), getattr(other, field.attname)
        if not mine and theirs:
            facts[field.attname] = theirs
        elif field.name in ("needs", "adjustments", "leave_alone_because") and theirs and theirs not in mine:
            facts[field.attname] = f"{mine}\n{theirs}"
    correct(own, because=reason, **facts)
    withdraw(other, because=reason)
