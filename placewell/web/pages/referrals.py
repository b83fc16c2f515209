"""Referrals: found or new, acknowledged, the person contacted, decided."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.access.roles import Reach
from placewell.actions import referrals
from placewell.records.models import Client, Referral
from placewell.web.doors import Page
from placewell.web.forms.referrals import (
    AcknowledgeForm,
    DecideForm,
    FirstContactForm,
    NewPersonReferralForm,
    ReferralForm,
)
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import find, teams
from placewell.web.presenters.clients.listing import listing
from placewell.web.presenters.clients.looking import Looking
from placewell.web.presenters.duplicates import possibly_the_same

MOST = 10


def find_first(request: HttpRequest, service) -> HttpResponse:
    """Look for the person before a referral is written down, so that nobody is recorded twice."""
    looking = Looking.asked({"q": request.GET.get("q", "")})
    lines = []
    if looking.words:
        lines = listing(request.worker, service, looking, to=Permission.RECORD_REFERRALS).lines[:MOST]
    told = {"looking": looking, "lines": lines, "back": reverse("clients", args=[service.pk])}
    return render(request, "referrals/find.html", told)


def new_person(request: HttpRequest, service) -> HttpResponse:
    """The referral of somebody who is not in the record yet."""
    form = NewPersonReferralForm(**sent(request, rows={"team": teams(request)}, initial=first_answers(request)))
    require_team(request, form)
    reached = scope.clients_for(request.worker).filter(service=service)
    same = possibly_the_same(reached, form.cleaned_data) if form.is_bound and form.is_valid() else []
    question = Question(
        "Referral of a new person", button="Record the referral", back=reverse("referral_find", args=[service.pk]),
        check="referrals/check.html", more={"same": same},
    )  # fmt: skip
    return ask(request, form, question, lambda: referrals.receive(by=request.worker, service=service, **form.facts()))


def known_person(request: HttpRequest, service, client: int) -> HttpResponse:
    """The referral of somebody who is in the record."""
    person = find(request, Client, client, to=Permission.RECORD_REFERRALS)
    form = ReferralForm(**sent(request, rows={"team": teams(request)}, initial=first_answers(request)))
    require_team(request, form)
    return ask(
        request, form, Question("Referral", person, button="Record the referral"),
        lambda: referrals.receive(by=request.worker, service=service, client=person, **form.facts()),
    )  # fmt: skip


def first_answers(request: HttpRequest) -> dict:
    """Today; and for somebody with one team only, that team."""
    own = list(teams(request)[:2])
    return {
        "received_on": request.worker.today(request.service),
        "team": own[0] if len(own) == 1 and is_clinician(request) else None,
        "source": "care_coordinator" if is_clinician(request) else None,
    }


def is_clinician(request: HttpRequest) -> bool:
    """Whether the worker reaches people through their own clinical teams alone."""
    return request.worker.reaches(request.service) <= {Reach.TEAMS}


def require_team(request: HttpRequest, form: ReferralForm) -> None:
    """A clinician refers from one of their teams: else they could not see what becomes of it."""
    if is_clinician(request):
        field = form.fields["team"]
        field.required, field.empty_label, field.label = True, "Choose", "Clinical team"
        field.error_messages["required"] = "Choose your clinical team"


def acknowledge(request: HttpRequest, service, referral: int) -> HttpResponse:
    """Whoever referred was told that it has arrived."""
    asked = {"form": AcknowledgeForm, "field": "acknowledged_on", "do": referrals.acknowledge}
    return next_step(request, service, referral, "Acknowledge the referral", **asked)


def first_contact(request: HttpRequest, service, referral: int) -> HttpResponse:
    """The person was contacted."""
    asked = {"form": FirstContactForm, "field": "first_contact_on", "do": referrals.note_first_contact}
    return next_step(request, service, referral, "First contact with the person", **asked)


def decide(request: HttpRequest, service, referral: int) -> HttpResponse:
    """What became of the referral."""
    intro = "The wish to work is the only criterion."
    asked = {"form": DecideForm, "field": "decided_on", "do": referrals.decide, "intro": intro}
    return next_step(request, service, referral, "Decide on the referral", **asked)


def next_step(request, service, referral: int, heading: str, *, form, field: str, do, intro: str = "") -> HttpResponse:
    """One step of a referral: a date, and what happened on it."""
    received = find(request, Referral, referral, to=Permission.RECORD_SUPPORT)
    given = getattr(received, field) or request.worker.today(service)
    asked = form(**sent(request, initial={field: given}))
    return ask(
        request, asked, Question(heading, received.client, intro=intro),
        lambda: do(by=request.worker, service=service, referral=received, **asked.facts()),
    )  # fmt: skip


REFER, RECORD = Permission.RECORD_REFERRALS, Permission.RECORD_SUPPORT
PAGES = [
    Page(
        "s/<int:service>/referrals/new/",
        find_first,
        "referral_find",
        REFER,
        "Record a referral",
        "Refer somebody who wants to work.",
    ),
    Page("s/<int:service>/referrals/new/person/", new_person, "referral_new", REFER),
    Page("s/<int:service>/clients/<int:client>/referrals/new/", known_person, "referral_known", REFER),
    Page("s/<int:service>/referrals/<int:referral>/acknowledge/", acknowledge, "referral_acknowledge", RECORD),
    Page("s/<int:service>/referrals/<int:referral>/first-contact/", first_contact, "referral_first_contact", RECORD),
    Page("s/<int:service>/referrals/<int:referral>/decide/", decide, "referral_decide", RECORD),
]
