"""Pay beside the law of the day and the age: each boundary of the rates of both countries."""

from datetime import date
from decimal import Decimal

import pytest

from placewell.rules.minimum_wage import Pay, age_on, meets_minimum, table_for
from placewell.web.presenters.work.pay import tables

BORN = date(2000, 6, 15)


def verdict(amount, *, on, born=BORN, contract="permanent", currency="GBP", country="GB", began=date(2024, 5, 1)):
    pay = Pay(None if amount is None else Decimal(amount), currency, contract, began, born)
    return str(meets_minimum(pay=pay, country=country, on=on, tables=tables()).verdict)


@pytest.mark.parametrize(
    ("on", "born", "least"),
    [
        (date(2023, 4, 1), date(2000, 4, 1), "10.42"),
        (date(2024, 3, 31), date(2001, 4, 1), "10.18"),  # 22 that day
        (date(2024, 4, 1), date(2003, 4, 1), "11.44"),  # 21 that day
        (date(2024, 4, 1), date(2003, 4, 2), "8.60"),  # 20 until tomorrow
        (date(2025, 3, 31), BORN, "11.44"),
        (date(2025, 4, 1), BORN, "12.21"),
        (date(2025, 4, 1), date(2007, 4, 1), "10.00"),
        (date(2025, 4, 1), date(2007, 4, 2), "7.55"),
        (date(2026, 3, 31), BORN, "12.21"),
        (date(2026, 4, 1), BORN, "12.71"),
        (date(2026, 4, 1), date(2006, 1, 1), "10.85"),
        (date(2026, 4, 1), date(2009, 1, 1), "8.00"),
        (date(2027, 3, 31), BORN, "12.71"),
    ],
)
def test_the_rate_of_the_day_and_the_age_and_a_penny_less(on, born, least):
    assert verdict(least, on=on, born=born) == "met"
    assert verdict(Decimal(least) - Decimal("0.01"), on=on, born=born) == "not_met"


@pytest.mark.parametrize("on", [date(2023, 3, 31), date(2027, 4, 1)])
def test_a_day_without_rates_is_not_known_and_never_guessed(on):
    assert verdict("50", on=on) == "not_recorded"
    assert table_for(tables=tables(), country="GB", on=on) is None
    assert verdict("50", on=date(2025, 5, 1), country="IE") == "not_recorded"


@pytest.mark.parametrize(
    ("amount", "found"), [("12.71", "met"), ("12.70", "not_recorded"), ("8.00", "not_recorded"), ("7.99", "not_met")]
)
def test_without_an_age_only_what_holds_for_every_age_is_said(amount, found):
    assert verdict(amount, on=date(2026, 5, 1), born=None) == found


@pytest.mark.parametrize(
    ("began", "born", "on", "least"),
    [
        (date(2025, 5, 1), BORN, date(2026, 4, 30), "8.00"),  # the last day of the first year
        (date(2025, 5, 1), BORN, date(2026, 5, 1), "12.71"),
        (date(2024, 5, 1), date(2008, 1, 1), date(2026, 5, 1), "8.00"),  # 18: under 19
        (date(2024, 5, 1), date(2007, 5, 1), date(2026, 5, 1), "10.85"),  # 19 that day
    ],
)
def test_apprentices_have_their_rate_under_19_or_in_the_first_year(began, born, on, least):
    told = {"on": on, "born": born, "contract": "apprenticeship", "began": began}
    assert verdict(least, **told) == "met"
    assert verdict(Decimal(least) - Decimal("0.01"), **told) == "not_met"


@pytest.mark.parametrize(
    ("amount", "found"), [("23.50", "met"), ("23.49", "not_recorded"), ("18.80", "not_recorded"), ("18.79", "not_met")]
)
@pytest.mark.parametrize("born", [date(2008, 1, 1), BORN])
def test_new_zealand_has_lower_rates_only_where_they_were_agreed(amount, found, born):
    told = {"on": date(2025, 6, 1), "country": "NZ", "currency": "NZD", "born": born}
    assert verdict(amount, **told) == found


def test_what_has_no_minimum_wage_and_what_is_not_recorded():
    on = date(2026, 5, 1)
    assert verdict("1", on=on, contract="self_employed") == "does_not_apply"
    assert verdict("1", on=on, born=date(2011, 1, 1)) == "does_not_apply"
    assert verdict(None, on=on) == "not_recorded"
    assert verdict("20", on=on, currency="EUR") == "not_recorded"


def test_the_reason_names_the_rate_and_its_day():
    pay = Pay(Decimal("12"), "GBP", "permanent", BORN, BORN)
    found = meets_minimum(pay=pay, country="GB", on=date(2026, 5, 1), tables=tables())
    assert found.because == "it is below 12.71 GBP an hour for 21 and over, from 1 April 2026"


@pytest.mark.parametrize(("on", "age"), [(date(2020, 6, 14), 19), (date(2020, 6, 15), 20)])
def test_an_age_is_in_whole_years(on, age):
    assert age_on(born_on=BORN, on=on) == age
