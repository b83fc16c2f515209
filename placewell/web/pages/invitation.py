"""Taking up an invitation: the page behind the link that an administrator sends."""

from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from placewell.actions import accounts, own_account
from placewell.web.doors import Opens, Page
from placewell.web.forms.invitation import InvitationForm, TakeUpForm
from placewell.web.nhs.forms import add_refusal


def take_up(request: HttpRequest, token: str) -> HttpResponse:
    """Ask a new person for name and password, or a signed-in one whether to take the role on."""
    now = timezone.now()
    try:
        invitation = accounts.find_invitation(token, now=now)
        form = form_for(request)
        if form.is_valid():
            answer = taken_up(request, token, now, form)
            if answer is not None:
                return answer
    except accounts.LinkDoesNotWork:
        return render(request, "pages/invitation_over.html", status=404)
    except accounts.SignInFirst:
        return render(request, "pages/invitation_sign_in.html", {"address": request.path}, status=403)
    return render(request, "pages/invitation.html", {"form": form, "invitation": invitation})


def form_for(request: HttpRequest) -> InvitationForm | TakeUpForm:
    """A new person is asked for name and password; one who is signed in only for a yes."""
    asked = TakeUpForm if request.worker else InvitationForm
    return asked(request.POST if request.method == "POST" else None)


def taken_up(request: HttpRequest, token: str, now, form) -> HttpResponse | None:
    """Do it, and sign a new person in; None when the form was refused and says why."""
    account = request.worker.account if request.worker else None
    words = {} if account else {"full_name": form.cleaned_data["full_name"], "password": form.cleaned_data["password"]}
    try:
        accepted = accounts.accept(token=token, now=now, account=account, **words)
    except ValidationError as refusal:
        add_refusal(form, refusal)
        return None
    if account is None:
        with own_account.keeping(accepted):
            login(request, accepted, backend=settings.SIGN_IN_BACKEND)
    return redirect("home")


PAGES = [Page("invitation/<str:token>/", take_up, "invitation", Opens.EVERYBODY)]
