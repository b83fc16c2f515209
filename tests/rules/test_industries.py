"""The classification of industries, as data."""

from placewell.rules.industries import DIVISIONS, SECTIONS, division_title


def test_there_are_21_sections_and_88_divisions_each_in_its_section():
    assert (len(SECTIONS), len(DIVISIONS)) == (21, 88)
    assert {section for section, _ in DIVISIONS.values()} == set(SECTIONS)
    assert all(title.strip() == title and title for _, title in DIVISIONS.values())
    assert sorted(DIVISIONS) == list(DIVISIONS)


def test_a_code_that_is_none_is_shown_as_it_came():
    assert [division_title(division=code) for code in ("47", "00", "")] == ["Retail trade", "00", ""]
