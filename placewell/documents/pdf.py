"""A paper as PDF: A4, tagged for screen readers (PDF/UA-1), with page numbers and large print.

`paper.typ` lays it out. The words are handed to it as data (JSON), so that whatever people typed
is shown as they typed it.
"""

import json
from functools import cache
from pathlib import Path

import typst

from placewell.documents.paper import (
    BODY,
    LARGE,
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Lines,
    Table,
    Text,
    lines_of,
    one_line,
)

LAYOUT = Path(__file__).with_name("paper.typ")
# Fetched when placewell is installed (hatch_build.py). Without them the papers are set in a serif.
FONTS = Path(__file__).with_name("vendor") / "fonts"
FAMILIES = ("Noto Sans", "DejaVu Sans", "Libertinus Serif")
ACCESSIBLE = "ua-1"


def pdf(document: Document, large: bool = False) -> bytes:
    """The paper as the bytes of a PDF file; `large` sets it in 18 points.

    The standard for accessible PDF allows no character that the fonts of the machine cannot draw.
    A paper with such a character is made all the same, tagged, without the claim to the standard.
    """
    told = {"paper": json.dumps(content(document, large))}
    try:
        return compiled(told, [ACCESSIBLE])
    except typst.TypstError as refused:
        if "could not be displayed" not in str(refused):
            raise
        return compiled(told, [])


def compiled(told: dict[str, str], standards: list[str]) -> bytes:
    """What typst makes of the layout and these words."""
    compiler = typst.Compiler(LAYOUT, font_paths=fonts(), sys_inputs=told)
    return compiler.compile(format="pdf", pdf_standards=standards)


@cache
def fonts() -> typst.Fonts:
    """The fonts fetched for the papers, then those of the machine for letters that they lack."""
    return typst.Fonts(font_paths=[FONTS] if FONTS.is_dir() else [])


@cache
def families() -> list[str]:
    """Of the families that papers are set in, those that are here."""
    here = set(fonts().families())
    return [family for family in FAMILIES if family in here]


def content(document: Document, large: bool) -> dict:
    """What the layout is told: the words as lists of lines, and how big."""
    language, _, region = document.language.partition("-")
    return {
        "title": one_line(document.title),
        "subtitle": one_line(document.subtitle),
        "foot": one_line(document.foot),
        "language": language,
        "region": region or None,
        "size": LARGE if large else BODY,
        "families": families(),
        "made_on": [document.made_on.year, document.made_on.month, document.made_on.day],
        "blocks": [block_as_data(block) for block in document.blocks],
    }


def block_as_data(block: Block) -> dict:
    """One block for the layout; what people typed as lists of lines."""
    match block:
        case Heading(words, level):
            return {"kind": "heading", "words": one_line(words), "level": level}
        case Text(words, is_quiet):
            return {"kind": "text", "lines": lines_of(words), "quiet": is_quiet}
        case Facts():
            return {"kind": "facts", "pairs": [[one_line(asked), lines_of(said)] for asked, said in block.pairs]}
        case Table():
            rows = [[lines_of(cell) for cell in row] for row in block.rows]
            head = [one_line(cell) for cell in block.head]
            return {"kind": "table", "head": head, "rows": rows, "shares": block.shares()}
        case Bullets():
            return {"kind": "bullets", "items": [lines_of(item) for item in block.items]}
        case Lines():
            return {"kind": "lines", "labels": [one_line(label) for label in block.labels], "count": block.count}
    raise TypeError(f"{block!r} is no block of a paper")
