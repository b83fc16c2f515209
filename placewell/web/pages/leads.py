"""Leads of the unit: the list, one lead, sharing, describing and closing it, and to whom it was offered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import leads_scope, scope
from placewell.access.permissions import Permission
from placewell.actions import leads
from placewell.records.models import EmployerSite, Episode, Lead, LeadOffer
from placewell.rules.occupations import SUB_MAJOR_GROUPS
from placewell.web.doors import Page
from placewell.web.forms.leads import AnswerForm, CloseForm, DetailsForm, LeadForm, OfferForm
from placewell.web.pages.clients import page_number
from placewell.web.pages.employers import employer_in_address
from placewell.web.pages.naming import employer_named, named, names
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import colleagues, find, own_rows, own_staff
from placewell.web.presenters.leads.listing import STANDINGS, Looking, lead_list
from placewell.web.presenters.leads.page import lead_page, told_of, whom_it_fits
from placewell.web.presenters.recorded import recorded

RECORD = Permission.RECORD_EMPLOYERS


def all_leads(request: HttpRequest, service) -> HttpResponse:
    """The unit's leads, open ones first, found by status, kind of work, who found them, and words."""
    looking = Looking.asked(request.GET)
    told = lead_list(leads_scope.leads_for(request.worker, service), looking, request.worker.today(service))
    told |= {
        "looking": looking,
        "standings": list(STANDINGS.items()),
        "groups": list(SUB_MAJOR_GROUPS.items()),
        "finders": list(colleagues(request).values_list("pk", "full_name")),
        "recorded": recorded(request),
    }
    return render(request, "leads/list.html", told)


def lead(request: HttpRequest, service, lead: int) -> HttpResponse:
    """One lead: what is known of it, who was told, and whose preferences it fits."""
    found = find(request, Lead, lead)
    told = lead_page(found, service, request.worker.today(service)) | told_of(request.worker, found)
    told["fitting"], told["pager"], told["unasked"] = [], None, ""
    if told["is_open"] and not told["has_passed"]:
        told["fitting"], told["pager"], told["unasked"] = whom_it_fits(
            request.worker, service, found, told_keys=told["told_keys"], page=page_number(request)
        )
    told |= {"recorded": recorded(request), "back": reverse("leads", args=[service.pk])}
    return render(request, "leads/lead.html", told)


def seen_at_lead(request: HttpRequest, lead: int | None = None):
    """A record about a lead is seen on the lead's page."""
    return lambda made: f"{reverse('lead', args=[request.service.pk, lead or made.pk])}?recorded={made.event_id}"


def new(request: HttpRequest, service) -> HttpResponse:
    """A lead, shared with the unit; `?employer=` names the employer on whose page it began."""
    employer = employer_in_address(request)
    initial = {"found_on": request.worker.today(service), "found_by": own_staff(request)}
    initial |= {"employer_name": employer.name} if employer else {}
    form = LeadForm(**named(request, initial=initial))
    form.fields["found_by"].queryset = colleagues(request)
    back = reverse("employer", args=[service.pk, employer.pk]) if employer else reverse("leads", args=[service.pk])
    question = Question(
        "Share a lead", button="Share it with the unit", back=back, template="leads/form.html",
        more={"names": names(request)}, leads_to=seen_at_lead(request),
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: leads.share(
            by=request.worker, service=service, employer=employer_named(request, form), **form.facts()
        ),
    )  # fmt: skip


def describe(request: HttpRequest, service, lead: int) -> HttpResponse:
    """What the work of a lead is like, with what is known filled in."""
    found = find(request, Lead, lead)
    known = leads_scope.details_of([found.pk]).get(found.pk)
    sites = scope.of_employer(found.employer, EmployerSite).order_by("name")
    initial = DetailsForm.initial_of(known) if known else {}
    form = DetailsForm(**sent(request, rows={"site": sites}, initial=initial))
    question = Question(
        f"About the work: {found.title}", back=reverse("lead", args=[service.pk, found.pk]),
        leads_to=seen_at_lead(request, found.pk),
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: leads.describe(by=request.worker, service=service, lead=found, **form.facts()),
    )  # fmt: skip


def close(request: HttpRequest, service, lead: int) -> HttpResponse:
    """A lead that was filled or is gone."""
    found, form = find(request, Lead, lead), CloseForm(**sent(request))
    question = Question(
        f"Close the lead: {found.title}", button="Close it", back=reverse("lead", args=[service.pk, found.pk]),
        leads_to=seen_at_lead(request, found.pk),
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: leads.close(by=request.worker, service=service, lead=found, **form.facts()),
    )  # fmt: skip


def offer(request: HttpRequest, service, lead: int) -> HttpResponse:
    """Somebody was told of a lead. The employer hears nothing of it."""
    found, today = find(request, Lead, lead), request.worker.today(service)
    people = scope.records_for(request.worker, Episode, to=RECORD).filter(service=service, ended_on=None)
    people = people.filter(entered_on__lte=today).select_related("client")
    people = people.order_by("client__given_name", "client__family_name", "pk")
    words = request.GET.get("episode", "")
    chosen = int(words) if words.isascii() and words.isdigit() and len(words) < 10 else None
    form = OfferForm(**sent(request, rows={"episode": people}, initial={"offered_on": today, "episode": chosen}))
    person = people.filter(pk=chosen).first() if chosen else None
    question = Question(
        f"Tell somebody of it: {found.title}", button="Save", back=reverse("lead", args=[service.pk, found.pk]),
        intro="The employer is told nothing. Whether they may be told something is asked when you get in touch with them.",
        leads_to=seen_after_offer(request, found.pk, person),
    )  # fmt: skip
    staff = next(iter(own_rows(request)), None)
    return ask(
        request, form, question,
        lambda: leads.offer(by=request.worker, service=service, lead=found, staff=staff, **form.facts()),
    )  # fmt: skip


def seen_after_offer(request: HttpRequest, lead: int, person: Episode | None):
    """Where one came from: the person's page, when it named the person; else the lead's."""
    if person is None or request.GET.get("from") != "person":
        return seen_at_lead(request, lead)
    page = reverse("person_leads", args=[request.service.pk, person.client_id])
    return lambda made: f"{page}?recorded={made.event_id}"


def answer(request: HttpRequest, service, offer: int) -> HttpResponse:
    """What a person answered about a lead."""
    told = find(request, LeadOffer, offer, to=RECORD)
    person = told.episode.client
    initial = AnswerForm.initial_of(told) | {"answered_on": told.answered_on or request.worker.today(service)}
    form = AnswerForm(**sent(request, initial=initial))
    page = reverse("person_leads", args=[service.pk, person.pk])
    question = Question(
        f"{told.lead.title}, {told.lead.employer.name}", person, back=page,
        leads_to=lambda made: f"{page}?recorded={made.event_id}",
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: leads.answer_offer(by=request.worker, service=service, offer=told, **form.facts()),
    )  # fmt: skip


PAGES = [
    Page(
        "s/<int:service>/leads/", all_leads, "leads", RECORD,
        "Leads", "Job leads that the unit shares, and whom they fit.",
    ),
    Page("s/<int:service>/leads/new/", new, "lead_new", RECORD),
    Page("s/<int:service>/leads/<int:lead>/", lead, "lead", RECORD),
    Page("s/<int:service>/leads/<int:lead>/about/", describe, "lead_describe", RECORD),
    Page("s/<int:service>/leads/<int:lead>/close/", close, "lead_close", RECORD),
    Page("s/<int:service>/leads/<int:lead>/offer/", offer, "lead_offer", RECORD),
    Page("s/<int:service>/lead-offers/<int:offer>/answer/", answer, "lead_answer", RECORD),
]  # fmt: skip
