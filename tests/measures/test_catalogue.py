"""Every measure can be found, says where it comes from, and agrees with the scale."""

import pytest

from placewell.measures.catalogue import MARKS, MEASURES, UnknownMeasure, find, for_item, outcomes, read
from placewell.measures.finish import FINISHERS
from placewell.measures.periods import window
from placewell.measures.text import prepared, words
from placewell.measures.views import MODELS
from placewell.scales import load_scale
from tests.measures.test_fast_equals_slow import AS_AT


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_says_whose_rule_it_is_and_how_it_adds_up(name):
    measure = MEASURES[name]
    assert measure.rule
    assert measure.source
    assert measure.mark in MARKS
    assert measure.finisher in FINISHERS
    window(measure.window, as_at=AS_AT, from_=AS_AT)
    assert measure.path.stem == name


@pytest.mark.parametrize("name", MEASURES)
def test_every_why_is_in_words_and_every_word_is_used(name):
    measure = MEASURES[name]
    for code in measure.why_words:
        assert f"'{code}'" in measure.sql, code


def test_the_measures_of_the_scale_are_all_here():
    named = {item.number: item.measure for item in load_scale("ips-25").items if item.measure}
    assert {measure.item: measure.name for measure in MEASURES.values() if measure.item} == named
    assert for_item(10) is None
    assert for_item(13) is None


def test_the_fourteen_outcomes_are_all_here():
    assert {measure.name for measure in outcomes()} == {
        "access_first_direct_contact@mhsds",
        "access_profile_started@ipsgrow6",
        "access_first_meaningful_contact@ipsgrow8",
        "caseload_at_end@1",
        "into_work@ipsgrow",
        "job_starts@ipsgrow",
        "employment_rate@ipsgrow2024",
        "employment_rate@quarterly",
        "employment_by_months@trial",
        "days_to_first_job@1",
        "sustained_13_weeks@single_job",
        "sustained_13_in_16@ipspc",
        "sustained_26_weeks@single_job",
        "job_tenure@1",
    }


def test_a_key_finds_its_only_version():
    assert find("caseload_size").name == "caseload_size@1"
    assert find("into_work").name == "into_work@ipsgrow"


def test_a_key_with_several_definitions_asks_which():
    with pytest.raises(UnknownMeasure, match="employment_rate@ipsgrow2024, employment_rate@quarterly"):
        find("employment_rate")


def test_a_key_that_is_not_there_says_where_to_look():
    with pytest.raises(UnknownMeasure, match="placewell measures"):
        find("happiness")


def test_every_word_of_the_contract_is_used_by_some_measure():
    used = {name for measure in MEASURES.values() for name in prepared(measure.sql)[1]}
    assert set(words()) <= used
    assert used <= set(words()) | set(MODELS)


def test_a_head_with_a_name_nobody_reads_is_refused(tmp_path):
    path = tmp_path / "happiness@1.sql"
    path.write_text("-- ---\n-- key: happiness\n-- version: 1\n-- mood: good\n-- ---\nselect 1 as one\n")
    with pytest.raises(ValueError, match="mood"):
        read(path)


def test_a_file_named_otherwise_than_its_head_is_refused(tmp_path):
    path = tmp_path / "happiness@2.sql"
    path.write_text("-- ---\n-- key: happiness\n-- version: 1\n-- mark: verified\n-- ---\nselect 1 as one\n")
    with pytest.raises(ValueError, match="name"):
        read(path)
