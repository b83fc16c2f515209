"""Laying a licensed copy of a scale's wording over our own.

A service that may use the official text keeps it in its own folder, a YAML file a scale::

    scale: ips-25
    edition: "2008-01-07"
    licence: With written permission of …, 3 May 2026
    items:
      1:
        name: …
        asks: …
        descriptors: {1: …, 5: …}
      5:
        components: {a: …}

What is not given keeps our words. Words only: numbers, components and maps stay as they are.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from placewell.scales.faults import ScaleError, need, read_yaml, refuse_unknown
from placewell.scales.model import Component, Descriptor, Item, Scale, Source

LICENSED = "licensed"


def lay_over(scale: Scale, *, folder: Path) -> Scale:
    """The scale in the words of the files in ``folder`` that are about it, in order of name.

    A folder that is not there, or speaks of other scales only, changes nothing. Raises
    ``ScaleError`` naming file, item and rating when a file does not fit the scale.
    """
    for path in sorted(folder.glob("*.yaml")):
        data = read_yaml(path)
        place = f"{folder.name}/{path.name}"
        if need(data, "scale", place) == scale.key:
            scale = _laid_over(scale, data, place)
    return scale


def _laid_over(scale: Scale, data: Mapping[str, Any], place: str) -> Scale:
    refuse_unknown(data, {"scale", "edition", "licence", "items"}, place)
    edition = need(data, "edition", place)
    if edition != scale.edition:
        raise ScaleError(place, f"is about edition {edition!r}; {scale.title} here is {scale.edition!r}")
    licence = need(data, "licence", place)
    wording = need(data, "items", place, dict)
    for number in wording:
        if number not in {item.number for item in scale.items}:
            raise ScaleError(place, f"item {number!r}: {scale.title} has items 1 to {len(scale.items)}")
    return replace(
        scale,
        licence=licence,
        sources=dict(scale.sources) | {LICENSED: Source(LICENSED, licence, None)},
        items=tuple(
            _item(item, wording[item.number], f"{place}: item {item.number}") if item.number in wording else item
            for item in scale.items
        ),
    )


def _item(item: Item, words: Any, place: str) -> Item:
    if not isinstance(words, dict):
        raise ScaleError(place, "should hold `name`, `asks`, `descriptors` or `components`")
    refuse_unknown(words, {"name", "asks", "descriptors", "components"}, place)
    for name in {"name", "asks"} & set(words):
        need(words, name, place)
    descriptors = _texts(words, "descriptors", {one.rating for one in item.descriptors}, place)
    components = _texts(words, "components", {one.key for one in item.components}, place)
    return replace(
        item,
        name=words.get("name", item.name),
        asks=words.get("asks", item.asks),
        descriptors=tuple(_said(one, descriptors.get(one.rating)) for one in item.descriptors),
        components=tuple(_said(one, components.get(one.key)) for one in item.components),
    )


def _texts(words: Mapping[str, Any], name: str, known: set[Any], place: str) -> Mapping[Any, str]:
    texts = words.get(name, {})
    if not isinstance(texts, dict):
        raise ScaleError(place, f"`{name}` should hold a text for each key, such as `1: …`")
    for key, text in texts.items():
        if key not in known:
            raise ScaleError(place, f"`{name}` has {key!r}; the item has {sorted(known)}")
        if not isinstance(text, str) or not text.strip():
            raise ScaleError(place, f"`{name}` {key}: the text is missing")
    return texts


def _said(one: Any, text: str | None) -> Descriptor | Component:
    return one if text is None else replace(one, says=text.strip(), mark=LICENSED, source=(LICENSED,))
