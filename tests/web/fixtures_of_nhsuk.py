"""The design system's published fixtures, turned into form fields of ours.

A fixture is options in, HTML out. Those whose options our forms can say are drawn by our
templates and compared; what our forms never ask for (an icon in a button, a search box …) is
drawn by the published macros, and compared as well.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.safestring import mark_safe

from placewell.web.nhs import widgets
from placewell.web.nhs.dates import DateField

FOLDER = Path(__file__).parent.parent / "vendor" / "nhsuk"
COMMON = {"id", "idPrefix", "name", "hint", "errorMessage", "label", "fieldset", "disabled"}
BOX = {"autocomplete", "inputmode", "spellcheck", "type", "value"}
WIDGETS = {
    "input": (widgets.Input, {"width", "code", "prefix", "suffix"} | BOX),
    "textarea": (widgets.Textarea, {"autocomplete", "value", "rows"}),
    "password-input": (widgets.Password, {"autocomplete", "width"}),
    "file-upload": (widgets.File, set()),
    "select": (widgets.Select, {"items", "value"}),
    "radios": (widgets.Radios, {"items", "value", "inline", "small"}),
    "checkboxes": (widgets.Checkboxes, {"items", "values", "small"}),
    "date-input": (widgets.DateParts, {"namePrefix", "values"}),
}
NAMELESS = "when"  # fixtures of dates name their boxes day, month and year; ours always belong to a field
ITEM = {"value", "text", "hint", "checked", "conditional"}
QUESTION = {"text", "heading", "size", "isPageHeading"}


class CannotSay(Exception):
    """Our forms have no way to ask for this."""


@dataclass(frozen=True)
class Fixture:
    component: str
    name: str
    options: dict
    html: str


def fixtures(component: str) -> list[Fixture]:
    """The published fixtures of a component."""
    stored = json.loads((FOLDER / f"{component}.json").read_text())["fixtures"]
    return [Fixture(component, one["name"], one.get("context") or one["options"], one["html"]) for one in stored]


def expected(fixture: Fixture) -> str:
    """The fixture's HTML, with the boxes of a date belonging to a field."""
    return re.sub(r'name="(day|month|year)"', rf'name="{NAMELESS}[\1]"', fixture.html)


def words(option) -> str:
    """A text option, which may be a string or have a text or HTML."""
    if not isinstance(option, dict):
        return option or ""
    known(option, {"text", "html"})
    return mark_safe(option["html"].strip()) if "html" in option else option.get("text", "")


def known(options: dict, allowed: set[str]) -> None:
    """Raises CannotSay for an option that our forms do not have."""
    if unknown := set(options) - allowed:
        raise CannotSay(", ".join(sorted(unknown)))


def asked(options: dict) -> tuple[str, dict]:
    """The question and how it looks, out of label or legend."""
    fieldset = options.get("fieldset", {})
    known(fieldset, {"legend"})
    label = options.get("label") or fieldset.get("legend")
    if label is None:
        raise CannotSay("no question")
    label = label if isinstance(label, dict) else {"text": label}
    known(label, QUESTION)
    heading = label.get("heading")
    if isinstance(heading, dict):
        raise CannotSay("a heading with options")
    text = heading if isinstance(heading, str) else label.get("text", "")
    return text, {"heading": bool(heading) or label.get("isPageHeading", False), "size": label.get("size", "")}


def drawn(fixture: Fixture) -> str:
    """The fixture's options as a field of a form of ours, drawn. Raises CannotSay."""
    options = {name: value for name, value in fixture.options.items() if value is not None}
    kind, more = WIDGETS[fixture.component]
    known(options, COMMON | more)
    question, look = asked(options)
    name = (options.get("namePrefix") or NAMELESS) if kind is widgets.DateParts else options.get("name")
    if not name or (kind is widgets.Password and "disabled" in options):
        raise CannotSay("a box without a name, or a password that cannot be typed")
    own = options.get("id") or options.get("idPrefix") or options.get("name") or name
    look |= {key: options[key] for key in ("width", "code", "inline", "small", "rows") if key in options}
    look |= {key: words(options[key]) for key in ("prefix", "suffix") if key in options}
    attrs = {key: options[key] for key in BOX - {"value"} if key in options}
    choices, initial, look_of_items, revealed = items_of(options, kind)
    widget = kind(**look, **look_of_items, **attrs)
    widget.attrs["id"] = own
    field = field_for(kind, choices, widget, label=question, help_text=words(options.get("hint")))
    field.disabled = bool(options.get("disabled"))
    form = type("Drawn", (forms.Form,), {name: field, **revealed})(initial={name: initial})
    if "errorMessage" in options:
        form.is_bound, form.cleaned_data = True, {}
        form._errors = forms.utils.ErrorDict()
        if options["errorMessage"] is True:
            raise CannotSay("an error without words")
        form._errors[name] = form.error_class([ValidationError(words(options["errorMessage"]))])
        form[name].value = lambda: form[name].field.prepare_value(initial)
    return form[name].as_field_group()


def field_for(kind, choices, widget, **told):
    """A field with the widget; a date's and a choice's are their own."""
    if kind is widgets.DateParts:
        return DateField(widget=widget, required=False, **told)
    if choices:
        many = kind is widgets.Checkboxes
        return (forms.MultipleChoiceField if many else forms.ChoiceField)(choices=choices, widget=widget, **told)
    return forms.CharField(widget=widget, **told)


def items_of(options: dict, kind):
    """Choices, what is chosen, their hints and what they reveal."""
    initial, hints, conditional, revealed = options.get("value"), {}, {}, {}
    chosen, choices = list(options.get("values") or []) if kind is widgets.Checkboxes else [], []
    if kind is widgets.DateParts:
        values = options.get("values") or {}
        return [], widgets.Typed(*(str(values.get(part, "")) for part in widgets.PARTS)), {}, {}
    divider = ""
    for position, item in enumerate(options.get("items", [])):
        if item.get("divider") == "or":
            divider = options["items"][position + 1].get("value", "on")
            continue
        known(item, ITEM)
        value = item.get("value", "on")
        choices.append((value, item["text"]))
        if item.get("checked"):
            chosen.append(value)
        if "hint" in item:
            hints[value] = words(item["hint"])
        if item.get("conditional"):
            revealed[f"more{position}"] = forms.CharField(
                help_text=item["conditional"]["html"], bound_field_class=AsItStands
            )
            conditional[value] = f"more{position}"
    if kind is widgets.Checkboxes:
        initial = chosen
    elif chosen:
        initial = chosen[0]
    look = {"hints": hints, "conditional": conditional, "divider": divider}
    if kind is widgets.Select and divider:
        raise CannotSay("a divider in a select")
    return choices, initial, look, revealed


class AsItStands(BoundField):
    """Draws the HTML that a fixture shows behind a choice."""

    def as_field_group(self):
        return mark_safe(self.help_text)
