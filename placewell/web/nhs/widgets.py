"""Widgets for forms: Django's, with a look. The renderer draws them as NHS.UK components.

    widget=Input(width=10, inputmode="numeric")
    widget=Radios(inline=True, conditional={"other": "other_reason"})

Words that are not a look's are attributes of the box (autocomplete, spellcheck, inputmode …).
"""

from typing import NamedTuple

from django import forms

from placewell.web.nhs.look import OPTIONS, Look

PARTS = ("day", "month", "year")


class Drawn:
    """A widget with a look."""

    def __init__(self, *, attrs=None, **told):
        self.look = Look(**{name: told.pop(name) for name in OPTIONS & told.keys()})
        super().__init__(attrs={**(attrs or {}), **{name: spelled(value) for name, value in told.items()}})


def spelled(value):
    """A yes or no as HTML writes it in `spellcheck`."""
    return {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value


class Input(Drawn, forms.TextInput):
    """One line. `type` may be text, email, tel, url or number; for numbers prefer inputmode="numeric"."""


class Password(Drawn, forms.PasswordInput):
    """A password, with a button that shows it. What was typed is never sent back."""


class Textarea(Drawn, forms.Textarea):
    """Several lines."""


class Radios(Drawn, forms.RadioSelect):
    """One of a few."""


class Checkboxes(Drawn, forms.CheckboxSelectMultiple):
    """Any of a few."""


class Tick(Drawn, forms.CheckboxInput):
    """One box to tick, with the label beside it."""


class Select(Drawn, forms.Select):
    """One of many."""


class File(Drawn, forms.FileInput):
    """A file."""


class Typed(NamedTuple):
    """A date as it was typed."""

    day: str
    month: str
    year: str


class DateParts(Drawn, forms.Widget):
    """A date in three boxes, named `happened_on[day]`, `happened_on[month]`, `happened_on[year]`."""

    def value_from_datadict(self, data, files, name) -> Typed:
        return Typed(*(str(data.get(f"{name}[{part}]", "")).strip() for part in PARTS))

    def value_omitted_from_data(self, data, files, name) -> bool:
        return all(f"{name}[{part}]" not in data for part in PARTS)

    def id_for_label(self, id_) -> str:
        return f"{id_}-day" if id_ else id_
