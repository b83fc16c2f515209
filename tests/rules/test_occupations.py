"""Kinds of work."""

import pytest

from placewell.rules.occupations import FOR_EXAMPLE, SUB_MAJOR_GROUPS, is_unit_group, title_of


def test_there_are_26_groups_each_with_an_example():
    assert len(SUB_MAJOR_GROUPS) == 26
    assert set(FOR_EXAMPLE) == set(SUB_MAJOR_GROUPS)


@pytest.mark.parametrize(
    ("code", "right"),
    [("9263", True), ("1111", True), ("0000", False), ("926", False), ("92634", False), ("９２６３", False)],
)
def test_a_unit_group_has_four_digits_of_a_known_group(code, right):
    assert is_unit_group(code=code) is right


def test_an_unknown_group_is_shown_as_it_came():
    assert title_of(group="92") == "Elementary administration and service occupations"
    assert title_of(group="99") == "99"
