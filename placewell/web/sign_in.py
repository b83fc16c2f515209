"""How people sign in: the sign-in library, told our ways.

The library writes to accounts by itself (last sign-in, password). `keeping_account` is the one
place where the record is opened for it, and the receivers below leave the events.
"""

from functools import wraps

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.signals import password_changed
from allauth.core import context
from allauth.mfa import signals as second_factor
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions import own_account

# What the library would say of things that the page shows anyway.
UNSAID = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}


def keeping_account(view):
    """A view of the sign-in library, allowed to write to the account when a form is sent."""

    @wraps(view)
    def kept(request, **captured):
        if request.method != "POST":
            return view(request, **captured)
        with own_account.keeping(request.user if request.user.is_authenticated else None):
            return view(request, **captured)

    return kept


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come by invitation alone, and their address is the one invited."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The email address or the password is wrong. Check both, and try again",
        "enter_current_password": "This is not the password that you use now",
        "incorrect_code": "This code is wrong, or it has been replaced by a new one. Type the one that is shown now",
        "incorrect_password": "The password is wrong",
        "too_many_login_attempts": "Too many wrong tries. Wait 15 minutes, then try again",
    }

    def is_open_for_signup(self, request):
        return False

    def get_login_redirect_url(self, request):
        """Today, for who supports people in one service; the first page for everybody else."""
        worker = Worker(request.user, timezone.now())
        supporting = {role.service for role in worker.roles if worker.may(Permission.RECORD_SUPPORT, role.service)}
        if len(supporting) == 1:
            return reverse("today", args=[supporting.pop().pk])
        return super().get_login_redirect_url(request)

    def reauthenticate(self, user, password):
        """Whether this is the person's password. The library would look for a confirmed address."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def send_notification_mail(self, *args, **kwargs):
        """No letters: an installation may have no post office. The events tell what happened."""

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors: the authenticator app shows the address and the product's name."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def get_totp_label(self, user):
        return user.email

    def send_notification_mail(self, *args, **kwargs):
        """No letters, as above."""

    def get_public_key_credential_rp_entity(self):
        return {"id": context.request.get_host().partition(":")[0], "name": "placewell"}

    def get_public_key_credential_user_entity(self, user):
        named = {"display_name": user.full_name, "name": user.email}
        return super().get_public_key_credential_user_entity(user) | named


def typed_address(request, credentials) -> str:
    """Under which name wrong passwords are counted: the address, in lower case."""
    credentials = credentials or {}
    typed = credentials.get("email") or credentials.get("username") or (request.POST.get("login") if request else "")
    return (typed or "").strip().lower()


def address_of(request) -> str:
    """The network address that a request came from, as the sign-in library finds it behind a proxy."""
    return AccountAdapter(request).get_client_ip(request)


@receiver(user_logged_in)
def signed_in(sender, request, user, **_):
    own_account.note("account.signed_in", user)


@receiver(user_logged_out)
def signed_out(sender, request, user, **_):
    if user is not None:
        own_account.note("account.signed_out", user)


@receiver(user_login_failed)
def sign_in_failed(sender, credentials, request=None, **_):
    own_account.note_failure(typed_address(request, credentials))


@receiver(password_changed)
def changed_password(sender, request, user, **_):
    own_account.note("account.password_changed", user)


@receiver(second_factor.authenticator_added)
def added_second_factor(sender, request, user, authenticator, **_):
    own_account.note("account.second_factor_added", user, authenticator.get_type_display())


@receiver(second_factor.authenticator_removed)
def removed_second_factor(sender, request, user, authenticator, **_):
    own_account.note("account.second_factor_removed", user, authenticator.get_type_display())


@receiver(second_factor.authenticator_reset)
def renewed_recovery_codes(sender, request, user, authenticator, **_):
    own_account.note("account.recovery_codes_renewed", user)


@receiver(second_factor.authentication_failed)
def second_factor_refused(sender, request, user, authenticator, **_):
    own_account.note("account.second_factor_refused", user, authenticator.get_type_display())
