"""A paper as what it says, before it is a Word or a PDF file."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from placewell.rules.finding import said

# Sizes of the words on the page, in points. Large print: 16 to 18 points and more (UK Association
# for Accessible Formats, Clear and Large Print guidance; from memory).
BODY, LARGE = 12, 18


@dataclass(frozen=True)
class Heading:
    """A heading; `level` 1 stands under the title, 2 under 1, 3 under 2."""

    words: str
    level: int = 1

    def __post_init__(self):
        if not 1 <= self.level <= 3:
            raise ValueError(f"A heading has level 1, 2 or 3, not {self.level}")


@dataclass(frozen=True)
class Text:
    """A paragraph. Its line breaks stay; `is_quiet` is for what explains rather than says."""

    words: str
    is_quiet: bool = False


@dataclass(frozen=True)
class Facts:
    """Pairs of what is asked and what is answered."""

    pairs: tuple[tuple[str, str], ...]

    def __init__(self, pairs: Iterable[tuple[str, str]]):
        object.__setattr__(self, "pairs", tuple((asked, answer) for asked, answer in pairs))


@dataclass(frozen=True)
class Table:
    """Rows under a head that is repeated on each page. Raises ValueError for a row of another width."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __init__(self, head: Iterable[str], rows: Iterable[Iterable[str]]):
        object.__setattr__(self, "head", tuple(head))
        object.__setattr__(self, "rows", tuple(tuple(row) for row in rows))
        for row in self.rows:
            if len(row) != len(self.head):
                raise ValueError(f"A row of {len(row)} cells in a table of {len(self.head)} columns")

    def shares(self) -> list[int]:
        """How wide each column is beside the others: by its longest words, within bounds."""
        columns = zip(self.head, *self.rows, strict=True)
        return [min(max(len(cell) for cell in column), 36) + 10 for column in columns]


@dataclass(frozen=True)
class Bullets:
    """A list of points."""

    items: tuple[str, ...]

    def __init__(self, items: Iterable[str]):
        object.__setattr__(self, "items", tuple(items))


@dataclass(frozen=True)
class Lines:
    """Lines to write on by hand: one after each label (signature, name, date), or `count` empty ones."""

    labels: tuple[str, ...] = ()
    count: int = 0

    def __init__(self, labels: Iterable[str] = (), count: int = 0):
        object.__setattr__(self, "labels", tuple(labels))
        object.__setattr__(self, "count", count)


Block = Heading | Text | Facts | Table | Bullets | Lines


@dataclass(frozen=True)
class Document:
    """A whole paper. `footer` names the service, `language` is a tag such as en-GB or en-NZ.

    Raises ValueError without a title: no screen reader could say what the paper is.
    """

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    made_on: date
    footer: str
    language: str = "en-GB"

    def __post_init__(self):
        if not self.title.strip():
            raise ValueError("A document needs a title")
        object.__setattr__(self, "blocks", tuple(self.blocks))

    @property
    def foot(self) -> str:
        """What stands at the foot of each page beside its number."""
        made = f"Made on {said(self.made_on)}"
        return f"{self.footer} · {made}" if self.footer else made


def lines_of(words: str) -> list[str]:
    """The lines of what somebody typed, without characters that no page can show (control codes)."""
    return [
        "".join(" " if letter == "\t" else letter for letter in line if letter == "\t" or is_shown(letter))
        for line in str(words).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ]


def is_shown(letter: str) -> bool:
    """Whether a character can stand in a Word or PDF file: no control code, surrogate or noncharacter."""
    return unicodedata.category(letter) not in ("Cc", "Cs") and ord(letter) & 0xFFFE != 0xFFFE


def one_line(words: str) -> str:
    """The same words on one line, for titles and table heads."""
    return " ".join(" ".join(lines_of(words)).split())
