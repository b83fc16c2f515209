"""Inviting somebody: which role, whom; then the one-use link, shown once."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from placewell.access.models import Invitation
from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, OF_STAFF, Role
from placewell.access.unit_scope import of_unit, open_invitations_of
from placewell.actions import accounts
from placewell.records.models import ClinicalTeam, FidelityReview, Service, Staff
from placewell.web.forms.roles import OFFERED, ChooseRoleForm, InviteForm, WithdrawInvitationForm
from placewell.web.pages import shown_once
from placewell.web.pages.records.asking import Question, sent, shown
from placewell.web.pages.unit import ask, done, one, rows, sent_again, to
from placewell.web.presenters.accounts import moment
from placewell.web.presenters.roles import in_country

KEEPS = Permission.MANAGE_ACCOUNTS
LINKS = "links of invitations"


def choose(request: HttpRequest, service: Service) -> HttpResponse:
    """Which role the person is to have."""
    form = ChooseRoleForm(**sent(request, country=service.country))
    if form.is_bound and form.is_valid():
        address = to(request, "role_invite", form.cleaned_data["role"])
        asked = request.META["QUERY_STRING"]
        return HttpResponseRedirect(f"{address}?{asked}" if asked else address)
    question = Question("Which role will they have?", button="Continue", back=to(request, "roles"))
    return shown(request, form, question, question.template)


def invite(request: HttpRequest, service: Service, role: str) -> HttpResponse:
    """Invite a person to a role. The link is kept for the next page, and only until it is shown."""
    form = InviteForm(**sent(request, initial=known(request, role), **pointers(request, role)))
    label = in_country(str(Role(role).label), service.country)

    def do() -> str:
        made = accounts.invite(by=request.worker, service=service, role=role, **form.facts())
        link = request.build_absolute_uri(reverse("invitation", args=[made.token]))
        shown_once.keep(request, LINKS, made.invitation.pk, link)
        return to(request, "invitation_made", made.invitation.pk)

    question = Question(
        f"Invite somebody as {label.lower()}",
        button="Make the link",
        back=to(request, "role_choose"),
        intro=in_country(GRANTS[role].in_words, service.country),
    )
    return ask(request, form, question, do)


def pointers(request: HttpRequest, role: str) -> dict:
    """What a form about a role is made of. Raises Http404 for a role that is not offered."""
    if role not in OFFERED:
        raise Http404("no such role")
    today = request.worker.today(request.service)
    return {
        "role": role,
        "staff": rows(request, Staff, KEEPS).exclude(ended_on__lte=today).order_by("full_name"),
        "teams": rows(request, ClinicalTeam, KEEPS).exclude(ended_on__lte=today).order_by("name"),
        "reviews": list(rows(request, FidelityReview, KEEPS).order_by("-scored_on")),
    }


def known(request: HttpRequest, role: str) -> dict:
    """What is known beforehand of the member of staff from whose page one came."""
    asked = request.GET.get("staff", "")
    found = rows(request, Staff, KEEPS).filter(pk=int(asked)).first() if asked.isascii() and asked.isdigit() else None
    if found is None:
        return {}
    return {"email": found.email, "staff": found.pk} if role in OF_STAFF else {"email": found.email}


def invited(request: HttpRequest, service: Service, invitation: int) -> HttpResponse:
    """The link, once; afterwards, that it was shown."""
    found = one(rows(request, Invitation, KEEPS), invitation)
    context = {
        "invitation": found,
        "link": shown_once.take(request, LINKS, found.pk),
        "until": moment(found.ends_at, service.zone()),
        "role": in_country(found.get_role_display(), service.country).lower(),
        "back": to(request, "roles"),
    }
    return render(request, "roles/invited.html", context)


def withdraw(request: HttpRequest, service: Service, invitation: int) -> HttpResponse:
    """Take an open invitation back."""
    every = of_unit(request.worker, service, Invitation, needs=KEEPS, and_withdrawn=True)
    found = one(every if sent_again(request) else open_invitations_of(request.worker, service), invitation)
    form = WithdrawInvitationForm(**sent(request))

    def do() -> str:
        accounts.withdraw_invitation(by=request.worker, service=service, invitation=found, **form.facts())
        return done(request, f"The link for {found.email} does not work any more.", "roles")

    question = Question(f"Withdraw the invitation of {found.email}", button="Withdraw it", back=to(request, "roles"))
    return ask(request, form, question, do)
