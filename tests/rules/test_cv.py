"""Words in a CV that tell more than the person chose to."""

import pytest

from placewell.rules.cv import telling_words


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("I manage well with my Depression", "health"),
        ("Two years in recovery", "health"),
        ("Time in hospital, and medication since", "health"),
        ("My care co-ordinator can tell you", "health"),
        ("Spent convictions only", "convictions"),
        ("On probation until May", "convictions"),
        ("I am on Universal Credit", "benefits"),
        ("claiming benefits since 2019", "benefits"),
        ("With the help of IPS", "support"),
        ("My employment specialist comes along", "support"),
    ],
)
def test_what_tells_is_found(words, about):
    assert about in [found for found, _ in telling_words(words)]


@pytest.mark.parametrize(
    "words",
    [
        "Served food and alcohol, handled the till", "Care support worker in a home for older people", "Tennis court keeper",
        "The benefits of fresh bread", "PIPE fitter; chips and pies", "Espresso, maps and recoverable bottles",
        "Kitchen of a hospital", "",
    ],
)  # fmt: skip
def test_ordinary_work_is_not(words):
    assert telling_words(words) == []


def test_each_word_is_named_once():
    assert telling_words("IPS and IPS") == [("support", "IPS")]
