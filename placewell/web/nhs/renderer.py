"""Django's form renderer, told to draw NHS.UK components.

Fields are drawn from templates of our own, which are quick; everything else by the published
macros. Both are held to the design system's own fixtures by tests.
"""

from django.forms.renderers import TemplatesSetting

from placewell.web.nhs.drawing import drawing
from placewell.web.nhs.look import look_of


class NHSRenderer(TemplatesSetting):
    """Draws forms and fields."""

    form_template_name = "nhs/form.html"
    field_template_name = "nhs/field.html"

    def render(self, template_name, context, request=None):
        if template_name == self.field_template_name:
            template_name, context = drawing(context["field"])
        elif template_name == self.form_template_name:
            context = {**context, "fields": [field for field, _ in shown(context["form"], context["fields"])]}
        return super().render(template_name, context, request)


def shown(form, fields):
    """The fields that stand on their own, without those that a choice of another field reveals."""
    revealed = {name for field in form for name in look_of(field.field.widget).conditional.values()}
    return [(field, errors) for field, errors in fields if field.name not in revealed]
