"""NHS.UK components drawn by the macros that NHS England publishes."""

from functools import cache

from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader


@cache
def environment() -> Environment:
    """Jinja as the macros want it."""
    return Environment(
        loader=PackageLoader("nhsuk_frontend_jinja"),
        undefined=ChainableUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def macro(component: str):
    """The macro of a component named as in the design system: `summary-list`. Raises TemplateNotFound."""
    module = environment().get_template(f"nhsuk/components/{component}/macro.jinja").module
    first, *rest = component.split("-")
    return getattr(module, first + "".join(word.title() for word in rest))


def draw(component: str, options: dict) -> SafeString:
    """HTML of a component with the options that the design system documents for it."""
    return mark_safe(str(macro(component)(options)).strip())
