"""A licensed copy of the wording is laid over ours; numbers never come from it."""

import pytest

from placewell.scales import ScaleError, load_scale

OURS = load_scale("ips-25")
LICENSED = """
scale: ips-25
edition: "2008-01-07"
licence: With written permission, 3 May 2026
items:
  1:
    name: Their name
    descriptors: {5: Their five}
  5:
    components: {a: Their part}
"""


def laid_over(folder, text=LICENSED, name="ips.yaml"):
    (folder / name).write_text(text, encoding="utf-8")
    return load_scale("ips-25", wording_from=folder)


def test_licensed_words_replace_ours_where_they_are_given(tmp_path):
    scale = laid_over(tmp_path)
    assert scale.licence == "With written permission, 3 May 2026"
    assert scale.item(1).name == "Their name"
    assert scale.item(1).descriptor(5).says == "Their five"
    assert scale.item(5).components[0].says == "Their part"
    assert scale.cited(scale.item(1).descriptor(5).source)[0].title == scale.licence


def test_everything_else_stays_as_it_is(tmp_path):
    scale = laid_over(tmp_path)
    assert scale.item(1).descriptor(4) == OURS.item(1).descriptor(4)
    assert scale.item(1).cuts == OURS.item(1).cuts
    assert scale.item(2) == OURS.item(2)
    assert scale.item(5).components[1:] == OURS.item(5).components[1:]


def test_no_folder_or_another_scale_changes_nothing(tmp_path):
    assert load_scale("ips-25", wording_from=tmp_path / "none").items == OURS.items
    other = LICENSED.replace("scale: ips-25", "scale: another")
    assert laid_over(tmp_path, other).items == OURS.items


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("2008-01-07", "2019-12-01", "is about edition '2019-12-01'"),
        ("licence: With written permission, 3 May 2026", "", "`licence` is missing"),
        ("  1:\n", "  26:\n", "item 26: Supported Employment Fidelity Scale (IPS-25) has items 1 to 25"),
        ("{5: Their five}", "{6: Their six}", "item 1: `descriptors` has 6"),
        ("{5: Their five}", "Their five", "item 1: `descriptors` should hold a text for each key"),
        ("{5: Their five}", "{5: }", "`descriptors` 5: the text is missing"),
        ("{a: Their part}", "{g: Their part}", "item 5: `components` has 'g'"),
        ("    name: Their name", "    cuts: [1, 2, 3, 4, 5]", "item 1: cuts: not known here"),
        ("  5:\n    components: {a: Their part}", "  5: Their text", "item 5: should hold `name`, `asks`"),
        ("    name: Their name", "    name: 3", "item 1: `name` is 3"),
    ],
)
def test_wording_that_does_not_fit_is_named_by_file_and_item(tmp_path, old, new, fault):
    assert old in LICENSED
    with pytest.raises(ScaleError) as told:
        laid_over(tmp_path, LICENSED.replace(old, new))
    assert "/ips.yaml" in str(told.value)
    assert fault in str(told.value)
