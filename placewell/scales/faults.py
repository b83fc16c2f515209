"""Reading a data file of the scales floor, with faults that say where and what to do."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

MARKS = ("verified", "partly_verified", "from_memory", "licensed")


class ScaleError(ValueError):
    """A scale or standards file is wrong; the message names the file, the place and the remedy."""

    def __init__(self, place: str, fault: str) -> None:
        super().__init__(f"{place}: {fault}")


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file.

    Raises ``ScaleError`` when the file cannot be read, is no YAML, or holds no mapping.
    """
    place = f"{path.parent.name}/{path.name}"
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise ScaleError(place, "is not UTF-8 text; save it as UTF-8") from fault
    except OSError as fault:
        raise ScaleError(place, f"cannot be read ({fault.strerror})") from fault
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f"{place}, line {mark.line + 1}" if mark else place
        problem = getattr(fault, "problem", None) or "unreadable characters"
        raise ScaleError(where, f"is not valid YAML: {problem}") from fault
    if not isinstance(data, dict):
        raise ScaleError(place, "should hold names with values, such as `key: ips-25`")
    return data


def need(data: Mapping[str, Any], name: str, place: str, kind: type | tuple[type, ...] = str) -> Any:
    """The value under ``name``, which must be there and of its kind."""
    value = data.get(name)
    if value is None or (isinstance(value, str) and not value.strip()):
        raise ScaleError(place, f"`{name}` is missing")
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        names = " or ".join(one.__name__ for one in (kind if isinstance(kind, tuple) else (kind,)))
        raise ScaleError(place, f"`{name}` is {value!r}, which is no {names}")
    return value


def need_mapping(value: Any, place: str) -> dict[str, Any]:
    """The value itself, which must hold names with values."""
    if not isinstance(value, dict):
        raise ScaleError(place, f"is {value!r}; write names with values, such as {{says: …, mark: from_memory}}")
    return value


def need_mark(data: Mapping[str, Any], place: str) -> str:
    """How far the statement was checked: one of ``MARKS``."""
    mark = need(data, "mark", place)
    if mark not in MARKS:
        raise ScaleError(place, f"`mark` is {mark!r}; use one of {', '.join(MARKS)}")
    return mark


def need_sources(data: Mapping[str, Any], known: Iterable[str], place: str) -> tuple[str, ...]:
    """The keys of the sources of a statement, each of them listed among the known ones."""
    keys = need(data, "source", place, list)
    listed = set(known)
    if not keys:
        raise ScaleError(place, "`source` is empty; name where the statement comes from")
    for key in keys:
        if key not in listed:
            raise ScaleError(place, f"source {key!r} is not listed under `sources`")
    return tuple(keys)


def refuse_unknown(data: Mapping[str, Any], known: Iterable[str], place: str) -> None:
    """Refuse names that nothing reads: most likely misspelt."""
    unknown = sorted(str(name) for name in set(data) - set(known))
    if unknown:
        raise ScaleError(place, f"{', '.join(unknown)}: not known here; use {', '.join(sorted(known))}")


def day_or_none(data: Mapping[str, Any], name: str, place: str) -> date | None:
    """A date, or None while it is empty."""
    value = data.get(name)
    if value is not None and type(value) is not date:
        raise ScaleError(place, f"`{name}` is {value!r}; write a date such as 2026-03-31, or leave it empty")
    return value
