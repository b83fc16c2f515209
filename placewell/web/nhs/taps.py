"""A question answered by one tap: choices as boxes side by side, each wide enough for a thumb.

Radios and checkboxes as ever underneath, so that keyboards, screen readers and browsers without
scripts find what they know. Written out here rather than in a template, for a page of forty boxes.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.forms.boundfield import BoundField
from django.utils.html import escape
from django.utils.safestring import SafeString

from placewell.web.nhs.drawing import error_of


@dataclass(frozen=True)
class Tap:
    """One answer: its value, words, and whether it is chosen."""

    value: str
    words: str
    chosen: bool


def taps(bound: BoundField, offered: Iterable[Tap], *, shown: str = "", several: bool = False) -> SafeString:
    """The question of a field with its answers. `shown` is a class that says when it is asked.

    The first box has the field's own id, so that an error can lead there.
    """
    own, name, kind = bound.auto_id, escape(bound.html_name), "checkbox" if several else "radio"
    boxes = "".join(
        f'<div class="placewell-tap"><input class="placewell-tap__box" type="{kind}" id="{ident}" name="{name}"'
        f' value="{escape(tap.value)}"{" checked" if tap.chosen else ""}>'
        f'<label class="placewell-tap__words" for="{ident}">{escape(tap.words)}</label></div>'
        for place, tap in enumerate(offered, start=1)
        for ident in [own if place == 1 else f"{own}-{place}"]
    )
    wrong, describes, said = "", "", error_of(bound)
    if said:
        wrong, describes = " nhsuk-form-group--error", f' aria-describedby="{own}-error"'
        said = (
            f'<span class="nhsuk-error-message" id="{own}-error">'
            f'<span class="nhsuk-u-visually-hidden">Error: </span>{escape(said)}</span>'
        )
    return SafeString(
        f'<div class="nhsuk-form-group{wrong} {shown}"><fieldset class="nhsuk-fieldset"{describes}>'
        f'<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{escape(bound.label)}</legend>{said}'
        f'<div class="placewell-taps">{boxes}</div></fieldset></div>'
    )
