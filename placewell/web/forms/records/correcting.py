"""A form with which a record is corrected: the questions with which it was recorded, and why."""

from functools import cache

from django import forms

from placewell.web.forms.records.fields import LongText


@cache
def correction_of(form: type[forms.Form]) -> type[forms.Form]:
    """The form that corrects what `form` records. It carries the version that was read."""
    because = LongText(
        label="What was wrong? (optional)",
        help_text="The earlier version is kept, with these words.",
        rows=2,
    )
    read_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    fields = {
        "because": because,
        "read_version": read_version,
        "not_facts": form.not_facts | {"because", "read_version"},
        "is_correction": True,
        "keeps_offline": False,
    }
    return type(f"Correct{form.__name__}", (form,), fields)
