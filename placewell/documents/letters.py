"""Letters, and the words with which messages begin. All are our own, and to be changed before they are sent.

A letter to an employer is made of a message that was recorded under the lock: its words are those
agreed with the person (`actions.messages.introduce`).
"""

from datetime import date

from placewell.documents.paper import Document, Lines, Text
from placewell.records.messages import MessageKind
from placewell.records.models import Appointment, Client, ContactWishes, Message, Service
from placewell.rules.finding import said
from placewell.rules.messages import health_words

LANGUAGES = {"GB": "en-GB", "NZ": "en-NZ"}
HOW = {
    "face_to_face": "We meet in person",
    "video": "It is a video call",
    "telephone": "I will ring you",
    "text": "I will send you a text",
    "email": "I will write to you by email",
    "letter": "I will write to you",
}


def letter(message: Message, *, service: Service, by: str) -> Document:
    """A message as a letter: to whom, the day, its words, and who signs."""
    to = message.employer.name if message.employer else message.client.known_as
    title = message.subject or default_subject(message.kind)
    blocks = [Text(to), Text(said(message.sent_on)), *(Text(part) for part in message.words.split("\n\n"))]
    if by and by not in message.words:
        blocks.append(Text(by))
    if message.kind == MessageKind.INTRODUCTION:
        blocks.append(Lines(["Signature"]))
    return Document(
        title=title, subtitle="", blocks=blocks, made_on=message.sent_on, footer=letterhead(service),
        language=LANGUAGES.get(service.country, "en-GB"),
    )  # fmt: skip


def letterhead(service: Service) -> str:
    """The service's name, unless the name alone would tell a stranger about somebody's health."""
    return "" if health_words(words=service.name) else service.name


def default_subject(kind: str) -> str:
    """What a message is about, in words that tell a stranger nothing."""
    return {
        MessageKind.APPOINTMENT: "Our appointment",
        MessageKind.OPEN_DOOR: "You can come back at any time",
        MessageKind.INTRODUCTION: "An introduction",
    }.get(kind, "A note for you")


def opening_words(
    kind: str,
    person: Client,
    *,
    by: str,
    wishes: ContactWishes | None = None,
    appointment: Appointment | None = None,
) -> str:
    """The words with which a message to a person begins, in easy words where they want that.

    `by` is the name of who writes. They say nothing about health, and do not name the service.
    """
    easy = wishes is not None and wishes.easy_words
    if kind == MessageKind.APPOINTMENT:
        return appointment_words(person, by=by, appointment=appointment, easy=easy, wishes=wishes)
    if kind == MessageKind.OPEN_DOOR:
        return open_door_words(person, by=by, easy=easy)
    return greeting(person) + signed(by)


def greeting(person: Client) -> str:
    return f"Dear {person.preferred_name or person.given_name},\n\n"


def signed(by: str) -> str:
    return f"\n\nBest wishes\n{by}"


def appointment_words(
    person: Client,
    *,
    by: str,
    appointment: Appointment | None = None,
    easy: bool = False,
    wishes: ContactWishes | None = None,
) -> str:
    """When, where and how we meet, and what to do if it does not suit."""
    if appointment is None:
        told = ["I would like to meet you. Would this week or next week suit you?"]
    else:
        told = [f"We meet on {when(appointment)}." if easy else f"This is to say that we meet on {when(appointment)}."]
        told.append(f"{HOW[appointment.mode]}{f': {appointment.place}' if appointment.place else ''}.")
        if appointment.purpose:
            told.append(f"It is about: {appointment.purpose}.")
    told.append(
        "If you cannot come, tell me."
        if easy
        else "If it does not suit you, let me know and we will find another time."
    )
    if wishes is not None and wishes.interpreter_note:
        told.append("The interpreter knows the time and the place, too.")
    joined = "\n" if easy else " "
    return f"{greeting(person)}{joined.join(told)}{signed(by)}"


def when(appointment: Appointment) -> str:
    """Tuesday 3 March 2026 at 14:05."""
    day: date = appointment.begins_on
    at = f" at {appointment.begins_time:%H:%M}" if appointment.begins_time else ""
    return f"{day:%A} {said(day)}{at}"


def open_door_words(person: Client, *, by: str, easy: bool = False) -> str:
    """After support has ended: the way back stands open, and how to take it."""
    if easy:
        told = "Our work together has ended.\nYou can come back.\nThere is no form. There is no test.\nRing me, or write to me."
    else:
        told = (
            "Our work together has ended, and I want you to know that the door stays open. If you would like help with "
            "work again, now or in a year, get in touch. You need no reason and no new referral: a call or a "
            "message is enough, and we begin where you are then."
        )
    return f"{greeting(person)}{told}{signed(by)}"


INTRODUCTION_OPENING = (
    "Hello,\n\nI help people and employers in this area to find one another. I write with the person’s agreement."
)


def introduction_closing(by: str) -> str:
    """How a letter to an employer ends, after the words agreed."""
    return f"May I come by for ten minutes to hear what you look for in the people who work for you?\n\nYours sincerely\n{by}"
