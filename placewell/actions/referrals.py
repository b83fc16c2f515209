"""Requests for support: received, acknowledged, the person contacted, decided."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.actions.days import not_before, not_to_come
from placewell.records.models import Client, Referral, Service


@action("referral.received", needs=Permission.RECORD_REFERRALS)
def receive(
    *,
    by: Worker,
    service: Service,
    received_on: date,
    client: Client | None = None,
    person: dict | None = None,
    **facts,
) -> Referral:
    """Take in a request for support for a known `client`, or for a new person (`person`: their facts).

    Raises PermissionDenied when the client is out of reach, ValidationError naming the field, also
    while an earlier referral of the same person waits for its decision.
    """
    not_to_come(by, service, received_on=received_on)
    if client is None:
        _refuse_a_known_number(service, person.get("nhs_number", ""))
        client = keep(Client(service=service, key=new_key("C"), **person))
    else:
        require_client(by, client, to=Permission.RECORD_REFERRALS)
        refuse_a_second(client)
    return keep(Referral(service=service, key=new_key("R"), client=client, received_on=received_on, **facts))


def _refuse_a_known_number(service: Service, number: str) -> None:
    """One person is kept once. Whoever has the number in hand knows of the person already."""
    if number and Client.objects.standing().filter(service=service, nhs_number=number).exists():
        known = "Somebody with this NHS number is recorded already. If you cannot find them, ask your supervisor."
        raise ValidationError({"nhs_number": known})


def refuse_a_second(client: Client) -> None:
    """Raise ValidationError while a referral of the person waits for its decision."""
    waiting = Referral.objects.standing().filter(client=client, decision="").order_by("-received_on").first()
    if waiting:
        raise ValidationError(
            f"The referral of {waiting.received_on:%-d %B %Y} still waits for a decision. Decide on that one first."
        )


@action("referral.acknowledged", needs=Permission.RECORD_SUPPORT)
def acknowledge(*, by: Worker, service: Service, referral: Referral, acknowledged_on: date) -> Referral:
    """Note that whoever referred was told that the referral has arrived."""
    return _next_step(by, service, referral, acknowledged_on=acknowledged_on)


@action("referral.person_contacted", needs=Permission.RECORD_SUPPORT)
def note_first_contact(*, by: Worker, service: Service, referral: Referral, first_contact_on: date) -> Referral:
    """Note the first contact with the person."""
    return _next_step(by, service, referral, first_contact_on=first_contact_on)


@action("referral.decided", needs=Permission.RECORD_SUPPORT)
def decide(*, by: Worker, service: Service, referral: Referral, decision: str, decided_on: date) -> Referral:
    """Note what became of the referral. A wish to work is the only criterion; the decision is kept as it was."""
    return _next_step(by, service, referral, decided_on=decided_on, decision=decision)


def _next_step(by: Worker, service: Service, referral: Referral, decision: str = "", **days: date) -> Referral:
    require_client(by, referral.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, **days)
    not_before(referral.received_on, "the day the referral was received", **days)
    return correct(referral, **days, **({"decision": decision} if decision else {}))
