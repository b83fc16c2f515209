"""Leads that fit what one person wants, and what matters to them at work."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import leads_scope, scope
from placewell.access.permissions import Permission
from placewell.actions import lead_digest, leads
from placewell.records.models import Client, LeadOffer, WorkWishes
from placewell.rules.lead_digest import picked, words
from placewell.web.doors import Page
from placewell.web.forms.leads import MailForm, WorkWishesForm
from placewell.web.once import answer
from placewell.web.pages.clients import page_number
from placewell.web.pages.disclosure import open_episode
from placewell.web.pages.episodes import find_open
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import find, may_for, note_reading
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.leads.page import told
from placewell.web.presenters.leads.person import leads_for_person
from placewell.web.presenters.recorded import recorded
from placewell.web.presenters.wording import day

RECORD = Permission.RECORD_EMPLOYERS
EARLIER = "Filled in with what they said on {}, in an earlier stretch of support: change what no longer holds."


def person_leads(request: HttpRequest, service, client: int) -> HttpResponse:
    """Open leads beside what the person wants, and those they were told of."""
    person = find(request, Client, client, to=RECORD)
    note_reading(request, person, "Leads")
    today = request.worker.today(service)
    episode = open_episode(person, today)
    offers = scope.about(person, LeadOffer).select_related("lead__employer", "episode__client", "staff")
    page = leads_for_person(request.worker, service, episode, page=page_number(request), today=today)
    page |= {
        "person": person,
        "episode": episode,
        "told": [(one.lead, told(one)) for one in offers.order_by("-offered_on", "-pk")],
        "may_record": may_for(request, person, Permission.RECORD_SUPPORT),
        "pages_of_person": rooms_of(request.worker, person, "person_leads"),
        "recorded": recorded(request),
        "back": reverse("client", args=[service.pk, person.pk]),
    }
    return render(request, "leads/person.html", page)


def work_wishes(request: HttpRequest, service, episode: int) -> HttpResponse:
    """What matters to the person about a job, with what they said before filled in."""
    held = find_open(request, episode)
    stands = scope.about(held.client, WorkWishes).filter(episode=held).first()
    last = stands or last_said(held.client)
    before = WorkWishesForm.initial_of(last) if last else {}
    form = WorkWishesForm(**sent(request, initial={**before, "stated_on": request.worker.today(service)}))
    page = reverse("person_leads", args=[service.pk, held.client_id])
    earlier = f" {EARLIER.format(day(last.stated_on))}" if last and not stands else ""
    question = Question(
        "What matters at work?", held.client, back=page, leads_to=lambda made: f"{page}?recorded={made.event_id}",
        intro=f"Leads are compared with it, one answer at a time. What is left open stands in nobody’s way.{earlier}",
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: leads.state_wishes(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def last_said(person: Client) -> WorkWishes | None:
    """What mattered to a person at work when they last said so, in whichever stretch of support."""
    rows = scope.about(person, WorkWishes).select_related("episode")
    return rows.order_by("-stated_on", "-pk").first()


def by_mail(request: HttpRequest, service) -> HttpResponse:
    """The week's leads as a text to copy, and whether one has them by mail."""
    today, account = request.worker.today(service), request.worker.account
    form = MailForm(**sent(request))
    if form.is_bound and form.is_valid():

        def do() -> str:
            lead_digest.choose_mail(account=account, wanted=request.POST.get("wanted") == "yes")
            return reverse("leads_by_mail", args=[service.pk])

        if (done := answer(request, form, do)) is not None:
            return done
    rows = leads_scope.open_leads(request.worker, service, today)
    known = leads_scope.details_of([one.pk for one in rows])
    new, closing = picked(leads=[lead_digest.told_of(one, known.get(one.pk)) for one in rows], today=today)
    page = {
        "words": words(new=new, closing=closing, unit=str(service)),
        "form": form,
        "wants": account.wants_lead_mail,
        "address": account.email,
        "is_sent": settings.MAIL_IS_CONFIGURED,
        "back": reverse("leads", args=[service.pk]),
    }
    return render(request, "leads/mail.html", page)


PAGES = [
    Page("s/<int:service>/clients/<int:client>/leads/", person_leads, "person_leads", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/work-wishes/", work_wishes, "work_wishes", Permission.RECORD_SUPPORT),
    Page("s/<int:service>/leads/this-week/", by_mail, "leads_by_mail", RECORD),
]
