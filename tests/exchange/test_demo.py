"""The made-up service is a valid package by the contract's rules, at any size and on any day."""

import json
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from placewell.exchange.demo import make_service, make_units

SCHEMA = json.loads((Path(__file__).parents[1] / "contract" / "datapackage.json").read_text(encoding="utf-8"))
TABLES = {resource["name"]: resource["schema"] for resource in SCHEMA["resources"]}
KINDS = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "date": date, "datetime": datetime}
MATCHED_BY = {
    "clinical_team_counts": "team_id counted_on",
    "staff_terms": "staff_id started_on",
    "team_attachments": "staff_id team_id started_on",
    "staff_weeks": "staff_id week_starting",
    "allocations": "episode_id staff_id kind started_on",
    "vocational_profiles": "episode_id version",
    "job_preferences": "episode_id occupation_group stated_on",
    "plans": "episode_id kind agreed_on job_id",
    "benefits_advice": "episode_id offered_on prompted_by job_id",
    "disclosure_discussions": "episode_id held_on",
    "job_changes": "job_id changed_on",
    "meeting_attendance": "meeting_id staff_id",
    "partner_contacts": "staff_id made_on episode_id",
    "attestations": "service_id scale item component stated_on",
    "fidelity_scores": "review_id item",
}
MAY_BE_AHEAD = {"valid_until", "closes_on"}  # dates that look forward
CASES = [
    (date(2026, 6, 30), 120, 25),
    (date(2026, 11, 22), 120, 7),
    (date(2027, 1, 2), 7, 3),
    (date(2026, 3, 2), 400, 1),
]


@pytest.fixture(scope="module", params=CASES, ids=str)
def case(request):
    today, people, seed = request.param
    return today, make_service(today=today, people=people, seed=seed)


def _day(value):
    return value.date() if isinstance(value, datetime) else value


def test_every_value_is_of_its_column(case):
    for table, rows in case[1].items():
        fields = {field["name"]: field for field in TABLES[table]["fields"]}
        for row in rows:
            assert list(row) == list(fields)
            for name, value in row.items():
                _check_value(table, fields[name], value)


def _check_value(table, field, value):
    rules, where = field.get("constraints", {}), (table, field["name"], value)
    if value is None:
        assert not rules.get("required"), where
        return
    assert isinstance(value, KINDS[field["type"]]), where
    assert isinstance(value, bool) == (field["type"] == "boolean"), where
    assert isinstance(value, datetime) == (field["type"] == "datetime"), where
    if "enum" in rules:
        assert value in rules["enum"], where
    assert rules.get("minimum", value) <= value <= rules.get("maximum", value), where


def test_keys_are_used_once(case):
    for table, rows in case[1].items():
        keys = MATCHED_BY[table].split() if table in MATCHED_BY else [TABLES[table]["primaryKey"]]
        keys = [name for key in keys for name in ([key] if isinstance(key, str) else key)]
        repeated = [k for k, n in Counter(tuple(row[k] for k in keys) for row in rows).items() if n > 1]
        assert repeated == [], table


def test_references_are_met(case):
    tables = case[1]
    for table, rows in tables.items():
        for reference in TABLES[table].get("foreignKeys", ()):
            column, other = reference["fields"], reference["reference"]
            there = {row[other["fields"]] for row in tables[other["resource"]]}
            assert {row[column] for row in rows} - {None} <= there, (table, column)


def test_nothing_lies_after_today(case):
    today, tables = case
    for table, rows in tables.items():
        for row in rows:
            late = {n: v for n, v in row.items() if isinstance(v, date) and _day(v) > today and n not in MAY_BE_AHEAD}
            assert late == {}, (table, row)


def test_periods_end_after_they_start(case):
    for table in ("clinical_teams", "staff", "staff_terms", "team_attachments", "allocations", "jobs"):
        assert [r for r in case[1][table] if r["ended_on"] and r["ended_on"] < r["started_on"]] == [], table
    assert [r for r in case[1]["episodes"] if r["ended_on"] and r["ended_on"] < r["entered_on"]] == []
    assert [r for r in case[1]["job_preferences"] if r["superseded_on"] and r["superseded_on"] < r["stated_on"]] == []


def test_terms_cover_each_day_in_post_once(case):
    terms = defaultdict(list)
    for row in case[1]["staff_terms"]:
        terms[row["staff_id"]].append((row["started_on"], row["ended_on"]))
    for row in case[1]["staff"]:
        spans = sorted(terms[row["staff_id"]])
        assert spans[0][0] == row["started_on"]
        assert spans[-1][1] == row["ended_on"]
        assert all(before[1] == after[0] for before, after in zip(spans, spans[1:], strict=False))


def test_one_key_worker_on_every_day_of_an_episode(case):
    held = defaultdict(list)
    for row in case[1]["allocations"]:
        if row["kind"] == "key_worker":
            held[row["episode_id"]].append((row["started_on"], row["ended_on"] or date.max))
    for row in case[1]["episodes"]:
        spans = sorted(held[row["episode_id"]])
        assert (spans[0][0], spans[-1][1]) == (row["entered_on"], row["ended_on"] or date.max)
        assert all(before[1] == after[0] for before, after in zip(spans, spans[1:], strict=False))


def test_allocations_are_held_by_staff_in_post(case):
    staff = {row["staff_id"]: row for row in case[1]["staff"]}
    for row in case[1]["allocations"]:
        member = staff[row["staff_id"]]
        assert member["started_on"] <= row["started_on"]
        assert (row["ended_on"] or date.max) <= (member["ended_on"] or date.max)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("contacts", "began_at"),
        ("employer_contacts", "made_on"),
        ("plans", "agreed_on"),
        ("jobs", "started_on"),
        ("allocations", "started_on"),
        ("vocational_profiles", "written_on"),
        ("job_preferences", "stated_on"),
        ("disclosure_discussions", "held_on"),
    ],
)
def test_rows_lie_within_their_episode(case, table, column):
    lives = {r["episode_id"]: (r["entered_on"], r["ended_on"] or date.max) for r in case[1]["episodes"]}
    for row in case[1][table]:
        if row["episode_id"]:
            entered, ended = lives[row["episode_id"]]
            assert entered <= _day(row[column]) < ended or (table == "allocations" and ended == row[column]), row


def test_nhs_numbers_are_of_the_test_range_and_check(case):
    numbers = [row["nhs_number"] for row in case[1]["clients"] if row["nhs_number"]]
    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        assert number.startswith("999")
        assert len(number) == 10
        assert sum(int(d) * w for d, w in zip(number, (*range(10, 1, -1), 1), strict=True)) % 11 == 0


def test_weeks_start_on_mondays_in_post(case):
    staff = {row["staff_id"]: row for row in case[1]["staff"]}
    for row in case[1]["staff_weeks"]:
        member = staff[row["staff_id"]]
        assert row["week_starting"].weekday() == 0
        assert member["started_on"] <= row["week_starting"] < (member["ended_on"] or date.max)


def test_specialists_speak_to_employers_only_with_leave(case):
    said = defaultdict(list)
    for row in case[1]["disclosure_discussions"]:
        said[row["episode_id"]].append((row["held_on"], row["specialist_may_contact_employers"]))
    told = [row for row in case[1]["employer_contacts"] if row["episode_id"] and row["staff_id"]]
    for row in told:
        last = max(entry for entry in said[row["episode_id"]] if entry[0] <= row["made_on"])
        assert last[1], row
        assert not row["made_by_client"]


def test_workers_meet_one_person_at_a_time(case):
    times = Counter((row["staff_id"], row["began_at"]) for row in case[1]["contacts"])
    assert sum(n > 1 for n in times.values()) <= len(times) // 200


def test_notes_stand_with_contacts_they_fit(case):
    for row in case[1]["contacts"]:
        if row["mode"] not in ("face_to_face",):
            assert row["place"] == "remote"
        if row["note"]:
            assert "{" not in row["note"]
            assert not (row["place"] == "remote" and "cup of tea" in row["note"])
        if row["attempt_by"]:
            assert row["attendance"] == "no_answer"


def test_as_many_people_as_asked_for():
    for people in (1, 30, 120, 250):
        tables = make_service(today=date(2026, 6, 30), people=people)
        assert len(tables["clients"]) == people
        assert len(tables["services"]) == 1


def test_the_same_arguments_give_the_same_rows():
    first, second = (make_service(today=date(2026, 6, 30), seed=4) for _ in range(2))
    assert first == second
    assert first["contacts"] != make_service(today=date(2026, 6, 30), seed=5)["contacts"]


def test_tomorrow_only_adds_to_today():
    today = date(2026, 6, 30)  # a Tuesday: the same week tomorrow
    now, then = (make_service(today=today + timedelta(days=n)) for n in range(2))
    later = {row["contact_id"]: row for row in then["contacts"]}
    assert all(later[row["contact_id"]] == row for row in now["contacts"])
    assert len(now["contacts"]) < len(later) < len(now["contacts"]) + 30
    assert len(then["jobs"]) - len(now["jobs"]) <= 2


def test_larger_services_have_staff_in_proportion():
    parts = list(make_units(today=date(2026, 6, 30), people=600))
    assert len(parts) == 5
    terms = [row for part in parts for row in part["staff_terms"] if row["ended_on"] is None]
    specialists = [row for row in terms if row["role"].endswith("employment_specialist")]
    assert 20 <= 600 / len(specialists) <= 25
    assert sum(row["role"] == "supervisor" for row in terms) == 5
    assert sum(row["role"] == "service_manager" for row in terms) == 1


@pytest.mark.parametrize(("people", "years"), [(0, 2), (100_000, 2), (120, 1), (120, 11)])
def test_sizes_out_of_range_are_refused(people, years):
    with pytest.raises(ValueError, match="must be"):
        make_service(today=date(2026, 6, 30), people=people, years=years)
