"""A paper as plain text, to be pasted."""

import pytest

from placewell.documents.message import message
from placewell.documents.paper import Heading, Text
from tests.documents.papers import HOSTILE, paper, whole_paper


def test_every_word_is_there_and_no_line_to_sign_on():
    said = message(whole_paper())
    for words in (
        "Action plan",
        "WHAT YOU WANT",
        "Steps",
        "Goal: Gardener mornings",
        "What: Step number 3; By when: 1 December 2026",
    ):
        assert words in said
    assert said.count(HOSTILE) == 4
    assert "Signed" not in said
    assert said.endswith("Riverside IPS · Made on 25 November 2026")


def test_nothing_stands_between_blocks_but_a_blank_line():
    assert message(paper(Heading("One"), Text("a\nb"), subtitle="")).split("\n\n")[:3] == ["Action plan", "ONE", "a\nb"]


def test_what_is_no_block_is_refused():
    with pytest.raises(TypeError, match="no block"):
        message(paper("words alone"))
