"""What a person who was invited is asked."""

from django import forms

from placewell.web.nhs.forms import NHSForm
from placewell.web.nhs.widgets import Input, Password


class InvitationForm(NHSForm):
    """Name and password of a new account."""

    full_name = forms.CharField(
        label="Your full name",
        help_text="As your colleagues know you. It stands beside what you record.",
        widget=Input(autocomplete="name", spellcheck=False),
        max_length=200,
        error_messages={"required": "Enter your full name"},
    )
    password = forms.CharField(
        label="Choose a password",
        help_text="At least 12 characters. Three words that do not belong together are easy to remember.",
        widget=Password(autocomplete="new-password"),
        strip=False,
        error_messages={"required": "Choose a password"},
    )


class TakeUpForm(NHSForm):
    """A person with an account only presses the button."""
