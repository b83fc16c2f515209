"""A person's own account: the sign-in library's views under our addresses, and an overview."""

from allauth.account import views as account
from allauth.account.internal.decorators import login_not_required
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.web.doors import Opens, Page
from placewell.web.sign_in import keeping_account


def overview(request: HttpRequest) -> HttpResponse:
    """What the person can change about their own account, and which roles it holds."""
    roles = [(role.get_role_display(), role.service.name, role.ended_on) for role in request.worker.roles]
    return render(request, "account/overview.html", {"account": request.worker.account, "roles": roles})


def to_all(route, view, name) -> Page:
    """A page for people who are still signing in."""
    return Page(f"accounts/{route}", keeping_account(login_not_required(view)), name, Opens.EVERYBODY)


def own(route, view, name, **more) -> Page:
    """A page about the account that is signed in."""
    return Page(f"accounts/{route}", keeping_account(view), name, Opens.SIGNED_IN, before_second_factor=True, **more)


PAGES = [
    to_all("login/", account.login, "account_login"),
    to_all("logout/", account.logout, "account_logout"),
    to_all("inactive/", account.account_inactive, "account_inactive"),
    to_all("2fa/authenticate/", mfa.authenticate, "mfa_authenticate"),
    to_all("2fa/webauthn/login/", passkeys.login_webauthn, "mfa_login_webauthn"),
    own("", overview, "account"),
    own("reauthenticate/", account.reauthenticate, "account_reauthenticate"),
    own("password/change/", account.password_change, "account_change_password"),
    own("sessions/", sessions.list_usersessions, "usersessions_list"),
    own("2fa/", mfa.index, "mfa_index"),
    own("2fa/reauthenticate/", mfa.reauthenticate, "mfa_reauthenticate"),
    own("2fa/totp/activate/", totp.activate_totp, "mfa_activate_totp"),
    own("2fa/totp/deactivate/", totp.deactivate_totp, "mfa_deactivate_totp"),
    own("2fa/recovery-codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    own("2fa/recovery-codes/generate/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    own("2fa/recovery-codes/download/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    own("2fa/webauthn/", passkeys.list_webauthn, "mfa_list_webauthn"),
    own("2fa/webauthn/add/", passkeys.add_webauthn, "mfa_add_webauthn"),
    own("2fa/webauthn/reauthenticate/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    own("2fa/webauthn/keys/<int:pk>/remove/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    own("2fa/webauthn/keys/<int:pk>/edit/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
]
