"""What employers may hear about a person: what holds, talks, withdrawal, and contacts made against it."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.disclosure import Decisions, decisions_of
from placewell.access.permissions import Permission
from placewell.actions import disclosure
from placewell.actions import employers as directory
from placewell.documents.disclosure import disclosure_paper
from placewell.records.models import Client, DisclosureOverride, Employer, Episode
from placewell.web.doors import Page
from placewell.web.forms.disclosure import TERMS, DisclosureForm, TakeBackForm
from placewell.web.forms.records import RecordForm
from placewell.web.pages.clients import page_number
from placewell.web.pages.episodes import find_open
from placewell.web.pages.handing_out import hand_out, is_large
from placewell.web.pages.naming import all_names
from placewell.web.pages.own_record import own
from placewell.web.pages.records.asking import Question, act, ask, sent
from placewell.web.pages.records.finding import find, may_for, note_reading
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.disclosure import against, disclosure_page
from placewell.web.presenters.paging import pager
from placewell.web.presenters.recorded import recorded

SEE, RECORD, READ = Permission.SEE_PEOPLE, Permission.RECORD_SUPPORT, Permission.REVIEW_LOGS
A_PAGE = 25
WITHDRAW = "From that day on we tell no employer anything, at once. What was agreed before is kept in the history."


def person_disclosure(request: HttpRequest, service, client: int) -> HttpResponse:
    """What employers may hear about the person now, for whom, and how it came about."""
    person = find(request, Client, client)
    note_reading(request, person, "What to tell employers")
    today = request.worker.today(service)
    decisions = decisions_of(person)
    overrides = scope.about(person, DisclosureOverride).select_related(
        "employer_contact__employer", "employer_contact__episode__client"
    )
    may_record = may_for(request, person, RECORD)
    told = {
        "person": person,
        "page": disclosure_page(
            person, decisions, overrides.order_by("-employer_contact__made_on", "-pk"), today=today, zone=service.zone()
        ),
        "episode": open_episode(person, today) if may_record else None,
        "may_record": may_record,
        "form": TakeBackForm(today=today, initial={"withdrawn_on": today}),
        "withdraws": WITHDRAW,
        "pages_of_person": rooms_of(request.worker, person, "person_disclosure"),
        "recorded": recorded(request),
        "back": reverse("client", args=[service.pk, person.pk]),
    }  # fmt: skip
    return render(request, "disclosure/person.html", told)


def open_episode(person: Client, today) -> Episode | None:
    """The person's support that goes on today."""
    return next((one for one in scope.about(person, Episode) if one.lives_on(today)), None)


def talk(request: HttpRequest, service, episode: int) -> HttpResponse:
    """A talk about what employers may be told, with what was agreed before filled in."""
    held = find_open(request, episode)
    today = request.worker.today(service)
    initial = {"held_on": today, **agreed_before(decisions_of(held.client), today)}
    form = DisclosureForm(**sent(request, employers=all_names(request), initial=initial))
    question = Question(
        "What to tell employers", held.client, back=reverse("person_disclosure", args=[service.pk, held.client_id]),
        intro="A new decision replaces the one before, from its day on.",
    )  # fmt: skip
    return ask(request, form, question, lambda: discuss(request, form, held))


def discuss(request: HttpRequest, form: DisclosureForm, episode: Episode):
    """Note the talk; an employer that the unit does not know yet is added."""
    named = {
        name: [employer(request, *one) for one in form.cleaned_data[name]]
        for name in ("may_contact", "must_not_contact")
    }
    return disclosure.discuss(
        by=request.worker, service=request.service, episode=episode, terms=form.terms(), **named, **form.facts()
    )


def employer(request: HttpRequest, pk: int | None, name: str) -> Employer:
    """An employer of the unit; one that it does not know is added by its name."""
    if pk is not None:
        return find(request, Employer, pk)
    return directory.add(by=request.worker, service=request.service, name=name)


def agreed_before(decisions: Decisions, today) -> dict:
    """The words agreed in the latest talk, and the employers named, for the next talk to begin with."""
    told = decisions.telling(None, on=today)
    words = {name: getattr(told.terms, name) for name in TERMS if told.terms is not None}
    words.pop("review_on", None)
    named = [(pk, one.name, decisions.telling(pk, on=today).is_allowed) for pk, one in decisions.named().items()]
    latest = {one.employer_id for one in decisions.exceptions.get(told.talk.pk, [])} if told.talk else set()
    return words | {
        "may_contact": [(pk, name) for pk, name, may in named if may and pk in latest],
        "must_not_contact": [(pk, name) for pk, name, may in named if not may and said_no(decisions, pk)],
    }


def said_no(decisions: Decisions, employer: int) -> bool:
    """Whether the last thing that the person said of an employer was no."""
    said = [
        one.may_be_contacted
        for talk in decisions.talks
        for one in decisions.exceptions.get(talk.pk, [])
        if one.employer_id == employer
    ]
    return bool(said) and not said[-1]


def take_back(request: HttpRequest, service, client: int) -> HttpResponse:
    """The person takes back what they had allowed; the button stands on the page of what holds."""
    person = find(request, Client, client, to=RECORD)
    form = TakeBackForm(**sent(request, initial={"withdrawn_on": request.worker.today(service)}))
    question = Question(
        "The person withdraws", person, button="The person withdraws", intro=WITHDRAW,
        back=reverse("person_disclosure", args=[service.pk, person.pk]),
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: disclosure.take_back_agreement(by=request.worker, service=service, client=person, **form.facts()),
    )  # fmt: skip


def paper(request: HttpRequest, service, client: int, form: str) -> HttpResponse:
    """The personal information plan as a Word or PDF file to sign, in large print with `?large=yes`."""
    person = find(request, Client, client)
    return handed_out(request, person, form, noted=person)


def my_paper(request: HttpRequest, service, form: str) -> HttpResponse:
    """A person's own personal information plan, as a file."""
    return handed_out(request, own(request, service), form, noted=None)


def handed_out(request: HttpRequest, person: Client, form: str, *, noted: Client | None) -> HttpResponse:
    """The file; the reading log hears of it unless the person takes their own."""
    today = request.worker.today(request.service)
    made = disclosure_paper(person, decisions_of(person), service=request.service, made_on=today)
    return hand_out(request, noted, made, form, is_large(request), f"{made.title}, {person.known_as}, {today}")


def overrides(request: HttpRequest, service) -> HttpResponse:
    """Contacts made against what people chose: those that no supervisor has read first."""
    rows = scope.records_for(request.worker, DisclosureOverride, to=READ).filter(service=service)
    pages = pager(
        total=rows.count(), page=page_number(request), size=A_PAGE, one="contact", several="contacts",
        address=lambda page: f"?page={page}",
    )  # fmt: skip
    rows = rows.select_related("employer_contact__employer", "employer_contact__episode__client")
    rows = rows.order_by(F("read_on").desc(nulls_first=True), "-employer_contact__made_on", "-pk")
    shown = list(rows[pages.start : pages.start + A_PAGE])
    for person in {one.employer_contact.episode.client for one in shown}:
        note_reading(request, person, "Contacts against the plan")
    told = {
        "lines": [against(one, service.zone()) for one in shown],
        "pager": pages,
        "recorded": recorded(request),
        "back": reverse("home"),
    }
    return render(request, "disclosure/overrides.html", told)


def read(request: HttpRequest, service, override: int) -> HttpResponse:
    """A supervisor has read why a contact was made against the plan."""
    found = find(request, DisclosureOverride, override, to=READ)
    form = RecordForm(**sent(request))
    if form.is_bound and form.is_valid():
        done = act(request, form, lambda: done_at(request, found))
        if done is not None:
            return done
    person = found.employer_contact.episode.client
    question = Question(
        "Contact against the plan", person, button="I have read this", back=reverse("overrides", args=[service.pk]),
        template="disclosure/read.html", more={"line": against(found, service.zone())},
    )  # fmt: skip
    note_reading(request, person, question.heading)
    return render(
        request, question.template, {"form": form, "question": question, "back": question.back, **question.more}
    )


def done_at(request: HttpRequest, found: DisclosureOverride) -> str:
    """Mark it read; answers where the others are."""
    done = disclosure.read_override(by=request.worker, service=request.service, override=found)
    return f"{reverse('overrides', args=[request.service.pk])}?recorded={done.event_id}"


PAGES = [
    Page("s/<int:service>/clients/<int:client>/disclosure/", person_disclosure, "person_disclosure", SEE),
    Page("s/<int:service>/clients/<int:client>/disclosure/withdraw/", take_back, "disclosure_withdraw", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/disclosure/new/", talk, "disclosure_new", RECORD),
    Page("s/<int:service>/clients/<int:client>/disclosure/<slug:form>/", paper, "disclosure_paper", SEE),
    Page("s/<int:service>/my-record/disclosure/<slug:form>/", my_paper, "my_disclosure_paper", Permission.SEE_OWN_RECORD),
    Page(
        "s/<int:service>/overrides/", overrides, "overrides", READ,
        "Contacts against the plan", "Why an employer was told about somebody who had not allowed it.",
    ),
    Page("s/<int:service>/overrides/<int:override>/read/", read, "override_read", READ),
]  # fmt: skip
