"""Requests for support: received, acknowledged, the person contacted, decided."""

from datetime import date

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.records.models import Client, Referral, Service


@action("referral.received", needs=Permission.RECORD_REFERRALS)
def receive(
    *, by: Worker, service: Service, client: Client | None = None, person: dict | None = None, **facts
) -> Referral:
    """Take in a request for support for a known `client`, or for a new person (`person`: their facts).

    Raises PermissionDenied when the client is out of reach, ValidationError naming the field.
    """
    if client is None:
        client = keep(Client(service=service, key=new_key("C"), **person))
    else:
        require_client(by, client, to=Permission.RECORD_REFERRALS)
    return keep(Referral(service=service, key=new_key("R"), client=client, **facts))


@action("referral.acknowledged", needs=Permission.RECORD_SUPPORT)
def acknowledge(*, by: Worker, service: Service, referral: Referral, acknowledged_on: date) -> Referral:
    """Note that whoever referred was told that the referral has arrived."""
    require_client(by, referral.client, to=Permission.RECORD_SUPPORT)
    return correct(referral, acknowledged_on=acknowledged_on)


@action("referral.person_contacted", needs=Permission.RECORD_SUPPORT)
def note_first_contact(*, by: Worker, service: Service, referral: Referral, first_contact_on: date) -> Referral:
    """Note the first contact with the person."""
    require_client(by, referral.client, to=Permission.RECORD_SUPPORT)
    return correct(referral, first_contact_on=first_contact_on)


@action("referral.decided", needs=Permission.RECORD_SUPPORT)
def decide(*, by: Worker, service: Service, referral: Referral, decision: str, decided_on: date) -> Referral:
    """Note what became of the referral. A wish to work is the only criterion; the decision is kept as it was."""
    require_client(by, referral.client, to=Permission.RECORD_SUPPORT)
    return correct(referral, decision=decision, decided_on=decided_on)


@action("client.corrected", needs=Permission.RECORD_SUPPORT)
def correct_person(
    *, by: Worker, service: Service, client: Client, read_version: int, because: str = "", **facts
) -> Client:
    """Correct a person's details; the old version is kept. Raises ChangedMeanwhile."""
    require_client(by, client, to=Permission.RECORD_SUPPORT)
    return correct(client, read_version=read_version, because=because, **facts)
