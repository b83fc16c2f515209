import pytest
from hypothesis import given
from hypothesis import strategies as st

from placewell.rules.nhs_number import as_typed, is_valid, spaced


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("9434765919", True),
        ("9990548609", True),  # from the range kept for tests
        ("9434765918", False),  # check digit one too low
        ("943476591", False),
        ("94347659190", False),
        ("943 476 5919", False),  # kept without spaces
        ("9434765919\n", False),
        ("٩٤٣٤٧٦٥٩١٩", False),  # digits, but not the ones the record keeps
        ("", False),
    ],
)
def test_ten_digits_whose_last_checks_the_others(number, valid):
    assert is_valid(number=number) is valid


def test_a_scottish_number_is_held_to_its_check_digit_only():
    assert is_valid(number="3102900003")  # begins with 31 February


@given(digits=st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_at_most_one_check_digit_fits(digits):
    assert sum(is_valid(number=digits + check) for check in "0123456789") <= 1


def test_a_number_is_typed_with_spaces_kept_without_and_shown_with():
    assert as_typed(text=" 943-476 5919 ") == "9434765919"
    assert spaced(number="9434765919") == "943 476 5919"
    assert spaced(number="not known") == "not known"
