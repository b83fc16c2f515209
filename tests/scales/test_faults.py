"""A fault in a scale's file says where it is and what is missing."""

import shutil

import pytest
import yaml

from placewell.scales import ScaleError
from placewell.scales.loader import EDITIONS, read_scale


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(EDITIONS["ips-25"], tmp_path / "ips_25_2008")


def change(path, do):
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    do(data)
    path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")


def test_the_shipped_files_read_the_same_after_a_round_trip(folder):
    change(folder / "staffing.yaml", lambda data: None)
    copy, shipped = (read_scale(where, country="GB") for where in (folder, EDITIONS["ips-25"]))
    assert copy.items == shipped.items


def first(data):
    return data["items"][0]


@pytest.mark.parametrize(
    ("do", "fault"),
    [
        (lambda data: first(data).pop("cuts"), "item 1: `cuts` is missing"),
        (lambda data: first(data).update(cuts=[41, 31]), "item 1: `cuts` has 2 numbers; give five"),
        (lambda data: first(data).update(cuts=[0, 21, 26, 31, 41]), "out of order for figure_descending"),
        (lambda data: first(data).pop("name"), "item 1: `name` is missing"),
        (lambda data: first(data).update(asks="  "), "item 1: `asks` is missing"),
        (lambda data: first(data).update(kind="guess"), "`kind` is 'guess'; use one of figure_ascending"),
        (lambda data: first(data).update(mark="sure"), "`mark` is 'sure'; use one of verified"),
        (lambda data: first(data).update(source=["nobody"]), "source 'nobody' is not listed"),
        (lambda data: first(data).update(source=[]), "`source` is empty"),
        (lambda data: first(data).update(evidence=["XYZ"]), "evidence 'XYZ' is not one of MIS"),
        (lambda data: first(data).update(cutz=[1]), "item 1: cutz: not known here"),
        (lambda data: first(data).update(asks="Who is {whoever}?"), "{whoever} is not listed under `words`"),
        (lambda data: first(data).update(ratings={0: 1}), "has neither components nor counts"),
        (lambda data: first(data).update(verified_on="soon"), "write a date such as 2026-03-31"),
        (lambda data: first(data).update(section="cellar"), "item 1 is in section 'cellar'"),
        (lambda data: first(data)["descriptors"].pop(3), r"give 1 to 5, each once"),
        (lambda data: first(data)["descriptors"][3].pop("mark"), "item 1, rating 3: `mark` is missing"),
        (lambda data: first(data).pop("unit"), "item 1: `unit` is missing"),
        (lambda data: first(data)["descriptors"].update({3: "so"}), "item 1, rating 3: is 'so'; write names"),
        (lambda data: first(data).update(components=["a"]), "item 1, components: is ['a']; write names"),
        (lambda data: first(data).update(components={"a": 1}), "item 1, component a: is 1; write names"),
        (lambda data: first(data).pop("number"), "an item has no `number`"),
        (lambda data: data["items"].pop(0), "number them 1, 2, 3"),
        (lambda data: data["items"][1].update(key="caseload_size"), "two items have the key 'caseload_size'"),
        (lambda data: data["items"][2].update(ratings={0: 2}), "a rating for each count from 0 to 6"),
        (lambda data: data["items"][2]["ratings"].update({6: 7}), "gives 7 for 6; a rating is 1 to 5"),
        (lambda data: data["items"][2].pop("counted"), "`counted` is missing"),
    ],
)
def test_a_fault_in_an_item_names_file_item_and_remedy(folder, do, fault):
    change(folder / "staffing.yaml", do)
    with pytest.raises(ScaleError) as told:
        read_scale(folder, country="GB")
    assert str(told.value).startswith("ips_25_2008/")
    assert fault in str(told.value)


@pytest.mark.parametrize(
    ("do", "fault"),
    [
        (lambda data: data["bands"].pop(1), "band exemplary starts at 115; the totals go on at 100"),
        (lambda data: data["bands"].append("best"), "scale.yaml: is 'best'; write names"),
        (lambda data: data.update(highest_total=130), "do not span one to five times"),
        (lambda data: data["files"].append("more.yaml"), "more.yaml: cannot be read"),
        (lambda data: data["words"]["partner"].pop("other"), "word partner: `other` is missing"),
        (lambda data: data.update(lowest_total="25"), "`lowest_total` is '25', which is no int"),
        (lambda data: data["sources"]["memory"].pop("title"), "source memory: `title` is missing"),
    ],
)
def test_a_fault_in_the_scale_names_its_place(folder, do, fault):
    change(folder / "scale.yaml", do)
    with pytest.raises(ScaleError) as told:
        read_scale(folder, country="IE")
    assert fault in str(told.value)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"items: [1", "line 1: is not valid YAML"),
        (b"- 1", "should hold names with values"),
        (b"", "should hold names with values"),
        (b"items: \xff", "is not UTF-8 text"),
        (b"items: \x07", "is not valid YAML"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(folder, content, fault):
    (folder / "staffing.yaml").write_bytes(content)
    with pytest.raises(ScaleError) as told:
        read_scale(folder, country="GB")
    assert "ips_25_2008/staffing.yaml" in str(told.value)
    assert fault in str(told.value)
