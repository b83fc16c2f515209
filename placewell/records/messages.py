"""How a person wants to be reached, and what was written to them or, with their agreement, to an employer."""

from django.db import models
from django.db.models import Q

from placewell.records.base import Record, day, filled, known, link, once, one_of, text, yes_no


class PreferredWay(models.TextChoices):
    """How the person likes best to be reached."""

    TELEPHONE = "telephone", "A phone call"
    TEXT = "text", "A text message"
    EMAIL = "email", "An email"
    LETTER = "letter", "A letter"
    IN_PERSON = "in_person", "In person"


class MessageKind(models.TextChoices):
    """What was written."""

    APPOINTMENT = "appointment", "About an appointment"
    OPEN_DOOR = "open_door", "The door stays open"
    INTRODUCTION = "introduction", "Introduction to an employer"
    OTHER = "other", "Something else"


class MessageChannel(models.TextChoices):
    """How it went out."""

    LETTER = "letter", "Letter, handed over or posted"
    TEXT = "text", "Text message, from a phone"
    EMAIL = "email", "Email, sent from here"
    COPIED = "copied", "Copied, and sent in another way"


class ContactWishes(Record):
    """How a person wants to be reached, and what they need to read and understand.

    What is left open was not asked, which is neither yes nor no.
    """

    client = link("Client")
    stated_on = day()
    preferred = one_of(PreferredWay, "likes best", optional=True)
    may_leave_voicemail = yes_no("we may leave a voicemail", optional=True)
    may_text = yes_no("we may send texts", optional=True)
    may_email = yes_no("we may send emails", optional=True)
    safe_times = text("when it is safe to call or write")
    who_else = text("who else may be told, and what")
    large_print = yes_no(default=False)
    easy_words = yes_no("easy words and short sentences", default=False)
    interpreter_note = text("about an interpreter")
    access_needs = text("other needs, such as braille, audio or a reader")

    happened = "stated_on"

    class Meta:
        verbose_name_plural = "contact wishes"
        constraints = [
            once("client", name="once", message="Their wishes are already recorded. Correct those."),
            known("preferred", PreferredWay, optional=True),
        ]

    def __str__(self):
        return f"contact wishes of {self.stated_on:%-d %B %Y}"


class Message(Record):
    """One message as it was sent: to a person, or about them to an employer who may hear it.

    `failed_because` is what the mail server answered when it did not take it.
    """

    goes_with = "employer_contact"
    happened = "sent_on"

    client = link("Client")
    employer = link("Employer", optional=True)
    appointment = link("Appointment", optional=True)
    employer_contact = link("EmployerContact", optional=True)
    kind = one_of(MessageKind)
    channel = one_of(MessageChannel)
    sent_on = day()
    address = text("sent to", help_text="Email address, phone number or postal address")
    subject = text()
    words = text("words as sent", optional=False)
    failed_because = text("why it was not delivered")

    class Meta:
        constraints = [
            filled("words"),
            known("kind", MessageKind),
            known("channel", MessageChannel),
            models.CheckConstraint(
                condition=Q(kind=MessageKind.INTRODUCTION, employer__isnull=False, employer_contact__isnull=False)
                | Q(employer=None, employer_contact=None) & ~Q(kind=MessageKind.INTRODUCTION),
                name="message_to_an_employer_is_an_introduction",
                violation_error_message="An introduction, and nothing else, goes to an employer. Name the employer.",
            ),
            models.CheckConstraint(
                condition=~Q(channel=MessageChannel.EMAIL) | ~Q(address="") & ~Q(subject=""),
                name="message_email_has_address_and_subject",
                violation_error_message="An email has an address and a subject. Fill in both.",
            ),
        ]
        indexes = [models.Index(fields=["client", "sent_on"], name="message_to_client_by_day")]

    def __str__(self):
        return f"message of {self.sent_on:%-d %B %Y}"
