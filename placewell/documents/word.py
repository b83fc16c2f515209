"""A paper as a Word document that a person can edit: real styles, A4, page numbers, large print."""

from io import BytesIO

import docx
from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from placewell.documents import word_styles
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

# A longer question than this stands on a line of its own, above its answer.
LONGEST_ASKED = 26


def word(document: Document, large: bool = False) -> bytes:
    """The paper as the bytes of a .docx file; `large` sets it in 18 points."""
    size = LARGE if large else BODY
    made = docx.Document()
    word_styles.set_up(made, document, size)
    foot_of(made, document)
    made.add_paragraph(one_line(document.title), style="Title")
    if document.subtitle:
        made.add_paragraph(one_line(document.subtitle), style="Subtitle")
    for block in document.blocks:
        add(made, block, large)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def add(made: Word, block: Block, large: bool) -> None:
    """Write one block at the end."""
    match block:
        case Heading(words, level):
            made.add_paragraph(one_line(words), style=f"Heading {level}")
        case Text(words, is_quiet):
            written(made.add_paragraph(style="Quiet" if is_quiet else "Normal"), words)
        case Facts(pairs):
            for asked, said in pairs:
                fact(made, asked, said, large)
        case Table():
            table(made, block)
        case Bullets(items):
            for item in items:
                written(made.add_paragraph(style="List Bullet"), item)
        case Lines(labels, count):
            drawn = [line_to_write_on(made, label) for label in (*labels, *[""] * count)]
            for above in drawn[:-1]:
                above.paragraph_format.keep_with_next = len(drawn) <= 6
        case _:
            raise TypeError(f"{block!r} is no block of a paper")


def written(paragraph: Paragraph, words: str, *, bold: bool = False) -> None:
    """Put what somebody typed into a paragraph, its line breaks kept."""
    for number, line in enumerate(lines_of(words)):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
        run.bold = bold or None


def fact(made: Word, asked: str, said: str, large: bool) -> None:
    """What is asked in bold, the answer beside it, or under it where there is no room."""
    beside = not large and len(asked) <= LONGEST_ASKED
    paragraph = made.add_paragraph(style="Fact" if beside else "Normal")
    written(paragraph, one_line(asked), bold=True)
    run = paragraph.add_run()
    if beside:
        run.add_tab()
    else:
        run.add_break()
    written(paragraph, said)


def table(made: Word, block: Table) -> None:
    """A table whose head is marked as such and repeated on each page; no row is torn apart."""
    drawn = made.add_table(rows=1, cols=len(block.head), style="Table Grid")
    head = drawn.rows[0]
    marked(head, "w:tblHeader")
    for cell, words in zip(head.cells, block.head, strict=True):
        filled(cell, one_line(words), bold=True)
    for row in block.rows:
        added = drawn.add_row()
        for cell, words in zip(added.cells, row, strict=True):
            filled(cell, words)
    for row in drawn.rows:
        marked(row, "w:cantSplit")
    wide(made, drawn, block.shares())
    made.add_paragraph(style="Gap")


def wide(made: Word, drawn, shares: list[int]) -> None:
    """Share the width between the margins among the columns."""
    section = made.sections[0]
    whole = section.page_width - section.left_margin - section.right_margin
    drawn.autofit = False
    for column, share in zip(drawn.columns, shares, strict=True):
        column.width = whole * share // sum(shares)
        for cell in column.cells:
            cell.width = column.width


def filled(cell: _Cell, words: str, *, bold: bool = False) -> None:
    """Words in a cell."""
    paragraph = cell.paragraphs[0]
    paragraph.style = "Cell"
    written(paragraph, words, bold=bold)


def marked(row, name: str) -> None:
    """Set a property of a row that python-docx has no name for."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def line_to_write_on(made: Word, label: str) -> Paragraph:
    """A label, and a line to the right margin."""
    paragraph = made.add_paragraph(style="Line to write on")
    if label:
        paragraph.add_run(f"{one_line(label)} ")
    paragraph.add_run().add_tab()
    return paragraph


def foot_of(made: Word, document: Document) -> None:
    """The service, the day it was made, and “1 of 3” at the right margin."""
    section = made.sections[0]
    paragraph = section.footer.paragraphs[0]
    paragraph.style = "Footer"
    paragraph.paragraph_format.tab_stops.add_tab_stop(
        section.page_width - section.left_margin - section.right_margin, WD_TAB_ALIGNMENT.RIGHT
    )
    paragraph.add_run(one_line(document.foot)).add_tab()
    counted(paragraph, "PAGE")
    paragraph.add_run(" of ")
    counted(paragraph, "NUMPAGES")


def counted(paragraph: Paragraph, what: str) -> None:
    """A number that Word works out: the page, or how many there are."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
