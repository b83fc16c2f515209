"""How a person wants to be reached, and letters and messages to them or, with their agreement, to an employer."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.disclosure import NotAllowedToTell, decisions_of, require_may_tell
from placewell.access.permissions import Permission
from placewell.actions import messages
from placewell.documents.letters import (
    INTRODUCTION_OPENING,
    default_subject,
    introduction_closing,
    letter,
    opening_words,
)
from placewell.records.messages import MessageChannel, MessageKind, PreferredWay
from placewell.records.models import Appointment, Client, ContactWishes, Employer, Episode, Message
from placewell.rules.messages import refused_way
from placewell.web.doors import Page
from placewell.web.forms.messages import ContactWishesForm, IntroductionForm, MessageForm
from placewell.web.pages.disclosure import open_episode
from placewell.web.pages.employers import named_in_address
from placewell.web.pages.episodes import find_open
from placewell.web.pages.handing_out import hand_out
from placewell.web.pages.naming import employer_named, named, names
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import find, may_for, note_reading, own_staff
from placewell.web.presenters import messages as told_of
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.disclosure import may_be_said
from placewell.web.presenters.recorded import recorded

SEE, RECORD = Permission.SEE_PEOPLE, Permission.RECORD_SUPPORT
# What an address calls each kind of message to a person.
KINDS = {
    "appointment": (MessageKind.APPOINTMENT, "About an appointment"),
    "open-door": (MessageKind.OPEN_DOOR, "The door stays open"),
    "other": (MessageKind.OTHER, "A letter or message"),
}


def person_letters(request: HttpRequest, service, client: int) -> HttpResponse:
    """How the person wants to be reached, what can be written, and what was sent."""
    person = find(request, Client, client)
    note_reading(request, person, "Letters and messages")
    today, may_record = request.worker.today(service), may_for(request, person, RECORD)
    wishes = wishes_of(person)
    booked = scope.about(person, Appointment).filter(begins_on__gte=today).order_by("begins_on", "begins_time", "pk")
    rows = scope.about(person, Message).select_related("employer").order_by("-sent_on", "-pk")
    told = {
        "person": person,
        "wishes": told_of.wishes_in_words(wishes),
        "may_record": may_record,
        "episode": open_episode(person, today) if may_record else None,
        "coming": told_of.coming(list(booked), today),
        "sent": [told_of.sent(row) for row in rows],
        "pages_of_person": rooms_of(request.worker, person, "person_letters"),
        "recorded": recorded(request),
        "back": reverse("client", args=[service.pk, person.pk]),
    }
    return render(request, "messages/person.html", told)


def wishes_of(person: Client) -> ContactWishes | None:
    """How the person wants to be reached, if somebody has asked."""
    return scope.about(person, ContactWishes).first()


def seen(request: HttpRequest, name: str, pk: int):
    """Where a record just written is seen."""
    return lambda made: f"{reverse(name, args=[request.service.pk, pk])}?recorded={made.event_id}"


def wishes(request: HttpRequest, service, client: int) -> HttpResponse:
    """How the person wants to be reached, with what they said before filled in."""
    person = find(request, Client, client, to=RECORD)
    stands = wishes_of(person)
    before = ContactWishesForm.initial_of(stands) if stands else {}
    form = ContactWishesForm(**sent(request, initial={**before, "stated_on": request.worker.today(service)}))
    question = Question(
        "How to reach them", person, back=reverse("person_letters", args=[service.pk, person.pk]),
        leads_to=seen(request, "person_letters", person.pk),
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: messages.state_wishes(by=request.worker, service=service, client=person, **form.facts()),
    )  # fmt: skip


def new(request: HttpRequest, service, client: int, what: str) -> HttpResponse:
    """A letter or message to the person, with words to begin with."""
    person = find(request, Client, client, to=RECORD)
    if what not in KINDS:
        raise Http404("no such kind of message")
    kind, heading = KINDS[what]
    wishes, booked = wishes_of(person), appointment_named(request, person)
    initial = {
        "channel": usual_way(person, wishes),
        "subject": default_subject(kind),
        "words": opening_words(
            kind, person, by=request.worker.account.full_name, wishes=wishes, appointment=booked
        ),
    }  # fmt: skip
    form = MessageForm(**sent(request, may_email=settings.MAIL_IS_CONFIGURED, initial=initial))
    question = Question(
        heading, person, button="Record it as sent", back=reverse("person_letters", args=[service.pk, person.pk]),
        template="messages/form.html", more={"wishes": told_of.wishes_in_words(wishes), "sends": settings.MAIL_IS_CONFIGURED},
        leads_to=lambda made: f"{reverse('message', args=[service.pk, made.pk])}?recorded={made.event_id}",
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: messages.send(
            by=request.worker, service=service, client=person, kind=kind, appointment=booked, **form.facts()
        ),
    )  # fmt: skip


def appointment_named(request: HttpRequest, person: Client) -> Appointment | None:
    """The appointment that the address names, if it is the person's."""
    words = request.GET.get("appointment", "")
    rows = scope.about(person, Appointment)
    return rows.filter(pk=words).first() if words.isascii() and words.isdigit() and len(words) < 10 else None


def usual_way(person: Client, wishes: ContactWishes | None) -> str:
    """The way that is chosen at first: what the person likes best, where it is possible."""
    likes = wishes.preferred if wishes else ""
    way = {PreferredWay.TEXT: "text", PreferredWay.LETTER: "letter", PreferredWay.EMAIL: "email"}.get(likes, "")
    if way == MessageChannel.EMAIL and not settings.MAIL_IS_CONFIGURED:
        return MessageChannel.COPIED
    return "" if way and refused_way(channel=way, reach=messages.reach_of(person, wishes)) else way


def introduction(request: HttpRequest, service, episode: int) -> HttpResponse:
    """A letter that introduces the person to an employer, under the lock."""
    held = find_open(request, episode)
    today = request.worker.today(service)
    initial = {
        "opening": INTRODUCTION_OPENING, "closing": introduction_closing(request.worker.account.full_name),
        "subject": default_subject(MessageKind.INTRODUCTION), "channel": MessageChannel.LETTER,
        "staff": own_staff(request), **named_in_address(request),
    }  # fmt: skip
    form = IntroductionForm(**named(request, initial=initial))
    words = words_for(request, form, held, today)
    question = Question(
        "Introduce to an employer", held.client, button="Record the letter",
        back=reverse("person_letters", args=[service.pk, held.client_id]),
        template="messages/introduction.html", check="messages/check.html",
        more={"names": names(request), "plan": may_be_said(decisions_of(held.client), today), "letter": words},
        leads_to=lambda made: f"{reverse('message', args=[service.pk, made.pk])}?recorded={made.event_id}",
    )  # fmt: skip
    return ask(request, form, question, lambda: introduce(request, form, held))


def words_for(request: HttpRequest, form: IntroductionForm, episode: Episode, today) -> str:
    """The letter as it would be; where the person did not allow it, the form says so and the answer is ''."""
    if not (form.is_bound and form.is_valid()):
        return ""
    pk, name = form.employer_facts()
    employer = find(request, Employer, pk) if pk is not None else Employer(name=name)
    try:
        told = require_may_tell(episode.client, employer, on=today)
    except NotAllowedToTell as refusal:
        form.add_error("employer_name", refusal)
        return ""
    asked = form.cleaned_data
    return messages.introduction(agreed=told.words, opening=asked["opening"], closing=asked["closing"])


def introduce(request: HttpRequest, form: IntroductionForm, episode: Episode) -> Message:
    """Note the letter; an employer that the unit does not know yet is added."""
    employer = employer_named(request, form)
    return messages.introduce(
        by=request.worker, service=request.service, episode=episode, employer=employer, **form.facts()
    )


def message(request: HttpRequest, service, message: int) -> HttpResponse:
    """One message: its words to copy, and as a letter."""
    found = find(request, Message, message)
    note_reading(request, found.client, "A letter or message")
    told = {
        "message": found, "line": told_of.sent(found), "person": found.client, "recorded": recorded(request),
        "is_large": bool(getattr(wishes_of(found.client), "large_print", False)),
        "back": reverse("person_letters", args=[service.pk, found.client_id]),
    }  # fmt: skip
    return render(request, "messages/message.html", told)


def paper(request: HttpRequest, service, message: int, form: str) -> HttpResponse:
    """A message as a letter in Word or PDF; in large print where the person needs it, or `?large=yes` asks."""
    found = find(request, Message, message)
    needed = found.employer_id is None and bool(getattr(wishes_of(found.client), "large_print", False))
    by = found.recorded_by.full_name if found.recorded_by else ""
    made = letter(found, service=service, by=by)
    name = f"{made.title} {found.sent_on:%Y-%m-%d}"
    return hand_out(request, found.client, made, form=form, large=needed or "large" in request.GET, name=name)


PAGES = [
    Page("s/<int:service>/clients/<int:client>/letters/", person_letters, "person_letters", SEE),
    Page("s/<int:service>/clients/<int:client>/contact-wishes/", wishes, "contact_wishes", RECORD),
    Page("s/<int:service>/clients/<int:client>/letters/<slug:what>/new/", new, "letter_new", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/letters/introduction/", introduction, "letter_introduction", RECORD),
    Page("s/<int:service>/messages/<int:message>/", message, "message", SEE),
    Page("s/<int:service>/messages/<int:message>/paper/<slug:form>/", paper, "message_paper", SEE),
]
