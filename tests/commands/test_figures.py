"""`fidelity`, `measure`, `measures` and `outcomes`: figures of the example, as JSON and for people."""

import json
from pathlib import Path

import pytest

AS_AT = ("--as-at", "2026-06-30")
PERIOD = ("--from", "2025-07-01", "--to", "2026-06-30")
FIGURES = json.loads((Path(__file__).parents[1] / "contract" / "example-figures.json").read_text())


@pytest.fixture(scope="module")
def picture(kept_example):
    return json.loads(kept_example.done("fidelity", "--service", "S1", *AS_AT, "--json"))


@pytest.mark.parametrize("number", sorted(FIGURES["ips-25"], key=int))
def test_fidelity_is_what_was_counted_by_hand(picture, number):
    item = next(item for item in picture["items"] if item["number"] == int(number))
    counted = dict(FIGURES["ips-25"][number])
    by_staff = counted.pop("by_staff", None)
    said = item.get("extra", {}) | item
    for name, value in counted.items():
        assert said[name] == (pytest.approx(value) if isinstance(value, float) else value), name
    if by_staff:
        found = [[line["staff"], line["value"], line["rating"]] for line in item["by_staff"]]
        assert found == [[staff, pytest.approx(value), rating] for staff, value, rating in by_staff]


def test_the_picture_is_whole(picture):
    assert [item["number"] for item in picture["items"]] == list(range(1, 26))
    assert (picture["scale"], picture["service"], picture["as_at"]) == ("ips-25", "S1", "2026-06-30")
    ratings = [item["rating"] for item in picture["items"]]
    assert picture["rated"] == sum(rating is not None for rating in ratings)
    assert picture["lowest_total"] == sum(rating or 1 for rating in ratings)
    assert picture["highest_total"] == sum(rating or 5 for rating in ratings)
    assert "total" not in picture
    for item in picture["items"]:
        assert item["basis"] in {"computed", "attested", "reviewed", "none"}
        assert (item["basis"] == "reviewed") == ("reviewed_on" in item and "review" in item)


def test_outcomes_are_what_was_counted_by_hand(kept_example):
    document = json.loads(kept_example.done("outcomes", "--service", "S1", *PERIOD, "--json"))
    assert (document["service"], document["from"], document["to"]) == ("S1", "2025-07-01", "2026-06-30")
    found = {one["measure"]: one for one in document["outcomes"]}
    found |= {name.split("@")[0]: one for name, one in found.items()}
    for name, counted in FIGURES["outcomes"].items():
        one = found[name]
        if isinstance(counted, list):
            assert [one["numerator"], one["denominator"]] == counted, name
        elif counted is None:
            assert (one["value"], bool(one["reason"])) == (None, True), name
        else:
            assert (one["value"], one["numerator"], one["denominator"]) == (counted, counted, None), name
    assert all({"measure", "value", "numerator", "denominator", "unit"} <= set(one) for one in document["outcomes"])


def test_a_measure_lists_what_was_counted_and_why_not(kept_example):
    document = json.loads(
        kept_example.done("measure", "rapid_job_search@1", "--service", "S1", *AS_AT, "--rows", "--json")
    )
    assert document["window"] == {"from": "2025-07-01", "to": "2026-06-30"}
    assert (document["numerator"], document["denominator"]) == (289, 12)
    counted = [row for row in document["rows"] if row["counted"]]
    assert sum(row["numerator"] for row in counted) == 289
    assert {row["why"] for row in counted} == {None}
    assert all(row["why"] for row in document["rows"] if not row["counted"])
    assert all(row["unit"].startswith("S1-P") for row in document["rows"])


def test_rows_are_only_there_when_asked_for_and_lines_name_their_owner(kept_example):
    asked = ("measure", "caseload_size", "--service", "S1", *AS_AT, "--by")
    document = json.loads(kept_example.done(*asked, "team", "--json"))
    assert "rows" not in document
    assert {line["team"] for line in document["by"]} <= {"S1-T1", "S1-T2", "S1-T3", None}
    document = json.loads(kept_example.done(*asked, "staff", "--json"))
    assert {"S1-E1", "S1-E2"} <= {line["staff"] for line in document["by"]}


def test_rows_of_tables_without_a_key_are_named_by_owner_and_day(kept_example):
    document = json.loads(
        kept_example.done("measure", "community_based@1", "--service", "S1", *AS_AT, "--rows", "--json")
    )
    units = [row["unit"] for row in document["rows"]]
    assert "S1-E1 2026-03-30" in units
    assert len(units) == len(set(units))


def test_measures_tells_every_one(kept_example):
    told = json.loads(kept_example.done("measures", "--json"))
    assert {"caseload_size@1", "job_starts@ipsgrow"} <= {one["measure"] for one in told}
    assert all(one["key"] and one["version"] and one["title"] and one["unit"] and one["source"] for one in told)
    shown = kept_example.done("measures")
    assert all(one["title"] in shown for one in told)


def test_people_get_tables(kept_example):
    shown = kept_example.done("fidelity", "--service", "S1", *AS_AT)
    assert "caseload size" in shown
    assert "total from" in shown
    shown = kept_example.done("measure", "rapid_job_search@1", "--service", "S1", *AS_AT, "--rows")
    assert "No employer has been met about this person yet" in shown
    assert "median not reached" in kept_example.done("outcomes", "--service", "S1", *PERIOD)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["fidelity", "--service", "S9"], "There is no service “S9” here. There is: S1."),
        (["fidelity", "--service", "S1", "--scale", "other"], "There is no scale “other” here. There is: ips-25."),
        (["measure", "nosuch@1", "--service", "S1"], "There is no measure 'nosuch@1'."),
        (["outcomes", "--service", "S9", *PERIOD], "There is no service “S9” here."),
    ],
    ids=lambda told: told if isinstance(told, str) else " ".join(told),
)
def test_what_is_not_there_ends_1_in_a_sentence_and_in_the_document(kept_example, asked, said):
    (line,) = kept_example.refused(*asked)
    assert line.startswith(said)
    ended = kept_example.run(*asked, "--json")
    assert ended.returncode == 1
    assert json.loads(ended.stdout)["faults"][0]["message"] == line == ended.stderr.strip()


def test_an_outcome_without_its_period_is_a_wrong_command_line(kept_example):
    lines = kept_example.refused("measure", "job_starts@ipsgrow", "--service", "S1", code=2)
    assert "give --from and --to" in lines[-1]
