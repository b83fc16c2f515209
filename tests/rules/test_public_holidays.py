from datetime import date

import pytest

from placewell.rules.deadlines import add_working_days
from placewell.rules.public_holidays import NoSuchArea, public_holidays

ST_ANDREW = date(2026, 11, 30)
AUCKLAND = date(2026, 1, 26)


@pytest.mark.parametrize(
    ("country", "area", "day", "is_free"),
    [
        ("GB", "", date(2026, 4, 6), True),  # Easter Monday, in England by default
        ("GB", "ENG", ST_ANDREW, False),
        ("GB", "SCT", ST_ANDREW, True),
        ("GB", "SCT", date(2026, 4, 6), False),
        ("GB", "NIR", date(2026, 7, 13), True),  # the Boyne, on a Sunday in 2026
        ("GB", "WLS", date(2026, 12, 28), True),  # Boxing Day falls on a Saturday
        ("NZ", "", date(2026, 2, 6), True),
        ("NZ", "", AUCKLAND, False),
        ("NZ", "AUK", AUCKLAND, True),
        ("XX", "", date(2026, 12, 25), False),
    ],
)
def test_each_part_of_a_country_keeps_its_own_days(country, area, day, is_free):
    assert (day in public_holidays(country=country, area=area, year=2026)) is is_free


def test_the_years_beside_are_there_for_deadlines_at_the_turn_of_the_year():
    days = public_holidays(country="GB", area="", year=2026)
    assert {date(2025, 12, 25), date(2027, 1, 1)} <= days
    assert add_working_days(start=date(2026, 12, 23), days=5, holidays=days) == date(2027, 1, 4)


def test_a_part_that_is_not_there_is_refused():
    with pytest.raises(NoSuchArea, match="'LON' is no part of GB; use one of ENG"):
        public_holidays(country="GB", area="LON", year=2026)
