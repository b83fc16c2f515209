"""Benefits advice of one person: what is to be offered, what came of each offer, and the better-off sums."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.actions import benefits as actions
from placewell.records.models import BenefitsAdvice, Client
from placewell.records.standards import standards_of
from placewell.web.doors import Page
from placewell.web.forms.benefits import AnswerForm, SumForm
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.records.beside import ask_beside
from placewell.web.pages.records.finding import find, may_for, note_reading
from placewell.web.presenters.benefits import benefits
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.recorded import recorded

RECORD = Permission.RECORD_SUPPORT
STANDARD = "days_to_advice_after_a_change"


def person_benefits(request: HttpRequest, service, client: int) -> HttpResponse:
    """What is prompted and missing, every offer, and the sums beside it."""
    person = find(request, Client, client)
    note_reading(request, person, "Benefits advice")
    today = request.worker.today(service)
    told = {
        "person": person,
        "page": benefits(
            person,
            service=service,
            standard=standards_of(service, today).of(STANDARD),
            today=today,
            may_write=may_for(request, person, RECORD),
        ),
        "recorded": recorded(request),
        "pages_of_person": rooms_of(request.worker, person, "person_benefits"),
        "back": reverse("client", args=[service.pk, person.pk]),
    }
    return render(request, "benefits/person.html", told)


def page_of(record) -> str:
    """The page of benefits advice of the person whom an offer, or a sum, is about."""
    advice = record if isinstance(record, BenefitsAdvice) else record.advice
    return reverse("person_benefits", args=[record.service_id, advice.episode.client_id])


def answer(request: HttpRequest, service, advice: int) -> HttpResponse:
    """What came of an offer: given, by whom, or not wanted."""
    offered = find(request, BenefitsAdvice, advice, to=RECORD)
    form = AnswerForm(**sent(request))
    question = Question("What came of the benefits advice?", offered.episode.client, back=page_of(offered))
    return ask_beside(
        request, form, question,
        lambda: actions.answer(by=request.worker, service=service, advice=offered, **form.facts()),
        page_of,
    )  # fmt: skip


def sum_new(request: HttpRequest, service, advice: int) -> HttpResponse:
    """The better-off sum of advice that was given."""
    offered = find(request, BenefitsAdvice, advice, to=RECORD)
    form = SumForm(**sent(request, initial={"worked_out_on": offered.held_on or request.worker.today(service)}))
    question = Question("Better-off sum", offered.episode.client, back=page_of(offered))
    return ask_beside(
        request, form, question,
        lambda: actions.note_sum(by=request.worker, service=service, advice=offered, **form.facts()),
        page_of,
    )  # fmt: skip


PAGES = [
    Page("s/<int:service>/clients/<int:client>/benefits/", person_benefits, "person_benefits", Permission.SEE_PEOPLE),
    Page("s/<int:service>/benefits-advice/<int:advice>/answer/", answer, "benefits_advice_answer", RECORD),
    Page("s/<int:service>/benefits-advice/<int:advice>/sum/", sum_new, "better_off_new", RECORD),
]
