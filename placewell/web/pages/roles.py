"""Accounts and their roles: who can sign in, as what, since when; giving, ending, closing."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from placewell.access.models import RoleHeld
from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, Role
from placewell.access.unit_scope import accounts_of, open_invitations_of, with_second_factor
from placewell.actions import accounts
from placewell.records.models import Service
from placewell.web.doors import Page
from placewell.web.forms.roles import (
    ChooseRoleForm,
    CloseAccountForm,
    EndRoleForm,
    ReopenForm,
    RoleForm,
)
from placewell.web.pages import inviting
from placewell.web.pages.records.asking import Question, sent, shown
from placewell.web.pages.unit import ask, done, one, rows, show, to
from placewell.web.presenters.accounts import account_sheet, accounts_sheet
from placewell.web.presenters.roles import in_country

KEEPS = Permission.MANAGE_ACCOUNTS


def roles(request: HttpRequest, service: Service) -> HttpResponse:
    """Who can sign in, who could, and who is invited."""
    found = accounts_of(request.worker, service)
    sheet = accounts_sheet(
        service,
        list(found.order_by("full_name")),
        held_roles(request),
        list(open_invitations_of(request.worker, service).order_by("email")),
        secured=with_second_factor(found),
        today=request.worker.today(service),
    )
    return show(request, sheet)


def held_roles(request: HttpRequest) -> QuerySet[RoleHeld]:
    """Every role held in the service, now or before."""
    held = rows(request, RoleHeld, KEEPS).select_related("staff", "account").prefetch_related("teams")
    return held.order_by("-started_on", "role")


def account(request: HttpRequest, service: Service, account: int) -> HttpResponse:
    """One account."""
    found = one(accounts_of(request.worker, service), account)
    sheet = account_sheet(
        found,
        service,
        list(held_roles(request).filter(account=found)),
        has_second=bool(with_second_factor(accounts_of(request.worker, service).filter(pk=found.pk))),
        today=request.worker.today(service),
        own=found.pk == request.worker.pk,
    )
    return show(request, sheet)


def choose_for(request: HttpRequest, service: Service, account: int) -> HttpResponse:
    """Which role to give to an account."""
    found = one(accounts_of(request.worker, service), account)
    form = ChooseRoleForm(**sent(request, country=service.country))
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(to(request, "role_give", found.pk, form.cleaned_data["role"]))
    question = Question(f"Which role does {found} get?", button="Continue", back=to(request, "role_account", found.pk))
    return shown(request, form, question, question.template)


def give(request: HttpRequest, service: Service, account: int, role: str) -> HttpResponse:
    """Give a role to an account."""
    found = one(accounts_of(request.worker, service), account)
    form = RoleForm(**sent(request, **inviting.pointers(request, role)))
    label = in_country(str(Role(role).label), service.country)

    def do() -> str:
        facts = form.facts()
        ends = {"ended_on": facts.pop("role_ends_on")}
        accounts.give_role(by=request.worker, service=service, account=found, role=role, **facts, **ends)
        return done(request, f"{found} is now {label.lower()}.", "role_account", found.pk)

    question = Question(
        f"{found} as {label.lower()}",
        button="Give the role",
        back=to(request, "role_account", found.pk),
        intro=in_country(GRANTS[role].in_words, service.country),
    )
    return ask(request, form, question, do)


def end(request: HttpRequest, service: Service, account: int, held: int) -> HttpResponse:
    """End a role."""
    found = one(held_roles(request).filter(account=account), held)
    form = EndRoleForm(**sent(request, initial={"on": request.worker.today(service)}))
    label = in_country(found.get_role_display(), service.country).lower()

    def do() -> str:
        ended = accounts.end_role(by=request.worker, service=service, held=found, **form.facts())
        words = f"{found.account} is {label} until the day before {ended.ended_on:%-d %B %Y}."
        return done_or_home(request, words, account)

    question = Question(
        f"End a role of {found.account}",
        button="End the role",
        back=to(request, "role_account", account),
        intro=f"{found.account} will not be {label} any more.",
    )
    return ask(request, form, question, do)


def done_or_home(request: HttpRequest, words: str, account: int) -> str:
    """Back to the account; to the first page for who has just given up their own role."""
    address = done(request, words, "role_account", account)
    return "/" if account == request.worker.pk else address


def close(request: HttpRequest, service: Service, account: int) -> HttpResponse:
    """Close an account."""
    found = one(accounts_of(request.worker, service), account)
    form = CloseAccountForm(**sent(request))

    def do() -> str:
        accounts.close_account(by=request.worker, service=service, account=found, **form.facts())
        return done_or_home(request, f"The account of {found} is closed.", found.pk)

    question = Question(
        f"Close the account of {found}",
        button="Close the account",
        back=to(request, "role_account", found.pk),
        intro="All its roles here end today, and it is signed out. What they recorded stays.",
    )
    return ask(request, form, question, do)


def reopen(request: HttpRequest, service: Service, account: int) -> HttpResponse:
    """Open a closed account again."""
    found = one(accounts_of(request.worker, service), account)
    form = ReopenForm(**sent(request))

    def do() -> str:
        accounts.reopen_account(by=request.worker, service=service, account=found)
        return done(request, f"{found} can sign in again. Now give a role.", "role_account", found.pk)

    question = Question(
        f"Open the account of {found} again",
        button="Open it again",
        back=to(request, "role_account", found.pk),
        intro="They can sign in with their old password. They see nothing until you give them a role.",
    )
    return ask(request, form, question, do)


def of_accounts(route: str, view, name: str, **more) -> Page:
    return Page(f"s/<int:service>/accounts/{route}", view, name, KEEPS, **more)


PAGES = [
    of_accounts("", roles, "roles", title="Accounts and roles", text="Who can sign in, and as what; invite somebody"),
    of_accounts("invite/", inviting.choose, "role_choose"),
    of_accounts("invite/<str:role>/", inviting.invite, "role_invite"),
    of_accounts("invitations/<int:invitation>/", inviting.invited, "invitation_made"),
    of_accounts("invitations/<int:invitation>/withdraw/", inviting.withdraw, "invitation_withdraw"),
    of_accounts("<int:account>/", account, "role_account"),
    of_accounts("<int:account>/give/", choose_for, "role_give_choose"),
    of_accounts("<int:account>/give/<str:role>/", give, "role_give"),
    of_accounts("<int:account>/roles/<int:held>/end/", end, "role_end"),
    of_accounts("<int:account>/close/", close, "role_close"),
    of_accounts("<int:account>/reopen/", reopen, "role_reopen"),
]
