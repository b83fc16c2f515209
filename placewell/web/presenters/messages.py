"""How a person wants to be reached, and the messages to them, ready to print."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.records.messages import MessageChannel, MessageKind, PreferredWay
from placewell.records.models import Appointment, ContactWishes, Message
from placewell.web.presenters.timeline.saying import label
from placewell.web.presenters.wording import day

YES_NO = {True: "Yes", False: "No", None: "Not asked"}


@dataclass(frozen=True)
class Sent:
    """One message: when, what, how and to whom; why it failed ('' when it did not); where it is seen."""

    when: str
    kind: str
    how: str
    failed: str
    address: str


def wishes_in_words(wishes: ContactWishes | None) -> list[tuple[str, str]]:
    """How a person wants to be reached, as pairs; empty when nobody has asked. For any page of the person."""
    if wishes is None:
        return []
    needs = ["large print"] * wishes.large_print + ["easy words"] * wishes.easy_words
    told = [
        ("Likes best", label(PreferredWay, wishes.preferred) if wishes.preferred else "Not asked"),
        ("Voicemail", YES_NO[wishes.may_leave_voicemail]),
        ("Texts", YES_NO[wishes.may_text]),
        ("Emails", YES_NO[wishes.may_email]),
        ("Safe times", wishes.safe_times),
        ("Who else may be told", wishes.who_else),
        ("To read", ", ".join(needs).capitalize()),
        ("Interpreter", wishes.interpreter_note),
        ("Other needs", wishes.access_needs),
        ("Said on", day(wishes.stated_on)),
    ]
    return [(asked, words) for asked, words in told if words]


def sent(message: Message) -> Sent:
    """One message as a line."""
    to = message.employer.name if message.employer else message.address
    how = label(MessageChannel, message.channel)
    return Sent(
        when=day(message.sent_on),
        kind=label(MessageKind, message.kind),
        how=f"{how}, to {to}" if to else how,
        failed=message.failed_because,
        address=reverse("message", args=[message.service_id, message.pk]),
    )


def coming(appointments: list[Appointment], today: date) -> list[tuple[str, int]]:
    """Appointments with the person that lie ahead and stand, in words, with their ids."""
    ahead = [one for one in appointments if one.begins_on >= today and not one.cancelled_because]
    return [
        (f"{day(one.begins_on)}{f' at {one.begins_time:%H:%M}' if one.begins_time else ''}", one.pk) for one in ahead
    ]
