"""Where the text of the measures leaves a choice: what the slow ways make of it, case by case."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.slow_ways import TABLES, fidelity, measure
from tests.slow_ways.days import half_up, months_before, nearest_ties_down, thirteen_mondays
from tests.slow_ways.survival import median_days, share_by_day

AS_AT = date(2026, 6, 30)
MONDAYS = thirteen_mondays(AS_AT)


@pytest.fixture
def tables():
    """A service with one whole-time specialist, E1, since 2024, and nothing else."""
    empty = {name: [] for name in TABLES}
    add_specialist(empty, "E1")
    return empty


def add_specialist(tables, person, ended_on=None):
    started = date(2024, 1, 1)
    tables["staff"].append({"staff_id": person, "service_id": "S1", "started_on": started, "ended_on": ended_on})
    tables["staff_terms"].append(
        {
            "staff_id": person,
            "role": "employment_specialist",
            "fte": Fraction(1),
            "base": None,
            "new_or_struggling": None,
            "started_on": started,
            "ended_on": ended_on,
        }
    )


def add_week(tables, person, monday, visits):
    tables["staff_weeks"].append(
        {
            "staff_id": person,
            "week_starting": monday,
            "employment_minutes": 2000,
            "other_minutes": 0,
            "community_minutes": 1000,
            "leave_days": None,
            "log_complete": True,
            "log_reviewed_on": monday,
        }
    )
    tables["employers"] = [{"employer_id": "M1", "service_id": "S1"}]
    tables["employer_contacts"] += [
        {"employer_id": "M1", "staff_id": person, "episode_id": None, "made_on": monday, "mode": "face_to_face"}
    ] * visits


def attest(tables, component, met, stated_on, valid_until=None, item=13):
    tables["attestations"].append(
        {
            "service_id": "S1",
            "scale": "ips-25",
            "item": item,
            "component": component,
            "met": met,
            "stated_on": stated_on,
            "valid_until": valid_until,
        }
    )


def item(tables, number, as_at=AS_AT):
    return fidelity(tables, "S1", as_at)[number - 1]


def test_one_who_has_left_counts_in_the_figure_of_item_17_but_is_not_rated(tables):
    add_specialist(tables, "E2", ended_on=MONDAYS[10])
    for monday in MONDAYS:
        add_week(tables, "E1", monday, visits=9)
    for monday in MONDAYS[:10]:
        add_week(tables, "E2", monday, visits=5)
    found = item(tables, 17)
    assert (found["numerator"], found["denominator"], found["value"]) == (50, 10, 5)
    assert found["by_staff"] == []
    assert found["rating"] is None


def test_somebody_who_leaves_in_mid_week_was_not_in_post_that_week(tables):
    add_specialist(tables, "E2", ended_on=MONDAYS[10] + timedelta(days=6))
    for person, monday in (("E1", MONDAYS[0]), ("E2", MONDAYS[9]), ("E2", MONDAYS[10])):
        add_week(tables, person, monday, visits=0)
    rows = measure(tables, "community_based@1", "S1", AS_AT)["rows"]
    assert ("E2", MONDAYS[9]) in [row.unit for row in rows if row.counted]
    assert ("E2", MONDAYS[10]) not in [row.unit for row in rows]


def test_an_attestation_counts_on_its_last_day_and_not_on_the_next(tables):
    for component in "abcd":
        attest(tables, component, True, date(2026, 1, 1), valid_until=AS_AT)
    assert (item(tables, 13)["basis"], item(tables, 13)["rating"]) == ("attested", 5)
    assert item(tables, 13, AS_AT + timedelta(days=1))["basis"] == "none"


def test_the_latest_valid_attestation_wins_and_a_lapsed_one_gives_way(tables):
    for component in "abcd":
        attest(tables, component, True, date(2026, 1, 1))
    attest(tables, "a", False, date(2026, 2, 1), valid_until=date(2026, 3, 1))
    assert item(tables, 13, date(2026, 2, 15))["rating"] == 4
    assert item(tables, 13, date(2026, 3, 2))["rating"] == 5


def test_a_statement_about_the_whole_item_says_nothing_of_its_components(tables):
    attest(tables, None, True, date(2026, 1, 1))
    assert item(tables, 13)["basis"] == "none"
    assert item(tables, 13)["components"] == dict.fromkeys("abcd")


def test_what_the_record_answers_is_not_overruled_by_an_attestation(tables):
    attest(tables, "e", True, date(2026, 1, 1), item=8)
    assert item(tables, 8)["components"]["e"] is False
    assert item(tables, 8)["basis"] == "computed"


def test_the_latest_review_that_rated_the_item_is_the_one_that_counts(tables):
    for review, scored_on, rated in (("F1", date(2025, 1, 1), 7), ("F2", date(2026, 1, 1), 9)):
        tables["fidelity_reviews"].append(
            {"review_id": review, "service_id": "S1", "scale": "ips-25", "scored_on": scored_on}
        )
        tables["fidelity_scores"].append({"review_id": review, "item": rated, "rating": 4})
    assert (item(tables, 7)["review"], item(tables, 9)["review"]) == ("F1", "F2")


def test_no_job_at_all_is_too_small_to_rate_though_fewer_than_ten_run(tables):
    found = item(tables, 21)
    assert (found["value"], found["rating"], found["denominator"]) == (None, None, 0)
    assert found["structural"] is True


def test_months_are_clipped_to_the_length_of_the_month():
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert months_before(date(2024, 2, 29), 12) == date(2023, 2, 28)
    assert months_before(date(2026, 5, 31), 3) == date(2026, 2, 28)


def test_the_thirteen_weeks_end_on_a_sunday_which_may_be_the_day_itself():
    assert thirteen_mondays(date(2026, 6, 28))[-1] == date(2026, 6, 22)
    assert thirteen_mondays(date(2026, 6, 27))[-1] == date(2026, 6, 15)
    assert len(MONDAYS) == 13


def test_halves_go_up_and_means_of_ratings_go_down():
    assert [half_up(Fraction(number, 2)) for number in (3, 5, 179)] == [2, 3, 90]
    assert [nearest_ties_down(ratings) for ratings in ([3, 4], [3, 4, 4], [5], [])] == [3, 4, 5, None]


def test_somebody_censored_on_a_day_is_still_at_risk_on_it():
    followed = [(5, True), (5, False), (8, True), (9, False)]
    assert share_by_day(followed, 5) == Fraction(1, 4)
    assert share_by_day(followed, 8) == Fraction(5, 8)
    assert median_days(followed) == 8
    assert median_days([(3, True), (4, False), (4, False)]) is None
