"""From the plain mapping of one item to an ``Item``, checked."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from placewell.scales.faults import ScaleError, day_or_none, need, need_mapping, need_mark, need_sources, refuse_unknown
from placewell.scales.model import KINDS, PER, RATED, RATINGS, Component, Descriptor, Item

ITEM_NAMES = frozenset(field.name for field in fields(Item))
Fill = Callable[[str, str], str]


def read_item(data: Any, *, place: str, sources: Mapping[str, Any], evidence: Mapping[str, str], fill: Fill) -> Item:
    """One item. ``fill`` puts a country's words into a text, given the text and its place.

    Raises ``ScaleError`` naming the item and what is missing or wrong in it.
    """
    if not isinstance(data, dict) or not isinstance(data.get("number"), int):
        raise ScaleError(place, "an item has no `number`")
    place = f"{place}: item {data['number']}"
    refuse_unknown(data, ITEM_NAMES, place)
    kind = _one_of(data, "kind", KINDS, place)
    cited = need_sources(data, sources, place)
    item = Item(
        number=data["number"],
        key=need(data, "key", place),
        section=need(data, "section", place),
        name=fill(need(data, "name", place), place),
        asks=fill(need(data, "asks", place), place),
        kind=kind,
        unit=data.get("unit"),
        cuts=_cuts(data, kind, place),
        ratings=MappingProxyType(dict(data.get("ratings", {}))),
        counted=tuple(data.get("counted", ())),
        numbers=MappingProxyType(dict(data.get("numbers", {}))),
        components=_components(data, sources, cited, place, fill),
        descriptors=_descriptors(data, sources, cited, place, fill),
        per=_one_of(data, "per", PER, place),
        rated=_one_of(data, "rated", RATED, place),
        measure=data.get("measure"),
        evidence=_evidence(data, evidence, place),
        mark=need_mark(data, place),
        source=cited,
        verified_on=day_or_none(data, "verified_on", place),
    )
    _check_ratings(item, place)
    return item


def _one_of(data: Mapping[str, Any], name: str, allowed: tuple[str, ...], place: str) -> str:
    value = need(data, name, place)
    if value not in allowed:
        raise ScaleError(place, f"`{name}` is {value!r}; use one of {', '.join(allowed)}")
    return value


def _cuts(data: Mapping[str, Any], kind: str, place: str) -> tuple[int | None, ...]:
    if not kind.startswith("figure"):
        return ()
    need(data, "unit", place)
    cuts = need(data, "cuts", place, list)
    if len(cuts) != len(RATINGS):
        raise ScaleError(place, f"`cuts` has {len(cuts)} numbers; give five, one a rating")
    known = [cut for cut in cuts if cut is not None]
    in_order = sorted(known, reverse=kind == "figure_descending")
    if known != in_order or len(set(known)) != len(known):
        raise ScaleError(place, f"`cuts` {cuts} are out of order for {kind}")
    return tuple(cuts)


def _evidence(data: Mapping[str, Any], known: Mapping[str, str], place: str) -> tuple[str, ...]:
    codes = need(data, "evidence", place, list)
    for code in codes:
        if code not in known:
            raise ScaleError(place, f"evidence {code!r} is not one of {', '.join(known)}")
    return tuple(codes)


def _components(
    data: Mapping[str, Any], sources: Mapping[str, Any], cited: tuple[str, ...], place: str, fill: Fill
) -> tuple[Component, ...]:
    found = []
    for key, given in need_mapping(data.get("components", {}), f"{place}, components").items():
        where = f"{place}, component {key}"
        part = {"source": list(cited)} | need_mapping(given, where)
        refuse_unknown(part, {"says", "from_record", "mark", "source"}, where)
        found.append(
            Component(
                key=key,
                says=fill(need(part, "says", where), where),
                is_from_record=need(part, "from_record", where, bool),
                mark=need_mark(part, where),
                source=need_sources(part, sources, where),
            )
        )
    return tuple(found)


def _descriptors(
    data: Mapping[str, Any], sources: Mapping[str, Any], cited: tuple[str, ...], place: str, fill: Fill
) -> tuple[Descriptor, ...]:
    given = need(data, "descriptors", place, dict)
    if tuple(sorted(given)) != RATINGS:
        raise ScaleError(place, f"`descriptors` are for ratings {sorted(given)}; give 1 to 5, each once")
    found = []
    for rating in RATINGS:
        where = f"{place}, rating {rating}"
        part = {"source": list(cited)} | need_mapping(given[rating], where)
        refuse_unknown(part, {"says", "mark", "source"}, where)
        found.append(
            Descriptor(
                rating=rating,
                says=fill(need(part, "says", where), where),
                mark=need_mark(part, where),
                source=need_sources(part, sources, where),
            )
        )
    return tuple(found)


def _check_ratings(item: Item, place: str) -> None:
    """Every possible count has its rating, and only items that count have any."""
    parts = {"components": item.components, "count": item.counted}.get(item.kind)
    if parts is None:
        if item.ratings or item.components or item.counted:
            raise ScaleError(place, f"a {item.kind} has neither components nor counts to rate")
        return
    if not parts:
        raise ScaleError(place, f"`{'components' if item.kind == 'components' else 'counted'}` is missing")
    if set(item.ratings) != set(range(len(parts) + 1)):
        raise ScaleError(place, f"`ratings` should give a rating for each count from 0 to {len(parts)}")
    for count, rating in item.ratings.items():
        if rating not in RATINGS:
            raise ScaleError(place, f"`ratings` gives {rating!r} for {count}; a rating is 1 to 5")
