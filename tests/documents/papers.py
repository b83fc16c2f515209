"""A paper with every kind of block, and how to read one back."""

from datetime import date
from io import BytesIO

import docx
import pypdf

from placewell.documents.paper import Bullets, Document, Facts, Heading, Lines, Table, Text

HOSTILE = "#danger <b> $x$ \\n *not bold* _x_ `code` @ref // no comment #(1+1) [y] {z}"
MADE_ON = date(2026, 11, 25)


def paper(*blocks, title="Action plan", **told) -> Document:
    told = {"subtitle": "Aroha Ngāti", "made_on": MADE_ON, "footer": "Riverside IPS", **told}
    return Document(title, told.pop("subtitle"), blocks, **told)


def whole_paper() -> Document:
    return paper(
        Heading("What you want"),
        Text(f"To work with plants.\n{HOSTILE}"),
        Facts([("Goal", "Gardener\nmornings"), ("What would you like people to know about it?", HOSTILE)]),
        Heading("Steps", 2),
        Table(["What", "By when"], [[HOSTILE if n == 7 else f"Step number {n}", "1 December 2026"] for n in range(80)]),
        Bullets(["Kia ora, tēnā koutou: Māori, Ōtautahi, Ūawa, pīwakawaka", HOSTILE]),
        Lines(["Signed", "Date"]),
        Lines(count=2),
    )


def opened_word(file: bytes):
    return docx.Document(BytesIO(file))


def words_of_word(file: bytes) -> str:
    made = opened_word(file)
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


def opened_pdf(file: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(file))


def words_of_pdf(file: bytes) -> str:
    """All words of it, one space between them: where lines break is the layout's."""
    return " ".join(" ".join(page.extract_text() for page in opened_pdf(file).pages).split())


def sizes_of_pdf(file: bytes) -> set[float]:
    """The sizes of the letters that stand on the first page."""
    found = set()

    def seen(text, matrix, lines, font, size):
        if text.strip():
            found.add(round(size * abs(matrix[0] * lines[0]) or size, 1))

    opened_pdf(file).pages[0].extract_text(visitor_text=lambda text, cm, tm, font, size: seen(text, cm, tm, font, size))
    return found
