"""Whether white words can be read on a colour; the numbers are those of the WCAG's own examples."""

import pytest

from placewell.rules.contrast import bears_white_words, contrast, darkened, is_colour


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#767676", "#FFFFFF", 4.54)],
)
def test_contrast_is_the_published_ratio(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


def test_the_boundary_is_four_and_a_half():
    assert bears_white_words("#767676")
    assert not bears_white_words("#777777")


def test_a_darker_shade_bears_white_words_at_least_as_well():
    for colour in ("#767676", "#17495c", "#ff0000", "#000000"):
        assert contrast(darkened(colour), "#ffffff") >= contrast(colour, "#ffffff")


@pytest.mark.parametrize("words", ["17495c", "#17495", "#17495g", "navy", "#17495c;", ""])
def test_what_is_no_colour(words):
    assert not is_colour(words)
    with pytest.raises(ValueError, match="not a colour"):
        contrast(words, "#ffffff")
