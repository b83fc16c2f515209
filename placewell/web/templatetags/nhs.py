"""Template tags: an NHS.UK component, the error summary of a form, a button."""

from django import forms, template
from django.urls import reverse
from django.utils.safestring import SafeString

from placewell.web.nhs import options as drop_down
from placewell.web.nhs.drawing import first_box
from placewell.web.nhs.jinja import draw

register = template.Library()


@register.simple_tag
def nhsuk(component: str, **options) -> SafeString:
    """Any component by its published macro: {% nhsuk "tag" text="Met" colour="green" %}."""
    return draw(component, options)


@register.simple_tag
def options(pairs, chosen="") -> SafeString:
    """The options of a drop-down list from (value, words), the `chosen` one selected."""
    return drop_down.options(pairs, {str(chosen)})


@register.inclusion_tag("nhs/error-summary.html")
def error_summary(form: forms.BaseForm) -> dict:
    """What is wrong with a form, above everything else, each with a link to its first box."""
    return {"errors": summary(form) if form.is_bound else []}


def summary(form: forms.BaseForm) -> list[tuple[str, str]]:
    """Pairs of message and id of the box ('' when it is about the form as a whole)."""
    whole = [(message, "") for message in form.non_field_errors()]
    boxes = [(message, "" if field.is_hidden else first_box(field)) for field in form for message in field.errors]
    return whole + boxes


@register.inclusion_tag("nhs/button.html")
def button(text: str, variant: str = "", **attributes) -> dict:
    """A button that sends the form, once: a second press within a second is not sent."""
    return {"text": text, "variant": variant, "attributes": forms.utils.flatatt(attributes)}


@register.inclusion_tag("nhs/back-link.html")
def back_link(name: str, text: str, *arguments) -> dict:
    """Where the page was come to from: the name of a page, its words, and what its address needs."""
    return {"address": reverse(name, args=arguments), "text": text}
