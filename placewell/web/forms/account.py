"""The sign-in library's forms, in our words."""

from allauth.account import forms as account
from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys

from placewell.web.nhs.widgets import Input, Password, Tick

NEW_PASSWORD = "At least 12 characters. Three words that do not belong together are easy to remember."
SIX_DIGITS = {"autocomplete": "one-time-code", "inputmode": "numeric", "width": 10, "code": True}


class SignInForm(account.LoginForm):
    """Address and password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        address, password = self.fields["login"], self.fields["password"]
        address.label, address.widget = "Email address", Input(type="email", autocomplete="username", spellcheck=False)
        address.error_messages["required"] = "Enter your email address"
        password.label, password.widget = "Password", Password(autocomplete="current-password")
        password.help_text = ""
        password.error_messages["required"] = "Enter your password"


class ConfirmPasswordForm(account.ReauthenticateForm):
    """The password once more."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["password"]
        field.label, field.widget = "Your password", Password(autocomplete="current-password")
        field.error_messages["required"] = "Enter your password"


class ChangePasswordForm(account.ChangePasswordForm):
    """The old password and a new one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        old, new = self.fields["oldpassword"], self.fields["password1"]
        old.label, old.widget = "Your password now", Password(autocomplete="current-password")
        old.error_messages["required"] = "Enter the password that you use now"
        new.label, new.widget = "Your new password", Password(autocomplete="new-password")
        new.help_text = NEW_PASSWORD
        new.error_messages["required"] = "Choose a new password"
        # It can be shown while it is typed, so it need not be typed twice.
        self.fields.pop("password2", None)


def asks_for_code(form, label: str, hint: str) -> None:
    """Words for the box of a one-time code."""
    field = form.fields["code"]
    field.label, field.help_text, field.widget = label, hint, Input(**SIX_DIGITS)
    field.error_messages["required"] = "Enter the code"


class CodeForm(codes.AuthenticateForm):
    """The second step of signing in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asks_for_code(self, "Code", "6 digits from your authenticator app, or one of your recovery codes.")


class ConfirmCodeForm(codes.ReauthenticateForm):
    """A code once more."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asks_for_code(self, "Code", "6 digits from your authenticator app, or one of your recovery codes.")


class StartAppForm(totp.ActivateTOTPForm):
    """The first code of an authenticator app."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asks_for_code(self, "Code that the app shows", "6 digits. It changes every 30 seconds.")


class AddPasskeyForm(passkeys.AddWebAuthnForm):
    """A name for a passkey or security key, and whether it alone is enough to sign in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name, alone = self.fields["name"], self.fields["passwordless"]
        name.label, name.widget = "Name of the key", Input(width=20, autocomplete="off")
        name.help_text = "So that you can tell your keys apart, for example: work phone."
        alone.label, alone.widget = "Sign in with this key alone, without a password", Tick()
        alone.help_text = "The device then asks for your fingerprint, face or PIN."


class RenamePasskeyForm(passkeys.EditWebAuthnForm):
    """Another name for a key."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name = self.fields["name"]
        name.label, name.help_text, name.widget = "Name of the key", "", Input(width=20, autocomplete="off")
