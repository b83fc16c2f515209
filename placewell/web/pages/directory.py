"""The unit's directory: what employers need, sites, people, two rows made one, and whom to see next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import directory, employers
from placewell.records.models import Employer, EmployerCard, EmployerSite
from placewell.web.doors import Page
from placewell.web.forms.directory import CardForm, EmployerPersonForm, MergeForm, SiteForm
from placewell.web.forms.employers import VisitAgainForm
from placewell.web.pages.clients import page_number
from placewell.web.pages.naming import alike, all_names, names
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import colleagues, colleagues_in_post, find, own_staff
from placewell.web.presenters.alike import typed_name
from placewell.web.presenters.directory import known_of, next_visits
from placewell.web.presenters.visit_again import last_visit

RECORD = Permission.RECORD_EMPLOYERS


def of(employer: Employer) -> str:
    """The page of an employer."""
    return reverse("employer", args=[employer.service_id, employer.pk])


def describe(request: HttpRequest, service, employer: int) -> HttpResponse:
    """What an employer needs and who keeps in touch, with what is known filled in."""
    found = find(request, Employer, employer)
    card = scope.of_employer(found, EmployerCard).first()
    initial = CardForm.initial_of(card) if card else {}
    form = CardForm(**sent(request, rows={"keeps_in_touch": colleagues_in_post(request)}, initial=initial))
    return ask(
        request, form, Question(f"About {found}", back=of(found)),
        lambda: directory.describe(by=request.worker, service=service, employer=found, **form.facts()),
    )  # fmt: skip


def site(request: HttpRequest, service, employer: int) -> HttpResponse:
    """A place where an employer has people at work."""
    found, form = find(request, Employer, employer), SiteForm(**sent(request))
    return ask(
        request, form, Question(f"Add a site of {found}", back=of(found)),
        lambda: directory.add_site(by=request.worker, service=service, employer=found, **form.facts()),
    )  # fmt: skip


def person(request: HttpRequest, service, employer: int) -> HttpResponse:
    """Somebody whom the unit knows at an employer."""
    found = find(request, Employer, employer)
    form = EmployerPersonForm(**sent(request, rows={"site": scope.of_employer(found, EmployerSite).order_by("name")}))
    return ask(
        request, form, Question(f"Add somebody at {found}", back=of(found)),
        lambda: directory.add_person(by=request.worker, service=service, employer=found, **form.facts()),
    )  # fmt: skip


def merge(request: HttpRequest, service, employer: int) -> HttpResponse:
    """Another row that means the same employer becomes this one."""
    kept = find(request, Employer, employer)
    typed = typed_name(request.GET.get("name", ""))
    form = MergeForm(**sent(request, employers=all_names(request), kept=kept.pk, initial={"employer_name": typed}))
    question = Question(
        f"Merge another employer into {kept}", button="Merge the two", back=of(kept), template="employers/form.html",
        more={"names": names(request, but=kept.pk), "alike": alike(request, kept)},
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: directory.merge(
            by=request.worker, service=service, kept=kept, gone=find(request, Employer, form.employer_facts()[0]),
            merged_on=request.worker.today(service), **form.facts(),
        ),
    )  # fmt: skip


def whom_to_see(request: HttpRequest, service) -> HttpResponse:
    """Employers by how far it has come with them: whom to see next, and why."""
    rows = scope.employers_for(request.worker).filter(service=service)
    today = request.worker.today(service)
    told = next_visits(rows, cup=request.GET.get("cup", ""), page=page_number(request), today=today)
    return render(request, "employers/next.html", told)


def visit_again(request: HttpRequest, service, employer: int) -> HttpResponse:
    """A visit to an employer like the last one: look, say what was learned if anything, and record it."""
    found, today = find(request, Employer, employer), request.worker.today(service)
    last = last_visit(found, today)
    first = {"made_on": today, "mode": "face_to_face", "planned": True, "staff": own_staff(request)}
    sites = scope.of_employer(found, EmployerSite).order_by("name")
    form = VisitAgainForm(
        **sent(request, rows={"staff": colleagues(request), "site": sites}, initial=first | last.answers)
    )
    known = known_of(found, own=own_staff(request), today=today)
    more = {name: known[name] for name in ("clash", "leave_alone", "people")}
    question = Question(
        f"Visit {last.number} to {found}", button="Record the visit", back=of(found), template="employers/again.html",
        more={**more, "said": last.said, "is_open": bool(form.errors) or not last.answers, "own": own_staff(request)},
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: employers.note_contact(by=request.worker, service=service, employer=found, **form.facts()),
    )  # fmt: skip


PAGES = [
    Page("s/<int:service>/employers/next/", whom_to_see, "employers_next", RECORD),
    Page("s/<int:service>/employers/<int:employer>/visit-again/", visit_again, "employer_visit_again", RECORD),
    Page("s/<int:service>/employers/<int:employer>/about/", describe, "employer_describe", RECORD),
    Page("s/<int:service>/employers/<int:employer>/sites/new/", site, "employer_site_new", RECORD),
    Page("s/<int:service>/employers/<int:employer>/people/new/", person, "employer_person_new", RECORD),
    Page("s/<int:service>/employers/<int:employer>/merge/", merge, "employer_merge", RECORD),
]
