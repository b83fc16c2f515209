"""Applications and interviews of a person: made, booked, told, answered, and the job that comes of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.application_scope import applications_of, one_told
from placewell.access.disclosure import decisions_of
from placewell.access.leads_scope import leads_to_answer
from placewell.access.permissions import Permission
from placewell.actions import applications as doing
from placewell.records.applications import ApplicationHow, InterviewKind, SentBy
from placewell.records.models import Application, Client, Episode, Interview
from placewell.web.doors import Page
from placewell.web.forms.applications import ApplicationForm, InterviewForm, InterviewToldForm, ResultForm, StartForm
from placewell.web.pages.employers import employer_in_address
from placewell.web.pages.episodes import find_open
from placewell.web.pages.job_came import offered
from placewell.web.pages.jobs import about_a_start, paid
from placewell.web.pages.naming import employer_named, named, names
from placewell.web.pages.own_record import own
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import colleagues_in_post, find, may, may_for, note_reading, own_staff
from placewell.web.presenters.applications.person import SHOWN, counts, lines, whole
from placewell.web.presenters.applications.words import interview as interview_in_words
from placewell.web.presenters.applications.words import what, when
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.country import currency
from placewell.web.presenters.disclosure import may_be_said
from placewell.web.presenters.kinds_of_work import kinds_offered
from placewell.web.presenters.own_record.applications import own_applications
from placewell.web.presenters.recorded import recorded

RECORD, SEE, NOTES = Permission.RECORD_SUPPORT, Permission.SEE_PEOPLE, Permission.SEE_NOTES


def of_person(request: HttpRequest, service, client: int) -> HttpResponse:
    """A person's applications, the newest first; `?show=closed` or `all`."""
    person = find(request, Client, client)
    note_reading(request, person, "Applications and interviews")
    today, every, may_record = request.worker.today(service), applications_of(person), may_for(request, person, RECORD)
    is_any_open = any(one.stands(today).is_open for one in every)
    shown = request.GET.get("show", "open" if is_any_open else "all")
    shown = shown if shown in SHOWN else "all"
    told = {
        "person": person, "lines": lines(every, shown, today, may_record=may_record, notes=may(request, NOTES)),
        "counts": counts(every, shown, today), "doings": begin(person, today) if may_record else [],
        "pages_of_person": rooms_of(request.worker, person, "person_applications"),
        "back": reverse("client", args=[service.pk, person.pk]), "recorded": recorded(request),
    }  # fmt: skip
    return render(request, "applications/person.html", told)


def begin(person: Client, today) -> list[Doing]:
    """Where an application is recorded, while support goes on."""
    held = next((one for one in scope.about(person, Episode) if one.lives_on(today)), None)
    return (
        [Doing("Record an application", reverse("application_new", args=[person.service_id, held.pk]))] if held else []
    )


def one(request: HttpRequest, service, application: int) -> HttpResponse:
    """One application: where it stands, how it was made, and everything that came of it."""
    found = find(request, Application, application)
    person = found.episode.client
    note_reading(request, person, "An application")
    today, may_record = request.worker.today(service), may_for(request, person, RECORD)
    course = one_told(found)
    told = {
        "person": person, "page": whole(course, today, may_record=may_record, notes=may(request, NOTES)),
        "offers": offered(person, course, today) if may_record else [],
        "pages_of_person": rooms_of(request.worker, person, "person_applications"),
        "back": reverse("person_applications", args=[service.pk, person.pk]), "recorded": recorded(request),
    }  # fmt: skip
    return render(request, "applications/one.html", told)


def new(request: HttpRequest, service, episode: int) -> HttpResponse:
    """An application that was made; what the person chose stands above the form."""
    held = find_open(request, episode)
    today = request.worker.today(service)
    initial = {
        "applied_on": today, "how": ApplicationHow.FORM, "sent_by": SentBy.TOGETHER, "staff": own_staff(request),
        **in_address(request),
    }  # fmt: skip
    told = named(request, initial=initial)
    told["rows"] |= {"staff": colleagues_in_post(request), "lead": leads_to_answer(request.worker, service)}
    form = ApplicationForm(**told)
    more = {
        "names": names(request), "kinds": kinds_offered(), "episode": held,
        "plan": may_be_said(decisions_of(held.client), today),
    }  # fmt: skip
    question = Question(
        "Record an application", held.client, button="Record the application", template="applications/new.html",
        back=reverse("person_applications", args=[service.pk, held.client_id]), more=more, leads_to=seen,
    )  # fmt: skip

    def do():
        employer = employer_named(request, form)
        return doing.record(by=request.worker, service=service, episode=held, employer=employer, **form.facts())

    return ask(request, form, question, do)


def in_address(request: HttpRequest) -> dict:
    """The employer or the lead from whose page the form was opened."""
    employer, words = employer_in_address(request), request.GET.get("lead", "")
    told = {"employer_name": employer.name} if employer else {}
    if words.isascii() and words.isdigit() and len(words) < 10:
        lead = leads_to_answer(request.worker, request.service).filter(pk=words).first()
        told |= {"lead": lead.pk, "employer_name": lead.employer.name, "title": lead.title} if lead else {}
    return told


def mine(request: HttpRequest, service) -> HttpResponse:
    """A person's own applications, for themselves."""
    every = applications_of(own(request, service))
    return render(
        request, "own_record/applications.html",
        {"applications": own_applications(every, request.worker.today(service))},
    )  # fmt: skip


def seen(record) -> str:
    """The page of the application that a record belongs to, with what was recorded said above it."""
    pk = record.pk if isinstance(record, Application) else record.application_id
    return f"{reverse('application', args=[record.service_id, pk])}?recorded={record.event_id}"


def about(application: Application, heading: str, **more) -> Question:
    """A question about one application."""
    back = reverse("application", args=[application.service_id, application.pk])
    told = {"back": back, "intro": f"{what(application)}.", "leads_to": seen, **more}
    return Question(heading, application.episode.client, **told)


def interview(request: HttpRequest, service, application: int) -> HttpResponse:
    """An interview or a trial shift, booked or held; who goes along is subject to what the person chose."""
    found = find(request, Application, application, to=RECORD)
    initial = {"kind": InterviewKind.IN_PERSON}
    form = InterviewForm(**sent(request, rows={"goes_along": colleagues_in_post(request)}, initial=initial))
    plan = may_be_said(decisions_of(found.episode.client), request.worker.today(service))
    question = about(
        found, "Record an interview", button="Record the interview", template="applications/form.html",
        more={"plan": plan, "episode": found.episode},
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: doing.book_interview(by=request.worker, service=service, application=found, **form.facts()),
    )  # fmt: skip


def told(request: HttpRequest, service, interview: int) -> HttpResponse:
    """How an interview went."""
    held = find(request, Interview, interview, to=RECORD)
    form = InterviewToldForm(**sent(request, initial={"hiring_authority": True}))
    words = f"{what(held.application)}. {when(held)}: {interview_in_words(held)}."
    question = about(held.application, "How did the interview go?", intro=words)
    return ask(
        request, form, question,
        lambda: doing.tell_interview(by=request.worker, service=service, interview=held, **form.facts()),
    )  # fmt: skip


def result(request: HttpRequest, service, application: int) -> HttpResponse:
    """What came of an application."""
    found = find(request, Application, application, to=RECORD)
    form = ResultForm(**sent(request, initial={"came_on": request.worker.today(service)}))
    return ask(
        request, form, about(found, "Record an answer", button="Record the answer"),
        lambda: doing.answer(by=request.worker, service=service, application=found, **form.facts()),
    )  # fmt: skip


def job(request: HttpRequest, service, application: int) -> HttpResponse:
    """The job that came of an application, with what is known of it filled in."""
    found = find(request, Application, application, to=RECORD)
    today, own_currency = request.worker.today(service), currency(service.country)
    agreed = one_told(found).starts_on
    initial = {
        "title": found.title, "employer_name": found.employer.name, "occupation_code": found.occupation_code,
        "started_on": min(agreed, today) if agreed else today, "currency": own_currency, "is_filled": True,
        "open_to_anyone": None,
    }  # fmt: skip
    form = StartForm(**named(request, initial=initial))
    if found.lead is None:
        del form.fields["is_filled"]
    base = about_a_start(request, form, found.episode.client)
    question = about(
        found,
        base.heading,
        button=base.button,
        template=base.template,
        more=base.more,
        leads_to=lambda made: at_work(made),
    )

    def do():
        employer = employer_named(request, form)
        facts = paid(form, own_currency)
        return doing.start_job(by=request.worker, service=service, application=found, employer=employer, **facts)

    return ask(request, form, question, do)


def at_work(made) -> str:
    """The page of the person's work, with what was recorded said above it."""
    address = reverse("client_work", args=[made.service_id, made.episode.client_id])
    return f"{address}?recorded={made.event_id}"


PAGES = [
    Page("s/<int:service>/clients/<int:client>/applications/", of_person, "person_applications", SEE),
    Page("s/<int:service>/episodes/<int:episode>/applications/new/", new, "application_new", RECORD),
    Page("s/<int:service>/applications/<int:application>/", one, "application", SEE),
    Page("s/<int:service>/applications/<int:application>/interviews/new/", interview, "interview_new", RECORD),
    Page("s/<int:service>/applications/<int:application>/result/", result, "application_result", RECORD),
    Page("s/<int:service>/applications/<int:application>/job/", job, "application_job", RECORD),
    Page("s/<int:service>/interviews/<int:interview>/told/", told, "interview_told", RECORD),
    Page("s/<int:service>/my-record/applications/", mine, "my_applications", Permission.SEE_OWN_RECORD),
]
