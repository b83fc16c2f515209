"""Papers as Word and PDF: the words come back out, whatever they are, and a screen reader can follow."""

from datetime import date

import pytest

from placewell.documents import pdf as pdf_writer
from placewell.documents.paper import Document, Heading, Table, Text, lines_of
from placewell.documents.pdf import pdf
from placewell.documents.word import word
from tests.documents.papers import (
    HOSTILE,
    opened_pdf,
    opened_word,
    paper,
    sizes_of_pdf,
    whole_paper,
    words_of_pdf,
    words_of_word,
)

SAID = (
    "Action plan",
    "Aroha Ngāti",
    "What you want",
    "To work with plants.",
    "Gardener",
    "Step number 79",
    "Māori, Ōtautahi, Ūawa, pīwakawaka",
)


def w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


@pytest.mark.parametrize(("make", "read"), [(word, words_of_word), (pdf, words_of_pdf)])
@pytest.mark.parametrize("large", [False, True])
def test_the_words_come_back_out(make, read, large):
    words = read(make(whole_paper(), large=large))
    for said in SAID:
        assert said in words


@pytest.mark.parametrize(("make", "read"), [(word, words_of_word), (pdf, words_of_pdf)])
def test_what_people_typed_is_shown_and_never_read_as_markup(make, read):
    words = "".join(read(make(whole_paper())).split())
    assert words.count("".join(HOSTILE.split())) == 4


@pytest.mark.parametrize(("make", "read"), [(word, words_of_word), (pdf, words_of_pdf)])
def test_characters_that_no_page_can_show_do_not_break_it(make, read):
    words = read(make(paper(Text("before\x0b\x00\x1f\ufffeafter 我的计划 🙂"), title="Plan\n\x07 of\tit")))
    assert "beforeafter" in words
    assert "Plan of it" in words


@pytest.mark.parametrize("make", [word, pdf])
def test_an_empty_paper_is_made(make):
    assert len(make(Document("Plan", "", (), made_on=date(2026, 1, 2), footer=""))) > 1000


def test_lines_are_kept_however_they_were_ended():
    assert lines_of("one\r\ntwo\rthree\n\nfive") == ["one", "two", "three", "", "five"]


def test_a_pdf_says_what_it_is_to_a_screen_reader():
    made = opened_pdf(pdf(paper(Text("Kia ora"), language="en-NZ")))
    assert made.metadata.title == "Action plan"
    assert made.root_object["/Lang"].lower() == "en-nz"
    assert made.root_object["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in made.root_object["/Metadata"].get_data().decode()


def test_a_pdf_is_a4_with_the_service_the_day_and_the_page():
    made = opened_pdf(pdf(whole_paper()))
    assert [round(float(side)) for side in made.pages[0].mediabox[2:]] == [595, 842]
    for number, page in enumerate(made.pages, 1):
        words = page.extract_text()
        assert "Riverside IPS · Made on 25 November 2026" in words
        assert f"{number} of {len(made.pages)}" in words


def test_the_head_of_a_long_table_stands_on_each_of_its_pages():
    made = opened_pdf(pdf(whole_paper()))
    with_steps = [page.extract_text() for page in made.pages if "Step number" in page.extract_text()]
    assert len(with_steps) > 1
    assert all("By when" in words for words in with_steps)
    assert "/TH" in kinds_of(made)


def kinds_of(made) -> set:
    """The kinds of tags in a PDF."""
    found, left = set(), [made.root_object["/StructTreeRoot"]]
    while left:
        one = left.pop().get_object()
        if hasattr(one, "get"):
            found.add(one.get("/S"))
            below = one.get("/K", [])
            left += [child for child in (below if isinstance(below, list) else [below]) if hasattr(child, "get_object")]
    return found


def test_large_print_is_18_points():
    assert 12.0 in sizes_of_pdf(pdf(whole_paper()))
    assert 18.0 in sizes_of_pdf(pdf(whole_paper(), large=True))
    assert 12.0 not in sizes_of_pdf(pdf(whole_paper(), large=True))
    assert opened_word(word(whole_paper())).styles["Normal"].font.size.pt == 12
    assert opened_word(word(whole_paper(), large=True)).styles["Normal"].font.size.pt == 18


def test_papers_are_set_in_the_font_that_was_fetched_and_in_a_serif_without_it(monkeypatch):
    assert (pdf_writer.FONTS / "NotoSans_400Regular.ttf").is_file(), "run bin/setup tests: it fetches the fonts"
    assert fonts_in(pdf(whole_paper())) == {"NotoSans"}
    monkeypatch.setattr(pdf_writer, "families", lambda: ["Libertinus Serif"])
    assert fonts_in(pdf(whole_paper())) == {"LibertinusSerif"}


def fonts_in(file: bytes) -> set[str]:
    fonts = opened_pdf(file).pages[0]["/Resources"]["/Font"].values()
    return {font.get_object()["/BaseFont"].partition("+")[2].partition("-")[0] for font in fonts}


def test_a_word_document_has_real_styles_a_language_and_a_title():
    made = opened_word(word(whole_paper(), large=False))
    names = [paragraph.style.name for paragraph in made.paragraphs]
    assert names[:3] == ["Title", "Subtitle", "Heading 1"]
    assert {"Heading 2", "List Bullet", "Fact", "Line to write on"} <= set(names)
    assert made.core_properties.title == "Action plan"
    assert {one.get(w("val")) for one in made.styles.element.iter(w("lang"))} == {"en-GB"}
    assert round(made.sections[0].page_width.cm, 1) == 21.0


def test_a_word_table_repeats_its_head_and_tears_no_row():
    drawn = opened_word(word(whole_paper())).tables[0]
    assert [bool(list(row._tr.iter(w("tblHeader")))) for row in drawn.rows[:3]] == [True, False, False]
    assert all(list(row._tr.iter(w("cantSplit"))) for row in drawn.rows)


def test_a_word_document_counts_its_pages():
    foot = opened_word(word(whole_paper())).sections[0].footer.paragraphs[0]
    assert foot.text.startswith("Riverside IPS · Made on 25 November 2026")
    assert [one.get(w("instr")) for one in foot._p.iter(w("fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_what_no_paper_can_be_is_refused():
    for wrong in (
        lambda: paper(title=" "),
        lambda: Heading("Too deep", 4),
        lambda: Table(["One", "Two"], [["only one"]]),
    ):
        with pytest.raises(ValueError, match=r"title|level|columns"):
            wrong()
    with pytest.raises(TypeError, match="no block"):
        word(paper("words alone"))
    with pytest.raises(TypeError, match="no block"):
        pdf(paper("words alone"))
