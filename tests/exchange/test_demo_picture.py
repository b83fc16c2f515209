"""What the made-up service looks like: believable, mixed, and the same tomorrow."""

from datetime import date, timedelta

import pytest

from placewell.exchange.demo import demo_accounts, make_service
from tests.slow_ways import fidelity, fidelity_totals, outcomes

TODAY = date(2026, 6, 30)
COMPUTED = (1, 2, 3, 4, 6, 8, 15, 16, 17, 19, 20, 21, 24)


@pytest.fixture(scope="module")
def service():
    return make_service(today=TODAY)


def _ratings(tables, day):
    return {item["number"]: item for item in fidelity(tables, "DEMO", day)}


def test_the_live_picture_is_fair_to_good_with_gaps(service):
    items = _ratings(service, TODAY)
    totals = fidelity_totals(list(items.values()))
    assert 85 <= totals["lowest_total"] <= 99
    assert totals["rated"] < 25
    assert {items[number]["basis"] for number in COMPUTED} == {"computed"}
    ratings = {item["rating"] for item in items.values()}
    assert {2, 3, 4, 5, None} <= ratings


def test_it_got_better_over_the_two_years(service):
    then, now = (_ratings(service, day) for day in (TODAY - timedelta(days=450), TODAY))
    for number in (2, 15, 17, 24):
        assert now[number]["rating"] >= then[number]["rating"]
    assert sum(now[n]["rating"] for n in COMPUTED) > sum(then[n]["rating"] or 1 for n in COMPUTED)


def test_about_two_in_five_people_work(service):
    found = {one["measure"]: one for one in outcomes(service, "DEMO", TODAY - timedelta(days=364), TODAY)}
    assert 30 <= found["employment_rate@quarterly"]["value"] <= 48
    assert found["caseload_at_end@1"]["value"] > 60
    assert sum(row["ended_on"] is None for row in service["jobs"]) >= 10


def test_ratings_hold_from_day_to_day(service):
    now = _ratings(service, TODAY)
    for ahead in (1, 2, 3):
        day = TODAY + timedelta(days=ahead)
        then = _ratings(make_service(today=day), day)
        changed = [n for n in now if now[n]["rating"] != then[n]["rating"]]
        assert len(changed) <= 2
        for number in changed:
            assert abs(now[number]["rating"] - then[number]["rating"]) <= 1


def test_every_kind_of_thing_happens(service):
    assert {row["kind"] for row in service["meetings"]} == {
        "clinical_team",
        "group_supervision",
        "individual_supervision",
        "field_mentoring",
        "partner",
        "steering_group",
        "outcome_review",
        "joint_planning",
    }
    assert {row["held"] for row in service["meetings"]} == {True, False}
    assert {row["attendance"] for row in service["contacts"]} >= {"attended", "did_not_attend", "no_answer"}
    assert {row["kind"] for row in service["plans"]} >= {"action_plan", "job_search_plan", "re_engagement_plan"}
    assert len({row["contract"] for row in service["jobs"]}) >= 4
    assert any(row["made_by_client"] for row in service["employer_contacts"])
    assert any(row["episode_id"] is None for row in service["employer_contacts"])
    assert len({row["note"] for row in service["contacts"]}) > 300
    assert any(row["decision"] not in (None, "accepted") for row in service["referrals"])
    assert any(row["kind"] == "cover" for row in service["allocations"])
    assert any(not row["log_complete"] for row in service["staff_weeks"])
    assert any(row["valid_until"] < TODAY for row in service["attestations"])


def test_people_whose_jobs_run_side_by_side(service):
    runs = {}
    for row in service["jobs"]:
        runs.setdefault(row["episode_id"], []).append((row["started_on"], row["ended_on"] or date.max))
    beside = [spans for spans in runs.values() if len(spans) > 1 and sorted(spans)[0][1] > sorted(spans)[1][0]]
    assert beside
    assert any(len(spans) > 1 for spans in runs.values())


def test_pay_is_never_under_the_living_wage(service):
    low = [r for r in service["jobs"] if r["started_on"] >= date(2025, 4, 1) and r["pay_per_hour"] < 12.21]
    assert low == []


def test_support_in_work_thins_out(service):
    early = late = 0
    starts = {row["episode_id"]: row["started_on"] for row in service["jobs"]}
    for row in service["contacts"]:
        if row["episode_id"] in starts and row["attendance"] == "attended":
            since = (row["began_at"].date() - starts[row["episode_id"]]).days
            early += 0 <= since < 30
            late += 150 <= since < 180
    assert early > 2 * late > 0


def test_there_is_a_sign_in_for_every_role(service):
    accounts = demo_accounts(service)
    roles = [account.role for account in accounts]
    assert roles.count("employment_specialist") == 2
    assert set(roles) == {
        "client",
        "employment_specialist",
        "supervisor",
        "clinician",
        "service_manager",
        "executive",
        "reviewer",
        "trainer",
        "commissioner",
        "administrator",
    }
    assert len({account.email for account in accounts}) == len(accounts)
    assert all(account.email.endswith("@example.org") for account in accounts)
    there = {
        row[key]
        for table, key in (
            ("staff", "staff_id"),
            ("clients", "client_id"),
            ("clinical_teams", "team_id"),
            ("fidelity_reviews", "review_id"),
        )
        for row in service[table]
    }
    for account in accounts:
        keys = account.points_to if isinstance(account.points_to, tuple) else (account.points_to,)
        assert {key for key in keys if key} <= there
