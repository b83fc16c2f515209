"""How a person wants to be reached, and messages to them or, with their agreement, to an employer.

An email goes to the mail server once everything is written down; what the server refuses is kept
with the message and shown.
"""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction

from placewell.access.disclosure import require_may_tell
from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.actions.days import not_to_come
from placewell.records.contact_words import Mode
from placewell.records.employers import EmployerContactPurpose
from placewell.records.messages import MessageChannel, MessageKind
from placewell.records.models import (
    Appointment,
    Client,
    ContactWishes,
    Employer,
    EmployerContact,
    Episode,
    Message,
    Service,
    Staff,
)
from placewell.rules.messages import Reach, health_words, refused_way, unsayable

LONGEST = 300
# How a letter to an employer counts among the contacts with them.
MODES = {MessageChannel.LETTER: Mode.LETTER, MessageChannel.COPIED: Mode.EMAIL}


@action("contact_wishes.stated", needs=Permission.RECORD_SUPPORT)
def state_wishes(*, by: Worker, service: Service, client: Client, stated_on: date, **facts) -> ContactWishes:
    """Note how a person wants to be reached and what they need to read. What was wanted before is kept as a version."""
    require_client(by, client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, stated_on=stated_on)
    stands = ContactWishes.objects.standing().filter(client=client).first()
    if stands is not None:
        return correct(stands, stated_on=stated_on, **facts)
    return keep(ContactWishes(service=service, client=client, stated_on=stated_on, **facts))


def reach_of(client: Client, wishes: ContactWishes | None) -> Reach:
    """How a person can be reached, as the rule reads it."""
    return Reach(client.phone, client.email, wishes.may_text if wishes else None, wishes.may_email if wishes else None)


@action("message.sent", needs=Permission.RECORD_SUPPORT)
def send(
    *,
    by: Worker,
    service: Service,
    client: Client,
    kind: str,
    channel: str,
    words: str,
    subject: str = "",
    appointment: Appointment | None = None,
) -> Message:
    """Note a message to a person as it goes out today; an email is handed to the mail server after that.

    Raises ValidationError for a way that the person does not want, for an email while no mail server
    is configured, and for words about health in anything but a letter.
    """
    require_client(by, client, to=Permission.RECORD_SUPPORT)
    wishes = ContactWishes.objects.standing().filter(client=client).first()
    wrong = refused_way(channel=channel, reach=reach_of(client, wishes))
    if channel == MessageChannel.EMAIL and not settings.MAIL_IS_CONFIGURED:
        wrong = "No mail server is set up. Copy the words, or print a letter."
    if wrong:
        raise ValidationError({"channel": wrong})
    if channel != MessageChannel.LETTER:
        _refuse_health("subject", subject)
        _refuse_health("words", words)
    address = {MessageChannel.EMAIL: client.email, MessageChannel.TEXT: client.phone}.get(channel, "")
    facts = {"kind": kind, "channel": channel, "subject": subject, "words": words, "appointment": appointment}
    kept = keep(Message(service=service, client=client, sent_on=by.today(service), address=address, **facts))
    if channel == MessageChannel.EMAIL:
        transaction.on_commit(lambda: deliver(kept, by=by, service=service))
    return kept


def _refuse_health(field: str, words: str) -> None:
    found = health_words(words=words)
    if found:
        said = ", ".join(f"“{word}”" for word in found)
        raise ValidationError({field: f"Others may read this. Take out what tells about health: {said}."})


def deliver(message: Message, *, by: Worker, service: Service) -> None:
    """Hand an email to the mail server; keep with the message what it answered when it did not take it."""
    try:
        EmailMessage(message.subject, message.words, None, [message.address]).send()
    except (OSError, ValueError) as failure:
        # A server's answer can be bytes long; its first words say what is wrong.
        said = f"{type(failure).__name__}: {failure}"[:LONGEST]
        note_failure(by=by, service=service, message=message, failed_because=said)


@action("message.failed", needs=Permission.RECORD_SUPPORT)
def note_failure(*, by: Worker, service: Service, message: Message, failed_because: str) -> Message:
    """Note that a message was not delivered, and what the mail server said."""
    require_client(by, message.client, to=Permission.RECORD_SUPPORT)
    return correct(message, failed_because=failed_because)


def introduction(*, agreed: str, opening: str, closing: str) -> str:
    """The words of a letter to an employer: ours before and after, and between them just the words agreed."""
    return "\n\n".join(part.strip() for part in (opening, agreed, closing) if part.strip())


@action("message.introduced", needs=Permission.RECORD_SUPPORT)
def introduce(
    *,
    by: Worker,
    service: Service,
    episode: Episode,
    employer: Employer,
    staff: Staff,
    channel: str,
    opening: str,
    closing: str,
    subject: str = "",
) -> Message:
    """Note a letter that introduces a person to an employer, and the contact that it is.

    Between `opening` and `closing`, which are ours, stand the agreed words and no others. Raises
    NotAllowedToTell when the person did not agree to this employer, to any words, or to our saying
    them; ValidationError when what is ours tells of health, or of what must not be said.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    today = by.today(service)
    told = require_may_tell(episode.client, employer, on=today)
    if channel not in MODES:
        raise ValidationError({"channel": "Print it as a letter, or copy the words."})
    for field, words in (("opening", opening), ("closing", closing), ("subject", subject)):
        _refuse_health(field, words)
        for line in unsayable(words=words, must_not_say=told.must_not_say):
            raise ValidationError({field: f"The person asked us not to say “{line}”. Take it out."})
    facts = {"employer": employer, "staff": staff, "episode": episode, "made_on": today, "mode": MODES[channel]}
    facts |= {"purpose": EmployerContactPurpose.PRESENT_PERSON, "hiring_authority": False, "planned": True}
    contact = keep(EmployerContact(service=service, key=new_key("X"), made_by_client=False, **facts))
    words = introduction(agreed=told.words, opening=opening, closing=closing)
    facts = {"kind": MessageKind.INTRODUCTION, "channel": channel, "subject": subject, "words": words}
    return keep(
        Message(
            service=service, client=episode.client, employer=employer, employer_contact=contact, sent_on=today, **facts
        )
    )
