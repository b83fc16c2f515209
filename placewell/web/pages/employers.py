"""Employers of the unit, and contacts with them, about a person or about nobody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.disclosure import NotAllowedToTell, decisions_of
from placewell.access.permissions import Permission
from placewell.actions import employers as directory
from placewell.records.employers import EmployerContactPurpose
from placewell.records.models import Employer, Episode
from placewell.rules.postcodes import place_named
from placewell.web.doors import Page
from placewell.web.forms.employers import ContactAboutForm, EmployerContactForm, NamesEmployer, NewEmployerForm
from placewell.web.pages.clients import page_number
from placewell.web.pages.naming import all_names, employer_named, named, names
from placewell.web.pages.records.asking import Question, ask, seen_at, sent
from placewell.web.pages.records.finding import find, own_staff
from placewell.web.presenters.directory import known_of
from placewell.web.presenters.disclosure import may_be_said
from placewell.web.presenters.employer_map import employer_map
from placewell.web.presenters.employers import employer_list, employer_page
from placewell.web.presenters.recorded import recorded

RECORD = Permission.RECORD_EMPLOYERS


def employers(request: HttpRequest, service) -> HttpResponse:
    """The unit's employers, found by words and place, with the last contact."""
    looked = looked_for(request)
    rows = scope.employers_for(request.worker).filter(service=service)
    told = employer_list(rows, **looked, page=page_number(request))
    return render(request, "employers/list.html", {**told, **looked, "recorded": recorded(request)})


def on_map(request: HttpRequest, service) -> HttpResponse:
    """The same employers by postcode district: on a map, and in a list that says the same."""
    looked = looked_for(request)
    near = " ".join(request.GET.get("from", "").replace("\0", "").split())[:12]
    rows = scope.employers_for(request.worker).filter(service=service)
    told = employer_map(rows, service=service.pk, **looked, near=near)
    return render(request, "employers/map.html", {**looked, "near": near, **told})


def looked_for(request: HttpRequest) -> dict[str, str]:
    """The words and the postcode district or area that the list is narrowed to."""
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[:100]
    return {"words": words, "place": place_named(words=request.GET.get("district", "")[:12])}


def employer(request: HttpRequest, service, employer: int) -> HttpResponse:
    """One employer, and who has been in touch with them."""
    found = find(request, Employer, employer)
    reached = scope.clients_for(request.worker)
    told = employer_page(found, scope.with_employer(found), reached, page=page_number(request))
    told |= known_of(found, own=own_staff(request), today=request.worker.today(service))
    told |= {"recorded": recorded(request), "back": reverse("employers", args=[service.pk])}
    return render(request, "employers/employer.html", told)


def new(request: HttpRequest, service) -> HttpResponse:
    """A new employer, unless the name means one that is known: then that one is seen."""
    initial = {"name": request.GET.get("name", "")[:200]}
    form = NewEmployerForm(**sent(request, employers=all_names(request), initial=initial))
    question = Question(
        "Add an employer", back=reverse("employers", args=[service.pk]), template="employers/form.html",
        more={"names": [], "by_page": True}, leads_to=lambda found: led_to(request, form, found),
    )  # fmt: skip
    return ask(request, form, question, lambda: added(request, form))


def added(request: HttpRequest, form: NewEmployerForm) -> Employer:
    """The employer that is meant: a known one, or one added now."""
    pk, _ = form.employer_facts()
    if pk is not None:
        return find(request, Employer, pk)
    return directory.add(by=request.worker, service=request.service, **form.facts())


def led_to(request: HttpRequest, form: NewEmployerForm, found: Employer) -> str:
    """The employer's page; nothing was recorded where it was known."""
    if form.employer_facts()[0] is None:
        return seen_at(request, found)
    return reverse("employer", args=[request.service.pk, found.pk])


def contact_about(request: HttpRequest, service, episode: int) -> HttpResponse:
    """A contact with an employer about a person; what the person chose stands above the form."""
    held = find(request, Episode, episode, to=RECORD)
    form = ContactAboutForm(**named(request, initial={**first_answers(request), **named_in_address(request)}))
    plan = may_be_said(decisions_of(held.client), request.worker.today(service))
    question = Question(
        "Record an employer contact", held.client, button="Record the contact",
        template="employers/form.html",
        more={"names": names(request), "plan": plan, "episode": held, **warned(request)},
    )  # fmt: skip
    return ask(request, form, question, lambda: note_about(request, form, held))


def note_about(request: HttpRequest, form: ContactAboutForm, episode: Episode):
    """Note a contact about a person; where they did not allow it, ask why it was made all the same."""
    try:
        return note(request, form, episode=episode)
    except NotAllowedToTell:
        form.ask_why()
        raise


def contact_with(request: HttpRequest, service) -> HttpResponse:
    """A contact with an employer about nobody."""
    form = EmployerContactForm(**named(request, initial={**first_answers(request), **named_in_address(request)}))
    question = Question(
        "Record an employer contact", button="Record the contact", back=reverse("employers", args=[service.pk]),
        intro="About no one person. To record one about a person, begin on their page.",
        template="employers/form.html", more={"names": names(request), **warned(request)},
    )  # fmt: skip
    return ask(request, form, question, lambda: note(request, form))


def first_answers(request: HttpRequest) -> dict:
    """Today, face to face, by the worker."""
    return {"made_on": request.worker.today(request.service), "mode": "face_to_face", "staff": own_staff(request)}


def named_in_address(request: HttpRequest) -> dict:
    """The employer, the purpose and whom we met, that the page which led here names."""
    purpose, met = request.GET.get("purpose", ""), " ".join(request.GET.get("met", "").split())[:200]
    told = {"purpose": purpose} if purpose in EmployerContactPurpose.values else {}
    told |= {"met": met} if met else {}
    if request.GET.get("hires") == "yes":
        told["hiring_authority"] = True
    if request.GET.get("planned") == "yes":
        told["planned"] = True
    found = employer_in_address(request)
    return {**told, "employer_name": found.name} if found else told


def employer_in_address(request: HttpRequest) -> Employer | None:
    """The employer from whose page the form was opened, if the worker may see it."""
    words = request.GET.get("employer", "")
    known = scope.employers_for(request.worker).filter(service=request.service)
    return known.filter(pk=words).first() if words.isascii() and words.isdigit() and len(words) < 10 else None


def warned(request: HttpRequest) -> dict:
    """What is known of the employer in the address before anybody gets in touch: a colleague, a wish to be left alone."""
    found = employer_in_address(request)
    if found is None:
        return {}
    told = known_of(found, own=own_staff(request), today=request.worker.today(request.service))
    return {name: told[name] for name in ("clash", "leave_alone", "people")}


def note(request: HttpRequest, form: NamesEmployer, episode: Episode | None = None):
    """Note the contact that a form tells of."""
    employer = employer_named(request, form)
    return directory.note_contact(
        by=request.worker, service=request.service, employer=employer, episode=episode, **form.facts()
    )


PAGES = [
    Page(
        "s/<int:service>/employers/", employers, "employers", RECORD,
        "Employers", "Employers of the unit, and who has been in touch with them.",
    ),
    Page("s/<int:service>/employers/map/", on_map, "employers_map", RECORD),
    Page("s/<int:service>/employers/new/", new, "employer_new", RECORD),
    Page("s/<int:service>/employers/<int:employer>/", employer, "employer", RECORD),
    Page("s/<int:service>/employer-contacts/new/", contact_with, "employer_contact_new", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/employer-contacts/new/", contact_about, "employer_contact_about", RECORD),
]  # fmt: skip
