"""What is asked when a password was lost."""

from django import forms

from placewell.web.forms.account import NEW_PASSWORD
from placewell.web.forms.records import RecordForm, YesNoField
from placewell.web.nhs.forms import NHSForm
from placewell.web.nhs.widgets import Password


class PasswordLinkForm(RecordForm):
    """Whether the second step was lost, too. Asked only about an account that has one."""

    removes_second_factor = YesNoField(
        label="Have they also lost their second step when signing in?",
        missing="Choose yes if the second step is to be removed",
        help_text="If so, it is removed when they use the link, and they can set up a new one.",
        yes="Yes, remove it", no="No, keep it", inline=False,
    )  # fmt: skip

    def __init__(self, *args, has_second: bool, **told):
        super().__init__(*args, **told)
        if not has_second:
            del self.fields["removes_second_factor"]


class NewPasswordForm(NHSForm):
    """The new password, once: it can be shown while it is typed."""

    password = forms.CharField(
        label="Choose a new password",
        help_text=NEW_PASSWORD,
        widget=Password(autocomplete="new-password"),
        strip=False,
        error_messages={"required": "Choose a new password"},
    )
