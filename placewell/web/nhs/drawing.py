"""What a field's template is given: every word and attribute decided here, none in the template."""

from dataclasses import dataclass, field

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.utils.safestring import SafeString

from placewell.web.nhs.look import Look, look_of
from placewell.web.nhs.options import options
from placewell.web.nhs.widgets import PARTS, DateParts

LABELS = {"day": "Day", "month": "Month", "year": "Year"}
WIDTHS = {"day": 2, "month": 2, "year": 4}
BLANK = "---------"
NO_ATTRIBUTES = SafeString("")


@dataclass(frozen=True)
class Item:
    """One choice, or one box of a date."""

    id: str
    label: str
    attrs: SafeString
    hint: str = ""
    revealed: str = ""
    is_open: bool = False
    after_divider: bool = False
    has_error: bool = False


@dataclass(frozen=True)
class Drawing:
    """A field, ready for its template."""

    id: str
    label: str
    look: Look
    hint: str
    error: str
    attrs: SafeString
    described_by: str = ""
    value: str = ""
    classes: str = ""
    items: list[Item] = field(default_factory=list)
    options: SafeString = NO_ATTRIBUTES


def drawing(bound: BoundField) -> tuple[str, dict]:
    """The template of a field and what it is given."""
    for widget, template, fill in KINDS:
        if isinstance(bound.field.widget, widget):
            return template, {"d": fill(bound)}
    raise TypeError(f"{bound.name}: no NHS.UK component draws a {type(bound.field.widget).__name__}")


def id_of(bound: BoundField) -> str:
    """The id from which all ids of a field are made."""
    return bound.field.widget.attrs.get("id") or bound.auto_id


def error_of(bound: BoundField) -> str:
    """The first thing that is wrong with a field, or ''."""
    return next(iter(bound.errors), "")


def described_by(bound: BoundField) -> str:
    """The ids of hint and error, for aria-describedby."""
    named = [("hint", bound.help_text), ("error", error_of(bound))]
    return " ".join(f"{id_of(bound)}-{suffix}" for suffix, words in named if words)


def question(bound: BoundField, attrs: SafeString = NO_ATTRIBUTES, **more) -> Drawing:
    """What all fields have in common."""
    return Drawing(
        id=id_of(bound), label=bound.label, look=look_of(bound.field.widget), hint=bound.help_text,
        error=error_of(bound), described_by=described_by(bound), attrs=attrs, **more,
    )  # fmt: skip


def attributes(bound: BoundField, classes: list[str], **more) -> SafeString:
    """Attributes of the one box of a field; those that are None or '' are left out."""
    widget = bound.field.widget
    own = {name: value for name, value in widget.attrs.items() if name not in {"class", "id", "placeholder"}}
    every = {
        "class": " ".join(filter(None, classes)),
        "id": id_of(bound),
        "name": bound.html_name,
        "aria-describedby": described_by(bound),
        "disabled": bound.field.disabled,
        **own,
        **more,
    }
    return flatatt({name: value for name, value in every.items() if value is True or value not in (None, "", False)})


def box_classes(bound: BoundField, *more: str) -> list[str]:
    """Classes of a one-line box."""
    look = look_of(bound.field.widget)
    return [
        "nhsuk-input",
        "nhsuk-input--code" if look.code else "",
        "nhsuk-input--error" if error_of(bound) else "",
        f"nhsuk-input--width-{look.width}" if look.width else "",
        *more,
    ]


def shown_value(bound: BoundField) -> str | None:
    """The value in a box as text, or None."""
    return bound.field.widget.format_value(bound.value())


def one_line(bound: BoundField) -> Drawing:
    kind = bound.field.widget.input_type
    # A number box steps when it is scrolled over; digits are asked of the keyboard instead.
    number = {"type": "text", "inputmode": "numeric"} if kind == "number" else {"type": kind}
    return question(bound, attributes(bound, box_classes(bound), **number, value=shown_value(bound)))


def password(bound: BoundField) -> Drawing:
    own = bound.field.widget.attrs
    more = {"type": "password", "spellcheck": "false", "autocapitalize": "none"}
    classes = box_classes(bound, "nhsuk-password-input__input", "nhsuk-js-password-input-input")
    told = own.get("autocomplete", "current-password")
    return question(bound, attributes(bound, classes, **more, autocomplete=told))


def lines(bound: BoundField) -> Drawing:
    classes = ["nhsuk-textarea", "nhsuk-textarea--error" if error_of(bound) else ""]
    rows = str(look_of(bound.field.widget).rows)
    return question(bound, attributes(bound, classes, rows=rows, cols=None), value=shown_value(bound) or "")


def file(bound: BoundField) -> Drawing:
    return question(bound, attributes(bound, ["nhsuk-file-upload__input"], type="file"))


def hidden(bound: BoundField) -> Drawing:
    return question(bound, attributes(bound, [], type="hidden", value=shown_value(bound)))


def select(bound: BoundField) -> Drawing:
    classes = ["nhsuk-select", "nhsuk-select--error" if error_of(bound) else ""]
    offered = choices(bound)
    chosen = {value for value, _, is_chosen in offered if is_chosen}
    drawn = options(((value, label) for value, label, _ in offered), chosen)
    return question(bound, attributes(bound, classes), options=drawn)


def choices(bound: BoundField) -> list[tuple[str, str, bool]]:
    """Value, words and whether it is chosen, of every choice; groups are laid flat."""
    widget = bound.field.widget
    chosen = {str(value) for value in widget.format_value(bound.value())}
    flat = []
    for value, label in widget.choices:
        flat.extend(label if isinstance(label, list | tuple) else [(value, label)])
    values = [("" if value is None else str(value), str(label)) for value, label in flat]
    return [(value, label, value in chosen) for value, label in values]


def radios(bound: BoundField) -> Drawing:
    offered = [choice for choice in choices(bound) if choice[:2] != ("", BLANK)]
    return question(bound, classes=sizes(bound, "nhsuk-radios"), items=ticks(bound, "radio", offered))


def checkboxes(bound: BoundField) -> Drawing:
    return question(bound, classes=sizes(bound, "nhsuk-checkboxes"), items=ticks(bound, "checkbox", choices(bound)))


def sizes(bound: BoundField, name: str) -> str:
    """Classes of a list of choices."""
    look = look_of(bound.field.widget)
    return name + (f" {name}--small" if look.small else "") + (f" {name}--inline" if look.inline else "")


def ticks(bound: BoundField, kind: str, offered) -> list[Item]:
    """Radios or checkboxes; the first has the field's own id, so that an error can lead there."""
    base, look = id_of(bound), look_of(bound.field.widget)
    name = "nhsuk-radios__input" if kind == "radio" else "nhsuk-checkboxes__input"
    items, position = [], 0
    for value, label, chosen in offered:
        after_divider = bool(value) and value == look.divider
        position += 2 if after_divider else 1  # the divider takes a number too, as in the fixtures
        own = base if position == 1 else f"{base}-{position}"
        hint, reveals = look.hints.get(value, ""), look.conditional.get(value)
        given = {"class": name, "id": own, "name": bound.html_name, "type": kind, "value": value}
        given |= {"checked": chosen, "disabled": bound.field.disabled}
        if reveals:
            given["data-aria-controls"] = f"conditional-{own}"
        if hint:
            given["aria-describedby"] = f"{own}-item-hint"
        revealed = bound.form[reveals].as_field_group() if reveals else ""
        items.append(Item(own, label, flatatt(given), hint, revealed, chosen, after_divider))
    return items


def tick(bound: BoundField) -> Drawing:
    """One box: the field's label stands beside it, so there is no legend."""
    given = attributes(
        bound, ["nhsuk-checkboxes__input"], type="checkbox", value="on", checked=bool(bound.value()),
        **{"aria-describedby": described_by(bound)},
    )  # fmt: skip
    return question(bound, given, classes=sizes(bound, "nhsuk-checkboxes"))


def wrong_boxes(bound: BoundField) -> list[str]:
    """The boxes of a date that are wrong: those that the error names, else all; none without one."""
    if not bound.errors:
        return []
    named = (bound.errors.data[0].code or "").split()
    return [part for part in PARTS if part in named] or list(PARTS)


def date(bound: BoundField) -> Drawing:
    wrong, typed = wrong_boxes(bound), bound.value()
    boxes = []
    for part, words in zip(PARTS, typed, strict=True):
        classes = ["nhsuk-input", "nhsuk-input--error" if part in wrong else ""]
        classes += [f"nhsuk-input--width-{WIDTHS[part]}", "nhsuk-date-input__input"]
        own = f"{id_of(bound)}-{part}"
        given = {"class": " ".join(filter(None, classes)), "id": own, "name": f"{bound.html_name}[{part}]"}
        given |= {"type": "text", "inputmode": "numeric", "disabled": bound.field.disabled}
        if words:
            given["value"] = words
        boxes.append(Item(own, LABELS[part], flatatt(given), has_error=part in wrong))
    return question(bound, items=boxes)


def first_box(bound: BoundField) -> str:
    """The id that a link in the error summary leads to."""
    if isinstance(bound.field.widget, DateParts):
        return f"{id_of(bound)}-{(wrong_boxes(bound) or PARTS)[0]}"
    return id_of(bound)


# The first that fits draws: subclasses stand before what they come from.
KINDS = [
    (DateParts, "nhs/date-input.html", date),
    (forms.HiddenInput, "nhs/hidden.html", hidden),
    (forms.PasswordInput, "nhs/password-input.html", password),
    (forms.FileInput, "nhs/file-upload.html", file),
    (forms.Textarea, "nhs/textarea.html", lines),
    (forms.CheckboxSelectMultiple, "nhs/checkboxes.html", checkboxes),
    (forms.RadioSelect, "nhs/radios.html", radios),
    (forms.CheckboxInput, "nhs/tick.html", tick),
    (forms.Select, "nhs/select.html", select),
    (forms.TextInput, "nhs/input.html", one_line),
]
