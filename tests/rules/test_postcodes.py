"""The parts of a postcode."""

import pytest

from placewell.rules.postcodes import area_of, district_of, place_named


@pytest.mark.parametrize(
    ("postcode", "district"),
    [
        ("LE2 7GH", "LE2"), ("le27gh", "LE2"), (" LE21  7GH ", "LE21"), ("LE217GH", "LE21"), ("SW1A 1AA", "SW1A"),
        ("W1A1HQ", "W1A"), ("M1 1AE", "M1"), ("LE2", "LE2"), ("EC1A", "EC1A"),
        ("", ""), ("6011", ""), ("LE", ""), ("LE2 7G", ""), ("Leicester", ""), ("LE2 7GH 1", ""),
    ],
)  # fmt: skip
def test_the_district_of_a_postcode_in_any_spelling(postcode, district):
    assert district_of(postcode=postcode) == district


def test_the_area_of_a_district():
    assert [area_of(district=one) for one in ("LE2", "M1", "SW1A", "6011", "")] == ["LE", "M", "SW", "", ""]


@pytest.mark.parametrize(
    ("words", "place"),
    [("le2", "LE2"), ("LE2 7GH", "LE2"), ("le", "LE"), ("LEI", ""), ("", ""), ("?", ""), ("2", "")],
)
def test_a_place_is_named_by_a_postcode_a_district_or_an_area(words, place):
    assert place_named(words=words) == place
