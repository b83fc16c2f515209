"""Kinds of work: every unit group, and the search by the titles that people use."""

import pytest

from placewell.rules.occupations import SUB_MAJOR_GROUPS, is_unit_group
from placewell.scales import ScaleError
from placewell.scales.occupations import classification, code_named, kinds_like, read_classification, title_of_unit


def test_there_are_412_unit_groups_each_in_a_group_that_is_known():
    groups = classification().groups
    assert len(groups) == 412
    assert all(is_unit_group(code=code) for code in groups)
    assert {code[:2] for code in groups} == set(SUB_MAJOR_GROUPS)
    assert len({one.title for one in groups.values()}) == 412
    assert classification().source
    assert classification().mark == "partly_verified"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("9263", "9263"),
        ("9263 Kitchen and catering assistants", "9263"),
        ("kitchen  porter", "9263"),
        ("Barista", "9266"),
        ("cleaners and domestics", "9223"),
        ("9999", ""),
        ("porter", ""),
        ("", ""),
    ],
)
def test_words_that_name_one_kind_beyond_doubt(words, code):
    assert code_named(words=words) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("retail asistant", "7111"),
        ("warehouse", "9252"),
        ("hospital cleaner", "9223"),
        ("delivery", "8214"),
        ("care", "6135"),
    ],
)
def test_what_is_meant_stands_among_the_first(words, code):
    assert code in [one.code for one in kinds_like(words=words)][:4]


def test_words_that_are_like_nothing_find_nothing():
    assert kinds_like(words="xyzzy") == kinds_like(words=" ") == []


def test_every_title_of_a_job_names_its_kind_beyond_doubt():
    for one in classification().groups.values():
        assert code_named(words=one.title) == one.code
        assert all(code_named(words=title) == one.code for title in one.job_titles)
    assert (title_of_unit(code="5432"), title_of_unit(code="0000")) == ("Bakers and flour confectioners", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("groups: {5432: Bakers}\njob_titles: {}\nsource: x\nmark: verified", "no unit group"),
        ('groups: {"5432": Bakers}\njob_titles: {Chef: "5434"}\nsource: x\nmark: verified', "not listed"),
        ('groups: {"5432": Bakers}\njob_titles: {Baker: "5432"}\nmark: verified', "`source` is missing"),
    ],
)
def test_a_file_with_a_fault_says_what_and_where(tmp_path, text, said):
    path = tmp_path / "soc.yaml"
    path.write_text(text)
    with pytest.raises(ScaleError, match=said):
        read_classification(path)
