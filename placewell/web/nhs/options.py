"""The options of a drop-down list. There can be hundreds, so they are drawn here and not by a template."""

from collections.abc import Collection, Iterable
from html import escape

from django.utils.safestring import SafeString


def options(pairs: Iterable[tuple[object, str]], chosen: Collection[str] = ()) -> SafeString:
    """`<option>`s of (value, words), those of `chosen` selected; everything is escaped."""
    drawn = [
        f'<option value="{escape(str(value))}"{" selected" if str(value) in chosen else ""}>{escape(str(words))}</option>'
        for value, words in pairs
    ]
    # Each part was escaped above.
    return SafeString("".join(drawn))
