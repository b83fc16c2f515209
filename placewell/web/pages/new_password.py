"""A new password for a lost one: the administrator makes a link, shown once; its owner uses it."""

from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from placewell.access.models import PasswordLink
from placewell.access.permissions import Permission
from placewell.access.unit_scope import accounts_of, with_second_factor
from placewell.actions import accounts, own_account
from placewell.records.models import Service
from placewell.web.doors import Opens, Page
from placewell.web.forms.new_password import NewPasswordForm, PasswordLinkForm
from placewell.web.nhs.forms import add_refusal
from placewell.web.pages import shown_once
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.unit import ask, one, rows, to
from placewell.web.presenters.accounts import moment

KEEPS = Permission.MANAGE_ACCOUNTS
LINKS = "links for a new password"


def make(request: HttpRequest, service: Service, account: int) -> HttpResponse:
    """Make a link for the owner of an account. It is kept until it is shown on the next page."""
    every = accounts_of(request.worker, service)
    found = one(every, account)
    has_second = bool(with_second_factor(every.filter(pk=found.pk)))
    form = PasswordLinkForm(**sent(request, has_second=has_second))

    def do() -> str:
        made = accounts.make_password_link(by=request.worker, service=service, account=found, **form.facts())
        link = request.build_absolute_uri(reverse("new_password", args=[made.token]))
        shown_once.keep(request, LINKS, made.link.pk, link)
        return to(request, "password_link_made", made.link.pk)

    question = Question(
        f"A new password for {found}",
        button="Make the link",
        back=to(request, "role_account", found.pk),
        intro=(
            "Make sure first that it is they who ask: see them, or call them on a number that you know. "
            "When they choose a new password, they are signed out everywhere, and the old one stops working."
        ),
    )
    return ask(request, form, question, do)


def made(request: HttpRequest, service: Service, password_link: int) -> HttpResponse:
    """The link, once; afterwards, that it was shown."""
    found = one(rows(request, PasswordLink, KEEPS), password_link)
    context = {
        "made": found,
        "link": shown_once.take(request, LINKS, found.pk),
        "until": moment(found.ends_at, service.zone()),
        "back": to(request, "role_account", found.account_id),
    }
    return render(request, "roles/password_link.html", context)


def choose(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a new password, and go on to the sign-in page: the second step is asked there as always."""
    now = timezone.now()
    try:
        link = accounts.find_password_link(token, now=now)
        form = NewPasswordForm(request.POST if request.method == "POST" else None)
        if form.is_valid() and chosen(request, token, now, form):
            return redirect("account_login")
    except accounts.LinkDoesNotWork:
        return render(request, "pages/invitation_over.html", status=404)
    return render(request, "pages/new_password.html", {"form": form, "link": link})


def chosen(request: HttpRequest, token: str, now, form: NewPasswordForm) -> bool:
    """Do it; False when the form was refused and says why. Whoever is signed in here is signed out."""
    try:
        account = accounts.choose_password(token=token, now=now, password=form.cleaned_data["password"])
    except ValidationError as refusal:
        add_refusal(form, refusal)
        return False
    with own_account.keeping(account):
        logout(request)
    messages.success(request, "Your new password is set. Sign in with it.")
    return True


PAGES = [
    Page("s/<int:service>/accounts/<int:account>/new-password/", make, "password_link", KEEPS),
    Page("s/<int:service>/accounts/password-links/<int:password_link>/", made, "password_link_made", KEEPS),
    Page("new-password/<str:token>/", choose, "new_password", Opens.EVERYBODY),
]
