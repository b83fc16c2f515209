"""Dates and numbers as people write them."""

from datetime import date
from fractions import Fraction

import pytest

from placewell.measures.catalogue import MEASURES
from placewell.web.presenters import wording
from placewell.web.presenters.counted_as import WORDS, both
from placewell.web.presenters.days import next_month_end
from placewell.web.presenters.indicators import WORDS as INDICATORS
from placewell.web.presenters.people import own_first


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (0, "0"),
        (19, "19"),
        (12345, "12,345"),
        (Fraction(795, 194), "4.1"),
        (Fraction(22, 5), "4.4"),
        (Fraction(1, 3), "0.33"),
        (Fraction(5999, 1000), "5.99"),
        (Fraction(5994, 1000), "5.99"),
        (Fraction(2, 3), "0.67"),
        (Fraction(-3, 2), "-1.5"),
        (0.5, "0.5"),
    ],
)
def test_a_number(value, written):
    assert wording.number(value) == written


@pytest.mark.parametrize(
    ("share", "written"), [(1, "100%"), (Fraction(996, 1000), "99%"), (Fraction(1, 2), "50%"), (0, "0%"), (None, "")]
)
def test_a_share_just_below_all_is_not_all(share, written):
    assert wording.per_cent(share) == written


def test_days_and_lists():
    assert wording.day(date(2026, 6, 30)) == "30 June 2026"
    assert wording.short_month(date(2026, 6, 30)) == "Jun 26"
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"], last="or") == "a, b or c"
    assert wording.counted(1, "row") == "1 row"
    assert wording.counted(2000, "person", "people") == "2,000 people"


def test_a_per_cent_stands_with_its_number():
    assert wording.figure(93, "% of jobs") == ("93%", "of jobs")
    assert wording.figure(32, "days to the first employer contact") == ("32", "days to the first employer contact")
    assert wording.figure(None, "% of jobs") == ("", "% of jobs")


@pytest.mark.parametrize(
    ("when", "after"),
    [
        (date(2026, 6, 30), date(2026, 7, 31)),
        (date(2026, 6, 29), date(2026, 6, 30)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_the_next_month_end(when, after):
    assert next_month_end(when) == after


def test_minutes_are_written_as_hours():
    assert both("community_based@1", 44040, 82125) == "734 hours in the community, 1,369 hours worked"


def test_ones_own_line_goes_first_and_the_rest_by_name():
    assert own_first({1: "Zoe", 2: "ana", 3: "Ben"}, 1) == [(1, "Zoe"), (2, "ana"), (3, "Ben")]
    assert own_first({1: "Zoe", 2: "ana"}, None) == [(2, "ana"), (1, "Zoe")]


def test_every_figure_has_words_for_its_two_numbers():
    figures = {
        one.key for one in MEASURES.values() if one.finisher not in ("components", "supervisor_role", "indicators")
    }
    assert figures - set(WORDS) == set()


def test_every_indicator_has_words():
    parts = {part for one in MEASURES.values() for part in one.options.get("parts", {})}
    assert parts - set(INDICATORS) == set()
