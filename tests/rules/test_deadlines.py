from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placewell.rules.deadlines import Standard, add_working_days, deadline, due_on
from placewell.rules.pathway import (
    acknowledgement,
    first_contact,
    first_employer_contact,
    first_profile,
    plan_review,
)

FRIDAY = date(2026, 4, 24)
MAY_DAY = date(2026, 5, 4)
FIVE_WORKING_DAYS = Standard(5, "working days", "Your employment support service, June 2018")
THIRTY_DAYS = Standard(30, "days", "Service Specifications, New Zealand")


@pytest.mark.parametrize(
    ("start", "days", "holidays", "day"),
    [
        (FRIDAY, 1, (), date(2026, 4, 27)),
        (FRIDAY, 5, (), date(2026, 5, 1)),
        (FRIDAY, 6, (), MAY_DAY),
        (FRIDAY, 6, (MAY_DAY,), date(2026, 5, 5)),
        (date(2026, 4, 25), 1, (), date(2026, 4, 27)),  # received on a Saturday
        (date(2026, 4, 25), 0, (), date(2026, 4, 27)),
        (FRIDAY, 0, (), FRIDAY),
        (FRIDAY, 6, (date(2026, 5, 2), MAY_DAY), date(2026, 5, 5)),  # a holiday on a Saturday
    ],
)
def test_working_days_leave_out_weekends_and_holidays(start, days, holidays, day):
    assert add_working_days(start=start, days=days, holidays=holidays) == day


@given(start=st.dates(date(2020, 1, 1), date(2030, 1, 1)), days=st.integers(1, 60))
def test_between_start_and_due_date_lie_exactly_that_many_working_days(start, days):
    last = add_working_days(start=start, days=days)
    between = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]
    assert sum(day.weekday() < 5 for day in between) == days


@pytest.mark.parametrize(
    ("unit", "amount", "day"),
    [
        ("days", 28, date(2026, 2, 28)),
        ("weeks", 4, date(2026, 2, 28)),
        ("months", 1, date(2026, 2, 28)),  # clipped to the month
        ("months", 2, date(2026, 3, 31)),
        ("working days", 5, date(2026, 2, 6)),
    ],
)
def test_each_unit_counts_in_its_own_way(unit, amount, day):
    assert due_on(start=date(2026, 1, 31), standard=Standard(amount, unit, "A")) == day


@pytest.mark.parametrize(
    ("amount", "unit", "name", "fault"),
    [(5, "moons", "A", "no unit"), (-1, "days", "A", "0 or more"), (5, "days", " ", "name")],
)
def test_a_standard_without_unit_amount_or_name_is_refused(amount, unit, name, fault):
    with pytest.raises(ValueError, match=fault):
        Standard(amount, unit, name)


START = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("met", "ended", "today", "verdict", "because"),
    [
        (30, None, 40, "met", "the first employer contact was on 31 January 2026"),
        (31, None, 40, "not_met", "the first employer contact was on 1 February 2026; it was due by 31 January 2026"),
        (None, None, 30, "not_due", "the first employer contact is due by 31 January 2026"),
        (None, None, 31, "not_met", "the first employer contact was due by 31 January 2026"),
        (None, 30, 40, "does_not_apply", "support ended on 31 January 2026, before it was due"),
        (None, 31, 40, "not_met", "the first employer contact was due by 31 January 2026"),
        (35, None, 34, "not_met", "the first employer contact was due by 31 January 2026"),
        (5, 10, 40, "met", "the first employer contact was on 6 January 2026"),
        (None, 40, 20, "not_due", "the first employer contact is due by 31 January 2026"),
    ],
)
def test_the_first_employer_contact_within_thirty_days(met, ended, today, verdict, because):
    def day(number):
        return None if number is None else START + timedelta(days=number)

    due = first_employer_contact(
        entered_on=START,
        met_on=day(met),
        ended_on=day(ended),
        standard=THIRTY_DAYS,
        today=day(today),
    )
    assert (due.finding.verdict, due.finding.because) == (verdict, because)
    assert (due.on, due.standard) == (date(2026, 1, 31), "Service Specifications, New Zealand")


def test_without_a_standard_nothing_is_due():
    due = first_profile(entered_on=START, written_on=None, standard=None, today=START)
    assert (due.on, due.finding.verdict) == (None, "does_not_apply")


def test_without_a_start_the_due_date_cannot_be_told():
    due = deadline(what="first contact", start=None, done_on=None, standard=FIVE_WORKING_DAYS, today=START)
    assert (due.on, due.finding.verdict) == (None, "not_recorded")


def test_first_contact_counts_working_days_around_a_bank_holiday():
    facts = {"received_on": FRIDAY + timedelta(days=5), "standard": FIVE_WORKING_DAYS}
    late = first_contact(**facts, first_contact_on=date(2026, 5, 7), today=date(2026, 5, 20))
    in_time = first_contact(**facts, first_contact_on=date(2026, 5, 7), today=date(2026, 5, 20), holidays={MAY_DAY})
    assert (late.on, late.finding.verdict) == (date(2026, 5, 6), "not_met")
    assert (in_time.on, in_time.finding.verdict) == (date(2026, 5, 7), "met")


def test_a_referral_withdrawn_before_the_first_contact_is_due_is_not_held_to_it():
    due = first_contact(
        received_on=FRIDAY,
        first_contact_on=None,
        declined_on=date(2026, 4, 28),
        standard=FIVE_WORKING_DAYS,
        today=date(2026, 6, 1),
    )
    assert due.finding.verdict == "does_not_apply"


def test_a_referral_is_acknowledged_in_time():
    due = acknowledgement(
        received_on=FRIDAY,
        acknowledged_on=FRIDAY,
        standard=Standard(2, "days", "Ours"),
        today=FRIDAY,
    )
    assert (due.on, due.finding.verdict) == (date(2026, 4, 26), "met")


FOUR_WEEKS = Standard(4, "weeks", "Intensive Personalised Employment Support")


@pytest.mark.parametrize(
    ("reviewed_on", "today", "due", "verdict"),
    [
        (None, date(2026, 1, 29), date(2026, 1, 29), "not_due"),
        (None, date(2026, 1, 30), date(2026, 1, 29), "not_met"),
        (date(2026, 1, 20), date(2026, 1, 30), date(2026, 2, 17), "not_due"),
        (date(2026, 2, 1), date(2026, 1, 30), date(2026, 1, 29), "not_met"),  # still to come
    ],
)
def test_the_next_review_is_counted_from_the_last(reviewed_on, today, due, verdict):
    found = plan_review(agreed_on=START, reviewed_on=reviewed_on, standard=FOUR_WEEKS, today=today)
    assert (found.on, found.finding.verdict) == (due, verdict)
