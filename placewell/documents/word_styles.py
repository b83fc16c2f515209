"""How a Word document looks: its page, its language and its styles."""

from datetime import datetime, time

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from placewell.documents.paper import BODY, Document, one_line

# A font that every office machine has and that carries macrons; the reader can change it at once.
FONT = "Arial"
INK, QUIET = RGBColor(0x21, 0x2B, 0x32), RGBColor(0x42, 0x55, 0x63)
# How much bigger than the words each heading is.
SCALE = {"Title": 1.75, "Subtitle": 1.1, "Heading 1": 1.3, "Heading 2": 1.12, "Heading 3": 1.0}
ASKED = Cm(5.4)


def set_up(made: Word, document: Document, size: int) -> None:
    """Make an empty document A4, in the paper's language, with its title and styles."""
    about(made, document)
    page(made, size)
    language(made, document.language)
    styles(made, size)


def about(made: Word, document: Document) -> None:
    """What the file says of itself: title, author and language; nothing of the template's."""
    told = made.core_properties
    told.title, told.subject = one_line(document.title), one_line(document.subtitle)
    told.author = told.last_modified_by = one_line(document.footer)
    told.language, told.comments, told.keywords = document.language, "", ""
    told.created = told.modified = datetime.combine(document.made_on, time())


def page(made: Word, size: int) -> None:
    """A4 with margins to hold it by."""
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2 if size == BODY else 1.8)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2.2)


def language(made: Word, tag: str) -> None:
    """The language in which a screen reader speaks and a spelling checker checks."""
    for style in made.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), tag)
    normal = made.styles["Normal"].element.get_or_add_rPr()
    if normal.find(qn("w:lang")) is None:
        normal.append(OxmlElement("w:lang"))
    normal.find(qn("w:lang")).set(qn("w:val"), tag)


def styles(made: Word, size: int) -> None:
    """The styles that the writer uses, all after Normal."""
    normal = made.styles["Normal"]
    looks(normal, size, INK)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(size * 0.6), 1.25
    for name, scale in SCALE.items():
        style = made.styles[name]
        looks(style, round(size * scale, 1), QUIET if name == "Subtitle" else INK, bold=name != "Subtitle")
        style.font.italic = False
        style.paragraph_format.keep_with_next = True
        without(style, "w:pBdr", "w:spacing")
        style.paragraph_format.space_before = Pt(size if name.startswith("Heading") else 0)
        style.paragraph_format.space_after = Pt(size * 0.5)
    looks(made.styles["Footer"], 10 if size == BODY else 14, QUIET)
    without(made.styles["Footer"], "w:tabs")
    looks(made.styles["List Bullet"], size, INK)
    more_styles(made, size)


def more_styles(made: Word, size: int) -> None:
    """Styles that Word's own list lacks."""
    looks(new(made, "Quiet"), size, QUIET)
    fact = new(made, "Fact").paragraph_format
    fact.left_indent, fact.first_line_indent = ASKED, -ASKED
    fact.tab_stops.add_tab_stop(ASKED)
    cell = new(made, "Cell").paragraph_format
    cell.space_before = cell.space_after = Pt(size * 0.2)
    gap = new(made, "Gap")
    gap.font.size, gap.paragraph_format.space_after = Pt(size * 0.4), Pt(0)
    line = new(made, "Line to write on").paragraph_format
    line.space_before, line.keep_together = Pt(size * 1.2), True
    section = made.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    line.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def without(style, *names: str) -> None:
    """Take the template's own borders, tabs or letter spacing out of a style."""
    for name in names:
        for found in list(style.element.iter(qn(name))):
            found.getparent().remove(found)


def new(made: Word, name: str):
    """A paragraph style after Normal."""
    style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Normal"]
    return style


def looks(style, size: float, colour: RGBColor, *, bold: bool | None = None) -> None:
    """One font, for every script that it is asked for, instead of the template's theme."""
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    if bold is not None:
        style.font.bold = bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)
