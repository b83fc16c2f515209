"""The long lists of Today as HTML, drawn without a template: a page has fifty lines, and must be there at once.

Everything that comes from the record is escaped here, by `of`.
"""

from collections.abc import Callable, Sequence
from html import escape as of
from typing import Protocol

from django.utils.safestring import SafeString, mark_safe

from placewell.web.presenters.today.lines import Line


class Shown(Protocol):
    """A line with whose it is, and where it is put off or finished."""

    line: Line
    whose: str
    put_off: str
    finish: str
    submission: str


def long_list(shown: Sequence[Shown], *, look: str) -> SafeString:
    """Lines with what is due, by which rule, and what can be done; '' for none."""
    return _list(shown, f"placewell-lines {look}", _whole)


def short_list(shown: Sequence[Shown]) -> SafeString:
    """Names with what can be done, where the heading above says the rest; '' for none."""
    return _list(shown, "placewell-lines placewell-lines--short", lambda one: "")


def _list(shown: Sequence[Shown], look: str, middle: Callable[[Shown], str]) -> SafeString:
    if not shown:
        return mark_safe("")
    lines = [
        f'<li class="placewell-lines__line">{_who(one)}{middle(one)}'
        f'<p class="placewell-lines__doings">{_doings(one)}</p></li>'
        for one in shown
    ]
    return mark_safe(f'<ul class="{look}">{"".join(lines)}</ul>')


def _who(one: Shown) -> str:
    name = of(one.line.who)
    if one.line.address:
        name = f'<a href="{of(one.line.address)}">{name}</a>'
    whose = f' <span class="placewell-lines__source">{of(one.whose)}</span>' if one.whose else ""
    return f'<p class="placewell-lines__who">{name}{whose}</p>'


def _whole(one: Shown) -> str:
    line = one.line
    source = f'<span class="placewell-lines__source">{of(line.source)}</span>'
    return f'<p class="placewell-lines__what">{of(line.words)} {source}</p>'


def _doings(one: Shown) -> str:
    who, words = of(one.line.who), of(one.line.words)
    parts = [f'<a href="{of(to.address)}">{of(to.words)}{_heard(f" {who}")}</a>' for to in one.line.doings]
    if one.finish:
        parts.insert(
            0,
            f'<button class="placewell-tap" type="submit" name="submission" value="{one.submission}" '
            f'formaction="{of(one.finish)}">Done{_heard(f": {words}")}</button>',
        )
    if one.put_off:
        parts.append(f'<a href="{of(one.put_off)}">Put off{_heard(f": {who}, {words}")}</a>')
    return " ".join(parts)


def _heard(words: str) -> str:
    """Words for who listens to the page; they are escaped already."""
    return f'<span class="nhsuk-u-visually-hidden">{words}</span>'
