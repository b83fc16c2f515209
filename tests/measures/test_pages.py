"""Every measure has its page, and the pages are those of the catalogue."""

import pytest

from placewell.measures.catalogue import MEASURES
from placewell.measures.pages import FOLDER, page, pages


def test_the_pages_are_those_of_the_catalogue():
    standing = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert standing == dict(pages()), "run `python -m placewell.measures.pages`"


@pytest.mark.parametrize("name", MEASURES)
def test_a_page_says_rule_source_mark_window_and_file(name):
    measure = MEASURES[name]
    text = page(measure)
    assert measure.rule in text
    assert measure.source in text
    assert measure.mark.replace("_", " ") in text
    assert (FOLDER / text.rsplit("](", 1)[1].rstrip(")\n")).resolve() == measure.path
    for words in measure.why_words.values():
        assert words in text
