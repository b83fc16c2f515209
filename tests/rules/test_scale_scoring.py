from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placewell.rules.scale_scoring import (
    Totals,
    bands_spanned,
    mean_rating,
    rating_by_cuts,
    rating_for_components,
    rating_for_count,
    totals,
)


@dataclass(frozen=True)
class Band:
    key: str
    lowest: int
    highest: int


BANDS = [
    Band("exemplary", 115, 125),
    Band("good", 100, 114),
    Band("fair", 74, 99),
    Band("not_ips", 25, 73),
]
ONE_EACH = {0: 1, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5}


@pytest.mark.parametrize(
    ("value", "rating"),
    [(0, 1), (59, 1), (60, 2), (74, 2), (75, 3), (89, 3), (90, 4), (95, 4), (96, 5), (100, 5)],
)
def test_a_share_rates_higher_as_it_grows(value, rating):
    assert rating_by_cuts(value=value, cuts=[0, 60, 75, 90, 96]) == rating


@pytest.mark.parametrize(
    ("value", "rating"),
    [(0, 5), (20, 5), (21, 4), (25, 4), (26, 3), (30, 3), (31, 2), (40, 2), (41, 1), (400, 1)],
)
def test_a_caseload_rates_lower_as_it_grows(value, rating):
    assert rating_by_cuts(value=value, cuts=[41, 31, 26, 21, 0], descending=True) == rating


@pytest.mark.parametrize(
    ("value", "rating"),
    [
        (Fraction(599, 100), 4),
        (6, 5),
        (Decimal("4.999"), 3),
        (Fraction(14, 3), 3),
        (2, 2),
        (Fraction(1999, 1000), 1),
    ],
)
def test_contacts_a_week_are_banded_unrounded(value, rating):
    assert rating_by_cuts(value=value, cuts=[0, 2, 4, 5, 6]) == rating


def test_a_rating_without_a_cut_is_never_given_by_a_figure():
    assert rating_by_cuts(value=0, cuts=[None, 0, 50, 75, 90]) == 2


def test_a_value_below_every_cut_and_a_wrong_number_of_cuts_are_refused():
    with pytest.raises(ValueError, match="below every cut"):
        rating_by_cuts(value=-1, cuts=[0, 2, 4, 5, 6])
    with pytest.raises(ValueError, match="five cuts"):
        rating_by_cuts(value=1, cuts=[0, 2])


@pytest.mark.parametrize(("count", "rating"), [(0, 1), (1, 1), (2, 2), (5, 5)])
def test_components_met_give_a_rating(count, rating):
    assert rating_for_count(count=count, ratings=ONE_EACH) == rating


def test_a_count_the_scale_does_not_know_is_refused():
    with pytest.raises(ValueError, match="count of 6"):
        rating_for_count(count=6, ratings=ONE_EACH)


def test_an_unknown_component_leaves_the_item_unrated():
    known = {"a": True, "b": False, "c": True, "d": True, "e": True}
    assert rating_for_components(components=known, ratings=ONE_EACH) == 4
    assert rating_for_components(components=known | {"b": None}, ratings=ONE_EACH) is None


@pytest.mark.parametrize(
    ("ratings", "mean"),
    [
        ([5, 3, 5, 4], 4),  # 4.25
        ([4, 5], 4),  # 4.5: a tie goes down
        ([1, 2, 2], 2),  # 1.67
        ([3, 3, 4, 4, 4, 4], 4),
        ([1], 1),
        ([], None),
    ],
)
def test_specialists_ratings_go_to_the_nearest_ties_down(ratings, mean):
    assert mean_rating(ratings=ratings) == mean


@given(ratings=st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_the_mean_rating_is_a_rating_and_within_a_half(ratings):
    mean = mean_rating(ratings=ratings)
    assert 1 <= mean <= 5
    assert Fraction(-1, 2) <= mean - Fraction(sum(ratings), len(ratings)) < Fraction(1, 2)


def test_unrated_items_count_one_and_then_five():
    assert totals(ratings=[4] * 24 + [None]) == Totals(rated=24, lowest=97, highest=101)
    assert totals(ratings=[None] * 25) == Totals(rated=0, lowest=25, highest=125)
    with pytest.raises(ValueError, match="1 to 5"):
        totals(ratings=[0])


@pytest.mark.parametrize(
    ("lowest", "highest", "bands"),
    [
        (96, 100, ("fair", "good")),
        (74, 99, ("fair",)),
        (73, 73, ("not_ips",)),
        (114, 115, ("good", "exemplary")),
        (25, 125, ("not_ips", "fair", "good", "exemplary")),
    ],
)
def test_bands_are_all_those_that_the_totals_span_lowest_first(lowest, highest, bands):
    assert bands_spanned(lowest=lowest, highest=highest, bands=BANDS) == bands


def test_totals_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="above the highest"):
        bands_spanned(lowest=100, highest=99, bands=BANDS)
