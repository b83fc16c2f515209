"""Contacts with or about a person: noted in under a minute."""

from django.http import HttpRequest, HttpResponse

from placewell.access.permissions import Permission
from placewell.actions import support
from placewell.records.contact_words import Attendance, Mode, Participant, Phase, Place
from placewell.records.models import Episode
from placewell.records.stages import courses, standing_of
from placewell.rules.stages import Stage
from placewell.web.doors import Page
from placewell.web.forms.contacts import NO_TRY, ContactForm
from placewell.web.pages.episodes import find_open
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import colleagues, own_staff
from placewell.web.presenters.country import choices

# What a contact is most likely for, by where the person stands.
LIKELY = {
    Stage.ENGAGEMENT: Phase.ENGAGEMENT,
    Stage.SEARCHING: Phase.JOB_SEARCH,
    Stage.IN_WORK: Phase.FOLLOW_ALONG,
    Stage.STEPPED_DOWN: Phase.FOLLOW_ALONG,
}


def new(request: HttpRequest, service, episode: int) -> HttpResponse:
    """Note a contact, with the likely answers filled in."""
    held = find_open(request, episode)
    form = ContactForm(**sent(request, rows={"staff": colleagues(request)}, initial=likely(request, held)))
    form.fields["with_whom"].choices = choices(Participant, service.country)
    return ask(
        request, form, Question("Record a contact", held.client, button="Record the contact"),
        lambda: support.note_contact(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def likely(request: HttpRequest, episode: Episode) -> dict:
    """The person themselves, face to face, now, by the worker, for what their stage asks."""
    now = request.worker.now.astimezone(request.service.zone())
    today = now.date()
    by_person = courses([episode.client_id], today)
    standing = standing_of(*(found[episode.client_id] for found in by_person), today)
    return {
        "began_on": today,
        "began_time": now.time().replace(minute=now.minute // 15 * 15, second=0, microsecond=0),
        "attendance": Attendance.ATTENDED,
        "mode": Mode.FACE_TO_FACE,
        "place": Place.COMMUNITY,
        "with_whom": [Participant.CLIENT],
        "phase": LIKELY.get(standing.stage) if standing else None,
        "attempt_by": NO_TRY,
        "staff": own_staff(request),
    }


PAGES = [
    Page("s/<int:service>/episodes/<int:episode>/contacts/new/", new, "contact_new", Permission.RECORD_SUPPORT),
]
