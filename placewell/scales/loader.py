"""Which fidelity scales there are, and reading one of them."""

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from placewell.scales.faults import (
    ScaleError,
    day_or_none,
    need,
    need_mapping,
    need_mark,
    need_sources,
    read_yaml,
    refuse_unknown,
)
from placewell.scales.items import Fill, read_item
from placewell.scales.model import Band, Item, Scale, Section, Source
from placewell.scales.wording import lay_over

HERE = Path(__file__).parent
EDITIONS: Mapping[str, Path] = MappingProxyType({"ips-25": HERE / "ips_25_2008"})
SCALE_NAMES = {field.name for field in fields(Scale)} - {"items"} | {"words", "files"}
VARIABLE = re.compile(r"\{(\w+)\}")


def scales() -> tuple[str, ...]:
    """The keys of the fidelity scales that can be loaded."""
    return tuple(EDITIONS)


def load_scale(key: str, *, country: str = "GB", wording_from: Path | str | None = None) -> Scale:
    """A fidelity scale by its key, in the words of a country (ISO 3166-1 alpha-2).

    ``wording_from`` is a folder of YAML files with a licensed copy of the wording, laid over ours
    (see ``placewell.scales.wording``); numbers are never taken from it. Read once, then kept.
    Raises ``KeyError`` for a scale that does not exist, ``ScaleError`` for a fault in a file.
    """
    if key not in EDITIONS:
        raise KeyError(f"There is no scale {key!r}; there is {', '.join(EDITIONS)}")
    return _load(key, country, None if wording_from is None else Path(wording_from))


@cache
def _load(key: str, country: str, wording_from: Path | None) -> Scale:
    scale = read_scale(EDITIONS[key], country=country)
    return scale if wording_from is None else lay_over(scale, folder=wording_from)


def read_scale(folder: Path, *, country: str) -> Scale:
    """The scale in a folder: ``scale.yaml`` and the item files that it names."""
    place = f"{folder.name}/scale.yaml"
    data = read_yaml(folder / "scale.yaml")
    refuse_unknown(data, SCALE_NAMES, place)
    sources = _sources(data, place)
    scale = Scale(
        key=need(data, "key", place),
        title=need(data, "title", place),
        edition=need(data, "edition", place),
        licence=need(data, "licence", place).strip(),
        lowest_total=need(data, "lowest_total", place, int),
        highest_total=need(data, "highest_total", place, int),
        sections=tuple(
            Section(need(one, "key", place), need(one, "name", place)) for one in need(data, "sections", place, list)
        ),
        bands=_bands(data, sources, place),
        items=_items(data, folder, sources, country),
        evidence=MappingProxyType(need(data, "evidence", place, dict)),
        sources=MappingProxyType(sources),
        verified_on=day_or_none(data, "verified_on", place),
    )
    _check(scale, place)
    return scale


def _sources(data: Mapping[str, Any], place: str) -> dict[str, Source]:
    return {
        key: Source(key, need(one, "title", f"{place}, source {key}"), one.get("address"))
        for key, one in need(data, "sources", place, dict).items()
    }


def _bands(data: Mapping[str, Any], sources: Mapping[str, Source], place: str) -> tuple[Band, ...]:
    found = []
    for one in need(data, "bands", place, list):
        where = f"{place}, band {need_mapping(one, place).get('key')}"
        found.append(
            Band(
                key=need(one, "key", where),
                name=need(one, "name", where),
                lowest=need(one, "lowest", where, int),
                highest=need(one, "highest", where, int),
                mark=need_mark(one, where),
                source=need_sources(one, sources, where),
            )
        )
    return tuple(found)


def _items(data: Mapping[str, Any], folder: Path, sources: Mapping[str, Source], country: str) -> tuple[Item, ...]:
    place = f"{folder.name}/scale.yaml"
    fill = _filler(need(data, "words", place, dict), country, place)
    found = []
    for name in need(data, "files", place, list):
        where = f"{folder.name}/{name}"
        for one in need(read_yaml(folder / name), "items", where, list):
            found.append(read_item(one, place=where, sources=sources, evidence=data["evidence"], fill=fill))
    return tuple(sorted(found, key=lambda item: item.number))


def _filler(words: Mapping[str, Any], country: str, place: str) -> Fill:
    """Puts a country's words in place of ``{partner}`` and the like."""
    chosen = {}
    for name, by_country in words.items():
        chosen[name] = by_country.get(country) or need(by_country, "other", f"{place}, word {name}")

    def fill(text: str, where: str) -> str:
        for name in VARIABLE.findall(text):
            if name not in chosen:
                raise ScaleError(where, f"{{{name}}} is not listed under `words`")
        return VARIABLE.sub(lambda match: chosen[match[1]], text)

    return fill


def _check(scale: Scale, place: str) -> None:
    """Items are numbered through, keyed once and in a known section; bands cover every total."""
    numbers = [item.number for item in scale.items]
    if numbers != list(range(1, len(numbers) + 1)):
        raise ScaleError(place, f"items are numbered {numbers}; number them 1, 2, 3 … each once")
    keys = [item.key for item in scale.items]
    for key in keys:
        if keys.count(key) > 1:
            raise ScaleError(place, f"two items have the key {key!r}")
    sections = {section.key for section in scale.sections}
    for item in scale.items:
        if item.section not in sections:
            raise ScaleError(place, f"item {item.number} is in section {item.section!r}, which is not listed")
    expected = scale.lowest_total
    for band in sorted(scale.bands, key=lambda band: band.lowest):
        if band.lowest != expected:
            raise ScaleError(place, f"band {band.key} starts at {band.lowest}; the totals go on at {expected}")
        expected = band.highest + 1
    if expected != scale.highest_total + 1 or (scale.lowest_total, scale.highest_total) != (len(keys), 5 * len(keys)):
        raise ScaleError(place, "totals and bands do not span one to five times the number of items")
