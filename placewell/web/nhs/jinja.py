"""NHS.UK components drawn by the macros that NHS England publishes."""

from functools import cache

from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader
from jinja2.runtime import Macro


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
    # Each file defines one macro, named after the component or nearly so (`tables` has `table`).
    return next(found for found in vars(module).values() if isinstance(found, Macro))


def draw(component: str, options: dict) -> SafeString:
    """HTML of a component with the options that the design system documents for it."""
    return mark_safe(str(macro(component)(options)).strip())
