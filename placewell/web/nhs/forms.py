"""Base classes of placewell's forms, and the once-only id."""

import hashlib
import json
from uuid import uuid4

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

SUBMISSION = "submission"
NOT_OF_THE_FORM = {"csrfmiddlewaretoken", SUBMISSION}


class NHSForm(forms.Form):
    """A form whose fields draw themselves as NHS.UK components."""

    use_required_attribute = False


class OnceForm(NHSForm):
    """A form that carries an id of its own: sent twice, it is taken in once.

    `keeps_offline`: once its page was opened, it can be filled in and kept on the device while there
    is no connection. Only for forms that add; one that corrects would overwrite what it has not seen.
    `while_it_waits`: what is to be done meanwhile, said on the device while the form waits.
    """

    keeps_offline = False
    while_it_waits = ""

    submission = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid4,
        error_messages={"required": "Open the page again, and fill in the form once more."},
    )

    def fingerprint(self) -> str:
        """SHA-256 over what was typed, the same for the same words."""
        words = {name: self.data.getlist(name) for name in sorted(self.data) if name not in NOT_OF_THE_FORM}
        files = {name: digest_of(file) for name, file in sorted(self.files.items())}
        return hashlib.sha256(json.dumps([words, files]).encode()).hexdigest()


def digest_of(file) -> str:
    """SHA-256 of an uploaded file, which is then read from its beginning again."""
    file.seek(0)
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def add_refusal(form: forms.Form, refusal: ValidationError) -> None:
    """Show what an action refused beside the fields that it names; the rest stands above the form."""
    by_field = refusal.error_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.error_list}
    for name, errors in by_field.items():
        form.add_error(name if name in form.fields else None, errors)
