"""Meetings and contacts, said to the person they were with or about."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from placewell.records.contact_words import Attendance, Mode, Participant, Place
from placewell.records.employers import EmployerContactPurpose
from placewell.web.presenters.country import partner
from placewell.web.presenters.timeline import Row
from placewell.web.presenters.timeline.entries import recorded
from placewell.web.presenters.timeline.saying import label
from placewell.web.presenters.wording import counted, day, listed

CONTACTS = ("contact", "partner", "employer_contact")
MODES = {
    Mode.FACE_TO_FACE: "Meeting",
    Mode.VIDEO: "Video call",
    Mode.TELEPHONE: "Phone call",
    Mode.TEXT: "Text message",
    Mode.EMAIL: "Email",
    Mode.LETTER: "Letter",
}
HAPPENED = {
    Attendance.DID_NOT_ATTEND: "you were not there",
    Attendance.CANCELLED_BY_PERSON: "you cancelled",
    Attendance.CANCELLED_BY_SERVICE: "we cancelled",
    Attendance.NO_ANSWER: "we could not reach you",
}
PURPOSES = {
    EmployerContactPurpose.INTRODUCE: "To introduce ourselves",
    EmployerContactPurpose.LEARN_NEEDS: "To learn what they need",
    EmployerContactPurpose.PRESENT_PERSON: "To tell them about you",
    EmployerContactPurpose.FOLLOW_ADVERT: "About a job they advertised",
    EmployerContactPurpose.FOLLOW_UP: "To follow up",
    EmployerContactPurpose.IN_WORK_SUPPORT: "To support you at work",
    EmployerContactPurpose.THANK: "To thank them",
}
OTHERS = {
    Participant.CLINICIAN: "someone from your clinical team",
    Participant.FAMILY: "your family",
    Participant.EMPLOYER: "an employer",
    Participant.BENEFITS_ADVISER: "a benefits adviser",
}


@dataclass(frozen=True)
class Said:
    """One contact: when, what, with whom, the words written about it, and who wrote them."""

    when: str
    clock: str
    heading: str
    lines: tuple[str, ...]
    note: str
    recorded: str
    is_corrected: bool


def contact(row: Row, *, country: str, zone: ZoneInfo) -> Said:
    """One row of a kind in CONTACTS, in words."""
    heading, lines = SAYING[row.kind](row, country)
    return Said(
        when=day(row.day),
        clock=row.clock,
        heading=heading,
        lines=tuple(line for line in lines if line),
        note=row.facts.get("note", ""),
        recorded=recorded(row, zone),
        is_corrected=row.version > 1,
    )


def how(row: Row) -> str:
    """A meeting, a call, a message."""
    return MODES.get(row.facts["mode"], label(Mode, row.facts["mode"]))


def with_the_person(row: Row, country: str) -> tuple[str, list[str]]:
    """A contact that a worker noted; the person may not have taken part themselves."""
    facts = row.facts
    took_part = [word for word in facts["with_whom"].split(";") if word]
    about = "" if Participant.CLIENT in took_part or not took_part else " about you"
    happened = HAPPENED.get(facts["attendance"], "")
    others = [other(word, country) for word in took_part if word != Participant.CLIENT]
    people = listed([*filter(None, [facts["staff__full_name"]]), *others])
    minutes = row.amount("minutes")
    return f"{how(row)}{about}{f': {happened}' if happened else ''}", [
        f"With {people}" if people else "",
        "" if facts["place"] in ("", Place.REMOTE) else label(Place, facts["place"]),
        counted(int(minutes), "minute") if minutes else "",
    ]


def other(word: str, country: str) -> str:
    """Who else took part."""
    return partner(country) if word == Participant.PARTNER else OTHERS.get(word, word)


def with_partner(row: Row, country: str) -> tuple[str, list[str]]:
    return f"{how(row)} with {partner(country)} about you", [by_staff(row)]


def with_employer(row: Row, country: str) -> tuple[str, list[str]]:
    """A contact with an employer about the person."""
    by = "You made this contact yourself" if row.yes("made_by_client") else by_staff(row)
    return f"{how(row)} with an employer about you: {row.facts['employer__name']}", [
        PURPOSES.get(row.facts["purpose"], ""),
        by,
    ]


def by_staff(row: Row) -> str:
    """Who of us it was."""
    return f"By {row.facts['staff__full_name']}" if row.facts["staff__full_name"] else ""


SAYING = {"contact": with_the_person, "partner": with_partner, "employer_contact": with_employer}
