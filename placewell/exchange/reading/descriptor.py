"""A package's own `datapackage.json`: it may be left out, and may not contradict the contract."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from placewell.exchange.contract import DESCRIPTOR, TABLES
from placewell.exchange.faults import Fault, Findings
from placewell.exchange.reading.package import DESCRIPTOR_NAME

LARGEST = 5_000_000
REMEDY = "Leave the file out, or use the contract's own."
OURS = {resource["name"]: resource for resource in DESCRIPTOR["resources"]}
DIALECT = {
    "delimiter": (",", "its columns are separated by commas"),
    "quoteChar": ('"', 'its cells are quoted with "'),
    "header": (True, "its first line is the header"),
}
# How cells are written, where the contract leaves the standard as it is.
WRITTEN = {"decimalChar": ".", "groupChar": None}
YES_NO = {"trueValues": "true", "falseValues": "false"}


def check(read: Callable[[], bytes], size: int, findings: Findings) -> None:
    """Report each place where the package's descriptor contradicts ours."""
    if size > LARGEST:
        findings.fault(_fault(f"is larger than {LARGEST:,} bytes", REMEDY))
        return
    try:
        theirs = json.loads(read().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        findings.fault(_fault(f"is not JSON ({str(error)[:80]})", REMEDY))
        return
    try:
        problems = list(_contradictions(theirs))
    except (TypeError, AttributeError, KeyError):
        problems = ["is not that of a data package"]
    for problem in problems:
        findings.fault(_fault(problem, REMEDY))


def _fault(problem: str, remedy: str) -> Fault:
    return Fault(DESCRIPTOR_NAME, None, None, None, f"the descriptor {problem}", remedy)


def _contradictions(theirs: Any) -> Iterator[str]:
    if not isinstance(theirs, dict) or not isinstance(theirs.get("resources", []), list):
        yield "is not that of a data package"
        return
    version = str(theirs.get("version", DESCRIPTOR["version"]))
    if version.split(".")[0] != DESCRIPTOR["version"].split(".")[0]:
        yield f"is of version {version[:20]}; this is read: {DESCRIPTOR['version']}"
    for resource in theirs.get("resources", []):
        name = resource.get("name") if isinstance(resource, dict) else None
        if name not in TABLES:
            yield f"names a table that is not in the contract: {str(name)[:60]}"
            continue
        for problem in _of_resource(resource, OURS[name]):
            yield f"contradicts the contract: {name}: {problem}"


def _of_resource(theirs: dict, ours: dict) -> Iterator[str]:
    yield from _of_file(theirs, ours)
    schema = theirs.get("schema")
    if isinstance(schema, dict):
        yield from _of_schema(schema, ours["schema"])


def _of_file(theirs: dict, ours: dict) -> Iterator[str]:
    if theirs.get("path", ours["path"]) not in (ours["path"], [ours["path"]]):
        yield f"its file is {ours['path']}"
    if str(theirs.get("encoding", "utf-8")).lower().replace("utf8", "utf-8") != "utf-8":
        yield "its encoding is utf-8"
    dialect = theirs.get("dialect")
    for part, (ours_is, words) in DIALECT.items() if isinstance(dialect, dict) else ():
        if dialect.get(part, ours_is) != ours_is:
            yield words


def _of_schema(theirs: dict, ours: dict) -> Iterator[str]:
    for part in ("primaryKey", "missingValues"):
        if part in theirs and _listed(theirs[part]) != _listed(ours.get(part)):
            yield f"{part} is {ours.get(part)}"
    for link in theirs.get("foreignKeys", []):
        if link not in ours.get("foreignKeys", []):
            yield f"it has no such reference: {str(link)[:80]}"
    own = {field["name"]: field for field in ours["fields"]}
    for field in theirs.get("fields", []):
        yield from _of_field(field, own)


def _of_field(theirs: Any, own: dict) -> Iterator[str]:
    name = theirs.get("name") if isinstance(theirs, dict) else None
    if name not in own:
        yield f"it has no column {str(name)[:60]}"
        return
    ours = own[name]
    for part in ("type", "format"):
        if theirs.get(part, ours.get(part)) != ours.get(part) and theirs.get(part) != "default":
            yield f"{name}: {part} is {ours.get(part, 'default')}"
    for part, usual in WRITTEN.items():
        if theirs.get(part, usual) != usual:
            yield f"{name}: {part} is {usual or 'none'}"
    for part, word in YES_NO.items():
        if part in theirs and word not in (theirs[part] or ()):
            yield f"{name}: {part} is {word}"
    bounds = theirs.get("constraints")
    for part, value in (bounds if isinstance(bounds, dict) else {}).items():
        if part in ours.get("constraints", {}) and value != ours["constraints"][part]:
            yield f"{name}: {part} is {ours['constraints'][part]}"


def _listed(value: Any) -> list:
    return [value] if isinstance(value, str) else value
