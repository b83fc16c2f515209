"""Every measure has a source, an independent twin that counts it by hand, and a page of its own."""

import pytest

from placewell.measures.catalogue import MARKS, MEASURES
from tests.house.tree import ROOT, files
from tests.slow_ways import scoring
from tests.slow_ways.indicators import BY_ITEM

PAGES = ROOT / "docs" / "measures"


def test_there_are_measures():
    assert len(MEASURES) > 20


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_a_measure_says_by_whose_rule_it_counts(measure):
    assert len(measure.source) > 3
    assert measure.mark in MARKS
    assert measure.title
    assert measure.unit
    assert len(measure.rule) > 20


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_a_measure_has_a_slow_and_obvious_twin(measure):
    by_item = {**scoring.FIGURES, **scoring.FROM_RECORD, **BY_ITEM}
    told = "\n".join(path.read_text() for path in files(".py", under=ROOT / "tests" / "slow_ways"))
    if measure.item is not None:
        assert measure.item in by_item
        assert scoring.KEYS[measure.item - 1] == measure.key
    else:
        assert f'"{measure.name}"' in told


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_a_measure_has_a_page(measure):
    assert any(measure.name in page.read_text() for page in PAGES.glob("*.md")), PAGES
