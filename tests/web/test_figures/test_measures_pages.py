"""The catalogue of measures in words."""

import pytest
from django.urls import reverse

from placewell.measures.catalogue import MEASURES


def test_the_list_names_every_measure(as_role, service):
    answer = as_role("trainer").get(reverse("measures")).content.decode()
    assert [name for name in MEASURES if reverse("measure", args=[name]) not in answer] == []


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_says_rule_source_and_mark(as_role, service, words_of, name):
    words = words_of(as_role("trainer").get(reverse("measure", args=[name])))
    measure = MEASURES[name]
    assert " ".join(measure.rule.split()) in words
    assert measure.source in words
    assert {"verified": "Verified", "partly_verified": "Partly verified", "from_memory": "From memory"}[
        measure.mark
    ] in words
    assert [why for why in measure.why_words.values() if why not in words] == []


def test_a_measure_that_there_is_not(as_role, service):
    assert as_role("trainer").get("/measures/nothing@1/").status_code == 404
