"""Concerns: noted about a person, followed up, read by those whom they must reach."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import safety_scope
from placewell.access.permissions import Permission
from placewell.actions import concerns as actions
from placewell.records.concerns import ConcernKind
from placewell.records.models import Client, Concern, Episode
from placewell.web.doors import Page
from placewell.web.forms.concerns import ConcernForm, FollowUpForm, ReadForm
from placewell.web.pages.episodes import latest_episode
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import colleagues, find, may, may_for, note_reading, own_staff
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.concerns import concern_facts, concern_lines, letter_to_read, read_by
from placewell.web.presenters.recorded import recorded
from placewell.web.presenters.timeline.saying import label

HEAR, RECORD = Permission.HEAR_CONCERNS, Permission.RECORD_SUPPORT


def concerns(request: HttpRequest, service) -> HttpResponse:
    """Every open concern that the worker is to hear of, those that wait for them first."""
    reader = actions.reader_of(request.worker, service)
    waiting = safety_scope.unread_concerns(request.worker, service, reader).order_by("noticed_on", "pk")
    others = safety_scope.open_concerns(request.worker, service).order_by("noticed_on", "pk")
    notes, first = may(request, Permission.SEE_NOTES), list(waiting)
    told = {
        "waiting": concern_lines(first, notes=notes),
        "others": concern_lines([one for one in others if one not in first], notes=notes),
        "is_reader": reader is not None,
        "back": reverse("home"),
    }
    return render(request, "concerns/list.html", told)


def of_person(request: HttpRequest, service, client: int) -> HttpResponse:
    """All concerns about a person: the open ones first."""
    person = find(request, Client, client, to=HEAR)
    note_reading(request, person, "Concerns")
    notes = may(request, Permission.SEE_NOTES)
    mine = safety_scope.concerns_about(person).order_by("-noticed_on", "-pk")
    today = request.worker.today(service)
    episode = latest_episode(person, today)
    may_note = episode is not None and episode.lives_on(today) and may_for(request, person, RECORD)
    told = {
        "person": person,
        "open": concern_lines([one for one in mine if one.closed_on is None], notes=notes),
        "closed": concern_lines([one for one in mine if one.closed_on is not None], notes=notes),
        "note_at": reverse("concern_new", args=[service.pk, episode.pk]) if may_note else "",
        "pages_of_person": rooms_of(request.worker, person, "person_concerns"),
        "back": reverse("client", args=[service.pk, person.pk]),
        "recorded": recorded(request),
    }
    return render(request, "concerns/person.html", told)


def concern(request: HttpRequest, service, concern: int) -> HttpResponse:
    """One concern: what was noticed, whom it reached, what can be done with it now."""
    found = find(request, Concern, concern, to=HEAR)
    person = found.episode.client
    note_reading(request, person, "Concern")
    readings = list(safety_scope.readings_of_concern(found))
    reader = actions.reader_of(request.worker, service)
    has_read = any(one.recorded_by_id == request.worker.pk and one.reader == reader for one in readings)
    here = reverse("concern", args=[service.pk, found.pk])
    told = {
        "concern": found,
        "person": person,
        "title": label(ConcernKind, found.kind),
        "facts": concern_facts(found) if may(request, Permission.SEE_NOTES) else [],
        "readers": read_by(readings),
        "may_read": reader is not None and not has_read,
        "may_record": may_for(request, person, RECORD),
        "form": ReadForm(today=request.worker.today(service)),
        "letter": letter_to_read(request.build_absolute_uri(here), service.name),
        "back": reverse("person_concerns", args=[service.pk, person.pk]),
        "recorded": recorded(request),
    }
    return render(request, "concerns/concern.html", told)


def seen(request: HttpRequest, record) -> str:
    """Where a concern is seen, with what was just recorded said above it."""
    pk = getattr(record, "concern_id", None) or record.pk
    return f"{reverse('concern', args=[request.service.pk, pk])}?recorded={record.event_id}"


def new(request: HttpRequest, service, episode: int) -> HttpResponse:
    """Note a concern. It stands in the supervisor's list until they have read it."""
    held = find(request, Episode, episode, to=RECORD)
    initial = {"noticed_on": request.worker.today(service), "staff": own_staff(request)}
    if (kind := request.GET.get("kind", "")) in ConcernKind.values:
        initial["kind"] = kind
    form = ConcernForm(**sent(request, rows={"staff": colleagues(request)}, initial=initial))
    intro = (
        "In danger now? Ring the emergency services first. What you write here reaches the supervisor and the "
        "clinical team when they next look: tell them yourself as well."
    )
    question = Question(
        "Note a concern", held.client, button="Note the concern", intro=intro, leads_to=lambda made: seen(request, made)
    )
    return ask(
        request, form, question,
        lambda: actions.note(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def follow_up(request: HttpRequest, service, concern: int) -> HttpResponse:
    """Who was told since, what was decided, how it ended."""
    found = find(request, Concern, concern, to=RECORD)
    form = FollowUpForm(**sent(request, initial=FollowUpForm.initial_of(found)))
    question = Question(
        "What has happened since", found.episode.client, back=reverse("concern", args=[service.pk, found.pk]),
        leads_to=lambda made: seen(request, made),
        more={"stands": lambda now: FollowUpForm(
            today=request.worker.today(service), initial=FollowUpForm.initial_of(now)
        )},
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: actions.follow_up(by=request.worker, service=service, concern=found, **form.facts()),
    )  # fmt: skip


def read(request: HttpRequest, service, concern: int) -> HttpResponse:
    """Say that one has read it: in one tap from the concern's page."""
    found = find(request, Concern, concern, to=HEAR)
    if actions.reader_of(request.worker, service) is None:
        raise Http404("only a supervisor and the clinical team say that they have read a concern")
    form = ReadForm(**sent(request))
    question = Question(
        "I have read this concern", found.episode.client, button="I have read this",
        back=reverse("concern", args=[service.pk, found.pk]), leads_to=lambda made: seen(request, made),
    )  # fmt: skip
    return ask(request, form, question, lambda: actions.read(by=request.worker, service=service, concern=found))


PAGES = [
    Page(
        "s/<int:service>/concerns/", concerns, "concerns", HEAR,
        "Concerns", "What was noticed about people, until it is read and closed.",
    ),
    Page("s/<int:service>/clients/<int:client>/concerns/", of_person, "person_concerns", HEAR),
    Page("s/<int:service>/episodes/<int:episode>/concerns/new/", new, "concern_new", RECORD),
    Page("s/<int:service>/concerns/<int:concern>/", concern, "concern", HEAR),
    Page("s/<int:service>/concerns/<int:concern>/follow-up/", follow_up, "concern_follow_up", RECORD),
    Page("s/<int:service>/concerns/<int:concern>/read/", read, "concern_read", HEAR),
]  # fmt: skip
