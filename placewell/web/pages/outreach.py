"""Reaching out: what was tried, what was not, and one tap to record a try."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.records.contact_words import AttemptBy, Attendance, Mode, Participant, Place
from placewell.records.models import Client, Contact, Episode
from placewell.web.doors import Page
from placewell.web.pages.episodes import latest_episode
from placewell.web.pages.records.finding import find, may_for, note_reading
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.outreach import reaching_out
from placewell.web.presenters.recorded import recorded

# What an address may open the contact form with, and the words it may say.
TOLD = {"attempt_by": AttemptBy, "mode": Mode, "place": Place, "attendance": Attendance}


def reach_out(request: HttpRequest, service, client: int) -> HttpResponse:
    """How long the person has been quiet, and everything tried since."""
    person = find(request, Client, client)
    note_reading(request, person, "Reaching out")
    today = request.worker.today(service)
    episode = latest_episode(person, today)
    is_open = episode is not None and episode.lives_on(today)
    may_record = is_open and may_for(request, person, Permission.RECORD_SUPPORT)
    told = {
        "person": person,
        "reach": reach_of(episode, service, today, may_record) if is_open else None,
        "may_record": may_record,
        "episode": episode,
        "pages_of_person": rooms_of(request.worker, person, "person_outreach"),
        "back": reverse("client", args=[service.pk, person.pk]),
        "recorded": recorded(request),
    }
    return render(request, "outreach/person.html", told)


def reach_of(episode: Episode, service, today, may_record: bool):
    """What was tried in a stretch of support that goes on."""
    contacts = contacts_of(episode)
    return reaching_out(episode, contacts, service=service, today=today, may=may_record)


def contacts_of(episode: Episode) -> list[Contact]:
    """Contacts of an episode that came through a door, without their notes."""
    found = scope.about(episode.client, Contact).filter(episode=episode)
    return list(found.select_related("staff").defer("note"))


def told_by_address(asked: QueryDict) -> dict:
    """First answers of the contact form that its address names; strange words are left out."""
    found = {name: asked[name] for name, words in TOLD.items() if asked.get(name) in words.values}
    took_part = [word for word in asked.getlist("with_whom") if word in Participant.values]
    return {**found, "with_whom": took_part} if took_part else found


PAGES = [
    Page("s/<int:service>/clients/<int:client>/reaching-out/", reach_out, "person_outreach", Permission.SEE_PEOPLE),
]
