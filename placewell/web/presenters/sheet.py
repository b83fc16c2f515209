"""A page that shows a thing or a list of them: a heading, what can be done, and parts one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Link:
    """A way on. `about` is heard but not seen: what tells this “Change” from another."""

    words: str
    address: str
    about: str = ""


@dataclass(frozen=True)
class Row:
    """What is asked, and the answer, one line or several, with what can be done about it."""

    key: str
    lines: Sequence[str]
    links: Sequence[Link] = ()


@dataclass(frozen=True)
class Cell:
    """A cell of a table: words, where they lead or '', and the colour of a tag or ''."""

    words: str
    address: str = ""
    about: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of cells under their heads; `caption` says what the table lists."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    @property
    def headed(self) -> list[list[tuple[str, Cell]]]:
        """Each cell with its head, which stands beside it on a narrow screen."""
        return [list(zip(self.heads, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Part:
    """A part of a page: under its heading a text, rows or a table, and what can be done."""

    heading: str = ""
    text: str = ""
    rows: Sequence[Row] = ()
    table: Table | None = None
    links: Sequence[Link] = ()

    @property
    def inside(self) -> "Part":
        """What stands folded away under its heading and text."""
        return replace(self, heading="", text="")


@dataclass(frozen=True)
class Sheet:
    """A whole page. `back` is where its back link leads; None for the first page."""

    heading: str
    parts: Sequence[Part]
    back: Link | None = None
    caption: str = ""
    lead: str = ""
    buttons: Sequence[Link] = ()


def row(key: str, *lines: str, links: Sequence[Link] = ()) -> Row:
    """A row whose answer is “Not recorded” where there is none."""
    return Row(key, [line for line in lines if line] or ["Not recorded"], links)
