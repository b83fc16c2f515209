"""The contact form as it is drawn on a phone: each question a row of taps, the likely answer chosen."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from placewell.records.contact_words import Participant, Place
from placewell.records.models import Step
from placewell.web.forms.contacts import OTHER
from placewell.web.forms.new_contact import NewContactForm
from placewell.web.nhs.taps import Tap, taps
from placewell.web.presenters.wording import day, listed

MINUTES = ["15", "30", "45", "60"]
SHORTER = {
    Place.COMMUNITY: "Library, café, public place", "cancelled_by_person": "They cancelled",
    "cancelled_by_service": "We cancelled", "attended": "Yes", "did_not_attend": "They did not come",
    "no_answer": "Tried, no answer",
}  # fmt: skip
# The likelier answers first.
FIRST = ["attended", "no_answer", "did_not_attend"]
AHEAD = (1, 7, 14)
WHEN = ("began_on", "began_time")
BESIDES = ("with_whom", "about_job_loss", "staff")
MEETING = ("meet_on", "meet_time", "meet_mode", "meet_where")
# When a question is asked: the names are those of the style sheet.
SHOWN = {
    "attempt_by": "placewell-if-tried",
    "place": "placewell-if-face-to-face",
    "minutes": "placewell-if-met",
}


@dataclass(frozen=True)
class ContactPage:
    """What the page shows: questions by name, and of the folded parts what they say and whether they are open."""

    asked: dict[str, SafeString]
    when: str
    besides: str
    when_is_open: bool
    besides_are_open: bool
    meeting_is_open: bool
    minutes: str
    steps: list[tuple[Step, bool]]


def contact_page(form: NewContactForm, today: date, steps: list[Step]) -> ContactPage:
    """The page of a form, new or refused; `steps` may be ticked as done."""
    minutes = "" if form["minutes"].value() is None else str(form["minutes"].value())
    asked = {name: of_choices(form[name]) for name in ("attendance", "mode", "phase", "attempt_by", "next_by", "place")}
    asked |= {
        "with_whom": of_choices(form["with_whom"], several=True),
        "about_job_loss": of_choices(form["about_job_loss"]),
    }
    asked |= {"minutes": of_minutes(form["minutes"], minutes), "next_due": of_days(form["next_due"], today)}
    wrong = set(form.errors) if form.is_bound else set()
    with_whom = form["with_whom"].value() or []
    others = bool(form["about_job_loss"].value()) or list(with_whom) != [Participant.CLIENT]
    ticked = {str(one) for one in form["steps_done"].value() or []}
    on, at = began(form)
    return ContactPage(
        asked=asked, when=when_in_words(on, at, today), when_is_open=bool(wrong & set(WHEN)) or on != today,
        besides=besides_in_words(form, with_whom) if others else "With the person alone",
        besides_are_open=bool(wrong & set(BESIDES)) or others,
        meeting_is_open=bool(wrong & set(MEETING)) or any(answered(form[name]) for name in MEETING if name != "meet_mode"),
        minutes="" if minutes in MINUTES else minutes,
        steps=[(step, str(step.pk) in ticked) for step in steps],
    )  # fmt: skip


def answered(bound: BoundField) -> bool:
    """Whether something stands in a field, as it was typed."""
    value = bound.value()
    return any(value) if isinstance(value, tuple) else bool(value)


def of_choices(bound: BoundField, *, several: bool = False) -> SafeString:
    """A field of choices as taps. Nobody says twice that they were not in the same room: it is no place."""
    value = bound.field.prepare_value(bound.value())
    chosen = {str(one) for one in value or []} if several else {str(value)}
    offered = [(str(one), words) for one, words in bound.field.choices if one not in ("", Place.REMOTE)]
    offered.sort(key=lambda choice: FIRST.index(choice[0]) if choice[0] in FIRST else len(FIRST))
    found = [Tap(one, SHORTER.get(one, words), one in chosen) for one, words in offered]
    return taps(bound, found, shown=SHOWN.get(bound.name, ""), several=several)


def of_minutes(bound: BoundField, minutes: str) -> SafeString:
    """The usual lengths by one tap, any other typed."""
    typed = minutes not in ("", *MINUTES)
    offered = [*(Tap(one, one, one == minutes) for one in MINUTES), Tap(OTHER, "Other", typed)]
    return taps(bound, offered, shown=SHOWN["minutes"])


def of_days(bound: BoundField, today: date) -> SafeString:
    """A few days ahead, each with its date, so that a page opened later still says the truth."""
    value = "" if bound.value() is None else str(bound.value())
    ahead = [today + timedelta(days=days) for days in AHEAD]
    offered = [(one.isoformat(), f"{one:%a} {one.day} {one:%B}") for one in ahead]
    known = {"", OTHER, *(one for one, _ in offered)}
    if value not in known:
        # A page that was opened on another day offered other days.
        offered.insert(0, (value, value))
    every = [("", "No day"), *offered, (OTHER, "Another day")]
    return taps(bound, [Tap(one, words, one == value) for one, words in every])


def began(form: NewContactForm) -> tuple:
    """Day and time of the contact as they stand; None for what is not there or is wrong."""
    told = getattr(form, "cleaned_data", {}) if form.is_bound else form.initial
    return told.get("began_on"), told.get("began_time")


def when_in_words(on: date | None, at, today: date) -> str:
    """Day and time: “Today, 14:15”."""
    if on is None or at is None:
        return "Enter the day and the time"
    return f"{'Today' if on == today else day(on)}, {at:%H:%M}"


def besides_in_words(form: NewContactForm, with_whom: list[str]) -> str:
    """Who took part, while the question is folded away."""
    named = [words for value, words in form.fields["with_whom"].choices if value in with_whom]
    return f"With: {listed(named)}" if named else "With whom?"
