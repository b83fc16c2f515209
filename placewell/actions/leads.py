"""Leads of the unit: shared, described, closed; offered to people, and what they answer; what matters to them at work.

An offer tells a person of a lead and the employer nothing, so that what the person chose about
employers does not stand against it.
"""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.actions.days import not_before, not_to_come, within
from placewell.records.employers import LeadStatus
from placewell.records.models import Employer, Episode, Lead, LeadDetails, LeadOffer, Service, Staff, WorkWishes

RECORD = Permission.RECORD_EMPLOYERS
CLOSED = (LeadStatus.FILLED, LeadStatus.GONE)


@action("lead.shared", needs=RECORD)
def share(
    *,
    by: Worker,
    service: Service,
    employer: Employer,
    title: str,
    found_on: date,
    found_by: Staff | None = None,
    occupation_group: str = "",
    closes_on: date | None = None,
    details: dict | None = None,
) -> Lead:
    """Share a lead in the unit, with what is known of the work.

    Raises ValidationError for a day to come, or an end before it was found.
    """
    not_to_come(by, service, found_on=found_on)
    not_before(found_on, "the day it was found", closes_on=closes_on)
    facts = {"title": title.strip(), "occupation_group": occupation_group, "found_on": found_on, "closes_on": closes_on}
    lead = keep(
        Lead(service=service, key=new_key("L"), employer=employer, found_by=found_by, status=LeadStatus.SHARED, **facts)
    )
    if details and any(value not in ("", None) for value in details.values()):
        keep(LeadDetails(service=service, lead=lead, **details))
    return lead


@action("lead.described", needs=RECORD)
def describe(*, by: Worker, service: Service, lead: Lead, read_version: int | None = None, **facts) -> LeadDetails:
    """Say what the work of a lead is like; a later description is the next version."""
    stands = LeadDetails.objects.standing().filter(lead=lead).first()
    if stands is None:
        return keep(LeadDetails(service=service, lead=lead, **facts))
    return correct(stands, read_version=read_version, **facts)


@action("lead.closed", needs=RECORD)
def close(*, by: Worker, service: Service, lead: Lead, status: str, because: str = "") -> Lead:
    """Note that a lead was filled or is gone. Raises ValidationError when it is closed already."""
    if status not in CLOSED:
        raise ValidationError({"status": "Say whether it was filled or is gone."})
    if lead.status in CLOSED:
        raise ValidationError("This lead is closed already.")
    return correct(lead, status=status, because=because.strip())


@action("lead.offered", needs=RECORD)
def offer(
    *,
    by: Worker,
    service: Service,
    lead: Lead,
    episode: Episode,
    offered_on: date,
    staff: Staff | None = None,
    how: str = "",
    answer: str = "",
    words: str = "",
    answered_on: date | None = None,
) -> LeadOffer:
    """Note that a person was told of a lead, and what they said if they answered at once.

    An answer without a day is of the day they were told. Raises ValidationError for a day without
    support, to come, or before the lead was found, and for somebody who was told of it before.
    """
    require_client(by, episode.client, to=RECORD)
    not_to_come(by, service, offered_on=offered_on, answered_on=answered_on)
    within(episode, offered_on=offered_on)
    not_before(lead.found_on, "the day the lead was found", offered_on=offered_on)
    if words.strip() and not answer:
        raise ValidationError({"answer": "Choose what they answered, or clear their words."})
    said = {"answer": answer, "words": words.strip(), "answered_on": (answered_on or offered_on) if answer else None}
    return keep(
        LeadOffer(service=service, lead=lead, episode=episode, staff=staff, offered_on=offered_on, how=how, **said)
    )


@action("lead.answered", needs=RECORD)
def answer_offer(
    *, by: Worker, service: Service, offer: LeadOffer, answer: str, answered_on: date, words: str = ""
) -> LeadOffer:
    """Note what a person answered about a lead. A later answer is the next version."""
    require_client(by, offer.episode.client, to=RECORD)
    if not answer:
        raise ValidationError({"answer": "Choose what they answered."})
    not_to_come(by, service, answered_on=answered_on)
    not_before(offer.offered_on, "the day they were told", answered_on=answered_on)
    return correct(offer, answer=answer, answered_on=answered_on, words=words.strip())


@action("work_wishes.stated", needs=Permission.RECORD_SUPPORT)
def state_wishes(
    *, by: Worker, service: Service, episode: Episode, stated_on: date, read_version: int | None = None, **facts
) -> WorkWishes:
    """Note what matters to a person about a job. What they said before, or was carried over, is kept as a version.

    Raises ValidationError for a day to come or without support.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, stated_on=stated_on)
    within(episode, stated_on=stated_on)
    stands = WorkWishes.objects.standing().filter(episode=episode).first()
    if stands is None:
        return keep(WorkWishes(service=service, episode=episode, stated_on=stated_on, **facts))
    return correct(stands, read_version=read_version, stated_on=stated_on, carried_from=None, **facts)
