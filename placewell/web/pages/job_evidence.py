"""The clock of a job and the evidence that it lasted, proofs and the person's own word."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.application_scope import application_of_job
from placewell.access.permissions import Permission
from placewell.actions import job_evidence
from placewell.documents.job_evidence import DEFINITIONS, Held, evidence
from placewell.measures.catalogue import find as measure_named
from placewell.records.models import (
    Job,
    JobChange,
    JobConfirmation,
    JobProof,
    JobView,
    LeadOffer,
    SupportRhythm,
    WorkWishes,
)
from placewell.web.doors import Page
from placewell.web.forms.job_evidence import ConfirmationForm, OwnWordForm, ProofForm, ViewForm
from placewell.web.pages.handing_out import hand_out, is_large
from placewell.web.pages.in_work import about
from placewell.web.pages.own_record import own
from placewell.web.pages.records.asking import Question, act, ask, sent, shown
from placewell.web.pages.records.finding import find, may_for, note_reading
from placewell.web.presenters.applications.came import said
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.own_record.leads import own_leads
from placewell.web.presenters.own_record.work import own_work
from placewell.web.presenters.recorded import recorded
from placewell.web.presenters.work.clock import clock_page
from placewell.web.presenters.work.papers import blocks_of

RECORD, SEE, OWN = Permission.RECORD_SUPPORT, Permission.SEE_PEOPLE, Permission.SEE_OWN_RECORD
LANGUAGES = {"NZ": "en-NZ"}


def held_of(request: HttpRequest, job: Job) -> Held:
    """Every job of the episode with proofs and the person's word, for a job opened through a door."""
    person, today = job.episode.client, request.worker.today(request.service)
    jobs = scope.about(person, Job).filter(episode=job.episode_id, started_on__lte=today).select_related("employer")
    ids = {"job__episode": job.episode_id}
    return Held(
        job=job,
        jobs=list(jobs.order_by("started_on", "pk")),
        proofs=list(scope.about(person, JobProof).filter(**ids).select_related("job").order_by("covers_from", "pk")),
        words=list(scope.about(person, JobConfirmation).filter(**ids).select_related("job").order_by("said_on", "pk")),
        today=today,
    )


def clock(request: HttpRequest, service, job: int) -> HttpResponse:
    """The clock of one job: 13, 26 and 52 weeks, 13 in 16, gaps, proofs, the next check."""
    found = find(request, Job, job)
    person = found.episode.client
    note_reading(request, person, "The clock of a job")
    changes = list(scope.about(person, JobChange).filter(job=found))
    came = application_of_job(found)
    told = {
        "person": person,
        "came": came and (said(came), reverse("application", args=[service.pk, came.pk])),
        "title": found.title,
        "employer": str(found.employer) if found.employer else "Self-employed",
        "page": clock_page(held_of(request, found), changes),
        "doings": doings(found) if may_for(request, person, RECORD) else [],
        "pages_of_person": rooms_of(request.worker, person, "client_work"),
        "back": reverse("client_work", args=[service.pk, person.pk]),
        "recorded": recorded(request),
    }
    return render(request, "work/clock.html", told)


def doings(job: Job) -> list[Doing]:
    """What is recorded on the clock of a job."""
    names = [
        ("Record a proof", "job_proof"),
        ("Record the person’s word", "job_word"),
    ]
    return [Doing(words, reverse(name, args=[job.service_id, job.pk])) for words, name in names]


def evidence_page(request: HttpRequest, service, job: int, definition: str) -> HttpResponse:
    """The evidence for one funder's definition, to print or as Word or PDF (`?as=word`)."""
    if definition not in DEFINITIONS:
        raise Http404("no such definition")
    found = find(request, Job, job)
    person, asked = found.episode.client, DEFINITIONS[definition]
    paper = evidence(
        definition=asked, measure=measure_named(asked.measure), held=held_of(request, found),
        person=f"{person.given_name} {person.family_name}", service=service.name,
        language=LANGUAGES.get(service.country, "en-GB"),
    )  # fmt: skip
    if form := request.GET.get("as", ""):
        return hand_out(request, person, paper, form, is_large(request))
    note_reading(request, person, paper.title)
    told = {
        "person": person, "paper": paper, "blocks": blocks_of(paper),
        "back": reverse("job_clock", args=[service.pk, found.pk]),
    }  # fmt: skip
    return render(request, "work/evidence.html", told)


def proof(request: HttpRequest, service, job: int) -> HttpResponse:
    """A proof of a job was seen."""
    found = find(request, Job, job, to=RECORD)
    today = request.worker.today(service)
    form = ProofForm(**sent(request, initial={"seen_on": today, "covers_from": found.started_on, "covers_to": today}))
    return ask(
        request, form, on_the_clock(found, "Record a proof of the job"),
        lambda: job_evidence.see_proof(by=request.worker, service=service, job=found, **form.facts()),
    )  # fmt: skip


def word(request: HttpRequest, service, job: int) -> HttpResponse:
    """The person told one of us whether they are still in the job."""
    found = find(request, Job, job, to=RECORD)
    form = ConfirmationForm(**sent(request, initial={"said_on": request.worker.today(service)}))
    return ask(
        request, form, on_the_clock(found, "Record the person’s word"),
        lambda: job_evidence.note_confirmation(by=request.worker, service=service, job=found, **form.facts()),
    )  # fmt: skip


def view(request: HttpRequest, service, job: int) -> HttpResponse:
    """What the person thinks of the job."""
    found = find(request, Job, job, to=RECORD)
    form = ViewForm(**sent(request, initial={"said_on": request.worker.today(service)}))
    return ask(
        request, form, about(found, "What the person thinks of the job"),
        lambda: job_evidence.tell_view(by=request.worker, service=service, job=found, **form.facts()),
    )  # fmt: skip


def on_the_clock(job: Job, heading: str) -> Question:
    """A question asked from the clock of a job."""
    question = about(job, heading)
    back = reverse("job_clock", args=[job.service_id, job.pk])
    return Question(question.heading, question.person, intro=question.intro, back=back)


def my_work(request: HttpRequest, service) -> HttpResponse:
    """A person's own jobs: what is written about them, and whether they still work there."""
    person, today = own(request, service), request.worker.today(service)
    jobs = list(
        scope.about(person, Job).filter(started_on__lte=today).select_related("employer").order_by("-started_on")
    )
    words = scope.about(person, JobConfirmation).order_by("said_on", "pk")
    rhythms = scope.about(person, SupportRhythm).order_by("started_on")
    views = scope.about(person, JobView).order_by("said_on")
    told = {"work": own_work(jobs, words, rhythms, views, today=today), "said": "said" in request.GET}
    offers = scope.about(person, LeadOffer).select_related("lead__employer").order_by("-offered_on", "-pk")
    wishes = scope.about(person, WorkWishes).select_related("carried_from").order_by("-stated_on", "-pk").first()
    told |= own_leads(offers, wishes, service.country)
    return render(request, "own_record/work.html", told)


def my_word(request: HttpRequest, service, job: int) -> HttpResponse:
    """The person says whether they still work in a job of theirs."""
    found = find(request, Job, job, to=OWN)
    form = OwnWordForm(**sent(request))
    back = reverse("my_work", args=[service.pk])
    if form.is_bound and form.is_valid():

        def do() -> str:
            job_evidence.confirm(by=request.worker, service=service, job=found, **form.facts())
            return f"{back}?said=yes"

        done = act(request, form, do)
        if isinstance(done, HttpResponseRedirect):
            return done
    question = Question(f"Your job: {found.title}", back=back, button="Tell us")
    return shown(request, form, question, question.template)


PAGES = [
    Page("s/<int:service>/jobs/<int:job>/clock/", clock, "job_clock", SEE),
    Page("s/<int:service>/jobs/<int:job>/evidence/<slug:definition>/", evidence_page, "job_evidence", SEE),
    Page("s/<int:service>/jobs/<int:job>/proofs/new/", proof, "job_proof", RECORD),
    Page("s/<int:service>/jobs/<int:job>/word/", word, "job_word", RECORD),
    Page("s/<int:service>/jobs/<int:job>/view/", view, "job_view", RECORD),
    Page("s/<int:service>/my-record/work/", my_work, "my_work", OWN),
    Page("s/<int:service>/my-record/work/<int:job>/", my_word, "my_word", OWN),
]
