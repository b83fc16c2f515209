"""How a question looks, beside what its field says itself (label, hint, choices)."""

from dataclasses import dataclass, field, fields


@dataclass(frozen=True)
class Look:
    """Options of the NHS.UK components, by what they do.

    `heading`: the label (legend) is the page's heading. `size`: s, m, l, xl, or '' for plain.
    `hidden_label`: only screen readers hear it. `width`: 2, 3, 4, 5, 10, 20 or 30 characters.
    `hints`: value of a choice → hint. `conditional`: value of a choice → name of the field that
    appears when it is chosen. `divider`: value of the choice before which “or” stands.
    """

    heading: bool = False
    size: str = "s"
    hidden_label: bool = False
    width: int = 0
    code: bool = False
    prefix: str = ""
    suffix: str = ""
    rows: int = 5
    inline: bool = False
    small: bool = False
    hints: dict[str, str] = field(default_factory=dict)
    conditional: dict[str, str] = field(default_factory=dict)
    divider: str = ""


PLAIN = Look()
OPTIONS = {option.name for option in fields(Look)}


def look_of(widget) -> Look:
    """The look of a widget; Django's own widgets have the plain one."""
    return getattr(widget, "look", PLAIN)
